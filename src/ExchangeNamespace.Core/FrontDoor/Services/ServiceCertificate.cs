using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using static ExchangeNamespace.FrontDoor.Services.ServiceFindingCodes;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>The certificate that was shown at a place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Behind">The servers that may answer there.</param>
/// <param name="Verdict">The certificate against the plan.</param>
/// <param name="Leaf">Its SHA-256 digest; null where none was shown.</param>
internal sealed record ServiceCertificate(
    ServicePlace Place, IReadOnlyList<PlannedServer> Behind, NamespaceCertificate Verdict, string? Leaf)
{
    private const int DigestShown = 8;
    private const string Rule = "S25";
    private const string Unprotected = "Extended Protection lets no client log on with Windows authentication where they differ";

    /// <summary>
    /// Whether a host shows the certificate of its servers, as Extended Protection needs it. Whether that is on cannot be seen from
    /// outside.
    /// </summary>
    /// <param name="servers">The certificates of the servers that were asked themselves.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="state">The captured settings; null without them.</param>
    public ServiceIssue? AgainstServers(IEnumerable<ServiceCertificate> servers, NamespacePlan plan, ExchangeState? state)
    {
        ServiceCertificate[] known = [.. servers.Where(s => s.Leaf is not null && Behind.Contains(s.Place.Server!))];
        ServiceCertificate[] other = [.. known.Where(s => s.Leaf != Leaf)];
        if (Leaf is null || Place.Server is not null || other.Length == 0)
        {
            return null;
        }

        string what = $"{string.Join(", ", other.Select(o => $"{o.Place.Server!.Name} shows {Short(o.Leaf!)}").Distinct())}, and this host "
            + $"{Short(Leaf)} (SHA-256)";
        switch (plan.ReverseProxy)
        {
            case ReverseProxyStrategy.SharedCertificate:
            case ReverseProxyStrategy.SharedCertificateWithServerNames:
                return ServiceIssue.Error(ServiceVerdict.Certificate, LeafDiffers, Place.Text,
                    $"Proxy and server have different certificates, and the plan has one: {what}. {Unprotected}.",
                    "Install the same certificate with the same key on the proxy and on each server.", Rule);
            case ReverseProxyStrategy.SeparateCertificate:
                string[] on = [.. other.Select(o => o.Place.Server!.Name).Where(n => state?.ShowsExtendedProtection(n) == true).Distinct()];
                return on.Length > 0
                    ? ServiceIssue.Error(ServiceVerdict.Certificate, LeafDiffers, Place.Text,
                        $"Proxy and server have different certificates, and Extended Protection is on at {string.Join(", ", on)}: {what}. "
                            + $"{Unprotected}.",
                        "Install the same certificate with the same key on the proxy and on each server, or turn Extended Protection off.",
                        Rule)
                    : ServiceIssue.Information(LeafDiffersByPlan, Place.Text,
                        $"Proxy and server have different certificates, as planned: {what}. {Unprotected}.",
                        "Leave Extended Protection off, or plan one certificate for both.", Rule);
            case ReverseProxyStrategy.None:
                return other.Length < known.Length ? null : ServiceIssue.Warning(ServiceVerdict.Certificate, TlsEndsInFront, Place.Text,
                    $"TLS ends in front of the servers, and the plan has no proxy that does so: {what}. {Unprotected}.",
                    "Plan with -ReverseProxy, or let the load balancer pass TLS through.", Rule);
            default:
                throw ClosedSet.Outside(plan.ReverseProxy);
        }
    }

    /// <summary>What the certificate comes to before it is compared with others.</summary>
    public CheckSummary Own => Verdict.Outcome == CheckOutcome.Unknown
        ? CheckSummary.Unknown(Verdict.Message, Verdict.Remedy, Verdict.Rule)
        : CheckSummary.Passed("The certificate is as planned.");

    private static string Short(string digest) => digest.Substring(0, Math.Min(DigestShown, digest.Length)) + "..";
}
