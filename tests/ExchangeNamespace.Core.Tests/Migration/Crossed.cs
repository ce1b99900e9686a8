using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Migration;

/// <summary>One organisation of the cross product.</summary>
internal sealed record CrossedCase(string Old, string New, string Model, string Proxy, int Sites, string Layout, string Addresses)
{
    public override string ToString() => $"{Old} > {New}, {Model}, {Proxy}, {Sites} site(s), {Layout}, addresses of {Addresses}";

    /// <summary>Whether Outlook Anywhere is on on the old servers; null where it is not stated.</summary>
    public bool? OutlookAnywhere { get; init; }

    /// <summary>Whether each of several sites of 2007 has a coexistence name of its own.</summary>
    public bool LegacyPerSite { get; init; } = true;

    /// <summary>Whether the full names of the servers are stated.</summary>
    public bool FullNames { get; init; }

    private bool OwnLegacy => LegacyPerSite && Sites > 1 && Old.StartsWith("2007", StringComparison.Ordinal);

    public NamespaceMigration Make() => Migrations.Make(Side("OLD", Old, 10), Side("NEW", New, 20));

    public NamespacePlan Side(string prefix, string version, int network)
    {
        string[] names = ["Zurich", "Bern", "Basel"];
        Dictionary<string, object?> Site(int i) => Plans.Members([("Name", names[i]),
            .. Layout == "own hosts" && i == 1 ? [("ExternalHost", "bern.contoso.com")] : Array.Empty<(string, object?)>(),
            .. (Layout == "own hosts" && i == 2) || (Layout == "one entrance" && i > 0)
                ? [("InternetFacing", false), ("InternalHost", $"{names[i].ToLowerInvariant()}.contoso.com")] : Array.Empty<(string, object?)>(),
            .. OwnLegacy ? [("LegacyHost", $"legacy-{names[i].ToLowerInvariant()}.contoso.com")] : Array.Empty<(string, object?)>(),
            .. Addresses == "balancer" ? [("InternalIPAddress", $"10.0.{(Layout == "one host" ? 0 : i)}.5")] : Array.Empty<(string, object?)>()]);
        return Migrations.Plan(
            Enumerable.Range(0, Sites).SelectMany(i => Enumerable.Range(1, 2).Select(n => (object)Server(
                $"{prefix}{i}{n}", version, names[i], Addresses == "server" ? $"10.0.{i}.{network + n}" : null,
                prefix == "OLD" ? OutlookAnywhere : null))),
            ("DnsModel", Model),
            ("ReverseProxy", Proxy),
            ("Site", Enumerable.Range(0, Sites).Select(i => (object)Site(i)).ToArray()),
            ("LegacyHost", OwnLegacy ? null : "legacy.contoso.com"),
            ("CertificateAuthority", "Internal"),
            ("ExternalIPAddress", Addresses switch { "server" => "192.0.2." + network, "balancer" => "192.0.2.5", _ => null }));
    }

    private Dictionary<string, object?> Server(string name, string version, string site, string? address, bool? outlookAnywhere)
    {
        Dictionary<string, object?> server = Migrations.Server(name, version, site, address, outlookAnywhere);
        if (FullNames)
        {
            server.Add("Fqdn", name + ".contoso.com");
        }

        return server;
    }
}

/// <summary>Pairs of versions, models of DNS, strategies of the proxy, one to three sites, how sites share hosts, and which addresses were stated.</summary>
internal static class Crossed
{
    public static readonly (string Old, string New)[] Pairs =
    [
        ("2007SP3", "2010SP3"), ("2007SP3", "2013CU23"), ("2010SP3", "2013CU23"), ("2010SP3", "2016CU23"), ("2013CU23", "2016CU23"),
        ("2013CU23", "2019CU14"), ("2016CU23", "2019CU15"), ("2016CU23", "SE"), ("2019CU15", "SE"),
    ];

    public static readonly string[] Layouts = ["one host", "own hosts", "one entrance"];

    public static IEnumerable<CrossedCase> All() =>
        from pair in Pairs
        from sites in new[] { 1, 2, 3 }
        from layout in Layouts
        where sites > 1 || layout == Layouts[0]

        // 2007 of several sites under one host sends clients in a circle, before the first step and between the steps.
        where sites == 1 || layout != Layouts[0] || pair.Old != "2007SP3"
        from model in new[] { "Split", "Separate", "Pinpoint" }
        from proxy in Enum.GetNames<ReverseProxyStrategy>()
        from addresses in new[] { "nothing", "server", "balancer" }
        select new CrossedCase(pair.Old, pair.New, model, proxy, sites, layout, addresses);
}
