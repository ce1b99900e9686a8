using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>The external and internal host of each site, and of each service where it differs.</summary>
internal static class HostDesign
{
    public static void Add(DesignDraft draft)
    {
        External(draft);
        foreach (SiteHosts site in draft.Sites)
        {
            string scope = draft.IsOneSite ? string.Empty : site.Name;
            if (!draft.IsOneSite && site.Main(Side.External) is { } outside && !outside.Equals(draft.ExternalHost))
            {
                draft.Put("ExternalHost", outside.Value, site.Certainty(outside, Side.External), site.Evidence(outside, Side.External),
                    scope);
            }

            if (Of2010(draft, site) is { } shared)
            {
                draft.Put("ExternalHost", shared.Value, DesignCertainty.Guess,
                    "servers of 2010 answer ActiveSync for the 2007 servers of the site", scope);
            }

            if (Internal(draft, site) is { } inside)
            {
                bool isOwn = site.Main(Side.Internal) is not null;
                draft.Put("InternalHost", inside.Value, isOwn ? site.Certainty(inside, Side.Internal) : DesignCertainty.Guess,
                    isOwn ? site.Evidence(inside, Side.Internal) : "newer servers answer for the 2007 servers of the site", scope);
            }

            Services(draft, site, scope);
            Contradictions(draft, site);
        }

        SharedHosts(draft);
        NotCaptured(draft);
    }

    public static Fqdn? Internal(DesignDraft draft, SiteHosts site) =>
        draft.KeepsInternal ? null : site.Main(Side.Internal) ?? OfNewer(draft, site);

    /// <summary>Where all servers of a site have the legacy name, newer servers elsewhere answer under the host of the site.</summary>
    private static Fqdn? OfNewer(DesignDraft draft, SiteHosts site) => site.LegacyHost is null || !site.Servers.All(s => s.Is2007) ? null
        : draft.Sites.Where(s => s.Servers.Any(v => !v.Is2007)).Select(s => s.Main(Side.Internal)).FirstOrDefault(h => h is not null);

    /// <summary>The external host of a site whose 2007 servers stand behind 2010, where that is not the host of the plan.</summary>
    private static Fqdn? Of2010(DesignDraft draft, SiteHosts site)
    {
        Fqdn[] hosts = !site.IsBehindOthers ? [] :
        [
            .. draft.Sites
                .Where(s => s.Servers.Any(v => v is { Version.Product: ExchangeProduct.Exchange2010, InternetFacing: true }))
                .Select(s => s.Main(Side.External)).OfType<Fqdn>(),
        ];
        return hosts.Contains(draft.ExternalHost) ? null : hosts.FirstOrDefault();
    }

    /// <summary>The site that most servers outside are reached through gives the design its external host.</summary>
    private static void External(DesignDraft draft)
    {
        SiteHosts? primary = draft.Sites
            .Where(s => s.Main(Side.External) is not null)
            .OrderByDescending(s => s.Servers.Count(v => v.InternetFacing == true))
            .FirstOrDefault();
        if (primary?.Main(Side.External) is { } host)
        {
            draft.ExternalHost = host;
            draft.Put("ExternalHost", host.Value, primary.Certainty(host, Side.External), primary.Evidence(host, Side.External));
            return;
        }

        bool isCaptured = draft.Servers.Any(s => s.InternetFacing is not null);
        string message = isCaptured ? "No server has an external URL, so none of them is Internet-facing."
            : "No external URL was captured.";
        if (Stand(draft) is not { } inside)
        {
            draft.Findings.Add(Findings.Warning(DesignFindingCodes.NoExternalHost, "ExternalHost",
                message + " Nothing captured can stand for the external host, and the design needs one.",
                "Write ExternalHost into the design.", DesignFindingCodes.Rule));
            return;
        }

        draft.ExternalHost = inside;
        draft.Put("ExternalHost", inside.Value, DesignCertainty.Guess, "no external URL: a host that is used inside stands for it");
        draft.Findings.Add(Findings.Warning(DesignFindingCodes.NoExternalHost, "ExternalHost",
            $"{message} A design needs an external host, and {inside} stands for it.",
            isCaptured ? "Write the external host into the design before a server is published."
                : "Write ExternalHost into the design, or capture the virtual directories too: lines would set it as external URL.",
            DesignFindingCodes.Rule));
    }

    private static Fqdn? Stand(DesignDraft draft) => draft.Sites.Select(s => s.Main(Side.Internal)).FirstOrDefault(h => h is not null)
        ?? draft.Sites.Select(s => s.Host(ClientService.Autodiscover, Side.Internal)).FirstOrDefault(h => h is not null)
        ?? draft.Servers.Select(s => s.Fqdn).FirstOrDefault(f => f is not null);

    private static void Services(DesignDraft draft, SiteHosts site, string scope)
    {
        foreach (ClientService service in ServerView.Services.Append(ClientService.PowerShell))
        {
            Side[] sides = draft.KeepsInternal ? [Side.External] : [Side.Internal, Side.External];
            foreach (Side side in sides)
            {
                if (site.Host(service, side) is { } host && !host.Equals(Follows(draft, site, service, side)))
                {
                    Vote vote = site.Of(service, side)!;
                    draft.Put($"ServiceHost.{service}.{side}", host.Value, vote.Certainty, vote.Evidence, scope);
                }
            }
        }
    }

    /// <summary>What the planner gives a service that is not named.</summary>
    private static Fqdn? Follows(DesignDraft draft, SiteHosts site, ClientService service, Side side)
    {
        ServiceDefinition definition = ServiceCatalog.Define(service);
        return definition.OnlyWhenAsked ? null
            : (definition.Follows is { } leader ? site.Host(leader, side) : null) ?? OfSite(draft, site, side);
    }

    private static Fqdn? OfSite(DesignDraft draft, SiteHosts site, Side side) =>
        side == Side.Internal ? site.Main(side) : site.Main(side) ?? Of2010(draft, site) ?? draft.ExternalHost;

    private static void Contradictions(DesignDraft draft, SiteHosts site)
    {
        Side[] sides = draft.KeepsInternal ? [Side.External] : [Side.Internal, Side.External];
        foreach (Side side in sides)
        {
            IEnumerable<(ClientService Service, Vote Vote)> split = ServerView.Services.Append(ClientService.PowerShell)
                .Select(s => (s, Vote: site.Of(s, side))).Where(x => x.Vote is { Odd.Count: > 0 }).Select(x => (x.s, x.Vote!));
            foreach (IGrouping<string, (ClientService Service, Vote Vote)> same in split
                .GroupBy(x => string.Join("|", x.Vote.Odd.Select(o => o.Server))))
            {
                Report(draft, site, side, [.. same]);
            }
        }
    }

    /// <summary>One finding for the same servers, which differ in one service or in many.</summary>
    private static void Report(DesignDraft draft, SiteHosts site, Side side, IReadOnlyList<(ClientService Service, Vote Vote)> split)
    {
        string[] servers = [.. split[0].Vote.Odd.Select(o => o.Server)];
        foreach ((ClientService service, Vote vote) in split)
        {
            foreach (string server in servers)
            {
                draft.Tell(server, service);
            }
        }

        draft.Findings.Add(new Finding
        {
            Code = DesignFindingCodes.HostDiffers,
            Severity = FindingSeverity.Warning,
            Subject = site.Label,
            Message = $"Its servers differ in the {(side == Side.Internal ? "internal" : "external")} host of "
                + $"{string.Join(", ", split.Select(s => s.Service))}: {split[0].Vote.DescribeOdd()}; "
                + $"{split[0].Vote.DescribeWinner()}.",
            Remedy = $"Set {NameList.Describe(servers)} as the others, or give them a site of their own.",
            Rule = "S2",
            Servers = servers,
            Values = [.. split.SelectMany(s => s.Vote.Odd.Select(o => $"{s.Service} {side} {o.Server}: {o.Choice}"))],
        });
    }

    private static void NotCaptured(DesignDraft draft)
    {
        HashSet<ClientService> captured = [.. draft.State.Kinds.Select(k => StateKinds.Default.Of(k).Service).OfType<ClientService>()];
        string[] missing = [.. ServerView.Services.Prepend(ClientService.Autodiscover)
            .Where(s => !captured.Contains(s) && draft.Servers.Any(v => v.Dialect(s) is not null))
            .Select(s => s == ClientService.Autodiscover ? "service connection points" : s.ToString())];
        if (missing.Length > 0)
        {
            draft.Findings.Add(Findings.Information(DesignFindingCodes.NotCaptured, "ServiceHost",
                $"Not captured: {string.Join(", ", missing)}. A plan gives them the hosts of their site.",
                "Capture with the whole script of Export-StateCaptureScript, or leave them out of the lines.", DesignFindingCodes.Rule,
                missing));
        }
    }

    /// <summary>Before 2013 each site that is reached from outside needs a host of its own; later it is a choice.</summary>
    private static void SharedHosts(DesignDraft draft)
    {
        IEnumerable<(Fqdn Host, SiteHosts Site)> used = draft.Sites.SelectMany(site => ServerView.Services
            .Select(s => site.Host(s, Side.External)).OfType<Fqdn>().Distinct().Select(h => (h, site)));
        foreach (IGrouping<Fqdn, (Fqdn Host, SiteHosts Site)> shared in used.GroupBy(u => u.Host).Where(g => g.Count() > 1))
        {
            SiteHosts[] sites = [.. shared.Select(s => s.Site).OrderByDescending(s => s.Servers.Count(v => v.InternetFacing == true))];
            string[] servers = [.. sites.Skip(1).SelectMany(s => s.Servers).Where(s => s.InternetFacing == true).Select(s => s.Name)];
            bool isOld = sites.SelectMany(s => s.Servers).Any(s => s.Version?.Product < ExchangeProduct.Exchange2013);
            draft.Findings.Add(new Finding
            {
                Code = DesignFindingCodes.SharedExternalHost,
                Severity = isOld ? FindingSeverity.Warning : FindingSeverity.Information,
                Subject = shared.Key.Value,
                Message = $"The sites {NameList.Describe([.. sites.Select(s => s.Name)])} share this external host.",
                Remedy = isOld
                    ? "Give each site a host of its own: 2007 and 2010 send clients to the site of their mailbox by its external URL."
                    : "Nothing, where the servers of each site answer for all mailboxes; else give each site a host of its own.",
                Rule = "S29",
                Servers = servers,
            });
        }
    }
}
