using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Routing;

public class RouteReaderTests
{
    private static readonly RouteTopology TwoSites = Topologies.Of(
        Topologies.Server("CAS1", "A", "2010", "mail.example.com"), Topologies.Server("CAS2", "B", "2010", null), Topologies.Server("OLD", "B", "2007", null));

    [Theory]
    [InlineData("X", null, null, "A", null, FaultIds.RouteServerUnknown)]
    [InlineData(null, "X", null, "A", null, FaultIds.RouteSiteUnknown)]
    [InlineData(null, null, "X", null, null, FaultIds.RouteServerUnknown)]
    [InlineData(null, null, null, "X", null, FaultIds.RouteSiteUnknown)]
    [InlineData(null, null, null, null, null, FaultIds.MemberMissing)]
    [InlineData(null, null, null, "B", null, FaultIds.VersionMissing)]
    [InlineData(null, null, null, "B", "1999", FaultIds.VersionUnknown)]
    [InlineData(null, null, "CAS1", "B", null, FaultIds.InputContradiction)]
    public void What_cannot_be_found_is_a_fault(string? server, string? site, string? mailboxServer, string? mailboxSite, string? version, string id)
    {
        List<InputFault> faults = [];
        RouteInput input = new() { Server = server, Site = site, MailboxServer = mailboxServer, MailboxSite = mailboxSite, MailboxVersion = version };
        Assert.Empty(RouteQuestionReader.Read(TwoSites, input, faults));
        Assert.Equal([id], faults.Select(f => f.Id));
    }

    [Fact]
    public void Nobody_outside_reaches_an_organisation_without_external_urls()
    {
        List<InputFault> faults = [];
        Assert.Empty(RouteQuestionReader.Read(Topologies.Of(Topologies.Server("CAS1", "A", "2010", null)), new RouteInput(), faults));
        Assert.Equal([FaultIds.RouteEntryMissing], faults.Select(f => f.Id));
        faults.Clear();
        Assert.Equal(10, RouteQuestionReader.Read(Topologies.Of(Topologies.Server("CAS1", "A", "2010", null)), new RouteInput { View = DnsView.Internal }, faults).Count);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("B", "2007", "CAS1", ExchangeProduct.Exchange2007)]
    [InlineData("b", "2010SP3", "CAS1", ExchangeProduct.Exchange2010)]
    [InlineData("A", null, "CAS1", ExchangeProduct.Exchange2010)]
    public void One_answer_is_taken(string mailboxSite, string? version, string entry, ExchangeProduct product)
    {
        List<InputFault> faults = [];
        RouteQuestion question = Assert.Single(RouteQuestionReader.Read(TwoSites, new RouteInput { Protocols = [RouteProtocol.OWA, RouteProtocol.OWA], MailboxSite = mailboxSite, MailboxVersion = version }, faults));
        Assert.Equal((entry, product), (question.Entry.Name, question.MailboxProduct));
    }

    [Fact]
    public void Each_pair_of_servers_is_asked_and_a_fault_that_pairs_share_is_told_once()
    {
        List<InputFault> faults = [];
        RouteInput input = new() { Protocols = [RouteProtocol.OWA], MailboxSite = "A" };
        Assert.Equal(
            ["CAS1", "CAS2"],
            RouteQuestionReader.Read(TwoSites, input, ["CAS1", "CAS2"], [null], faults).Select(q => q.Entry.Name));
        Assert.Empty(faults);
        Assert.Empty(RouteQuestionReader.Read(TwoSites, input, ["CAS1", "CAS2"], ["X"], faults));
        Assert.Equal([FaultIds.RouteServerUnknown], faults.Select(f => f.Id));
    }

    [Theory]
    [InlineData(null, null, null, "A", "Server: CAS1, the newest that clients of the External view reach, because neither -Server nor "
        + "-Site was given.")]
    [InlineData(null, "B", null, "A", "Server: CAS1, the newest of site B, because -Server was not given.")]
    [InlineData("CAS1", null, null, null, "Site of the mailbox: A, the only one.")]
    [InlineData("CAS1", null, "CAS1", null, "")]
    public void What_was_not_stated_is_told(string? server, string? site, string? mailboxServer, string? mailboxSite, string sentence)
    {
        RouteInput input = new()
        {
            View = DnsView.External, Server = server, Site = site, MailboxServer = mailboxServer, MailboxSite = mailboxSite,
        };
        RouteQuestion question = new(RouteProtocol.OWA, DnsView.External, TwoSites.FindServer("CAS1")!, "A", ExchangeProduct.Exchange2010);
        Assert.Equal(sentence, string.Join(" ", RouteAssumptions.Of(input, question)));
    }

    [Fact]
    public void The_matrix_has_every_protocol_and_pair()
    {
        Assert.Equal(10 * 1 * 3, RouteQuestionReader.Matrix(TwoSites, new RouteInput()).Count());
        Assert.Equal(10 * 3 * 3, RouteQuestionReader.Matrix(TwoSites, new RouteInput { View = DnsView.Internal }).Count());
        Assert.Equal(9, RouteQuestionReader.Matrix(TwoSites, new RouteInput { View = DnsView.Internal, Protocols = [RouteProtocol.EWS] }).Count());
    }

    [Fact]
    public void A_plan_is_read_with_its_sites_defaults_and_certificates()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "CAS1"), ("Site", "A")), Plans.Members(("Name", "CAS2"), ("Site", "B")) },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.com"), ("ExchangeVersion", "2007SP1"),
            ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("InternetFacing", false), ("InternalHost", "b.corp.contoso.com")) }));
        RouteTopology topology = RouteTopologyReader.Read(plan);
        RouteServer inside = topology.FindServer("cas2")!;
        Assert.False(inside.IsPublished);
        Assert.Equal("https://b.corp.contoso.com/owa", inside.Find(RouteProtocol.OWA)!.Internal.Value);
        Assert.Equal("https://cas2.corp.contoso.com/Microsoft-Server-ActiveSync", inside.Find(RouteProtocol.ActiveSync)!.Internal.Value);
        Assert.True(inside.Find(RouteProtocol.OWA)!.External is { IsKnown: true, Value: null });
        Assert.Null(inside.Find(RouteProtocol.ECP));

        ClientAccessRoute route = Topologies.Trace(topology, RouteProtocol.ActiveSync, "CAS1", "B", "2007");
        Assert.Equal(("Proxy, Local", false), (route.Path, route.Hops[0].CertificateCovers));
        Assert.Contains(route.Findings, f => f is { Code: RouteFindingCodes.NameNotOnCertificate, Rule: "S32", Severity: FindingSeverity.Information });
        route = Topologies.Trace(topology, RouteProtocol.OWA, "CAS1", "B", "2007");
        Assert.Equal(("Proxy, Local", true, true), (route.Path, route.Hops[0].CertificateCovers, route.EntryCertificateCovers));
    }

    [Fact]
    public void A_capture_is_read_with_what_it_holds()
    {
        RouteTopology topology = RouteTopologyReader.Read(Captures.ReadFolder(Captures.Example));
        RouteServer server = topology.FindServer("EX01")!;
        Assert.Equal(("Paris", ExchangeProduct.Exchange2019, true), (server.Site, server.Product, server.IsClientAccess));
        Assert.NotNull(server.Find(RouteProtocol.OWA)!.External.Value);
        Assert.NotEmpty(server.Certificates!);
        Assert.Equal("Local", Topologies.Trace(topology, RouteProtocol.OWA, "EX01", "Paris", "2019").Path);
    }

    /// <summary>A certificate whose server was not captured may be on any of them, so it neither covers nor spoils the name of one.</summary>
    [Theory]
    [InlineData(null, null, "mail.contoso.com", null)]
    [InlineData(null, null, "CAS1", null)]
    [InlineData("CAS1", null, "mail.contoso.com", true)]
    [InlineData("CAS2", null, "mail.contoso.com", null)]
    [InlineData("CAS2", "CAS2", "mail.contoso.com", null)]
    [InlineData("CAS2", "CAS2", "CAS1", true)]
    [InlineData("CAS1", "CAS2", "other.contoso.com", false)]
    public void A_certificate_counts_on_the_server_that_it_was_captured_from(string? first, string? second, string host, bool? covers)
    {
        (ExchangeState? state, _) = Captures.Read(
            Captures.Document(
                "<Obj RefId=\"0\"><MS><S N=\"CapturedBy\">Get-ExchangeServer</S><S N=\"Name\">CAS1</S><S N=\"Site\">A</S>"
                + "<S N=\"AdminDisplayVersion\">Version 14.3 (Build 123.4)</S></MS></Obj>" + Certificate(1, first) + Certificate(2, second)),
            "Get-ExchangeServer.xml");

        Assert.Equal(2, state!.Certificates.Count);
        Assert.Equal(covers, RouteTopologyReader.Read(state).FindServer("CAS1")!.Covers(host));
    }

    private static string Certificate(int id, string? server) =>
        $"<Obj RefId=\"{id}\"><MS><S N=\"CapturedBy\">Get-ExchangeCertificate</S><S N=\"Thumbprint\">{new string((char)('A' + id), 40)}</S>"
        + (server is null ? string.Empty : $"<S N=\"Server\">{server}</S>")
        + "<S N=\"CertificateDomains\">mail.contoso.com</S><S N=\"Services\">IIS</S></MS></Obj>";

    /// <summary>A server that is left out, or put into a site that is not its own, makes a wrong verdict.</summary>
    [Theory]
    [InlineData("<S N=\"Site\">A</S><S N=\"AdminDisplayVersion\">Version 14.3 (Build 123.4)</S>", null)]
    [InlineData("<Nil N=\"Site\"/><S N=\"AdminDisplayVersion\">Version 14.3 (Build 123.4)</S>", null)]
    [InlineData("<S N=\"AdminDisplayVersion\">Version 14.3 (Build 123.4)</S>", "The site of CAS2 was not captured")]
    [InlineData("<S N=\"Site\">B</S>", "The version of CAS2 was not captured")]
    [InlineData("<S N=\"Site\">B</S><S N=\"AdminDisplayVersion\">Version 6.5 (Build 7638.2: Service Pack 2)</S>", null)]
    [InlineData("<B N=\"IsEdgeServer\">true</B>", null)]
    public void What_places_a_server_must_have_been_captured(string second, string? fault)
    {
        (ExchangeState? state, _) = Captures.Read(
            Captures.Document(
                "<Obj RefId=\"0\"><MS><S N=\"CapturedBy\">Get-ExchangeServer</S><S N=\"Name\">CAS1</S><S N=\"Site\">A</S>"
                + "<S N=\"AdminDisplayVersion\">Version 14.3 (Build 123.4)</S></MS></Obj>"
                + "<Obj RefId=\"1\"><MS><S N=\"CapturedBy\">Get-ExchangeServer</S><S N=\"Name\">CAS2</S>" + second + "</MS></Obj>"),
            "Get-ExchangeServer.xml");

        InputFault? missing = RouteTopologyReader.Missing(state!).SingleOrDefault();

        Assert.Equal(fault is null ? null : FaultIds.StateObjectIncomplete, missing?.Id);
        Assert.StartsWith(fault ?? string.Empty, missing?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Servers_that_only_virtual_directories_show_have_no_place()
    {
        (ExchangeState? state, _) = Captures.Read(Captures.Owa("<S N=\"ExternalUrl\">https://mail.contoso.com/owa</S>"));

        Assert.StartsWith("The version of EX01 was not captured", Assert.Single(RouteTopologyReader.Missing(state!)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_capture_without_virtual_directories_leaves_open_what_they_decide()
    {
        const string Servers = """
            <Obj RefId="0"><MS><S N="CapturedBy">Get-ExchangeServer</S><S N="Name">CAS1</S><S N="Site">A</S><S N="AdminDisplayVersion">Version 14.3 (Build 123.4)</S><S N="ServerRole">Mailbox, ClientAccess</S></MS></Obj>
            <Obj RefId="1"><MS><S N="CapturedBy">Get-ExchangeServer</S><S N="Name">CAS2</S><S N="Site">B</S><S N="AdminDisplayVersion">Version 14.3 (Build 123.4)</S><S N="ServerRole">Mailbox, ClientAccess</S></MS></Obj>
            <Obj RefId="2"><MS><S N="CapturedBy">Get-ExchangeServer</S><S N="Name">MBX3</S><S N="Site">C</S><S N="AdminDisplayVersion">Version 14.3 (Build 123.4)</S><S N="ServerRole">Mailbox</S></MS></Obj>
            """;
        (ExchangeState? state, IReadOnlyList<InputFault> faults) = Captures.Read(Captures.Document(Servers), "Get-ExchangeServer.xml");
        Assert.Empty(faults);
        RouteTopology topology = RouteTopologyReader.Read(state!);
        Assert.False(topology.FindServer("MBX3")!.IsClientAccess);
        Assert.Equal("Unknown", Topologies.Trace(topology, RouteProtocol.OWA, "CAS1", "B", "2010").Path);
        Assert.Equal("Proxy, Local", Topologies.Trace(topology, RouteProtocol.POP, "CAS1", "B", "2010").Path);
        Assert.Equal("no-server", Topologies.Trace(topology, RouteProtocol.POP, "CAS1", "C", "2010").Hops[0].RuleId);
    }
}
