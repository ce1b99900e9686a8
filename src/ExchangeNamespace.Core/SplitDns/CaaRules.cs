using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.SplitDns;

/// <summary>Whether the CAA records outside let an authority issue for a name (RFC 8659, RFC 8657).</summary>
internal static class CaaRules
{
    private const string Rule = "S36";
    private const string Issue = "issue";
    private const string IssueWild = "issuewild";
    private const int Critical = 128;

    /// <summary>The tags that say nothing against an authority of certificates for TLS servers (IANA, PKIX CAA properties).</summary>
    private static readonly string[] Known = [Issue, IssueWild, "iodef", "contactemail", "contactphone", "issuemail", "issuevmc"];

    public static IEnumerable<Finding> Judge(Fqdn name, CaaObservation seen, Fqdn issuer)
    {
        if (!seen.IsConclusive)
        {
            yield return SplitDnsFindings.Warning(SplitDnsFindingCodes.CaaNotTold, name,
                $"The outside view does not tell the CAA records of {seen.At} ({seen.Status}); an authority that gets no answer either may "
                    + "refuse to issue.",
                "Ask again, or another -ExternalServer; look at the servers of the zone.", Rule);
            yield break;
        }

        string[] unknown = [.. seen.Records
            .Where(r => (r.Flags & Critical) != 0 && !Known.Contains(r.Tag, StringComparer.OrdinalIgnoreCase))
            .Select(r => VisibleText.Short(r.Tag)).Distinct()];
        if (unknown.Length > 0)
        {
            yield return SplitDnsFindings.Warning(SplitDnsFindingCodes.CaaCritical, name,
                $"A CAA record of {seen.At} is critical and has the tag {NameList.Describe(unknown)}: an authority that does not know the "
                    + "tag must not issue (RFC 8659 4.1).",
                "Ask the authority whether it knows the tag, or take the record away.", Rule, unknown);
        }

        DnsAnswerRecord[] relevant = Relevant(seen);
        if (relevant.Length == 0)
        {
            yield break;
        }

        CaaValue[] allowing = [.. relevant.Select(r => CaaValue.Of(r.Value))
            .Where(v => string.Equals(v.Issuer, issuer.Value, StringComparison.OrdinalIgnoreCase))];
        if (allowing.Length == 0)
        {
            string[] shown = [.. relevant.Select(r => $"{r.Tag.ToLowerInvariant()} \"{VisibleText.Short(r.Value)}\"")];
            yield return SplitDnsFindings.Error(SplitDnsFindingCodes.CaaForbids, name,
                $"The CAA records of {seen.At} do not let {issuer} issue for {seen.Question}: {NameList.Describe(shown)}.",
                $"Add outside: {seen.At} CAA 0 {Tag(seen)} \"{issuer}\".", Rule, shown);
        }
        else if (allowing.All(v => v.Bounds.Count > 0))
        {
            string[] bounds = [.. allowing.SelectMany(v => v.Bounds).Select(b => VisibleText.Short(b)).Distinct()];
            yield return SplitDnsFindings.Warning(SplitDnsFindingCodes.CaaBound, name,
                $"The CAA records of {seen.At} let {issuer} issue for {seen.Question} only with {NameList.Describe(bounds)} (RFC 8657).",
                "Let the ACME client use that account and that way of validation.", Rule, bounds);
        }
    }

    private static bool Has(CaaObservation seen, string tag) => seen.Records.Any(r => IsTag(r, tag));

    private static bool IsTag(DnsAnswerRecord record, string tag) => string.Equals(record.Tag, tag, StringComparison.OrdinalIgnoreCase);

    /// <summary>For a wildcard issuewild counts where there is one (4.3); without a record of the tag nothing is forbidden (4.2).</summary>
    private static DnsAnswerRecord[] Relevant(CaaObservation seen) => [.. seen.Records.Where(r => IsTag(r, Tag(seen)))];

    private static string Tag(CaaObservation seen) => seen.Question.IsWildcard && Has(seen, IssueWild) ? IssueWild : Issue;

    /// <summary>The value of an issue record: an authority, empty for none, and what binds it.</summary>
    private sealed record CaaValue(string Issuer, IReadOnlyList<string> Bounds)
    {
        private static readonly string[] Binding = ["accounturi", "validationmethods"];

        public static CaaValue Of(string text)
        {
            string[] parts = [.. text.Split(';').Select(p => p.Trim(' ', '\t'))];
            return new CaaValue(parts[0], [.. parts.Skip(1).Where(p =>
                Array.Exists(Binding, b => p.StartsWith(b + "=", StringComparison.OrdinalIgnoreCase)))]);
        }
    }
}
