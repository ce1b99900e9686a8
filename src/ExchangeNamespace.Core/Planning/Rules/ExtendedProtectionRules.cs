using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>
/// What Windows Extended Protection does not go together with, judged for each server by what is known of it and by its version.
/// </summary>
internal static class ExtendedProtectionRules
{
    private const string Rule = "S27";

    public static IEnumerable<Finding> Check(PlanDraft draft) => Offloading(draft).Concat(SeparateCertificates(draft)).Concat(Mixed(draft));

    /// <summary>A server where both would meet is refused before; here offloading keeps it from being switched on.</summary>
    private static IEnumerable<Finding> Offloading(PlanDraft draft)
    {
        string[] servers = draft.Request.SslOffloading == true
            ? [.. Servers(draft).Where(s => Support(draft, s) != ExtendedProtectionSupport.None).Select(s => s.Name)]
            : [];
        if (servers.Length > 0)
        {
            yield return Findings.Warning(FindingCodes.OffloadingPreventsExtendedProtection, NameList.Describe(servers),
                "SSL offloading and Extended Protection exclude each other. With offloading, Extended Protection cannot be switched on "
                    + "here, and setup of 2019 CU14 and later switches it on.",
                "Leave -SslOffloading out, and let the proxy encrypt again with the certificate of the servers (-ReverseProxy "
                    + "SharedCertificate).", Rule, servers);
        }
    }

    private static IEnumerable<Finding> SeparateCertificates(PlanDraft draft)
    {
        if (ExtendedProtection.Allows(draft.Request.ReverseProxy))
        {
            yield break;
        }

        const string Remedy = "Use -ReverseProxy SharedCertificate where Extended Protection is on.";
        string[] on = [.. Servers(draft).Where(s => IsTakenAsOn(draft, s)).Select(s => s.Name)];
        yield return on.Length > 0
            ? Findings.Error(FindingCodes.ProxyWithExtendedProtection, NameList.Describe(on),
                "The plan has separate certificates on proxy and servers, and Extended Protection is on there, by default or as stated: "
                    + "Windows authentication through the proxy fails.",
                Remedy + " For a server that was set up with /DoNotEnableEP state ExtendedProtection = $false.", Rule, on)
            : Findings.Warning(FindingCodes.ProxyWithExtendedProtection, PlannedCertificate.ReverseProxyMachine,
                "Separate certificates on proxy and servers cannot be combined with Extended Protection, which wants the same "
                    + "certificate on both.", Remedy, Rule);
    }

    private static IEnumerable<Finding> Mixed(PlanDraft draft)
    {
        foreach (SiteDraft site in draft.Sites)
        {
            ServerRequest[] able = [.. site.Servers.Where(s => Support(draft, s) != ExtendedProtectionSupport.None)];
            string[] on = [.. able.Where(s => IsTakenAsOn(draft, s)).Select(s => s.Name)];
            if (on.Length > 0 && on.Length < able.Length)
            {
                string[] others = [.. able.Select(s => s.Name).Except(on)];
                yield return Findings.Warning(FindingCodes.ExtendedProtectionDiffers, site.Label,
                    $"Extended Protection is on at {NameList.Describe(on)}, by default or as stated, and not known to be on at "
                        + $"{NameList.Describe(others)}. A client that it locks out works or fails with the server that answers.",
                    "Bring all servers behind one name to the same state with Microsoft's script "
                        + "ExchangeExtendedProtectionManagement.ps1, or state ExtendedProtection for each.", Rule, others);
            }
        }
    }

    private static IEnumerable<ServerRequest> Servers(PlanDraft draft) => draft.Sites.SelectMany(s => s.Servers);

    private static ExtendedProtectionSupport Support(PlanDraft draft, ServerRequest server) =>
        ExtendedProtection.Of(VersionOf(draft, server));

    private static bool IsTakenAsOn(PlanDraft draft, ServerRequest server) =>
        ExtendedProtection.IsTakenAsOn(VersionOf(draft, server), server.ExtendedProtection);

    private static ExchangeVersion VersionOf(PlanDraft draft, ServerRequest server) => server.Version ?? draft.Request.Version!;
}
