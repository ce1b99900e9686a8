using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using ExchangeNamespace.Tests.Support;
using Xunit;
using static ExchangeNamespace.Tests.Routing.Topologies;

namespace ExchangeNamespace.Tests.Routing;

public class RouteTableTests
{
    private static readonly string[] Texts = ["2007", "2010", "2013", "2016", "2019", "SE"];

    /// <summary>
    /// One line for each cell: server and mailbox version, same or other site, protocol, ExternalUrl of the mailbox's site, what happens, and the row.
    /// Sources: bb310763 for 2007 and 2010; the Remote Connectivity Analyzer page on HTTP 451; the 2007 help on AllowCrossSiteSessions; bb204246;
    /// the coexistence pages of 2013 and 2016; KB 4056664.
    /// </summary>
    [Theory]
    [InlineData("2007", "2007", "other", "OWA", true, "Redirect, Local", "2007-OWA-redirect")]
    [InlineData("2007", "2007", "other", "OWA", false, "Proxy, Local", "2007-OWA-proxy")]
    [InlineData("2007", "2007", "other", "ActiveSync", true, "Redirect, Local", "2007-EAS-redirect")]
    [InlineData("2007", "2007", "other", "ActiveSync", false, "Proxy, Local", "2007-EAS-proxy")]
    [InlineData("2007", "2007", "other", "EWS", true, "Proxy, Local", "2007-EWS-proxy")]
    [InlineData("2007", "2007", "other", "EWS", false, "Proxy, Local", "2007-EWS-proxy")]
    [InlineData("2007", "2007", "other", "OAB", true, "Local", "2007-OAB")]
    [InlineData("2007", "2007", "other", "OutlookAnywhere", true, "Local", "2007-OA")]
    [InlineData("2007", "2007", "other", "Autodiscover", false, "Local", "2007-Autodiscover")]
    [InlineData("2007", "2007", "other", "POP", true, "Fail", "2007-mail")]
    [InlineData("2007", "2007", "other", "IMAP", false, "Fail", "2007-mail")]
    [InlineData("2007", "2007", "other", "ECP", false, "Fail", "no-service")]
    [InlineData("2007", "2007", "same", "OWA", true, "Local", "2007-local")]
    [InlineData("2007", "2007", "same", "IMAP", true, "Local", "2007-local")]
    [InlineData("2010", "2010", "other", "OWA", true, "Redirect, Local", "2010-web-redirect")]
    [InlineData("2010", "2010", "other", "ECP", true, "Redirect, Local", "2010-web-redirect")]
    [InlineData("2010", "2010", "other", "OWA", false, "Proxy, Local", "2010-web-proxy")]
    [InlineData("2010", "2010", "other", "ECP", false, "Proxy, Local", "2010-web-proxy")]
    [InlineData("2010", "2010", "other", "ActiveSync", true, "Redirect, Local", "2010-EAS-redirect")]
    [InlineData("2010", "2010", "other", "ActiveSync", false, "Proxy, Local", "2010-web-proxy")]
    [InlineData("2010", "2010", "other", "EWS", true, "Proxy, Local", "2010-EWS-proxy")]
    [InlineData("2010", "2010", "other", "POP", true, "Proxy, Local", "2010-mail")]
    [InlineData("2010", "2010", "other", "OAB", true, "Local", "2010-OAB")]
    [InlineData("2010", "2010", "other", "OutlookAnywhere", true, "Local", "2010-OA")]
    [InlineData("2010", "2010", "other", "MAPI", true, "Fail", "no-service")]
    [InlineData("2010", "2010", "same", "ECP", true, "Local", "2010-local")]
    [InlineData("2010", "2007", "same", "OWA", true, "Redirect, Local", "2010-2007-OWA-redirect")]
    [InlineData("2010", "2007", "same", "OWA", false, "Redirect, Local", "2010-2007-OWA-inside")]
    [InlineData("2010", "2007", "other", "OWA", false, "Proxy, Local", "2010-2007-OWA-proxy")]
    [InlineData("2010", "2007", "same", "ActiveSync", false, "Proxy, Local", "2010-2007-EAS-proxy")]
    [InlineData("2010", "2007", "same", "EWS", true, "Fail", "2010-2007-EWS")]
    [InlineData("2010", "2007", "same", "POP", true, "Proxy, Local", "2010-2007-mail")]
    [InlineData("2007", "2010", "same", "Autodiscover", true, "Redirect, Local", "2007-2010-Autodiscover")]
    [InlineData("2007", "2010", "same", "OWA", true, "Fail", "2007-newer")]
    [InlineData("2010", "2013", "same", "OWA", true, "Fail", "2010-newer")]
    [InlineData("2010", "2016", "other", "Autodiscover", true, "Unknown", "older-Autodiscover")]
    [InlineData("2013", "2007", "same", "OWA", true, "Redirect, Local", "2013-2007-OWA")]
    [InlineData("2013", "2007", "same", "OWA", false, "Fail", "2013-2007-no-legacy")]
    [InlineData("2013", "2007", "same", "EWS", true, "Redirect, Local", "2013-2007-EWS")]
    [InlineData("2013", "2007", "same", "ActiveSync", true, "Proxy, Local", "2013-2007-proxy")]
    [InlineData("2013", "2007", "same", "OutlookAnywhere", true, "Proxy, Local", "2013-2007-proxy")]
    [InlineData("2013", "2010", "other", "OWA", true, "Redirect, Local", "2013-2010-web-redirect")]
    [InlineData("2016", "2010", "other", "ECP", true, "Redirect, Local", "2013-2010-web-redirect")]
    [InlineData("2013", "2010", "same", "OWA", true, "Proxy, Local", "2013-2010-web-proxy")]
    [InlineData("2013", "2010", "other", "ActiveSync", true, "Proxy, Local", "2013-2010-web-proxy")]
    [InlineData("2013", "2010", "other", "OutlookAnywhere", false, "Proxy, Local", "2013-2010-OA")]
    [InlineData("2016", "2007", "same", "OWA", true, "Fail", "2016-2007")]
    [InlineData("SE", "2010", "same", "EWS", true, "Fail", "2019-2010")]
    [InlineData("2016", "2019", "other", "OWA", true, "Redirect, Local", "2013-OWA-redirect")]
    [InlineData("SE", "2016", "other", "OWA", false, "Proxy, Local", "2013-proxy")]
    [InlineData("2013", "SE", "other", "MAPI", true, "Proxy, Local", "2013-proxy")]
    [InlineData("2016", "2016", "other", "ECP", true, "Fail", "2016-ECP-loop")]
    [InlineData("2019", "2019", "other", "ECP", true, "Fail", "2013-ECP-loop")]
    [InlineData("2019", "2019", "other", "ECP", false, "Proxy, Local", "2013-proxy")]
    [InlineData("2016", "2016", "other", "IMAP", false, "Proxy, Local", "2013-mail")]
    [InlineData("2016", "2016", "same", "ActiveSync", true, "Local", "2013-local")]
    public void Every_cell_of_the_tables(string server, string mailbox, string sites, string protocol, bool external, string path, string rule)
    {
        string site = sites == "same" ? "A" : "B";
        RouteTopology topology = Of(Server("FRONT", "A", server, "mail.example.com"), Server("BACK", site, mailbox, external ? "other.example.com" : null));
        ClientAccessRoute route = Trace(topology, Enum.Parse<RouteProtocol>(protocol), "FRONT", site, mailbox);
        Assert.Equal((path, rule), (route.Path, route.Hops[0].RuleId));
        Assert.False(string.IsNullOrEmpty(route.Hops[0].Source));
    }

    [Fact]
    public void Scenario_29()
    {
        using JsonDocument scenarios = SharedData.Json("scenarios.json");
        JsonElement root = scenarios.RootElement.ValueKind == JsonValueKind.Array ? scenarios.RootElement : scenarios.RootElement.GetProperty("scenarios");
        JsonElement[] rows = [.. root.EnumerateArray().First(s => s.GetProperty("id").GetString() == "SC29").GetProperty("expected").GetProperty("table").EnumerateArray()];
        Assert.Equal(9, rows.Length);
        foreach (JsonElement row in rows)
        {
            string version = row.GetProperty("version").GetString()!;
            string protocol = row.GetProperty("protocol").GetString()!;
            string action = row.GetProperty("action").GetString()!.Split(' ')[0];
            bool Is(string name) => row.TryGetProperty(name, out JsonElement value) && value.GetBoolean();
            foreach (string text in version == "any" ? ["2007", "2010"] : new[] { version.Split('-')[0] })
            {
                foreach (RouteProtocol each in protocol == "any" ? Protocols : [Enum.Parse<RouteProtocol>(protocol == "EAS" ? "ActiveSync" : protocol)])
                {
                    RouteTopology topology = Of(
                        Server("FRONT", "A", text, "mail.example.com"),
                        Server("BACK", "B", text, Is("bExternal") ? "b.example.com" : null, Is("bInternal") ? "" : null, clientAccess: Is("bHasCas")));

                    // The one disputed row follows the corrected rule S31: the ExternalUrl of the mailbox's site makes it HTTP 451.
                    bool disputed = row.TryGetProperty("evidence", out JsonElement evidence) && evidence.GetString() == "disputed";
                    Assert.Equal(disputed ? "Redirect" : action, Trace(topology, each, "FRONT", "B", text).Hops[0].Action.ToString());
                }
            }
        }
    }

    [Fact]
    public void Every_question_has_exactly_one_first_row_and_every_row_is_reached()
    {
        HashSet<string> reached = [];
        foreach (ExchangeProduct server in Enum.GetValues<ExchangeProduct>())
        {
            foreach (ExchangeProduct mailbox in Enum.GetValues<ExchangeProduct>())
            {
                foreach (RouteProtocol protocol in Protocols)
                {
                    foreach (RouteSites sites in new[] { RouteSites.Same, RouteSites.Other })
                    {
                        bool own = sites == RouteSites.Same && RouteTopology.GenerationOf(server) == RouteTopology.GenerationOf(mailbox);
                        foreach (RouteExternal external in own ? [RouteExternal.None, RouteExternal.OnlyBeside] : new[] { RouteExternal.Set, RouteExternal.None })
                        {
                            if (Lacks(server, protocol) || Lacks(mailbox, protocol))
                            {
                                continue;
                            }

                            RouteRule? rule = RouteRules.Find(protocol, server, mailbox, sites, external);
                            Assert.True(rule is not null, $"{server} {mailbox} {protocol} {sites} {external}");
                            reached.Add(rule.Id);
                        }
                    }
                }
            }
        }

        Assert.Equal(RouteRules.Rows.Select(r => r.Id).Order(), reached.Order());
        Assert.Equal(RouteRules.Rows.Count, RouteRules.Rows.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void A_row_that_no_document_backs_says_so() =>
        Assert.All(RouteRules.Rows.Where(r => r.Certainty == RouteCertainty.Documented), r => Assert.NotEqual(RouteSources.None, r.Source));

    private static bool Lacks(ExchangeProduct product, RouteProtocol protocol) =>
        Texts.Any(t => Product(t) == product && !RouteTopology.Has(protocol, Versions.Read(t == "2007" ? "2007SP3" : t)));
}
