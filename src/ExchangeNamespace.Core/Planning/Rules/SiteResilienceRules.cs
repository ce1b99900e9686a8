using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>
/// Sites that stand in for each other: the failback host of Outlook on the web and the client access array of 2010 (techcommunity 587472,
/// Namespace Planning in Exchange 2013, which says what 2010 needed).
/// </summary>
internal static class SiteResilienceRules
{
    private const string Rule = "S29";

    public static IEnumerable<Finding> Check(PlanDraft draft) =>
        draft.Sites.Where(s => s.Servers.Count > 0).SelectMany(s => Versions(draft, s).Concat(Array(draft, s))).Concat(Switch(draft));

    private static IEnumerable<Finding> Array(PlanDraft draft, SiteDraft site)
    {
        if (site.ClientAccessArray is not { } array || !Has(draft, site, ExchangeProduct.Exchange2010))
        {
            yield break;
        }

        bool isOutside = draft.DnsRecords.Any(r => r.View == DnsView.External && r.Name.Equals(array));
        yield return isOutside
            ? Findings.Warning(FindingCodes.ClientAccessArrayAmbiguous, array.Value,
                $"The client access array of {site.Label} has a name that the Internet resolves too: Outlook outside tries RPC over TCP to "
                    + "it first, and waits.",
                "Give the array a name that no URL has and that has a record inside only.", Rule, array.Value)
            : Findings.Information(FindingCodes.ClientAccessArray, array.Value,
                $"Outlook inside reaches mailboxes of {site.Label} by the client access array. Its name must equal no HTTP name and "
                    + "resolve inside only; no certificate needs it.",
                "New-ClientAccessArray for the site, then Set-MailboxDatabase -RpcClientAccessServer on its databases, before mailboxes "
                    + "are in them: Outlook keeps the name that its profile was made with.", Rule, array.Value);
    }

    private static IEnumerable<Finding> Versions(PlanDraft draft, SiteDraft site)
    {
        string[] without =
        [
            .. site.ClientAccessArray is not null && !Has(draft, site, ExchangeProduct.Exchange2010) ? ["ClientAccessArray"]
                : System.Array.Empty<string>(),
            .. site.FailbackHost is not null && draft.GroupsOf(site).All(g => g.Version.Product < ExchangeProduct.Exchange2010)
                ? ["FailbackHost"] : System.Array.Empty<string>(),
        ];
        if (without.Length > 0)
        {
            yield return Findings.Warning(FindingCodes.SiteResilienceNotInVersion, site.Label,
                $"No server of the site has a use for {NameList.Describe(without)}: client access arrays are of 2010 alone, and "
                    + "FailbackUrl begins with 2010.",
                "Leave it out. From 2013 on one name for both sites is enough, beside that of mail and Autodiscover.", Rule);
        }
    }

    private static IEnumerable<Finding> Switch(PlanDraft draft)
    {
        ILookup<Fqdn, SiteDraft> byHost = draft.Sites.Where(s => s.InternetFacing).ToLookup(s => s.ExternalHost);
        ILookup<bool, SiteDraft> sites = draft.Sites.Where(s => s.InternetFacing && s.FailbackHost is not null)
            .ToLookup(s => byHost[s.ExternalHost].Skip(1).Any());
        if (sites.Contains(true))
        {
            yield return Failback(sites[true],
                "The sites share their external host with another site (unbound): DNS may lead a client to either of them, so both serve "
                    + "at all times.",
                "Keep the failback hosts on the addresses of their own sites.");
        }

        if (sites.Contains(false))
        {
            yield return Failback(sites[false],
                "Each of these sites has an external host of its own (bound). When another site takes over, the records of the host are "
                    + "led to it, and its certificate must have the name too; the failback hosts stay where they are, whether both sites "
                    + "serve (active-active) or one stands by (active-passive).",
                "Keep a time to live of 300 seconds on the external hosts, and one certificate for both sites "
                    + "(-CertificatePerSite:$false).");
        }
    }

    private static Finding Failback(IEnumerable<SiteDraft> sites, string message, string remedy) => Findings.Information(
        FindingCodes.SiteResilience, NameList.Describe([.. sites.Select(s => s.Label)]), message, remedy, Rule,
        [.. sites.Select(s => s.FailbackHost!.Value)]);

    private static bool Has(PlanDraft draft, SiteDraft site, ExchangeProduct product) =>
        draft.GroupsOf(site).Any(g => g.Version.Product == product);
}
