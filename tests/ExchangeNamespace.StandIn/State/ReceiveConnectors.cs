using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.StandIn.Commands;

namespace ExchangeNamespace.StandIn.State;

/// <summary>The receive connectors that setup makes, and the one that takes a connection.</summary>
internal static class ReceiveConnectors
{
    private static readonly string[] Everyone = ["0.0.0.0-255.255.255.255"];
    private static readonly string[] EveryoneWithIPv6 = ["::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "0.0.0.0-255.255.255.255"];
    private static readonly string[] WithServers = ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer"];
    private static readonly string[] WithoutServers = ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS"];

    private static readonly (string Name, int Port, string? Role, bool ExchangeServer)[] Before2013 = [("Default", 25, null, true), ("Client", 587, null, false)];

    private static readonly (string Name, int Port, string? Role, bool ExchangeServer)[] From2013 =
    [
        ("Default Frontend", 25, "FrontendTransport", true), ("Outbound Proxy Frontend", 717, "FrontendTransport", true), ("Client Frontend", 587, "FrontendTransport", false),
        ("Default", 2525, "HubTransport", true), ("Client Proxy", 465, "HubTransport", true),
    ];

    public static void Add(StandInContainer server, StandInVersion version)
    {
        foreach ((string name, int port, string? role, bool exchangeServer) in version.HasPermanentOutlookAnywhere ? From2013 : Before2013)
        {
            string full = name + " " + server.Name;
            var connector = new StandInObject("ReceiveConnector", server.Name, server.Name + "\\" + full, full, server.Name + "\\" + full);
            string number = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
            connector["Fqdn"] = server.Fqdn;
            connector["AuthMechanism"] = exchangeServer ? WithServers : WithoutServers;
            connector["Bindings"] = version.Is2007 ? new[] { "0.0.0.0:" + number } : ["[::]:" + number, "0.0.0.0:" + number];
            connector["RemoteIPRanges"] = version.Is2007 ? Everyone : EveryoneWithIPv6;
            connector["TransportRole"] = role;
            server.Add(connector);
        }
    }

    /// <summary>The connector that takes a connection: the narrowest remote range wins, then the binding to the very address.</summary>
    public static StandInObject? Taking(StandInContainer server, string local, int port, string remote) => server.Objects
        .Where(item => item.Kind == "ReceiveConnector")
        .SelectMany(item => ConnectorRules.Values(item, "RemoteIPRanges").Select(AddressRange.Parse).Where(r => r.Contains(remote)), (item, range) => (item, range))
        .Select(x => (x.item, x.range, Exact: Binds(x.item, local, port, exact: true), Any: Binds(x.item, local, port, exact: false)))
        .Where(x => x.Exact || x.Any)
        .OrderByDescending(x => x.Exact)
        .ThenBy(x => x.range.Size)
        .Select(x => x.item)
        .FirstOrDefault();

    private static bool Binds(StandInObject item, string local, int port, bool exact)
    {
        string address = exact ? local : local.Contains(':', StringComparison.Ordinal) ? "::" : "0.0.0.0";
        IEnumerable<string> forms = [FormattableString.Invariant($"{address}:{port}"), FormattableString.Invariant($"[{address}]:{port}")];
        return ConnectorRules.Values(item, "Bindings").Intersect(forms, StringComparer.OrdinalIgnoreCase).Any();
    }
}
