using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>
/// Outlook Anywhere checks the certificate's subject against <c>msstd:</c> and its own host name unless EXPR says otherwise.
/// The setting is one for the organisation, so it is emitted once, or not at all where sites differ.
/// </summary>
internal static class OutlookProviderRule
{
    private const string Provider = "EXPR";
    private const string Prefix = "msstd:";

    public static OutlookProviderSetting? Choose(PlanDraft draft)
    {
        List<(string Host, string Subject)> pairs = Pairs(draft);
        List<string> subjects = [.. pairs.Select(p => p.Subject).Distinct(StringComparer.OrdinalIgnoreCase)];
        return subjects.Count == 1 && pairs.Any(Differs)
            ? new OutlookProviderSetting
            {
                Provider = Provider,
                CertPrincipalName = Prefix + subjects[0],
                Reason = "The subject of the certificate is not the Outlook Anywhere host, so Outlook must be told which name to expect.",
            }
            : null;
    }

    public static IEnumerable<Finding> Check(PlanDraft draft)
    {
        if (draft.OutlookProvider is { } setting)
        {
            yield return Findings.Information(FindingCodes.OutlookProviderSet, setting.Provider,
                $"{setting.CertPrincipalName} is set for the whole organisation.", "Read the present value with Get-OutlookProvider first.",
                "S8", setting.CertPrincipalName);
            yield break;
        }

        List<(string Host, string Subject)> pairs = Pairs(draft);
        if (pairs.Any(Differs))
        {
            yield return Findings.Warning(FindingCodes.OutlookProviderDiffers, Provider,
                "Sites would need different principal names, but the setting is one for the organisation; no line is emitted.",
                "Give the certificates of all Internet-facing sites the same common name.", "S8",
                [.. pairs.Select(p => Prefix + p.Subject).Distinct(StringComparer.OrdinalIgnoreCase)]);
        }
    }

    private static bool Differs((string Host, string Subject) pair) =>
        !string.Equals(pair.Host, pair.Subject, StringComparison.OrdinalIgnoreCase);

    private static List<(string Host, string Subject)> Pairs(PlanDraft draft)
    {
        PlannedCertificate? proxy = draft.Certificates.FirstOrDefault(c => c.Sites.Count == 0);
        List<(string, string)> pairs = [];
        foreach (ServerGroup group in draft.Groups.Where(g => g.InternetFacing))
        {
            string? host = group.Services.FirstOrDefault(s => s.Service == ClientService.OutlookAnywhere)?.External.Value;
            string? subject = (proxy ?? draft.CertificatesOf(group.Site).FirstOrDefault())?.CommonName;
            if (host is not null && subject is not null)
            {
                pairs.Add((host, subject));
            }
        }

        return pairs;
    }
}
