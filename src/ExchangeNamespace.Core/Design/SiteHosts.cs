using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Design;

/// <summary>The hosts of a site as its servers have them: one for each service and side, and the one that most services have.</summary>
internal sealed class SiteHosts(string name, IReadOnlyList<ServerView> servers)
{
    private readonly Dictionary<(ClientService, Side), Vote?> _votes = [];
    private readonly Dictionary<(ClientService, Side), Fqdn?> _hosts = [];

    public string Name => name;

    public IReadOnlyList<ServerView> Servers => servers;

    /// <summary>The site in words.</summary>
    public string Label => name.Length == 0 ? "the site" : "site " + name;

    /// <summary>The name that servers of 2007 are served under, so that their hosts are not those of the site; null for none.</summary>
    public Fqdn? LegacyHost { get; set; }

    public bool IsFacing => servers.Any(s => s.InternetFacing == true);

    public bool IsKnownInside => servers.All(s => s.InternetFacing == false);

    /// <summary>What the servers of the site have; null where nothing was captured.</summary>
    public Vote? Of(ClientService service, Side side)
    {
        if (!_votes.TryGetValue((service, side), out Vote? vote))
        {
            vote = Vote.Count(Ballots(service, side));
            _votes.Add((service, side), vote);
        }

        return vote;
    }

    /// <summary>The host of a service that a design can state; null for none.</summary>
    public Fqdn? Host(ClientService service, Side side)
    {
        if (!_hosts.TryGetValue((service, side), out Fqdn? host))
        {
            host = Of(service, side) is { Winner.Kind: ChoiceKind.Shared } vote
                && Fqdn.TryParse(vote.Winner.Text, "Host", out Fqdn? read, out _) ? read : null;
            _hosts.Add((service, side), host);
        }

        return host;
    }

    /// <summary>
    /// The host that most services of the site have; of equally many the one of the first service, but one of Outlook Anywhere alone last,
    /// which often has a host of its own.
    /// </summary>
    public Fqdn? Main(Side side) => side == Side.External && IsBehindOthers ? null : ServerView.Services
        .Where(s => Host(s, side) is not null)
        .GroupBy(s => Host(s, side)!)
        .OrderByDescending(g => g.Count())
        .ThenBy(g => g.All(s => s == ClientService.OutlookAnywhere))
        .FirstOrDefault()?.Key;

    /// <summary>
    /// Whether servers of 2007 have ActiveSync under the legacy name: that is so where 2010 answers under the host of their site, which is
    /// then the host of another site too, whatever the host of Outlook Anywhere.
    /// </summary>
    public bool IsBehindOthers => LegacyHost is not null
        && servers.All(s => s.Is2007 || s.InternetFacing != true)
        && servers.Any(s => s.Host(ClientService.ActiveSync, Side.External)?.Text == LegacyHost.Value);

    /// <summary>How sure a host is: as sure as the services that have it.</summary>
    public DesignCertainty Certainty(Fqdn host, Side side) => Speaking(host, side).Select(v => v.Vote.Certainty).DefaultIfEmpty().Max();

    /// <summary>Which services on which servers have a host.</summary>
    public string Evidence(Fqdn host, Side side)
    {
        (ClientService Service, Vote Vote)[] speaking = [.. Speaking(host, side)];
        string[] supporters = [.. speaking.SelectMany(s => s.Vote.Supporters).Distinct(StringComparer.OrdinalIgnoreCase)];
        return $"{(side == Side.Internal ? "internal" : "external")} host of {string.Join(", ", speaking.Select(s => s.Service))} on "
            + Text.NameList.Describe(supporters);
    }

    private IEnumerable<(ClientService Service, Vote Vote)> Speaking(Fqdn host, Side side)
    {
        foreach (ClientService service in ServerView.Services)
        {
            if (host.Equals(Host(service, side)))
            {
                yield return (service, Of(service, side)!);
            }
        }
    }

    private IEnumerable<(string Server, Choice Choice)> Ballots(ClientService service, Side side)
    {
        foreach (ServerView server in servers)
        {
            if ((side == Side.Internal || server.InternetFacing == true) && server.Host(service, side) is { } choice
                && !IsLegacy(server, service, choice))
            {
                yield return (server.Name, Stated(server, service, side, choice));
            }
        }
    }

    /// <summary>Whether a server of 2007 has the legacy name for a service; behind 2010 or not, its host tells.</summary>
    private bool IsLegacy(ServerView server, ClientService service, Choice choice)
    {
        LegacyNeed need = ServiceCatalog.Define(service).LegacyNeed;
        return LegacyHost is not null && server.Is2007 && need switch
        {
            LegacyNeed.Always => true,
            LegacyNeed.Never => false,
            LegacyNeed.Behind2010 => choice.Text == LegacyHost.Value,
            _ => throw ClosedSet.Outside(need),
        };
    }

    /// <summary>A server alone in its site, or an external host, can be stated by its own name; setup writes no external one.</summary>
    private Choice Stated(ServerView server, ClientService service, Side side, Choice choice) =>
        choice.Kind != ChoiceKind.Own || service == ClientService.PowerShell ? choice
        : side == Side.External ? Choice.Shared(ServerView.HostOf(service, server.Raw(service, side))!)
        : servers.Count == 1 && server.Fqdn is { } own ? Choice.Shared(own.Value)
        : choice;
}
