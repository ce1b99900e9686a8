using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Kerberos;

/// <summary>
/// Judges the accounts themselves: whether they are there, and which kinds of keys their tickets may have (MS-KILE 2.2.7).
/// </summary>
internal static class AccountRules
{
    private const string Rule = "S13";
    private const int Des = 3;
    private const int Rc4 = 4;
    private const int Aes = 8 | 16;
    private const string Mend = "Set msDS-SupportedEncryptionTypes to 24 with the step of Export-KerberosScript, then roll the password: "
        + "keys exist only for passwords that are set afterwards.";

    private static readonly (int Bit, string Name)[] Kinds =
        [(1, "DES-CRC"), (2, "DES-MD5"), (Rc4, "RC4"), (8, "AES128"), (16, "AES256"), (32, "AES session keys")];

    public static IEnumerable<SpnCheck> Judge(DirectoryAnswer answer) => answer.Accounts
        .Select(a => a.Value is null
            ? Check(a.Key, null, SpnVerdict.Missing, CheckSummary.Failed("The directory has no such account.",
                "Make it with the steps of Export-KerberosScript, or give the account that the servers use.", Rule))
            : Check(a.Key, a.Value, SpnVerdict.Equal, Summary(a.Value, answer.HasKeys)));

    private static CheckSummary Summary(DirectoryAccount account, bool hasKeys)
    {
        if (account.IsDisabled == true)
        {
            return CheckSummary.Failed("It is disabled, so domain controllers give no ticket for its names.", "Enable it.", Rule);
        }

        if (!hasKeys)
        {
            return CheckSummary.Unknown("The global catalogue does not show its kinds of keys and its password.",
                "Ask a domain controller of its domain on port 389 or 636 too.", Rule);
        }

        string set = account.PasswordSet is { } day ? $" Its password was set on {DayText.Of(day)}." : " Its password was never set.";
        if (account.EncryptionTypes is not { } types || types == 0)
        {
            return CheckSummary.Warning("msDS-SupportedEncryptionTypes is not set, so the default of the domain counts: AES alone since "
                + "the updates of April 2026 (KB5073381)." + set, Mend, Rule);
        }

        string kinds = $"msDS-SupportedEncryptionTypes is {types.ToString(CultureInfo.InvariantCulture)} ({Names(types)}).";
        return (types & Aes) == 0
            ? CheckSummary.Failed(kinds + " Without AES, domain controllers give no ticket since their updates of 2026." + set, Mend, Rule)
            : account.PasswordSet is null
                ? CheckSummary.Failed(kinds + set + " Without a password there are no keys.", "Roll the password with the step of "
                    + "Export-KerberosScript.", Rule)
                : (types & (Rc4 | Des)) != 0
                    ? CheckSummary.Warning(kinds + " RC4 or DES stays allowed." + set, Mend, Rule)
                    : CheckSummary.Passed(kinds + set);
    }

    private static string Names(int types) =>
        Kinds.Any(k => (types & k.Bit) != 0) ? string.Join(", ", Kinds.Where(k => (types & k.Bit) != 0).Select(k => k.Name)) : "none known";

    private static SpnCheck Check(string account, DirectoryAccount? found, SpnVerdict verdict, CheckSummary summary) => new()
    {
        Subject = account,
        Outcome = summary.Outcome,
        Message = summary.Message,
        Remedy = summary.Remedy,
        Rule = summary.Rule,
        Verdict = verdict,
        Account = account,
        FoundOn = found is null ? [] : [found.DistinguishedName],
    };
}
