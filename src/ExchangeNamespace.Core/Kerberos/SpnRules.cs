using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Kerberos;

/// <summary>Compares the names that a plan needs with what was found in the directory.</summary>
internal static class SpnRules
{
    private const string Rule = "S13";

    public static IEnumerable<SpnCheck> Judge(IReadOnlyList<PrincipalName> names, SpnListing listing)
    {
        ILookup<string, string> found = listing.All.ToLookup(e => e.Name, e => e.Account, StringComparer.OrdinalIgnoreCase);
        HashSet<string> planned = new(names.Select(n => n.Name), StringComparer.OrdinalIgnoreCase);
        string[] classes = [.. names.Select(n => Class(n.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];
        return names.Select(n => Judge(n, [.. found[n.Name]], listing)).Concat(listing.All
            .Where(e => !planned.Contains(e.Name) && classes.Contains(Class(e.Name), StringComparer.OrdinalIgnoreCase))
            .Select(e => (e.Name, e.Account, Planned: names.FirstOrDefault(n => listing.IsOf(e.Account, n.Account))))
            .Where(e => e.Planned is not null)
            .Select(e => Extra(e.Name, e.Account, e.Planned!.Account)));
    }

    private static SpnCheck Judge(PrincipalName name, string[] accounts, SpnListing listing)
    {
        string register = $"setspn -S {name.Name} {CmdLiteral.Quote(name.Account)}";
        string[] others = [.. accounts.Where(a => !listing.IsOf(a, name.Account))];
        bool has = others.Length < accounts.Length;
        if (!listing.HasAnswer)
        {
            return Check(name, SpnVerdict.Unknown, CheckOutcome.Unknown, "Nothing was read that setspn writes about accounts.", listing.Ask,
                accounts);
        }

        if (accounts.Length > 1)
        {
            return Check(name, SpnVerdict.Duplicate, CheckOutcome.Failed,
                $"It is on {accounts.Length} accounts, so domain controllers give no ticket for it and clients fall back to NTLM or fail: "
                    + NameList.Describe(accounts) + ".",
                $"Delete it from the others with setspn -D {name.Name}" + (has ? "." : $", then {register}."), accounts);
        }

        if (others.Length == 1)
        {
            return Check(name, SpnVerdict.Elsewhere, CheckOutcome.Failed,
                $"It is on {others[0]} and not on {name.Account}: tickets for it cannot be read by the servers.",
                $"Delete it there with setspn -D {name.Name}, and in the same change {register}.", accounts);
        }

        return !has
            ? Check(name, SpnVerdict.Missing, CheckOutcome.Failed,
                (listing.IsQuery ? "No account has it" : $"{name.Account} does not have it")
                    + ", so clients inside use NTLM for " + name.Host + ".", $"Once all servers have the password: {register}.", accounts)
            : listing.IsQuery
                ? Check(name, SpnVerdict.Equal, CheckOutcome.Passed, $"It is on {name.Account} alone.", string.Empty, accounts)
                : Check(name, SpnVerdict.Equal, CheckOutcome.Unknown,
                    $"It is on {name.Account}. Whether another account has it too was not asked.", listing.Ask, accounts);
    }

    private static SpnCheck Extra(string name, string on, string account) => new()
    {
        Subject = name,
        Outcome = CheckOutcome.Warning,
        Message = $"It is on {account}, and the plan does not need it.",
        Remedy = CmdLiteral.CanQuote(name)
            ? $"Where nothing else needs it: setspn -D {CmdLiteral.Quote(name)} {CmdLiteral.Quote(account)}."
            : "Where nothing else needs it, delete it in the attribute servicePrincipalName of the account.",
        Rule = Rule,
        Verdict = SpnVerdict.Extra,
        Account = string.Empty,
        FoundOn = [on],
    };

    private static SpnCheck Check(PrincipalName name, SpnVerdict verdict, CheckOutcome outcome, string message, string remedy,
        IReadOnlyList<string> accounts) => new()
    {
        Subject = name.Name,
        Outcome = outcome,
        Message = message,
        Remedy = remedy,
        Rule = outcome == CheckOutcome.Passed ? string.Empty : Rule,
        Verdict = verdict,
        Account = name.Account,
        FoundOn = accounts,
    };

    private static string Class(string name) => name.Substring(0, name.IndexOf('/'));
}
