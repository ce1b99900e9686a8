using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Routing;

/// <summary>Organisations in a few words.</summary>
internal static class Topologies
{
    public static readonly RouteProtocol[] Protocols = System.Enum.GetValues<RouteProtocol>();

    public static RouteUrl Url(string? host, RouteProtocol protocol = RouteProtocol.OWA) => new(host is null ? null : $"https://{host}/{protocol}", true);

    /// <summary>A server whose services all have the same two hosts.</summary>
    public static RouteServer Server(string name, string site, string version, string? external, string? inside = "", bool? integrated = null, bool clientAccess = true, bool? internetFacing = null)
    {
        ExchangeVersion read = Versions.Read(version == "2007" ? "2007SP3" : version);
        string host = name.ToLowerInvariant() + ".corp.example";
        return new RouteServer
        {
            Name = name,
            Host = host,
            Site = site,
            Product = read.Product,
            IsClientAccess = clientAccess,
            InternetFacing = internetFacing,
            Endpoints = Protocols.Where(p => RouteTopology.Has(p, read)).ToDictionary(
                p => p, p => new RouteEndpoint(Url(inside?.Length == 0 ? host : inside, p), Url(external, p)) { Integrated = integrated }),
        };
    }

    public static RouteTopology Of(params RouteServer[] servers) => new(servers, [.. servers.Select(s => s.Site).Distinct()]);

    public static ClientAccessRoute Trace(RouteTopology topology, RouteProtocol protocol, string entry, string mailboxSite, string mailbox, DnsView view = DnsView.External, string? mailboxServer = null) =>
        new RouteSimulator(topology).Trace(new RouteQuestion(protocol, view, topology.FindServer(entry)!, mailboxSite, Product(mailbox), mailboxServer));

    public static ExchangeProduct Product(string text) => System.Enum.Parse<ExchangeProduct>("Exchange" + text);
}
