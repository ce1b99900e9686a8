using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>
/// Whether the servers and hosts of one planned certificate all show the same one. What did not answer is left out: nothing is known
/// of it.
/// </summary>
internal static class SameCertificate
{
    private const string Rule = "S36";
    private const int ThumbprintShown = 8;

    private const string Remedy = "Import the newer one there and enable it for the services (Export-CertificateRenewalScript), or replace "
        + "it on the proxy or load balancer that answers. Restart the POP and IMAP services; behind a load balancer that passes TLS on, "
        + "restart IIS, because old connections keep the old certificate.";

    /// <summary>The results with a finding at each that shows another certificate than the newest.</summary>
    /// <param name="results">The results, each with the planned certificate of its endpoint; null for one that is not compared.</param>
    public static IReadOnlyList<NamespaceCertificate> Compare(
        IReadOnlyList<(NamespaceCertificate Result, PlannedCertificate? Planned)> results)
    {
        Dictionary<PlannedCertificate, NamespaceCertificate[]> groups = results
            .Where(r => r.Planned is not null && r.Result.Certificate is { Thumbprint.Length: > 0 })
            .GroupBy(r => r.Planned!, r => r.Result).ToDictionary(g => g.Key, g => g.ToArray());
        return [.. results.Select(r => r.Planned is { } planned && groups.TryGetValue(planned, out NamespaceCertificate[]? group)
            && Finding(r.Result, group) is { } finding ? r.Result.With(finding) : r.Result)];
    }

    private static Finding? Finding(NamespaceCertificate result, NamespaceCertificate[] group)
    {
        CertificateFacts newest = Newest(group);
        if (result.Certificate is not { Thumbprint.Length: > 0 } shown || IsSame(shown, newest))
        {
            return null;
        }

        string others = $"{group.Count(r => IsSame(r.Certificate!, newest))} of {group.Length} endpoints of the planned certificate";
        return shown.NotBefore < newest.NotBefore
            ? Diagnostics.Findings.Warning(CertificateCheckFindingCodes.OlderThanOthers, result.Source,
                $"The old certificate is still shown there: {Describe(shown)}. {others} show a newer one: {Describe(newest)}.",
                Remedy, Rule)
            : Diagnostics.Findings.Warning(CertificateCheckFindingCodes.DiffersFromOthers, result.Source,
                $"Another certificate is shown there: {Describe(shown)}. {others} show {Describe(newest)}.",
                "Find out which one is meant, and enable it on every server.", Rule);
    }

    /// <summary>One that covers what is needed and is in its lifetime comes before one that does not, however new that is.</summary>
    private static CertificateFacts Newest(NamespaceCertificate[] group) => group
        .OrderByDescending(r => r.Hosts.All(h => h.Coverage is NameCoverage.Covered or NameCoverage.Wildcard)
            && r.Expiry is not (CertificateExpiry.Expired or CertificateExpiry.NotYetValid) && !r.Certificate!.IsSelfSigned)
        .ThenByDescending(r => r.Certificate!.NotBefore ?? DateTime.MinValue)
        .ThenByDescending(r => group.Count(o => IsSame(o.Certificate!, r.Certificate!)))
        .ThenBy(r => r.Certificate!.Thumbprint, StringComparer.Ordinal)
        .First().Certificate!;

    private static bool IsSame(CertificateFacts one, CertificateFacts other) =>
        string.Equals(one.Thumbprint, other.Thumbprint, StringComparison.OrdinalIgnoreCase);

    private static string Describe(CertificateFacts certificate) =>
        $"{certificate.Thumbprint.Substring(0, Math.Min(ThumbprintShown, certificate.Thumbprint.Length))}.. "
            + $"({Day(certificate.NotBefore)} to {Day(certificate.NotAfter)})";

    private static string Day(DateTime? day) => day is { } known ? DayText.Of(known) : "?";
}
