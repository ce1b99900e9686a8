using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Routing;

/// <summary>One URL or host of a service: a value, none, or not known.</summary>
internal readonly record struct RouteUrl(string? Value, bool IsKnown)
{
    public static RouteUrl Unknown => default;

    public string? Host => Value is { } url && HostOf(url) is var (start, end) ? url.Substring(start, end - start) : null;

    /// <summary>The same URL on another host; null without one.</summary>
    public string? OnHost(string host) =>
        Value is { } url && HostOf(url) is var (start, end) ? url.Substring(0, start) + host + url.Substring(end) : null;

    private static (int Start, int End) HostOf(string url)
    {
        int start = url.IndexOf("://", StringComparison.Ordinal);
        start = start < 0 ? 0 : start + 3;
        int end = url.IndexOfAny(['/', ':', '?', '#'], start);
        return (start, end < 0 ? url.Length : end);
    }
}

/// <summary>What one server says about one service.</summary>
internal sealed record RouteEndpoint(RouteUrl Internal, RouteUrl External)
{
    /// <summary>Whether Integrated Windows authentication is on; null where that is not known.</summary>
    public bool? Integrated { get; init; }

    public string? CrossSiteRedirectType { get; init; }

    public string? FailbackUrl { get; init; }
}

/// <summary>A server as a request sees it.</summary>
internal sealed record RouteServer
{
    public required string Name { get; init; }

    /// <summary>The full name, else the NetBIOS name.</summary>
    public required string Host { get; init; }

    public required string Site { get; init; }

    public required ExchangeProduct Product { get; init; }

    /// <summary>Services that the version has.</summary>
    public required IReadOnlyDictionary<RouteProtocol, RouteEndpoint> Endpoints { get; init; }

    public bool IsClientAccess { get; init; } = true;

    /// <summary>Whether clients outside reach it; null where only its URLs tell.</summary>
    public bool? InternetFacing { get; init; }

    /// <summary>
    /// The names on each certificate that may answer; empty where none is known, null where it is not known which of several servers a
    /// certificate is on.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>>? Certificates { get; init; } = [];

    public int Generation => RouteTopology.GenerationOf(Product);

    /// <summary>Whether clients outside reach it: as stated, else by its URLs; null where none of them was captured.</summary>
    public bool? IsPublished => InternetFacing
        ?? (Endpoints.Values.Any(e => e.External.Value is not null) ? true
            : Endpoints.Any(e => HasUrl(e.Key) && e.Value.External.IsKnown) ? false
            : null);

    private static bool HasUrl(RouteProtocol protocol) =>
        protocol is not (RouteProtocol.Autodiscover or RouteProtocol.POP or RouteProtocol.IMAP);

    public RouteEndpoint? Find(RouteProtocol protocol) => Endpoints.TryGetValue(protocol, out RouteEndpoint? endpoint) ? endpoint : null;

    public bool IsIn(string site) => string.Equals(Site, site, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether every certificate covers the host; null where some do, or none is known. The certificate of setup carries the server's own
    /// names (S32).
    /// </summary>
    public bool? Covers(string host) => Certificates is null ? null
        : Certificates.Count == 0 ? string.Equals(host, Host, StringComparison.OrdinalIgnoreCase)
            || string.Equals(host, Name, StringComparison.OrdinalIgnoreCase) ? true : null
        : RouteTopology.Covers(Certificates, host);
}

/// <summary>An organisation as requests see it, from a plan or from captured state.</summary>
internal sealed class RouteTopology(IReadOnlyList<RouteServer> servers, IReadOnlyList<string> sites)
{
    private readonly Dictionary<string, RouteServer> _byName = servers.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<(string, int), RouteServer> _serving = servers.Where(
        s => s.IsClientAccess || s.Generation == GenerationOf(ExchangeProduct.ExchangeSE))
            .ToLookup(s => (s.Site.ToUpperInvariant(), s.Generation));

    public IReadOnlyList<RouteServer> Servers { get; } = servers;

    /// <summary>All sites, those without a server included.</summary>
    public IReadOnlyList<string> Sites { get; } = sites;

    /// <summary>The certificates of a reverse proxy, which is what clients outside see.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ProxyCertificates { get; init; } = [];

    /// <summary>2007, 2010, and all later ones together: within a generation servers serve each other's mailboxes.</summary>
    public static int GenerationOf(ExchangeProduct product) => Math.Min((int)product, (int)ExchangeProduct.Exchange2013);

    public static bool? Covers(IReadOnlyList<IReadOnlyList<string>> certificates, string host)
    {
        bool[] each = [.. certificates.Select(names => CertificateNameMatcher.Covers(names, host)).Distinct()];
        return each.Length == 1 ? each[0] : null;
    }

    public RouteServer? FindServer(string name) => _byName.TryGetValue(name, out RouteServer? server) ? server : null;

    /// <summary>
    /// The servers of a site that serve a generation's mailboxes: Client Access servers, and from 2013 on mailbox servers, whose back end
    /// is asked straight.
    /// </summary>
    public IReadOnlyList<RouteServer> Serving(string site, int generation) => [.. _serving[(site.ToUpperInvariant(), generation)]];

    /// <summary>Whether a version has the service behind a protocol.</summary>
    public static bool Has(RouteProtocol protocol, ExchangeVersion version) =>
        ServiceOf(protocol) is not { } service || ServiceCatalog.Default.Find(service, version) is not null;

    public static ClientService? ServiceOf(RouteProtocol protocol) => protocol switch
    {
        RouteProtocol.OWA => ClientService.OWA,
        RouteProtocol.ECP => ClientService.ECP,
        RouteProtocol.ActiveSync => ClientService.ActiveSync,
        RouteProtocol.EWS => ClientService.EWS,
        RouteProtocol.OAB => ClientService.OAB,
        RouteProtocol.OutlookAnywhere => ClientService.OutlookAnywhere,
        RouteProtocol.MAPI => ClientService.MAPI,
        RouteProtocol.Autodiscover => ClientService.Autodiscover,
        RouteProtocol.POP or RouteProtocol.IMAP => null,
        _ => throw ClosedSet.Outside(protocol),
    };
}
