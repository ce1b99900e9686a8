using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>What follows from having sites (S4, S5, S29, S30).</summary>
internal static class SiteRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft) => Empty(draft)
        .Concat(Cleared(draft))
        .Concat(WithoutConnectionPoint(draft))
        .Concat(Assumed(draft))
        .Concat(Differences(draft))
        .Concat(Scopes(draft))
        .Concat(SharedHosts(draft))
        .Concat(SharedExternalHosts(draft))
        .Concat(FailoverCertificates(draft));

    /// <summary>A blank cell of a table, or a server that was forgotten: the others show that it matters.</summary>
    private static IEnumerable<Finding> Assumed(PlanDraft draft)
    {
        if (draft.Sites.SelectMany(s => s.Servers).All(s => s.InternetFacing != false))
        {
            yield break;
        }

        string[] silent =
        [
            .. draft.Sites.Where(s => s.MayFaceInternet && !s.IsStatedInternetFacing)
                .SelectMany(s => s.Servers)
                .Where(s => s.InternetFacing is null)
                .Select(s => s.Name),
        ];
        if (silent.Length > 0)
        {
            yield return Findings.Warning(FindingCodes.InternetFacingAssumed, silent,
                "Other servers state InternetFacing = $false, and here it is blank or left out: clients on the Internet are taken to "
                    + "reach these servers, which get external URLs.",
                "State InternetFacing for each server, Yes or No in a table.", "S29", silent);
        }
    }

    private static IEnumerable<Finding> Differences(PlanDraft draft)
    {
        foreach (SiteDraft site in draft.Sites)
        {
            ServerGroup[] groups = [.. draft.GroupsOf(site)];
            string[] facing = [.. groups.Where(g => g.InternetFacing).SelectMany(g => g.Servers)];
            string[] others = [.. groups.Where(g => !g.InternetFacing).SelectMany(g => g.Servers)];
            if (facing.Length > 0 && others.Length > 0)
            {
                yield return Findings.Warning(FindingCodes.SiteServersDiffer, site.Label,
                    $"{NameList.Describe(facing)} of the site: Internet-facing; {NameList.Describe(others)}: not. Which URLs the clients "
                        + "of the site are given then depends on the server that is picked"
                        + (groups.Any(g => LegacyServers.IsLegacy(g.Version))
                            ? ", and a 2007 server without an ActiveSync ExternalUrl answers HTTP 451 inside the site." : "."),
                    "Give all servers of a site the same InternetFacing, or put them into sites of their own.", "S29", others);
            }

            string[] versions =
            [
                .. groups.GroupBy(g => g.Version)
                    .OrderBy(v => v.Key)
                    .Select(v => $"{v.Key}: {NameList.Describe([.. v.SelectMany(g => g.Servers)])}"),
            ];
            if (versions.Length > 1)
            {
                int newest = FrontEnds.Newest(groups.Select(g => g.Version));
                string[] front = [.. groups.Where(g => FrontEnds.Of(g.Version) == newest).SelectMany(g => g.Servers)];
                bool mixed = groups.Any(g => FrontEnds.Of(g.Version) != newest);
                yield return Findings.Information(FindingCodes.SiteVersionsDiffer, site.Label,
                    $"The servers of the site have different versions ({string.Join("; ", versions)}): each gets the lines of its own.",
                    mixed ? $"Lead the names of the site to {NameList.Describe(front)} alone: older servers do not serve mailboxes on "
                        + "newer ones."
                        : "Bring them to the same update where one name leads to all of them.", "1E");
            }
        }
    }

    private static IEnumerable<Finding> Empty(PlanDraft draft) => draft.Sites
        .Where(s => s.Servers.Count == 0)
        .Select(s => Findings.Warning(FindingCodes.SiteWithoutServers, s.Name, $"No server of the plan is in site {s.Name}.",
            "Check the site names of the servers.", "S5"));

    private static IEnumerable<Finding> Cleared(PlanDraft draft)
    {
        foreach (ServerGroup group in draft.Groups)
        {
            string services = string.Join(", ", group.Services.Where(s => s.External.Action == SettingAction.Clear).Select(s => s.Service));
            if (services.Length > 0)
            {
                yield return Findings.Warning(FindingCodes.ExternalUrlCleared, group.Servers,
                    $"Not Internet-facing: the external value of {services} is cleared.",
                    "Leave out InternetFacing = $false where clients outside do reach the server.", "S29");
            }
        }
    }

    /// <summary>Direct connect to Microsoft 365 begins with Outlook 16.0.6741.2017 (KB 2212902); order of lookup in KB 3211279.</summary>
    private static IEnumerable<Finding> WithoutConnectionPoint(PlanDraft draft)
    {
        string[] servers = [.. draft.Servers.Where(s => s.ClearsConnectionPoint).Select(s => s.Name)];
        if (servers.Length > 0)
        {
            yield return Findings.Warning(FindingCodes.ConnectionPointCleared, servers,
                "The service connection point is cleared, so Outlook on domain members finds these servers by DNS alone. That is "
                    + "right once every mailbox is in Exchange Online: Outlook before 16.0.6741.2017, and so 2007 to 2013, asks the "
                    + "service connection point first and would be led to these servers; later builds ask Exchange Online first.",
                "Before the lines are run, lead the autodiscover name of each mail domain to autodiscover.outlook.com in both DNS "
                    + "views, which the records of this plan do not do. Keep a host where a mailbox is still on these servers.", "S6",
                servers);
        }
    }

    private static IEnumerable<Finding> Scopes(PlanDraft draft)
    {
        List<SiteDraft> sites = [.. draft.Sites.Where(s => s.Servers.Count > 0)];
        bool differ = sites.Select(s => s.ServiceConnectionPointHost).OfType<Fqdn>().Distinct().Count() > 1;
        if (differ && sites.Any(s => s.SiteScope is null))
        {
            yield return Findings.Warning(FindingCodes.SiteScopeMissing,
                NameList.Describe([.. sites.Where(s => s.SiteScope is null).Select(s => s.Label)]),
                "The service connection points differ by site, but without a site scope a client takes any of them.",
                "Give SiteScope in -Site, including client sites that have no server of their own.", "S5");
        }
    }

    private static IEnumerable<Finding> SharedHosts(PlanDraft draft)
    {
        if (draft.KeepInternal || !(draft.Has(ExchangeProduct.Exchange2007) || draft.Has(ExchangeProduct.Exchange2010)))
        {
            yield break;
        }

        List<SiteDraft> sites = [.. draft.Sites.Where(s => s.Servers.Count > 0)];
        ILookup<Fqdn, SiteDraft> byHost = sites.ToLookup(s => s.InternalHost);
        foreach (SiteDraft site in sites.Where(s => !s.InternetFacing && byHost[s.InternalHost].Skip(1).Any()))
        {
            yield return Findings.Warning(FindingCodes.InternalHostShared, site.Label,
                $"{site.InternalHost} is the internal host of another site too: 2007 and 2010 proxy to a site by its InternalUrl, and this "
                    + "one leads elsewhere.",
                "Give the site an InternalHost of its own.", "S30");
        }
    }

    /// <summary>
    /// From 2013 on servers proxy to each other; before, a server sends the client to the ExternalUrl of the mailbox's site (bb310763).
    /// </summary>
    private static IEnumerable<Finding> SharedExternalHosts(PlanDraft draft)
    {
        foreach (IGrouping<Fqdn, SiteDraft> same in Facing(draft).GroupBy(s => s.ExternalHost).Where(g => g.Skip(1).Any()))
        {
            string sites = NameList.Describe([.. same.Select(s => s.Label)]);
            bool redirects = same.Count(s => draft.GroupsOf(s).Any(IsRedirecting)) > 1;
            yield return redirects
                ? Findings.Warning(FindingCodes.ExternalHostShared, same.Key.Value,
                    $"It is the external host of {sites}, and 2007 and 2010 send OWA and ActiveSync of a mailbox in another site to the "
                        + "ExternalUrl there, which is the same name: a redirect that loops.",
                    "Give each site an ExternalHost of its own, or InternetFacing = $false to all but one, so that requests are "
                        + "proxied.", "S31")
                : Findings.Information(FindingCodes.ExternalHostShared, same.Key.Value,
                    $"It is the external host of {sites}: a server of either site may answer for mailboxes of both. Servers of 2013 and "
                        + "later proxy to each other.",
                    "The same names, certificate and authentication are needed in these sites.", "S31");
        }
    }

    /// <summary>A client that is led to the other site under the same name meets the other certificate.</summary>
    private static IEnumerable<Finding> FailoverCertificates(PlanDraft draft)
    {
        foreach (IGrouping<Fqdn, SiteDraft> same in Facing(draft).GroupBy(s => s.ExternalHost))
        {
            HashSet<string>[] certificates =
            [
                .. same.SelectMany(draft.CertificatesOf)
                    .Distinct()
                    .Select(c => new HashSet<string>(c.Names.Select(n => n.Name), StringComparer.OrdinalIgnoreCase)),
            ];
            if (certificates.Length > 1 && draft.Request.ReverseProxy != ReverseProxyStrategy.SeparateCertificate)
            {
                string[] missing =
                [
                    .. certificates.SelectMany(c => c)
                        .Distinct(StringComparer.OrdinalIgnoreCase)
                        .Where(n => certificates.Any(c => !c.Contains(n))),
                ];
                yield return Findings.Warning(FindingCodes.FailoverCertificatesDiffer, same.Key.Value,
                    $"Under this name {NameList.Describe([.. same.Select(s => s.Label)])} answer with different certificates. After a "
                        + "switch from one to the other, OWA users must sign in again, "
                    + $"and these names are not on each certificate: {NameList.Describe(missing)}.",
                    "Use one certificate with all names in the sites that stand in for each other.", "S25", missing);
            }
        }
    }

    private static bool IsRedirecting(ServerGroup group) => group.InternetFacing && group.Version.Product <= ExchangeProduct.Exchange2010;

    private static IEnumerable<SiteDraft> Facing(PlanDraft draft) => draft.Sites.Where(s => s.InternetFacing && s.Servers.Count > 0);
}
