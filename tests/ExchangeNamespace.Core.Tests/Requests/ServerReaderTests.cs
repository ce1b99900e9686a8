using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Requests;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Requests;

public class ServerReaderTests
{
    private const string SitePath = "contoso.local/Configuration/Sites/Default-First-Site-Name";

    [Fact]
    public void A_text_is_a_name_or_a_full_name()
    {
        Assert.Equal(("CAS01", null), Read("CAS01") is { Server: { } s } ? (s.Name, s.Fqdn?.Value) : default);
        Assert.Equal(("CAS01", "cas01.contoso.com"), Read("CAS01.contoso.com") is { Server: { } f } ? (f.Name, f.Fqdn?.Value) : default);
        Assert.Equal(FaultIds.NetBiosNameTooLong, Assert.Single(Read("mail-gateway-zurich.contoso.com").Faults).Id);

        static ServerReading Read(string text) => ServerReader.Read(text, "Server");
    }

    [Fact]
    public void A_hashtable_gives_what_a_caller_adds()
    {
        ServerRequest server = Read(("Name", "CAS01"), ("Site", "Zurich"), ("ExchangeVersion", "2010SP3"), ("InternetFacing", false), ("OutlookAnywhereEnabled", true),
            ("ExtendedProtection", "$true"), ("IPAddress", new[] { "10.0.0.1", "2001:DB8::1" })).Server!;

        Assert.Equal(("CAS01", "Zurich", "2010SP3"), (server.Name, server.Site, server.Version!.ToString()));
        Assert.Equal((false, true, true), (server.InternetFacing, server.OutlookAnywhereEnabled, server.ExtendedProtection));
        Assert.Equal(["10.0.0.1", "2001:db8::1"], server.Addresses);
    }

    [Fact]
    public void A_CSV_row_has_texts_and_empty_cells()
    {
        ServerRequest server = Read(("Name", "CAS01"), ("Fqdn", ""), ("Site", ""), ("Version", ""), ("InternetFacing", "True"), ("OutlookAnywhereEnabled", ""), ("IPAddress", "10.0.0.1; 10.0.0.2,10.0.0.3")).Server!;

        Assert.Equal((null, null, null), (server.Fqdn, server.Site, server.Version));
        Assert.Equal((true, null), (server.InternetFacing, server.OutlookAnywhereEnabled));
        Assert.Equal(["10.0.0.1", "10.0.0.2", "10.0.0.3"], server.Addresses);
    }

    [Theory]
    [InlineData("Yes", true)]
    [InlineData("yes", true)]
    [InlineData("1", true)]
    [InlineData("TRUE", true)]
    [InlineData("$true", true)]
    [InlineData("No", false)]
    [InlineData(" no ", false)]
    [InlineData("0", false)]
    [InlineData("False", false)]
    [InlineData("$false", false)]
    [InlineData("", null)]
    [InlineData("  ", null)]
    public void A_cell_of_a_table_says_yes_or_no_in_any_of_the_usual_words(string text, bool? expected) =>
        Assert.Equal(expected, Read(("Name", "CAS01"), ("InternetFacing", text)).Server!.InternetFacing);

    [Theory]
    [InlineData("InternetFacing", "2")]
    [InlineData("internetfacing", "maybe")]
    [InlineData("Version", "2003")]
    [InlineData("EXCHANGEVERSION", "2003")]
    [InlineData("AdminDisplayVersion", "2003")]
    [InlineData("site", "a;b")]
    [InlineData("IpAddress", "10.0.0.999")]
    public void A_fault_names_the_server_and_the_column_as_it_was_called(string column, string text)
    {
        InputFault fault = Assert.Single(Read(("Name", "CAS01"), (column, text)).Faults);

        Assert.Equal("Server." + column, fault.Parameter);
        Assert.Contains("CAS01", fault.Message);
    }

    [Fact]
    public void An_object_of_Exchange_has_a_site_path_a_display_version_and_more_members_than_are_read()
    {
        ServerRequest server = ReadLeniently(
            ("Name", "EX01"), ("Fqdn", "EX01.contoso.local"), ("Site", SitePath), ("AdminDisplayVersion", "Version 15.2 (Build 1118.7)"), ("ServerRole", "Mailbox"),
            ("IsClientAccessServer", true), ("ExchangeVersion", "0.1 (8.0.535.0)"), ("Edition", "StandardEvaluation"), ("WhenChanged", null)).Server!;

        Assert.Equal(("EX01", "ex01.contoso.local", "Default-First-Site-Name", "2019CU12"), (server.Name, server.Fqdn!.Value, server.Site, server.Version!.ToString()));
    }

    [Theory]
    [InlineData("Zurich", "Zurich")]
    [InlineData(SitePath, "Default-First-Site-Name")]
    [InlineData("CN=Zurich,CN=Sites,CN=Configuration,DC=contoso,DC=com", "Zurich")]
    [InlineData("cn=Zurich", "Zurich")]
    [InlineData(" Sao Paulo ", "Sao Paulo")]
    [InlineData("Z\u00fcrich", "Z\u00fcrich")]
    public void A_site_is_read_from_its_name_path_or_distinguished_name(string text, string expected)
    {
        List<InputFault> faults = [];
        Assert.Equal(expected, ServerReader.SiteName(text, "Site", faults));
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("2016", "Mailbox", null, true)]
    [InlineData("2016", "Mailbox, ClientAccess", null, true)]
    [InlineData("SE", "Mailbox", false, true)]
    [InlineData("2019", "Edge", null, false)]
    [InlineData("2016", "Edge", false, false)]
    [InlineData("2013", "Mailbox", null, false)]
    [InlineData("2013", "Mailbox, ClientAccess", null, true)]
    [InlineData("2013", "ClientAccess", null, true)]
    [InlineData("2010", "HubTransport", null, false)]
    [InlineData("2010", "Mailbox, ClientAccess, HubTransport", true, true)]
    [InlineData("2010", "Mailbox", true, true)]
    [InlineData("2007SP1", "ClientAccess", null, true)]
    [InlineData("2007SP1", "Mailbox", false, false)]
    [InlineData("2007SP1", null, null, true)]
    [InlineData("2007SP1", null, false, false)]
    [InlineData("2007SP1", "", true, true)]
    public void Only_servers_with_client_access_are_planned(string version, string? role, bool? clientAccess, bool planned)
    {
        ServerReading reading = Read(("Name", "EX01"), ("Version", version), ("ServerRole", role), ("IsClientAccessServer", clientAccess));

        Assert.Empty(reading.Faults);
        Assert.Equal(planned, reading.Server is not null);
        Assert.Equal(!planned, reading.Skipped?.StartsWith("EX01 has no client-access role", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_mistyped_column_is_refused_also_where_other_members_are_let_pass()
    {
        InputFault strict = Assert.Single(Read(("Name", "EX01"), ("InternetFacng", false)).Faults);
        InputFault lenient = Assert.Single(ReadLeniently(("Name", "EX01"), ("InternetFacng", false), ("Edition", "Standard")).Faults);
        InputFault unknown = Assert.Single(Read(("Name", "EX01"), ("Edition", "Standard")).Faults);

        Assert.All(new[] { strict, lenient, unknown }, f => Assert.Equal(FaultIds.MemberUnknown, f.Id));
        Assert.Contains("InternetFacing", strict.Message);
        Assert.Contains("InternetFacing", lenient.Message);
    }

    public static IEnumerable<TheoryDataRow<string, string, string, object?>> Refused =>
    [
        new("Name", FaultIds.NetBiosNameTooLong, "Server.Name", "A-VERY-LONG-NAME"),
        new("Name", FaultIds.MemberWrongType, "Server.Name", 5),
        new("Name", FaultIds.TextHasControlCharacter, "Server.Name", "EX01\n"),
        new("Name", FaultIds.ServerNotRecognised, "Server", null),
        new("Fqdn", FaultIds.NameSingleLabel, "Server.Fqdn", "EX01"),
        new("Fqdn", FaultIds.InputContradiction, "Server.Fqdn", "EX02.contoso.com"),
        new("Fqdn", FaultIds.InputContradiction, "Server.Fqdn", "e.com"),
        new("Fqdn", FaultIds.InputContradiction, "Server.Fqdn", "EX012.contoso.com"),
        new("Version", FaultIds.VersionUnknown, "Server.Version", "2022"),
        new("AdminDisplayVersion", FaultIds.VersionAmbiguous, "Server.AdminDisplayVersion", "2007"),
        new("Site", FaultIds.SiteNameInvalid, "Server.Site", "a|b"),
        new("InternetFacing", FaultIds.MemberWrongType, "Server.InternetFacing", "maybe"),
        new("IPAddress", FaultIds.AddressInvalid, "Server.IPAddress", "10.1"),
        new("IPAddress", FaultIds.AddressInvalid, "Server.IPAddress", "0.0.0.0"),
        new("IPAddress", FaultIds.AddressInvalid, "Server.IPAddress", "255.255.255.255"),
        new("IPAddress", FaultIds.AddressInvalid, "Server.IPAddress", "224.0.0.1"),
        new("IPAddress", FaultIds.AddressInvalid, "Server.IPAddress", "::"),
        new("IPAddress", FaultIds.AddressInvalid, "Server.IPAddress", "ff02::1"),
        new("IPAddress", FaultIds.AddressInvalid, "Server.IPAddress", "::ffff:192.0.2.1"),
        new("IPAddress", FaultIds.MemberWrongType, "Server.IPAddress", 10),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_refused_names_its_member(string member, string id, string parameter, object? value)
    {
        ServerReading reading = Read([.. new (string, object?)[] { ("Name", "EX01") }.Where(m => m.Item1 != member), (member, value)]);

        Assert.Null(reading.Server);
        InputFault fault = Assert.Single(reading.Faults, f => f.Id == id);
        Assert.Equal(parameter, fault.Parameter);
    }

    [Fact]
    public void A_NetBIOS_name_is_the_first_15_characters_of_a_longer_host_name()
    {
        ServerRequest server = Read(("Name", "EXCHANGESERVER0"), ("Fqdn", "exchangeserver01.contoso.com")).Server!;
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", server.Name), ("Fqdn", server.Fqdn!.Value)) },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2010"), ("ServerNameOnCertificate", "Both"));

        Assert.Subset(Assert.Single(plan.Certificates).Names.Select(n => n.Name).ToHashSet(), new HashSet<string> { "EXCHANGESERVER0", "exchangeserver01.contoso.com" });
    }

    public static IEnumerable<TheoryDataRow<string, object, object?>> RefusedByThePlan =>
    [
        new(FaultIds.ServerDuplicate, new object[] { "EX01", "EX02", "ex01.contoso.com" }, null),
        new(FaultIds.ServerSiteUnknown, new object[] { Plans.Members(("Name", "EX01"), ("Site", "C")) }, Sites()),
        new(FaultIds.ServerSiteUnknown, new object[] { "EX01" }, Sites()),
        new(FaultIds.SiteContradiction, new object[] { Plans.Members(("Name", "EX01"), ("Site", "B"), ("InternetFacing", true)) }, Sites()),
        new(FaultIds.SslOffloadingWithExtendedProtection, new object[] { Plans.Members(("Name", "EX01"), ("ExtendedProtection", true)) }, null),
        new(FaultIds.ServerMissing, Array.Empty<object>(), null),
    ];

    [Theory]
    [MemberData(nameof(RefusedByThePlan))]
    public void A_server_that_contradicts_the_plan_is_refused(string id, object servers, object? sites)
    {
        PlanResult result = Plans.Try(servers, ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2016"), ("SslOffloading", true), ("Site", sites));

        Assert.Equal(id, Assert.Single(result.Faults).Id);
        Assert.Equal(id == FaultIds.ServerDuplicate, result.Plan is not null);
    }

    [Fact]
    public void A_server_without_a_version_is_refused_with_the_list_of_versions()
    {
        PlanResult result = Plans.Try(new object[] { "EX01", Plans.Members(("Name", "EX02"), ("Version", "2016")) }, ("ExternalHost", "mail.contoso.com"));

        InputFault fault = Assert.Single(result.Faults);
        Assert.Equal((FaultIds.VersionMissing, "ExchangeVersion", (object)"EX01"), (fault.Id, fault.Parameter, fault.Value!));
        Assert.Contains("2007RTM", fault.Message);
        Assert.Equal(["EX02"], result.Plan!.Servers.Select(s => s.Name));
    }

    [Fact]
    public void A_real_captured_server_is_read()
    {
        string path = Path.Combine(SharedData.RepositoryRoot(), "..", "shared", "data", "third-party", "exchange-captures", "GetExchangeServer.xml");
        if (!File.Exists(path))
        {
            Assert.Skip("../shared/data/third-party/exchange-captures is not beside this repository.");
        }

        XElement[] objects = [.. XDocument.Load(path).Root!.Elements().Where(e => e.Name.LocalName == "Obj")];
        Assert.NotEmpty(objects);
        foreach (XElement captured in objects)
        {
            Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);
            foreach (XElement property in captured.Descendants().First(e => e.Name.LocalName == "Props").Elements())
            {
                string text = property.Name.LocalName == "Obj" ? property.Elements().FirstOrDefault(e => e.Name.LocalName == "ToString")?.Value ?? string.Empty : property.Value;
                members[property.Attribute("N")!.Value] = property.Name.LocalName switch
                {
                    "Nil" => null,
                    "B" => bool.Parse(text),
                    _ => text,
                };
            }

            ServerReading reading = new ServerReader().Read(members, "Server", strict: false);

            Assert.Empty(reading.Faults);
            Assert.Equal(members["Name"], reading.Server!.Name);
            Assert.Equal(ExchangeProduct.Exchange2019, reading.Server.Version!.Product);
            Assert.DoesNotContain('/', reading.Server.Site!);
        }
    }

    private static object[] Sites() => [Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("InternetFacing", false))];

    private static ServerReading Read(params (string Name, object? Value)[] members) => new ServerReader().Read(Plans.Members(members), "Server", strict: true);

    private static ServerReading ReadLeniently(params (string Name, object? Value)[] members) => new ServerReader().Read(Plans.Members(members), "Server", strict: false);
}
