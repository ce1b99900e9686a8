using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>What else a domain publishes today: DMARC, MTA-STS, TLS-RPT. Presence and form only, and only as information.</summary>
internal static class PublishedRecords
{
    private const int LongestIdentifier = 32;

    private static readonly string[] Policies = ["none", "quarantine", "reject"];

    public static IEnumerable<MailIdentityLink> Judge(MailObservation seen)
    {
        yield return Judge(seen.Check, MailLink.Dmarc, "_dmarc.", seen.Dmarc, "v=DMARC1", MailIdentityFindingCodes.DmarcMissing,
            MailIdentityFindingCodes.DmarcInvalid, Dmarc);
        yield return Judge(seen.Check, MailLink.MtaSts, "_mta-sts.", seen.MtaSts, MtaStsPolicy.RecordVersion,
            MailIdentityFindingCodes.MtaStsMissing,
            MailIdentityFindingCodes.MtaStsInvalid, MtaSts);
        yield return Judge(seen.Check, MailLink.TlsReport, "_smtp._tls.", seen.TlsReport, "v=TLSRPTv1",
            MailIdentityFindingCodes.TlsReportMissing, MailIdentityFindingCodes.TlsReportInvalid, TlsReport);
    }

    /// <summary>Whether exactly one usable record says that there is a policy (RFC 8461 3.1).</summary>
    public static bool AnnouncesPolicy(RecordLookup lookup) =>
        lookup.Records.Select(r => r.Value).Where(v => IsRecord(v, MtaStsPolicy.RecordVersion)).ToArray() is [{ } record]
            && MtaSts(Tags(record)) is null;

    private static MailIdentityLink Judge(
        MailCheck check, MailLink link, string prefix, RecordLookup lookup, string version, string missing, string invalid,
        Func<IReadOnlyList<(string Tag, string Value)>, string?> judge)
    {
        string name = prefix + check.Domain.Value;
        if (!lookup.IsConclusive)
        {
            return MailLinks.Of(check, link, name, null, null, [MailLinks.NotTold(name, lookup.Status)], MailLinkStatus.Inconclusive);
        }

        string[] records = [.. lookup.Records.Select(r => r.Value).Where(v => IsRecord(v, version))];
        if (records.Length == 0)
        {
            return MailLinks.Of(check, link, name, null, null,
                [Findings.Information(missing, name, $"There is no record that begins with {version}.", string.Empty, "S47")],
                MailLinkStatus.Information);
        }

        string? fault = records.Length > 1 ? "there are several records, and then none counts" : judge(Tags(records[0]));
        return MailLinks.Of(check, link, name, null, records[0],
            fault is null ? []
                : [Findings.Information(invalid, name, $"The record cannot be used: {fault}.", "Correct the record.", "S47")],
            fault is null ? null : MailLinkStatus.Information);
    }

    private static bool IsRecord(string text, string version) =>
        text.StartsWith(version, StringComparison.Ordinal) && (text.Length == version.Length || text[version.Length] is ';' or ' ');

    private static List<(string Tag, string Value)> Tags(string record) =>
    [
        .. record.Split(';').Select(p => p.Trim()).Where(p => p.Length > 0)
            .Select(p => p.IndexOf('=') is var at and > 0 ? (p.Substring(0, at).Trim(), p.Substring(at + 1).Trim()) : (p, string.Empty)),
    ];

    /// <summary>
    /// RFC 9989, which replaced RFC 7489: <c>v</c> comes first and the others in any order; without <c>p</c> a good <c>rua</c> stands for
    /// <c>p=none</c>.
    /// </summary>
    private static string? Dmarc(IReadOnlyList<(string Tag, string Value)> tags) =>
        tags.All(t => t.Tag is not ("p" or "rua")) ? "it has neither p nor rua"
        : tags.FirstOrDefault(t => t.Tag is "p" or "sp" or "np" && !Policies.Contains(t.Value, StringComparer.OrdinalIgnoreCase))
            is { Tag: not null } wrong ? wrong.Tag + " is not none, quarantine or reject"
        : tags.FirstOrDefault(t => t.Tag is "rua" or "ruf" && !AreAddresses(t.Value)) is { Tag: not null } report
        ? report.Tag + " is not a list of mailto: addresses"
        : null;

    /// <summary>RFC 8461 3.1: an identifier of at most 32 letters and digits.</summary>
    private static string? MtaSts(IReadOnlyList<(string Tag, string Value)> tags) =>
        tags.FirstOrDefault(t => t.Tag == "id").Value is { Length: > 0 and <= LongestIdentifier } id
            && id.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            ? null
            : "id is not 1 to 32 letters and digits";

    /// <summary>RFC 8460 3: where reports go, by mail or by https.</summary>
    private static string? TlsReport(IReadOnlyList<(string Tag, string Value)> tags) =>
        tags.FirstOrDefault(t => t.Tag == "rua").Value is { Length: > 0 } targets
        && targets.Split(',').All(t => AreAddresses(t) || t.Trim().StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            ? null
            : "rua is not a list of mailto: or https: addresses";

    private static bool AreAddresses(string list)
    {
        const string Scheme = "mailto:";
        return list.Split(',').Select(a => a.Trim())
            .All(a => a.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && a.IndexOf('@') > Scheme.Length);
    }
}
