using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;

namespace ExchangeNamespace.Verdicts;

/// <summary>The checks that contact nothing: plan and captured settings are enough for them.</summary>
internal static class OfflineChecks
{
    /// <summary>The checks that the material is enough for.</summary>
    public static IEnumerable<CheckJob> Of(CheckMaterial material) => CheckTable.Rows
        .Where(r => r.IsMadeOf(material.Inputs))
        .SelectMany(r => Jobs(r.Check, material));

    private static IEnumerable<CheckJob> Jobs(NamespaceCheck check, CheckMaterial material) => check switch
    {
        NamespaceCheck.Comparison => [CheckJob.Of(check, _ => Compare(material))],
        NamespaceCheck.CertificateLifetime => [CheckJob.Of(check, cancel => CertificateChecks.Of(material, cancel))],
        NamespaceCheck.StartTls => [CheckJob.Of(check, cancel => StartTlsChecks.Of(material, cancel))],
        NamespaceCheck.BuildSupport => [CheckJob.Of(check, _ => SupportChecks.Of(material))],
        NamespaceCheck.ClientAccessRoute => [CheckJob.Of(check, cancel => RouteChecks.Of(material, cancel))],
        NamespaceCheck.AutodiscoverRoute => AutodiscoverChecks.Of(material),

        // Certificates are read once: their names and their lifetime are one job.
        NamespaceCheck.Certificate or NamespaceCheck.SplitDns or NamespaceCheck.MailIdentity or NamespaceCheck.Endpoint
            or NamespaceCheck.LiveAutodiscover or NamespaceCheck.Service => [],
        _ => throw Model.ClosedSet.Outside(check),
    };

    private static IEnumerable<NamespaceCheckResult> Compare(CheckMaterial material) =>
        PlanComparer.Compare(material.Plan!, material.State!)
            .Select(row => NamespaceCheckResult.Of(NamespaceCheck.Comparison, row, row.Finding is null ? [] : [row.Finding]));
}
