using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Planning.Rules;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning;

/// <summary>
/// Derives the plan from a request. A pure function: the same request gives the same plan on every machine and in every culture.
/// </summary>
public static class NamespacePlanner
{
    /// <summary>Derives the plan.</summary>
    /// <param name="request">What the administrator states.</param>
    /// <returns>The plan with its findings, and the faults of servers that could not be planned.</returns>
    public static PlanResult Plan(NamespaceRequest request)
    {
        ServerSorter sorter = new(request);
        if (sorter.Usable.Count == 0)
        {
            return new PlanResult(null, sorter.Faults.Count > 0
                ? sorter.Faults
                : [new InputFault(FaultIds.ServerMissing, "Server", null,
                    "No server with a client-access role was given. Name at least one, such as CAS01.")]);
        }

        bool keepInternal = request.KeepInternalUrl
            ?? (KeepsServerNames(request.ReverseProxy) && request.InternalHost is null && request.Sites.All(s => s.InternalHost is null));
        ServerNameChoice serverNames = request.ServerNames
            ?? (KeepsServerNames(request.ReverseProxy) ? ServerNameChoice.Both : ServerNameChoice.None);
        ZoneView zones = ZoneView.Create(request);
        (IReadOnlyList<SiteDraft> sites, IReadOnlyList<SiteDraft> siteOf) = Sites(request, zones, keepInternal, sorter.Usable);
        (IReadOnlyList<PlannedServer> servers, IReadOnlyList<ServerGroup> groups) = Servers(request, siteOf, keepInternal,
            sorter.Usable);

        PlanDraft draft = new(request)
        {
            Zones = zones,
            Sites = sites,
            Servers = servers,
            Groups = groups,
            KeepInternal = keepInternal,
            ServerNames = serverNames,
            Mail = MailPlanner.Plan(request, sites),
        };
        draft.Certificates = CertificatePlanner.Plan(draft);
        if (request.CommonName is { } common
            && !draft.Certificates.Any(c => string.Equals(c.CommonName, common, StringComparison.OrdinalIgnoreCase)))
        {
            string[] names =
                [.. draft.Certificates.SelectMany(c => c.Names).Select(n => n.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
            return new PlanResult(null, [.. sorter.Faults, new InputFault(FaultIds.InputContradiction, "CommonName", common,
                $"The common name {common} is on no certificate of the plan. Add it with CertificateName, or choose one of: "
                    + $"{NameList.Describe(names)}.")]);
        }

        draft.DnsRecords = DnsRecordPlanner.Plan(draft);
        draft.OutlookProvider = OutlookProviderRule.Choose(draft);
        return new PlanResult(Finish(draft), sorter.Faults) { Assumptions = PlanAssumptions.Of(draft) };
    }

    private static bool KeepsServerNames(ReverseProxyStrategy strategy) =>
        strategy is ReverseProxyStrategy.SharedCertificateWithServerNames or ReverseProxyStrategy.SeparateCertificate;

    /// <summary>The sites of the plan, and the site of each server in the order of the servers.</summary>
    private static (IReadOnlyList<SiteDraft> Sites, IReadOnlyList<SiteDraft> SiteOf) Sites(NamespaceRequest request, ZoneView zones,
        bool keepInternal, IReadOnlyList<ServerRequest> servers)
    {
        List<SiteDraft> sites = [.. request.Sites.Select(s => new SiteDraft(s.Name, request, s, zones, keepInternal))];
        Dictionary<string, SiteDraft> byName = sites.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
        List<SiteDraft> siteOf = new(servers.Count);
        foreach (ServerRequest server in servers)
        {
            string name = server.Site ?? (sites.Count == 1 && request.Sites.Count == 1 ? sites[0].Name : string.Empty);
            if (!byName.TryGetValue(name, out SiteDraft? site))
            {
                site = new SiteDraft(name, request, site: null, zones, keepInternal);
                byName.Add(name, site);
                sites.Add(site);
            }

            siteOf.Add(site);
            site.Servers.Add(server);
            site.InternetFacing |= site.MayFaceInternet && server.InternetFacing != false;
        }

        List<SiteDraft> facing = [.. sites.Where(s => s.InternetFacing)];
        bool regionalOnly = !facing.Exists(s => s.ExternalHost.Equals(request.ExternalHost));
        facing.ForEach(s => s.IsPrimary = regionalOnly || s.ExternalHost.Equals(request.ExternalHost));
        return (sites, siteOf);
    }

    private static (IReadOnlyList<PlannedServer> Servers, IReadOnlyList<ServerGroup> Groups) Servers(
        NamespaceRequest request, IReadOnlyList<SiteDraft> siteOf, bool keepInternal, IReadOnlyList<ServerRequest> usable)
    {
        AssignmentPlanner planner = new(request, keepInternal);
        HashSet<SiteDraft> newer = [.. usable.Select((s, i) => (Site: siteOf[i], Version: s.Version ?? request.Version!))
            .Where(x => !LegacyServers.IsLegacy(x.Version)).Select(x => x.Site)];
        Dictionary<(SiteDraft, ExchangeVersion, bool, bool?, bool), ServerGroup> groups = [];
        ILookup<Fqdn, ExchangeVersion> behind = usable
            .Select((s, i) => (Host: siteOf[i].ExternalHostOf(ClientService.ActiveSync), Version: s.Version ?? request.Version!,
                IsReached: siteOf[i].MayFaceInternet && s.InternetFacing != false))
            .Where(x => x.IsReached)
            .ToLookup(x => x.Host, x => x.Version);
        List<PlannedServer> servers = new(usable.Count);
        List<ServerGroup> ordered = [];
        for (int i = 0; i < usable.Count; i++)
        {
            ServerRequest server = usable[i];
            SiteDraft site = siteOf[i];
            ExchangeVersion version = server.Version ?? request.Version!;
            bool facing = site.MayFaceInternet && server.InternetFacing != false;
            bool? enabled = ServiceCatalog.DecidingState(version, server.OutlookAnywhereEnabled);
            bool protects = server.ExtendedProtection == true;
            if (!groups.TryGetValue((site, version, facing, enabled, protects), out ServerGroup? group))
            {
                group = new ServerGroup
                {
                    Site = site,
                    Version = version,
                    InternetFacing = facing,
                    OutlookAnywhereEnabled = enabled,
                    Legacy = LegacyServers.IsLegacy(version) && LegacyServers.HandOver(site, newer),
                    OffloadingOff = protects,
                };
                group.Services = planner.Plan(group, FrontEnds.Newest(behind[site.ExternalHostOf(ClientService.ActiveSync)]));
                groups.Add((site, version, facing, enabled, protects), group);
                ordered.Add(group);
            }

            group.Servers.Add(server.Name);
            servers.Add(new PlannedServer
            {
                Name = server.Name,
                Fqdn = server.Fqdn,
                Version = version,
                Site = site.Name,
                InternetFacing = facing,
                OutlookAnywhereEnabled = server.OutlookAnywhereEnabled,
                Addresses = server.Addresses,
                Services = group.Services,
            });
        }

        return (servers, ordered);
    }

    private static NamespacePlan Finish(PlanDraft draft)
    {
        NamespaceRequest request = draft.Request;
        ILookup<bool, Finding> judged = PlanRules.Judge(draft).ToLookup(PlanRules.IsNote);
        return new NamespacePlan
        {
            ExternalHost = request.ExternalHost,
            ExternalZone = draft.Zones.ExternalZone,
            ADDomain = draft.Zones.ADDomain,
            SmtpDomains = draft.Zones.SmtpDomains,
            AutodiscoverSrvDomains = request.AutodiscoverSrvDomains,
            DnsModel = draft.Zones.Model,
            Zones = [.. draft.Zones.Describe(draft.DnsRecords.Select(r => r.Name).Concat(request.AutodiscoverSrvDomains))],
            LegacyHost = request.LegacyHost,
            MailHost = request.MailHost,
            Mail = draft.Mail,
            ReverseProxy = request.ReverseProxy,
            Hybrid = request.Hybrid,
            AsOf = request.AsOf,
            Sites = [.. draft.Sites.Where(s => s.Servers.Count > 0).Select(s => Describe(s, draft.KeepInternal))],
            Servers = draft.Servers,
            Certificates = draft.Certificates,
            DnsRecords = draft.DnsRecords,
            OutlookProvider = draft.OutlookProvider,
            Findings = [.. judged[false]],
            Notes = [.. judged[true]],
        };
    }

    private static PlannedSite Describe(SiteDraft site, bool keepInternal) => new()
    {
        Name = site.Name,
        InternetFacing = site.InternetFacing,
        ExternalHost = site.InternetFacing ? site.ExternalHost : null,
        InternalHost = keepInternal ? null : site.InternalHost,
        AutodiscoverHost = site.ServiceConnectionPointHost,
        LegacyHost = site.OwnLegacyHost,
        SiteScope = site.SiteScope,
    };
}
