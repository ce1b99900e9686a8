using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>
/// The names that clients are given at a moment: by service connection points, by DNS, and by Autodiscover, which takes its answers from
/// any server of the mailbox's site and generation.
/// </summary>
internal sealed class ClientQuestions(Moment moment, NamespaceMigration migration)
{
    private static readonly DnsView[] Views = [DnsView.Internal, DnsView.External];

    private readonly List<(DnsView View, string Host)> _byDns = [.. ByDns(moment, migration)];

    /// <summary>Settings that were not known at the last moment, so that no question followed from them.</summary>
    public Dictionary<MigrationClient, int> Unknown { get; } = [];

    public IEnumerable<ClientQuestion> At(IReadOnlyList<MailboxGroup> groups)
    {
        Unknown.Clear();
        ILookup<(string, int), SimulatedServer> sites = moment.Servers.Values.Where(s => s.IsInstalled)
            .ToLookup(s => (s.Site.ToUpperInvariant(), s.Generation));
        List<(string Host, SimulatedServer? From)> points = [.. ConnectionPoints(null)];
        foreach (MailboxGroup group in groups)
        {
            // The computers of test users stand in the site of their mailboxes.
            foreach ((string host, SimulatedServer? from) in group.IsPilot ? ConnectionPoints(group.Site) : points)
            {
                yield return new(MigrationClient.OutlookByConnectionPoint, DnsView.Internal, group, host, RouteProtocol.Autodiscover)
                    { From = from, Severity = FindingSeverity.Error };
            }

            foreach ((DnsView view, string host) in _byDns)
            {
                yield return new(MigrationClient.AutodiscoverByDns, view, group, host, RouteProtocol.Autodiscover)
                    { Severity = FindingSeverity.Error };
            }

            SimulatedServer[] there = [.. sites[(group.Site, group.Generation)]];
            foreach (DnsView view in Views)
            {
                foreach (ClientQuestion question in Urls(view, group, there))
                {
                    yield return question;
                }
            }
        }
    }

    /// <summary>What a client of a site, or of any, may take: the points of its site, else any.</summary>
    private IEnumerable<(string Host, SimulatedServer? From)> ConnectionPoints(string? of)
    {
        SimulatedServer[] servers = [.. moment.Servers.Values.Where(s => s.IsInstalled && !s.IsGuarded)];
        SimulatedServer[] with = [.. servers.Where(s => s.ConnectionPoint.IsKnown)];
        int unknown = servers.Count(s => !s.ConnectionPoint.IsCaptured);
        Count(MigrationClient.OutlookByConnectionPoint, of is null ? unknown : 0);
        if (with.Length == 0)
        {
            // Without any point a domain-joined client goes on to DNS.
            return unknown > 0 ? [] : [.. _byDns.Where(d => d.View == DnsView.Internal).Select(d => (d.Host, (SimulatedServer?)null))];
        }

        string[] sites = of is not null ? [of] : [.. moment.Servers.Values.Select(s => s.Site)
            .Concat(with.SelectMany(s => s.Scope.Value ?? [])).Distinct(StringComparer.OrdinalIgnoreCase)];
        return sites.SelectMany(site => InScope(with, site))
            .GroupBy(s => NameTable.Key(HostText.Of(s.ConnectionPoint.Value!)))
            .Select(g => (g.Key, (SimulatedServer?)g.First()));
    }

    private static IEnumerable<SimulatedServer> InScope(IReadOnlyList<SimulatedServer> servers, string site)
    {
        SimulatedServer[] own = [.. servers.Where(s => s.Scope.Value?.Contains(site, StringComparer.OrdinalIgnoreCase) == true)];
        return own.Length > 0 ? own : servers;
    }

    private IEnumerable<ClientQuestion> Urls(DnsView view, MailboxGroup group, IReadOnlyList<SimulatedServer> there)
    {
        foreach ((ClientService service, MigrationClient client, RouteProtocol protocol) in ClientServices.All)
        {
            if (service == ClientService.MAPI && moment.MapiOverHttp is { IsKnown: true, Value: false })
            {
                continue;
            }

            List<(string Host, SimulatedServer From)> given = Given(service, view, there);

            // A site that the Internet does not reach is reached by way of another.
            foreach ((string host, SimulatedServer from) in given.Count > 0 || view == DnsView.Internal ? given
                : Given(service, view, moment.Servers.Values.Where(
                    s => s.IsInstalled && s.InternetFacing && s.Generation == group.Generation)))
            {
                yield return new(client, view, group, host, protocol) { From = from, Severity = FindingSeverity.Error };
            }
        }

        foreach (SimulatedServer server in moment.DownloadDomains.Value ? there : [])
        {
            if ((view == DnsView.Internal ? server.Downloads.Internal : server.Downloads.External) is { IsKnown: true, Value: { } host })
            {
                yield return new(MigrationClient.OutlookOnTheWeb, view, group, NameTable.Key(host), RouteProtocol.OWA)
                    { From = server, Severity = FindingSeverity.Error };
            }
        }
    }

    /// <summary>Each host once, from a server that is not just installed where there is one.</summary>
    private List<(string Host, SimulatedServer From)> Given(ClientService service, DnsView view, IEnumerable<SimulatedServer> servers)
    {
        List<(string Host, SimulatedServer From)> given = [];
        foreach (SimulatedServer server in servers)
        {
            if (Host(server, service, view) is not { } host)
            {
                continue;
            }

            int at = given.FindIndex(g => g.Host == host);
            if (at < 0)
            {
                given.Add((host, server));
            }
            else if (given[at].From.IsFresh)
            {
                given[at] = (host, server);
            }
        }

        return given;
    }

    private string? Host(SimulatedServer server, ClientService service, DnsView view)
    {
        if (!server.Urls.TryGetValue(service, out SimulatedUrls urls))
        {
            return null;
        }

        // Autodiscover gives devices the external URL wherever they are.
        bool externalFirst = view == DnsView.External || service == ClientService.ActiveSync;
        Captured<string> url = externalFirst ? urls.External : urls.Internal;
        if (view == DnsView.Internal && !url.IsKnown)
        {
            Captured<string> other = externalFirst ? urls.Internal : urls.External;
            url = url.IsCaptured || externalFirst ? other : url;
        }

        if (!url.IsCaptured)
        {
            Count(ClientServices.All.First(s => s.Service == service).Client, 1);
        }

        return url.IsKnown ? NameTable.Key(HostText.Of(url.Value!)) : null;
    }

    private void Count(MigrationClient client, int number)
    {
        if (number > 0)
        {
            Unknown[client] = (Unknown.TryGetValue(client, out int before) ? before : 0) + number;
        }
    }

    /// <summary>Names under which clients look for Autodiscover without a connection point, where they lead anywhere at first.</summary>
    private static IEnumerable<(DnsView, string)> ByDns(Moment moment, NamespaceMigration migration)
    {
        NamespacePlan present = migration.Present;
        foreach (DnsView view in Views)
        {
            foreach (Fqdn domain in present.SmtpDomains)
            {
                string host = present.AutodiscoverSrvDomains.Contains(domain) ? present.ServiceTarget(view).Value
                    : AutodiscoverLabels.HostPrefix + domain.Value;
                if (moment.Names.Find(view, host) is not null)
                {
                    yield return (view, NameTable.Key(host));
                }
            }
        }
    }
}
