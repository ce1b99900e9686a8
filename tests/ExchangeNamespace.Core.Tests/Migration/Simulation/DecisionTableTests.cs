using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Migration.Simulation;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Migration.Simulation;

/// <summary>
/// Which client of which mailbox is served through which front end while versions stand together, as documents say it; docs/migration.md shows the
/// same rows.
/// </summary>
public class DecisionTableTests
{
    private const string Team2007 = "Exchange team blog 2007-09-10";
    private const string Learn2010 = "Understanding Proxying and Redirection (bb310763)";
    private const string Beside2010 = "White paper, Outlook Web App where 2010 coexists with legacy versions (hh547015)";
    private const string Beside2013 = "vanhybrid.com 2012-10-09, corrected with Microsoft";
    private const string Offload = "OfficeDocs-Exchange, configuring SSL offloading in 2013";
    private const string Anywhere = "OfficeDocs-Exchange, outlook-anywhere";
    private const string Beside2016 = "Exchange team blog 2015-10-28";
    private const string Matrix = "Exchange Server supportability matrix";

    /// <summary>
    /// Front end, mailbox, whether it is in the site of the front end, the external host of its site, client, and what becomes of it: served, sent to
    /// that host, or failing.
    /// </summary>
    private static readonly (string Front, string Mailbox, bool SameSite, string? Host, RouteProtocol Client, string Outcome, string Source)[] Rows =
    [
        ("2007SP3", "2007SP3", false, "b", RouteProtocol.OWA, "sent", Team2007),
        ("2007SP3", "2007SP3", false, null, RouteProtocol.OWA, "served", Team2007),
        ("2007SP3", "2007SP3", false, "b", RouteProtocol.ActiveSync, "sent", "MS-ASHTTP 3.1.5.2.2"),
        ("2007SP3", "2007SP3", false, null, RouteProtocol.ActiveSync, "served", "MS-ASHTTP 3.1.5.2.2"),
        ("2007SP3", "2010SP3", true, null, RouteProtocol.Autodiscover, "sent", "RedirectUrl (bb204246)"),
        ("2007SP3", "2010SP3", true, null, RouteProtocol.OWA, "fails", Beside2010),
        ("2010SP3", "2007SP3", true, "legacy", RouteProtocol.OWA, "sent", Beside2010),
        ("2010SP3", "2010SP3", false, "b", RouteProtocol.OWA, "sent", Learn2010),
        ("2010SP3", "2010SP3", false, null, RouteProtocol.OWA, "served", Learn2010),
        ("2010SP3", "2010SP3", false, "b", RouteProtocol.EWS, "served", Learn2010),
        ("2010SP3", "2013CU23", true, null, RouteProtocol.OWA, "fails", Beside2013),
        ("2013CU23", "2007SP3", true, "legacy", RouteProtocol.OWA, "sent", Beside2013),
        ("2013CU23", "2007SP3", true, "legacy", RouteProtocol.EWS, "sent", Beside2013),
        ("2013CU23", "2007SP3", true, "legacy", RouteProtocol.ActiveSync, "served", Offload),
        ("2013CU23", "2007SP3", true, "legacy", RouteProtocol.Autodiscover, "served", Offload),
        ("2013CU23", "2007SP3", true, "legacy", RouteProtocol.OutlookAnywhere, "served", Anywhere),
        ("2013CU23", "2007SP3", true, null, RouteProtocol.OWA, "fails", Beside2013),
        ("2013CU23", "2010SP3", true, null, RouteProtocol.OWA, "served", Beside2013),
        ("2013CU23", "2010SP3", false, "b", RouteProtocol.OWA, "sent", Beside2013),
        ("2013CU23", "2010SP3", false, null, RouteProtocol.OWA, "served", Beside2013),
        ("2013CU23", "2010SP3", false, "b", RouteProtocol.ECP, "sent", Beside2013),
        ("2013CU23", "2010SP3", false, "b", RouteProtocol.ActiveSync, "served", Beside2013),
        ("2016CU23", "2010SP3", false, "b", RouteProtocol.EWS, "served", Beside2013),
        ("2016CU23", "2010SP3", true, null, RouteProtocol.OutlookAnywhere, "served", Anywhere),
        ("2013CU23", "2016CU23", true, null, RouteProtocol.OWA, "served", Beside2016),
        ("2016CU23", "2013CU23", true, null, RouteProtocol.OWA, "served", Beside2016),
        ("2016CU23", "SE", false, null, RouteProtocol.MAPI, "served", Beside2016),
        ("2016CU23", "2016CU23", false, "b", RouteProtocol.OWA, "sent", Beside2016),
        ("2016CU23", "2016CU23", false, "b", RouteProtocol.ECP, "fails", "KB 4056664"),
        ("2016CU23", "2007SP3", true, "legacy", RouteProtocol.OWA, "fails", Matrix),
        ("SE", "2010SP3", true, null, RouteProtocol.OWA, "fails", Matrix),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Rows.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_client_meets_at_a_front_end_what_the_documents_say(int row)
    {
        (string front, string mailbox, bool sameSite, string? host, RouteProtocol client, string outcome, _) = Rows[row];
        FrontEndStep step = Ask(front, mailbox, sameSite, host, client, ["Basic", "Ntlm"]);

        Assert.True(step.Judgement.IsKnown);
        Assert.Equal(outcome, step.Judgement.Trouble is not null ? "fails" : step.RedirectedTo is null ? "served" : "sent");
        Assert.True(step.RedirectedTo is null || host is null || step.RedirectedTo == host + ".contoso.com", step.RedirectedTo);
    }

    /// <summary>2013 and later proxy Outlook Anywhere with NTLM, which the older server must take.</summary>
    [Theory]
    [InlineData("2007SP3")]
    [InlineData("2010SP3")]
    public void Outlook_anywhere_that_takes_basic_alone_is_refused(string mailbox) => Assert.Equal(
        SimulationFindingCodes.NotAuthenticated,
        Ask("2013CU23", mailbox, true, "legacy", RouteProtocol.OutlookAnywhere, ["Basic"]).Judgement.Trouble?.Code);

    [Fact]
    public void The_page_shows_the_same_rows()
    {
        string page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "docs", "migration.md"));
        string[] expected = [.. Rows.Select(r => $"| {Product(r.Front)} | {Product(r.Mailbox)} | {(r.SameSite ? "same" : "other")} | "
            + $"{(r.Host is null ? "none" : r.Host == "b" ? "its own" : r.Host)} | {r.Client} | {r.Outcome} | {r.Source} |")];

        Assert.Equal(expected, expected.Where(e => page.Contains(e, StringComparison.Ordinal)));
    }

    private static string Product(string version) => version == "SE" ? version : version[..4];

    private static FrontEndStep Ask(string front, string mailbox, bool sameSite, string? host, RouteProtocol client, string[] methods)
    {
        Moment moment = new(new NameTable(_ => true));
        SimulatedServer asked = Server("FRONT", front, "A", "mail", methods);
        SimulatedServer box = Server("BOX", mailbox, sameSite ? "A" : "B", host, methods);
        moment.Servers.Add(asked.Name, asked);
        moment.Servers.Add(box.Name, box);
        return new FrontEndJudge(moment).Ask(DnsView.External, asked, client, MailboxGroup.Of(box, false));
    }

    private static SimulatedServer Server(string name, string version, string site, string? external, string[] methods)
    {
        SimulatedServer server = new()
        {
            Name = name,
            Host = name.ToLowerInvariant() + ".contoso.com",
            Site = site,
            Version = Versions.Read(version),
            InternetFacing = true,
            OutlookAnywhereEnabled = true,
            RpcMethods = Captured.Known<IReadOnlyList<string>>(methods),
        };
        foreach ((ClientService service, _, _) in ClientServices.All)
        {
            server.Urls[service] = new SimulatedUrls(
                Captured.Known($"https://{name}.contoso.com/x"),
                external is null ? Captured.Null<string>() : Captured.Known($"https://{external}.contoso.com/x"));
        }

        return server;
    }
}
