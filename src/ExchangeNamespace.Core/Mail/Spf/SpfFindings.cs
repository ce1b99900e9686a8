using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>The findings about a record that hold for every sender.</summary>
internal static class SpfFindings
{
    private const string Rule = "S51";

    /// <summary>What is left of a UDP answer of 512 octets (RFC 7208 3.4).</summary>
    private const int SmallAnswer = 450;

    /// <summary>A record at this number of look-ups breaks as soon as one of the others grows.</summary>
    private const int Near = 9;

    public static IEnumerable<Finding> OfRecord(string domain, SpfRecord record)
    {
        if (record.Fault is { } fault)
        {
            yield return Findings.Error(SpfFindingCodes.RecordBroken, domain,
                $"The record cannot be read: {fault}. Receivers take it for a permanent error.", "Correct the record.", Rule,
                Shown(record.Text));
            yield break;
        }

        if (record.All is { Qualifier: SpfQualifier.Pass } || record.Mechanisms.Any(IsEverybody))
        {
            yield return Findings.Error(SpfFindingCodes.EverybodyPasses, domain,
                "The record lets every sender of the world pass.", "End it in -all or ~all, and name your own senders before.", Rule,
                Shown(record.Text));
        }

        if (record.Mechanisms.FirstOrDefault(m => m.Kind == SpfMechanismKind.Ptr) is { } ptr)
        {
            yield return Findings.Warning(SpfFindingCodes.UsesPtr, domain,
                $"The record uses {Shown(ptr.Text)}, which is slow, depends on the owner of the address, and should not be published (RFC "
                    + "7208 5.5).", "Name the senders by ip4:, ip6: or a:.", Rule);
        }

        string[] after = [.. record.Mechanisms.SkipWhile(m => m.Kind != SpfMechanismKind.All).Skip(1).Select(m => Shown(m.Text))];
        if (after.Length > 0)
        {
            yield return Findings.Warning(SpfFindingCodes.TermsAfterAll, domain,
                "Terms stand after all, where receivers do not read them (RFC 7208 5.1).", "Put them before all, or take them away.", Rule,
                after);
        }

        if (record.All is not null && record.Redirect is { } redirect)
        {
            yield return Findings.Warning(SpfFindingCodes.RedirectBesideAll, domain,
                $"{Shown(redirect.Text)} has no effect beside all (RFC 7208 6.1).", "Take one of the two away.", Rule);
        }

        if (record.All is null && record.Redirect is null)
        {
            yield return Findings.Warning(SpfFindingCodes.NoEnd, domain,
                "The record ends without all, so it says nothing against senders that it does not name.", "End it in -all or ~all.", Rule);
        }

        string[] unknown = [
            .. record.Terms.OfType<SpfModifier>().Where(m => m.Name is not (SpfModifier.Redirect or SpfModifier.Explanation))
                .Select(m => Shown(m.Text))];
        if (unknown.Length > 0)
        {
            yield return Findings.Information(SpfFindingCodes.UnknownModifier, domain,
                "Receivers pass over modifiers that they do not know.", "Check the spelling.", Rule, unknown);
        }

        if (record.Text.Length > SmallAnswer)
        {
            yield return Findings.Information(SpfFindingCodes.RecordLong, domain,
                $"The record has {Number(record.Text.Length)} characters; above {SmallAnswer} the answer may not fit one small UDP packet "
                    + "(RFC 7208 3.4).", "Let TCP port 53 be open, or shorten the record.", Rule);
        }
    }

    public static IEnumerable<Finding> OfCost(string domain, SpfCost cost)
    {
        string[] lines = [.. cost.Lines.Select(l => l.ToString())];
        if (cost.Lookups > SpfRecord.MostLookups)
        {
            yield return Findings.Error(SpfFindingCodes.TooManyLookups, domain,
                $"The record takes {Number(cost.Lookups)} look-ups; after {SpfRecord.MostLookups} receivers give up with a permanent error "
                    + "(RFC 7208 4.6.4).",
                "Put addresses (ip4:, ip6:) in place of a: and mx, and take away includes of services that are no longer used.", Rule,
                lines);
        }
        else if (cost.Lookups >= Near)
        {
            yield return Findings.Warning(SpfFindingCodes.NearLookupLimit, domain,
                $"The record takes {Number(cost.Lookups)} of {SpfRecord.MostLookups} look-ups, so it breaks when an included record grows.",
                "Put addresses in place of a: and mx where they are yours.", Rule, lines);
        }

        if (cost.VoidLookups > SpfRecord.MostVoidLookups)
        {
            yield return Findings.Error(SpfFindingCodes.TooManyVoidLookups, domain,
                $"{Number(cost.VoidLookups)} terms find nothing in DNS; after {SpfRecord.MostVoidLookups} receivers give up with a "
                    + "permanent error (RFC 7208 4.6.4).", "Take these terms away, or make their records.", Rule, Void(cost));
        }
        else if (cost.VoidLookups > 0)
        {
            yield return Findings.Warning(SpfFindingCodes.TermFindsNothing, domain,
                "A term finds nothing in DNS, so it names no sender and costs a look-up.", "Take it away, or make its record.", Rule,
                Void(cost));
        }

        string[] problems = [.. cost.Lines.Where(l => l.Problem.Length > 0 && !l.IsVoid).Select(l => l.Problem)];
        if (problems.Length > 0)
        {
            yield return Findings.Warning(cost.IsComplete ? SpfFindingCodes.OtherRecordUnusable : SpfFindingCodes.NotTold, domain,
                cost.IsComplete
                    ? "A record or name that this one depends on cannot be used, which is a permanent error for every sender that gets "
                        + "so far." : "The record could not be followed to its end.",
                cost.IsComplete ? "Take the term away, or have the other record mended."
                    : "Ask again later, or another server.", Rule, problems);
        }
    }

    public static Finding NoRecord(string domain) => Findings.Warning(SpfFindingCodes.NoRecord, domain,
        "There is no SPF record, so receivers cannot tell your servers from others.", "Make one with New-SpfRecord.", Rule);

    public static Finding SeveralRecords(string domain, IReadOnlyList<string> records) =>
        Findings.Error(SpfFindingCodes.SeveralRecords, domain,
        "There are several SPF records where one is allowed, which is a permanent error for every sender.",
        "Merge them into one with New-SpfRecord -Existing, and take the others away.", Rule, [.. records.Select(Shown)]);

    public static Finding NotTold(string domain, string reason) => Findings.Warning(SpfFindingCodes.NotTold, domain,
        $"Nothing can be told now: {reason}.", "Ask again later, or another server with -DnsServer.", Rule);

    public static Finding VoidCountsDiffer(string domain, int questions) => Findings.Information(SpfFindingCodes.VoidCountsDiffer, domain,
        $"{Number(questions)} questions found nothing. Receivers that count each question, and not each term, give up after "
            + $"{SpfRecord.MostVoidLookups}.", "Name the senders by address, or let every mail exchanger have addresses of both families.",
            Rule);

    public static string Shown(string text) => VisibleText.Of(text, SmallAnswer);

    public static bool IsEverybody(SpfMechanism mechanism) =>
        mechanism.Qualifier == SpfQualifier.Pass
        && ((mechanism.Kind == SpfMechanismKind.Ip4 && mechanism.Prefix4 == 0)
        || (mechanism.Kind == SpfMechanismKind.Ip6 && mechanism.Prefix6 == 0)
            || (mechanism.Kind is SpfMechanismKind.A or SpfMechanismKind.Mx && (mechanism.Prefix4 == 0 || mechanism.Prefix6 == 0)));

    private static string[] Void(SpfCost cost) => [.. cost.Lines.Where(l => l.IsVoid).Select(l => $"{l.Term}: {l.Problem}")];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
