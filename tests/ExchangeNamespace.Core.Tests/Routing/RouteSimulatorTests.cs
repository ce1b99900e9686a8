using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using Xunit;
using static ExchangeNamespace.Tests.Routing.Topologies;

namespace ExchangeNamespace.Tests.Routing;

public class RouteSimulatorTests
{
    private static readonly Gen<RouteServer> AnyServer = Gen.Select(
        Gen.Int[0, 9],
        Pick("2007", "2010", "2013", "2016", "2019", "SE"),
        Pick<string?>(null, "mail.example.com", "b.example.com", "c.example.com", "legacy.example.com"),
        Pick<string?>(null, "", "", "mail.example.com", "lb.corp.example"),
        Pick<bool?>(null, true, false),
        Gen.Int[0, 9]).Select((site, version, external, inside, integrated, role) => Server("X", "S" + site, version, external, inside, integrated, role > 1));

    private static readonly Gen<RouteTopology> AnyTopology = AnyServer.Array[1, 300].Select(servers => Of([.. servers.Select((s, i) => Unknowing(s with { Name = "EX" + i, Host = $"ex{i}.corp.example" }, i))]));

    [Trait("Takes", "Long")]
    [Fact]
    public void Every_route_ends_and_every_hop_has_what_it_needs() => Gen.Select(AnyTopology, Gen.Int[0, 1_000_000].Array[30]).Sample(
        (topology, picks) =>
        {
            foreach (int pick in picks)
            {
                RouteServer entry = topology.Servers[pick % topology.Servers.Count];
                RouteServer mailbox = topology.Servers[pick / 7 % topology.Servers.Count];
                RouteProtocol protocol = Protocols[pick % Protocols.Length];
                ClientAccessRoute route = new RouteSimulator(topology).Trace(new RouteQuestion(protocol, DnsView.External, entry, mailbox.Site, mailbox.Product));
                Assert.InRange(route.Hops.Count, 1, 3);
                Assert.Equal(route.Hops.Count, route.Hops.Select(h => h.Server).Distinct().Count());
                Assert.All(route.Hops.SkipLast(1), h => Assert.NotNull(h.Url));
                Assert.Null(route.Hops[^1].Url);
                Assert.DoesNotContain(route.Hops[^1].Action, new[] { RouteAction.Proxy, RouteAction.Redirect });
                foreach (RouteHop hop in route.Hops.SkipLast(1))
                {
                    RouteTarget target = RouteRules.Rows.Single(r => r.Id == hop.RuleId).Target;
                    RouteServer to = topology.FindServer(hop.Target!)!;
                    Assert.True(to.IsIn(mailbox.Site) && to.Generation == mailbox.Generation);
                    if (hop.Action == RouteAction.Redirect && target == RouteTarget.ExternalUrl)
                    {
                        Assert.Equal(to.Find(protocol)!.External.Value, hop.Url);
                        Assert.NotEqual(topology.FindServer(hop.Server)!.Find(protocol)!.External.Host, to.Find(protocol)!.External.Host);
                    }
                    else if (target == RouteTarget.InternalUrl)
                    {
                        Assert.Equal(to.Find(protocol)!.Internal.Value, hop.Url);
                    }
                }

                if (route.Outcome == RouteAction.Local && route.Hops.Count > 1)
                {
                    Assert.True(topology.FindServer(route.Hops[^1].Server)!.IsIn(mailbox.Site));
                }
            }
        },
        iter: 300);

    [Fact]
    public void Two_sites_never_redirect_to_each_other() => AnyTopology.Sample(
        topology =>
        {
            RouteSimulator simulator = new(topology);
            foreach (RouteServer mailbox in topology.Servers.Take(8))
            {
                foreach (RouteServer entry in topology.Servers.Take(8))
                {
                    ClientAccessRoute route = simulator.Trace(new RouteQuestion(RouteProtocol.OWA, DnsView.External, entry, mailbox.Site, mailbox.Product));
                    Assert.True(route.Hops.Count(h => h.Action == RouteAction.Redirect) <= 1);
                }
            }
        },
        iter: 100);

    [Theory]
    [InlineData("2007", "Fail", "no-server")]
    [InlineData("2010", "Fail", "no-server")]
    [InlineData("2013", "Proxy, Local", "2013-proxy")]
    public void A_site_with_a_mailbox_server_alone(string version, string path, string rule)
    {
        ClientAccessRoute route = Trace(Of(Server("FRONT", "A", version, null), Server("MBX", "B", version, null, clientAccess: false)), RouteProtocol.EWS, "FRONT", "B", version);
        Assert.Equal((path, rule), (route.Path, route.Hops[0].RuleId));
    }

    [Fact]
    public void A_mailbox_server_is_not_where_clients_go() =>
        Assert.Equal("no-client-access", Trace(Of(Server("MBX", "A", "2010", null, clientAccess: false), Server("CAS", "A", "2010", null)), RouteProtocol.OWA, "MBX", "A", "2010").Hops[0].RuleId);

    [Fact]
    public void ActiveSync_of_2007_answers_451_inside_the_site_where_only_another_server_has_the_url()
    {
        RouteTopology topology = Of(Server("CAS1", "A", "2007", null), Server("CAS2", "A", "2007", "mail.example.com"));
        ClientAccessRoute route = Trace(topology, RouteProtocol.ActiveSync, "CAS1", "A", "2007");
        Assert.Equal("Redirect, Local", route.Path);
        Assert.Equal("2007-EAS-beside", route.Hops[0].RuleId);
        Assert.Contains(route.Findings, f => f.Code == RouteFindingCodes.ExternalUrlOnSomeServers);
        Assert.Equal("Local", Trace(topology, RouteProtocol.ActiveSync, "CAS2", "A", "2007").Path);
        Assert.Equal("Local", Trace(topology, RouteProtocol.OWA, "CAS1", "A", "2007").Path);
    }

    [Theory]
    [InlineData("2013", "2007", RouteProtocol.ActiveSync)]
    [InlineData("2013", "2010", RouteProtocol.OWA)]
    [InlineData("2016", "2010", RouteProtocol.EWS)]
    [InlineData("2016", "2010", RouteProtocol.OutlookAnywhere)]
    public void A_newer_front_end_goes_to_the_older_server_itself_though_both_have_one_internal_host(string front, string mailbox, RouteProtocol protocol)
    {
        RouteHop hop = Trace(Of(Server("NEW1", "A", front, "mail.example.com", "mail.example.com"), Server("OLD1", "A", mailbox, "mail.example.com", "mail.example.com")), protocol, "NEW1", "A", mailbox).Hops[0];
        Assert.Equal((RouteAction.Proxy, "OLD1", $"https://old1.corp.example/{protocol}"), (hop.Action, hop.Target, hop.Url));
        Assert.Null(hop.CertificateName);
        Assert.Contains("KB 4294204", hop.Source, StringComparison.Ordinal);
    }

    /// <summary>The rule of planning (EXN053) too: before 2013 a redirect to the same name, later a proxy.</summary>
    [Theory]
    [InlineData("2007", RouteProtocol.OWA, true)]
    [InlineData("2007", RouteProtocol.ActiveSync, true)]
    [InlineData("2007", RouteProtocol.EWS, false)]
    [InlineData("2010", RouteProtocol.OWA, true)]
    [InlineData("2010", RouteProtocol.ECP, true)]
    [InlineData("2010", RouteProtocol.ActiveSync, true)]
    [InlineData("2010", RouteProtocol.EWS, false)]
    [InlineData("2013", RouteProtocol.OWA, false)]
    [InlineData("2016", RouteProtocol.ActiveSync, false)]
    [InlineData("2019", RouteProtocol.OWA, false)]
    [InlineData("SE", RouteProtocol.OWA, false)]
    public void The_same_external_host_in_two_sites_loops_before_2013_and_is_proxied_later(string version, RouteProtocol protocol, bool loops)
    {
        ClientAccessRoute route = Trace(
            Of(Server("CAS1", "A", version, "mail.example.com"), Server("CAS2", "B", version, "mail.example.com")), protocol, "CAS1", "B", version);

        Assert.Equal(loops ? "Fail" : "Proxy, Local", route.Path);
        Assert.Equal(loops, route.Hops[0] is { RuleId: "same-host", Certainty: RouteCertainty.Derived });
        Assert.Equal(loops, route.Findings.Any(f => f.Code == RouteFindingCodes.SameExternalHost));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(null, false)]
    public void An_external_url_where_clients_do_not_get_is_said(bool? internetFacing, bool isSaid)
    {
        RouteTopology topology = Of(Server("CAS1", "A", "2010", "mail.example.com"), Server("CAS2", "B", "2010", "b.example.com", internetFacing: internetFacing));
        ClientAccessRoute route = Trace(topology, RouteProtocol.OWA, "CAS1", "B", "2010");
        Assert.Equal("Redirect, Local", route.Path);
        Assert.Equal(isSaid, route.Findings.Any(f => f is { Code: RouteFindingCodes.InternalSiteHasExternalUrl, Severity: FindingSeverity.Warning, Rule: "S29" }));
    }

    [Theory]
    [InlineData("2010", "b.example.com", "clients are redirected to a host that they cannot reach.")]
    [InlineData("2010", "mail.example.com", "Its servers redirect clients to that same name.")]
    [InlineData("2016", "mail.example.com", "Its servers proxy the request, so the ExternalUrl changes nothing for clients there.")]
    public void What_follows_from_an_external_url_inside_depends_on_host_and_version(string version, string host, string expected)
    {
        RouteTopology topology = Of(
            Server("CAS1", "A", version, "mail.example.com", internetFacing: true), Server("CAS2", "B", version, host, internetFacing: false));

        Finding finding = Trace(topology, RouteProtocol.OWA, "CAS1", "B", version).Findings
            .First(f => f.Code == RouteFindingCodes.InternalSiteHasExternalUrl);

        Assert.EndsWith(expected, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_proxied_hop_needs_is_checked()
    {
        ClientAccessRoute route = Trace(Of(Server("CAS1", "A", "2010", "mail.example.com"), Server("CAS2", "B", "2010", null, integrated: false)), RouteProtocol.OWA, "CAS1", "B", "2010");
        Assert.Contains(route.Findings, f => f is { Code: RouteFindingCodes.TargetWithoutIntegrated, Severity: FindingSeverity.Error });
        Assert.NotNull(route.Hops[0].Authentication);
        Assert.Equal(("cas2.corp.example", true), (route.Hops[0].CertificateName, route.Hops[0].CertificateCovers));

        route = Trace(Of(Server("CAS1", "A", "2010", "mail.example.com"), Server("CAS2", "B", "2010", null, inside: null)), RouteProtocol.OWA, "CAS1", "B", "2010");
        Assert.Equal("Fail", route.Path);
        Assert.Contains(route.Findings, f => f is { Code: RouteFindingCodes.TargetWithoutInternalUrl, Severity: FindingSeverity.Error });
    }

    [Fact]
    public void A_redirect_needs_the_name_on_the_certificate_of_the_other_site()
    {
        RouteServer other = Server("CAS2", "B", "2010", "b.example.com") with { Certificates = [["b.corp.example"]] };
        ClientAccessRoute route = Trace(Of(Server("CAS1", "A", "2010", "mail.example.com"), other), RouteProtocol.OWA, "CAS1", "B", "2010");
        Assert.Equal(("b.example.com", false), (route.Hops[0].CertificateName, route.Hops[0].CertificateCovers));
        Assert.Contains(route.Findings, f => f is { Code: RouteFindingCodes.NameNotOnCertificate, Severity: FindingSeverity.Warning, Rule: "S33" });
    }

    [Fact]
    public void A_url_that_was_not_captured_decides_nothing()
    {
        RouteServer other = Server("CAS2", "B", "2010", null);
        other = other with { Endpoints = other.Endpoints.ToDictionary(e => e.Key, e => new RouteEndpoint(RouteUrl.Unknown, RouteUrl.Unknown)) };
        RouteTopology topology = Of(Server("CAS1", "A", "2010", "mail.example.com"), other);
        Assert.Equal("Unknown", Trace(topology, RouteProtocol.OWA, "CAS1", "B", "2010").Path);
        Assert.Equal("Unknown", Trace(topology, RouteProtocol.EWS, "CAS1", "B", "2010").Path);
        Assert.Equal("Local", Trace(topology, RouteProtocol.OAB, "CAS1", "B", "2010").Path);
    }

    [Fact]
    public void Failback_and_ecp_and_inside_urls_are_said()
    {
        RouteServer back = Server("CAS2", "B", "2010", "b.example.com");
        back = back with { Endpoints = back.Endpoints.ToDictionary(e => e.Key, e => e.Value with { FailbackUrl = e.Value.External.Value, CrossSiteRedirectType = "Silent" }) };
        Assert.Contains(Trace(Of(Server("CAS1", "A", "2010", null), back), RouteProtocol.OWA, "CAS1", "B", "2010").Findings, f => f.Code == RouteFindingCodes.FailbackUrlSame);
        Assert.Contains(Trace(Of(Server("EX1", "A", "2016", "a.example.com"), Server("EX2", "B", "2016", "b.example.com")), RouteProtocol.ECP, "EX1", "B", "2016").Findings, f => f.Code == RouteFindingCodes.EcpLoop);
        Assert.Contains(Trace(Of(Server("CAS1", "A", "2010", "a.example.com"), Server("OLD", "A", "2007", null)), RouteProtocol.OWA, "CAS1", "A", "2007").Findings, f => f.Code == RouteFindingCodes.SentInside);
        Assert.EndsWith("here it is Silent", Trace(Of(back, Server("CAS1", "A", "2010", "a.example.com")), RouteProtocol.OWA, "CAS2", "A", "2010").Hops[0].Manner, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_shows_every_hop()
    {
        string text = RouteGraph.Of(Trace(Of(Server("CAS1", "A", "2010", "mail.example.com"), Server("CAS2", "B", "2010", null)), RouteProtocol.OWA, "CAS1", "B", "2010"));
        Assert.Equal(
            """
            flowchart TD
                n1(["OWA client, outside"])
                n2["CAS1<br/>site A<br/>Proxy (Documented, 2010-web-proxy)"]
                n1 -->|"https#58;//mail.example.com/OWA"| n2
                n3["CAS2<br/>site B<br/>Local (Documented, 2010-local)<br/>RPC to the mailbox server"]
                n2 -->|"Proxy https#58;//cas2.corp.example/OWA"| n3
                n4(["mailbox, Exchange2010<br/>site B"])
                n3 --> n4
            """.Replace("\r", string.Empty, StringComparison.Ordinal),
            text);
    }

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>Every tenth server was captured without its services.</summary>
    private static RouteServer Unknowing(RouteServer server, int index) => index % 10 != 9
        ? server
        : server with { Endpoints = server.Endpoints.ToDictionary(e => e.Key, e => new RouteEndpoint(RouteUrl.Unknown, RouteUrl.Unknown)) };
}
