using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Mail.Connectors;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.MailFlow;

/// <summary>The connector lines of every version, letter by letter (S44 to S46, S52, S53; SC05).</summary>
public class MailFlowScriptTests
{
    private const string Internet = "\"1.0.0.0-9.255.255.255\",\"11.0.0.0-100.63.255.255\",\"100.128.0.0-126.255.255.255\",\"128.0.0.0-169.253.255.255\",\"169.255.0.0-172.15.255.255\",\"172.32.0.0-192.167.255.255\",\"192.169.0.0-223.255.255.255\"";

    /// <summary>What stands between the server and the name on a new receive connector, and after the name of a new send connector.</summary>
    public static TheoryData<string, string, string> Forms
    {
        get
        {
            TheoryData<string, string, string> forms = [];
            foreach (string version in Versions.All)
            {
                ExchangeVersion read = Versions.Read(version);
                (string receive, string send) = version == "2007RTM" ? ("-Usage Internet", "-Usage Internet")
                    : read.Product == ExchangeProduct.Exchange2007 ? ("-Custom -PermissionGroups AnonymousUsers -AuthMechanism Tls", "-Internet")
                    : read.Product == ExchangeProduct.Exchange2010 ? ("-Internet -PermissionGroups AnonymousUsers -AuthMechanism Tls", "-Internet")
                    : ("-Internet -TransportRole FrontendTransport -PermissionGroups AnonymousUsers -AuthMechanism Tls", "-Internet");
                forms.Add(version, receive, send);
            }

            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_version_has_its_own_form(string version, string receive, string send) => Assert.Equal(
        [
            $"New-ReceiveConnector -Name \"Internet smtp.shudnow.net\" -Server SHUD-EXC1 {receive} -Fqdn smtp.shudnow.net -Bindings \"0.0.0.0:25\" -RemoteIPRanges {Internet}",
            $"New-SendConnector -Name \"Internet smtp.shudnow.net\" {send} -AddressSpaces \"*\" -SourceTransportServers SHUD-EXC1 -Fqdn smtp.shudnow.net",
        ],
        Commands(Make(Article(version))));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_parameter_is_in_the_catalogue_of_its_version(string version, string receive, string send)
    {
        Assert.NotEqual(receive + send, string.Empty);
        MailFlowScript script = Make(Article(version), new MailFlowInput { DefaultConnectorFqdn = string.Empty, TlsCertificateName = "<I>CN=CA<S>CN=smtp.shudnow.net", Bindings = "10.0.0.25" });
        ExchangeVersion exchange = Versions.Read(version);

        foreach (ExchangeCommand command in script.Commands)
        {
            CmdletEntry entry = CmdletCatalog.Default.Find(command.Name)!;
            Assert.All(command.Parameters, p => Assert.True(entry.FindParameter(p.Name)?.ExistsIn(exchange), command + " -" + p.Name));
        }
    }

    [Fact]
    public void The_article_is_checked_record_by_record() => Assert.Equal(
        [
            "nslookup -type=MX shudnow.net.", "nslookup -type=A smtp.shudnow.net.", "nslookup -type=PTR 25.113.0.203.in-addr.arpa.",
            "nslookup -type=TXT shudnow.net.", "nslookup -type=TXT smtp.shudnow.net.",
        ],
        Make(Article("2007SP1")).Checks);

    [Fact]
    public void The_article_warns_of_what_it_cannot_know() => Assert.Equal(
        [MailFlowFindingCodes.AllPublicRanges, MailFlowFindingCodes.SendConnectorCreated, MailFlowFindingCodes.TransportRoleNeeded, MailFlowFindingCodes.SenderId],
        Make(Article("2007SP1")).Findings.Select(f => f.Code));

    [Fact]
    public void Server_addresses_are_cut_out_of_the_public_ranges()
    {
        NamespacePlan plan = Plan("SE", [Server("EX01", "198.51.100.4"), Server("EX02", "10.0.0.2")]);

        string[] ranges = Ranges(Make(plan).Commands[0]);

        Assert.Contains("192.169.0.0-198.51.100.3", ranges);
        Assert.Contains("198.51.100.5-223.255.255.255", ranges);
        Assert.DoesNotContain(ranges, r => r.Contains(':', StringComparison.Ordinal));
    }

    [Fact]
    public void IPv6_is_taken_where_the_mail_host_has_such_an_address_and_the_version_listens()
    {
        (string, object?) addresses = ("MailIPAddress", new[] { "203.0.113.25", "2001:db8::25" });

        Assert.Equal(["0.0.0.0:25", "[::]:25"], Bindings(Make(Plan("2010", [Server("EX01", "2001:db8::9")], addresses)).Commands[0]));
        Assert.Equal(["2000::-2001:db8::8", "2001:db8::a-3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"], Ranges(Make(Plan("2010", [Server("EX01", "2001:db8::9")], addresses)).Commands[0])[^2..]);
        Assert.Equal(["0.0.0.0:25"], Bindings(Make(Plan("2007SP3", ["EX01"], addresses)).Commands[0]));
    }

    [Fact]
    public void An_address_of_its_own_takes_everybody()
    {
        MailFlowScript script = Make(Plan("2019", [Server("EX01", "10.0.0.1")]), new MailFlowInput { Bindings = new object?[] { "10.0.0.25", "[2001:db8::25]:25" } });

        Assert.Equal(["10.0.0.25:25", "[2001:db8::25]:25"], Bindings(script.Commands[0]));
        Assert.Equal(["0.0.0.0-255.255.255.255", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"], Ranges(script.Commands[0]));
        Assert.Contains(script.Findings, f => f.Code == MailFlowFindingCodes.BindingMustBeFree && f.Severity == FindingSeverity.Warning);
        Assert.DoesNotContain(script.Findings, f => f.Code == MailFlowFindingCodes.AllPublicRanges);
    }

    [Fact]
    public void A_hygiene_service_alone_delivers()
    {
        NamespacePlan plan = Plan("2016", ["EX01"], ("HygieneHost", "mx.hygiene.example"), ("HygieneIPRange", new[] { "203.0.113.0/24", "2001:db8:1::/48" }));

        MailFlowScript script = Make(plan);

        Assert.Equal(["203.0.113.0/24", "2001:db8:1::/48"], Ranges(script.Commands[0]));
        Assert.Equal(["0.0.0.0:25", "[::]:25"], Bindings(script.Commands[0]));
        Assert.DoesNotContain(script.Findings, f => f.Code is MailFlowFindingCodes.AllPublicRanges or MailFlowFindingCodes.HygieneRangesUnknown);
        Assert.Contains(Make(Plan("2016", ["EX01"], ("HygieneHost", "mx.hygiene.example"))).Findings, f => f.Code == MailFlowFindingCodes.HygieneRangesUnknown);
    }

    [Fact]
    public void A_certificate_can_be_named_from_2013_on()
    {
        const string Name = "<I>CN=Let's Encrypt, C=US<S>CN=smtp.contoso.com";
        MailFlowInput input = new() { TlsCertificateName = Name };

        Assert.All(Make(Plan("2013", ["EX01"]), input).Commands, c => Assert.EndsWith(" -TlsCertificateName '<I>CN=Let''s Encrypt, C=US<S>CN=smtp.contoso.com'", c.ToString(), StringComparison.Ordinal));
        MailFlowScript old = Make(Plan("2010", ["EX01"]), input);
        Assert.DoesNotContain(old.Commands, c => c.ToString().Contains("Tls" + "CertificateName", StringComparison.Ordinal));
        Assert.Contains(old.Findings, f => f.Code == MailFlowFindingCodes.CertificateNameNotInVersion);
    }

    [Fact]
    public void A_server_whose_certificate_lacks_the_name_will_not_offer_tls()
    {
        NamespacePlan plan = Plan("SE", [Server("EX01", "10.0.0.1", "Paris"), Server("EX02", "10.0.0.2", "Rome")], ("Site", new object[]
        {
            Plans.Members(("Name", "Paris")), Plans.Members(("Name", "Rome"), ("ExternalHost", "rome.contoso.com")),
        }));

        Assert.Equal("EX02", Assert.Single(Make(plan).Findings, f => f.Code == MailFlowFindingCodes.CertificateMissing).Subject);
    }

    [Theory]
    [InlineData("", "$null")]
    [InlineData("ex01", "ex01")]
    [InlineData("EX01.corp.contoso.com", "EX01.corp.contoso.com")]
    public void The_default_connectors_can_be_set_back(string fqdn, string value)
    {
        MailFlowScript script = Make(Plan("2016", [Plans.Members(("Name", "EX01"), ("Fqdn", "ex01.corp.contoso.com"))]), new MailFlowInput { DefaultConnectorFqdn = fqdn });

        Assert.Equal(
            [$"Set-ReceiveConnector -Identity \"EX01\\Default EX01\" -Fqdn {value}", $"Set-ReceiveConnector -Identity \"EX01\\Default Frontend EX01\" -Fqdn {value}"],
            Commands(script).Where(c => c.StartsWith("Set-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("smtp.contoso.com")]
    [InlineData("EX02")]
    [InlineData("ex01.contoso.com")]
    [InlineData(" ")]
    [InlineData("EX01'; Remove-Mailbox *")]
    public void No_other_name_reaches_a_default_connector(string fqdn)
    {
        InputFault fault = Refuse(Plan("2016", ["EX01"], ("ADDomain", "corp.contoso.com")), new MailFlowInput { DefaultConnectorFqdn = fqdn });

        Assert.Equal((FaultIds.DefaultConnectorFqdnRefused, "DefaultConnectorFqdn", fqdn), (fault.Id, fault.Parameter, fault.Value));
        Assert.Contains("S44", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Default EX01", "2010")]
    [InlineData("default frontend ex01", "2016")]
    [InlineData(" Default EX01 ", "2019")]
    [InlineData("", "SE")]
    [InlineData("a\\b", "SE")]
    [InlineData("a\nb", "SE")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "SE")]
    public void A_name_that_cannot_be_is_refused(string name, string version) =>
        Assert.Equal(FaultIds.ConnectorNameInvalid, Refuse(Plan(version, ["EX01"]), new MailFlowInput { ConnectorName = name }).Id);

    [Theory]
    [InlineData("0.0.0.0:25", null)]
    [InlineData("[::]:25", null)]
    [InlineData("10.0.0.1", null)]
    [InlineData(null, "0.0.0.0/0")]
    [InlineData(null, "0.0.0.0-255.255.255.255")]
    [InlineData(null, "10.0.0.0/24")]
    [InlineData("10.0.0.1:25", "10.0.0.2")]
    [InlineData(null, "::/0")]
    public void Nothing_is_taken_away_from_the_default_connector(string? binding, string? range)
    {
        NamespacePlan plan = Plan("2019", [Server("EX01", "10.0.0.1"), Server("EX02", "10.0.0.2", facing: false)]);

        InputFault fault = Refuse(plan, new MailFlowInput { Bindings = binding, RemoteRanges = range is null ? null : [range] });

        Assert.Equal(FaultIds.InputContradiction, fault.Id);
        Assert.Contains("S45", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.1:0", FaultIds.BindingInvalid)]
    [InlineData("10.0.0.1:65536", FaultIds.BindingInvalid)]
    [InlineData("ex01:25", FaultIds.BindingInvalid)]
    [InlineData("[::1]25", FaultIds.BindingInvalid)]
    [InlineData("10.0.0.1;x", FaultIds.BindingInvalid)]
    public void A_wrong_binding_is_refused(string binding, string id) => Assert.Equal(id, Refuse(Plan("2019", ["EX01"]), new MailFlowInput { Bindings = binding }).Id);

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", 25)]
    [InlineData("10.0.0.1:1", "10.0.0.1", 1)]
    [InlineData("10.0.0.1:65535", "10.0.0.1", 65535)]
    [InlineData("2001:DB8::1", "2001:db8::1", 25)]
    [InlineData("[2001:db8::1]:2525", "2001:db8::1", 2525)]
    public void A_binding_is_an_address_with_or_without_a_port(string text, string address, int port)
    {
        Assert.True(ConnectorBinding.TryParse(text, out ConnectorBinding? binding));
        Assert.Equal(new ConnectorBinding(address, port), binding);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":25")]
    [InlineData("[]:25")]
    [InlineData("[10.0.0.1:25")]
    [InlineData("10.0.0.1:")]
    [InlineData("10.0.0.1:+25")]
    [InlineData("10.0.0.1:25:25")]
    [InlineData("[2001:db8::1]:65536")]
    public void Half_an_address_or_port_is_no_binding(string text) => Assert.False(ConnectorBinding.TryParse(text, out _));

    /// <summary>A name has room for 64 characters, nine of which are in front of the host.</summary>
    [Theory]
    [InlineData(4, 4, ".contoso.com")]
    [InlineData(43, 43, ".contoso.com")]
    [InlineData(44, 44, ".contoso")]
    [InlineData(47, 47, ".contoso")]
    [InlineData(48, 48, "")]
    [InlineData(55, 55, "")]
    [InlineData(56, 55, "")]
    [InlineData(63, 55, "")]
    public void A_made_name_ends_with_a_whole_label_where_it_can(int first, int kept, string rest)
    {
        NamespacePlan plan = Plans.Make(
            "EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("MailHost", new string('s', first) + ".contoso.com"), ("SmtpDomain", "contoso.com"));

        Assert.StartsWith($"New-ReceiveConnector -Name \"Internet {new string('s', kept)}{rest}\" ", Commands(Make(plan))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_belongs_to_one_server()
    {
        NamespacePlan plan = Plan("2019", ["EX01", "EX02"]);

        Assert.Equal(FaultIds.InputContradiction, Refuse(plan, new MailFlowInput { Bindings = "10.0.0.25" }).Id);
        Assert.Equal(FaultIds.ValueNotListed, Refuse(plan, new MailFlowInput { Bindings = Plans.Members(("EX03", "10.0.0.25")) }).Id);
        MailFlowScript script = Make(plan, new MailFlowInput { Bindings = Plans.Members(("ex02", "10.0.0.25")) });
        Assert.Equal(["0.0.0.0:25", "10.0.0.25:25"], script.Commands.Take(2).SelectMany(Bindings));
    }

    [Theory]
    [InlineData("fabrikam.com", "fabrikam.com")]
    [InlineData("*.fabrikam.com", "*.fabrikam.com")]
    [InlineData("*", "*")]
    public void The_address_space_is_a_domain_or_all(string given, string written) =>
        Assert.Contains($" -AddressSpaces \"{written}\" ", Make(Plan("SE", ["EX01"]), new MailFlowInput { AddressSpace = given }).Commands[^1].ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("**")]
    [InlineData("com")]
    [InlineData("a b.com")]
    public void Another_address_space_is_refused(string given) =>
        Assert.Equal(given, Refuse(Plan("SE", ["EX01"]), new MailFlowInput { AddressSpace = given }).Value);

    [Fact]
    public void The_newest_shell_makes_the_send_connector_with_its_own_servers()
    {
        NamespacePlan plan = Plan("2010", ["OLD", Plans.Members(("Name", "NEW1"), ("Version", "2016CU23")), Plans.Members(("Name", "NEW2"), ("Version", "2019"))]);

        MailFlowScript script = Make(plan);

        Assert.Equal([ShellGeneration.Exchange2010, ShellGeneration.Exchange2016], script.Shells);
        Assert.Contains("-SourceTransportServers NEW1,NEW2 ", Commands(script)[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(Make(plan, new MailFlowInput { Selection = new() { Generation = ShellGeneration.Exchange2010 } }).Commands, c => c.Name == "New-SendConnector");
    }

    [Fact]
    public void Servers_that_do_not_face_the_internet_are_left_alone_unless_chosen()
    {
        NamespacePlan plan = Plan("SE", [Server("EX01", "10.0.0.1"), Server("EX02", "10.0.0.2", facing: false)]);

        Assert.Equal(["EX01", ""], Make(plan).Commands.Select(c => c.Target));
        Assert.Equal(["EX02", ""], Make(plan, new MailFlowInput { Selection = new() { Servers = new HashSet<string> { "EX02" } } }).Commands.Select(c => c.Target));
    }

    [Fact]
    public void A_rehearsal_says_WhatIf_where_there_is_one()
    {
        MailFlowInput input = new() { Selection = new() { Rehearse = true } };

        Assert.All(Commands(Make(Plan("2007SP1", ["EX01"]), input)), c => Assert.EndsWith(" -WhatIf", c, StringComparison.Ordinal));
        MailFlowScript rtm = Make(Plan("2007RTM", ["EX01"]), input);
        Assert.Empty(rtm.Commands);
        Assert.Equal(["EX01"], rtm.Unrehearsed);
    }

    [Fact]
    public void A_plan_without_mail_has_no_connectors() =>
        Assert.Equal(FaultIds.MailNotPlanned, Refuse(Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE")), new MailFlowInput()).Id);

    [Fact]
    public void A_file_has_a_header_the_reason_of_each_line_and_the_checks()
    {
        NamespacePlan plan = Article("2007SP1");
        MailFlowScript script = Make(plan);

        string[] lines = [.. MailFlowText.File(plan, script, ShellGeneration.Exchange2007)];

        Assert.Equal("# Mail host smtp.shudnow.net, mail sent as smtp.shudnow.net: run in the Exchange Management Shell of Exchange 2007.", lines[0]);
        Assert.Equal(Commands(script), lines.Where(l => l.Length > 0 && l[0] != '#'));
        Assert.Contains("# Only if Get-SendConnector shows none for *.", lines);
        Assert.Contains(lines, l => l.StartsWith("# Information EXN247, SHUD-EXC1: Sender ID", StringComparison.Ordinal));
        Assert.Contains("# nslookup -type=MX shudnow.net.", lines);
    }

    [Fact]
    public void A_captured_send_connector_is_changed_and_can_be_put_back()
    {
        MailFlowScript script = Make(Plan("2016", ["EX01"]), new MailFlowInput
        {
            State = State(send: [Send("Out 'bound", "ex01.corp.local", "SMTP:*;1"), Send("Partner", null, "smtp:fabrikam.com;1")]),
        });

        ExchangeCommand changed = Assert.Single(script.Commands, c => c.Name.EndsWith("SendConnector", StringComparison.Ordinal));
        Assert.Equal("Set-SendConnector -Identity 'Out ''bound' -Fqdn smtp.contoso.com", changed.ToString());
        Assert.Equal("Set-SendConnector -Identity 'Out ''bound' -Fqdn \"ex01.corp.local\"", changed.Undo!.ToString());
        Assert.Contains(script.Findings, f => f.Code == MailFlowFindingCodes.SendConnectorChanged);
        Assert.DoesNotContain(script.Findings, f => f.Code == MailFlowFindingCodes.SendConnectorCreated);
    }

    [Fact]
    public void A_connector_for_the_address_space_only_counts()
    {
        ExchangeState state = State(send: [Send("All", "old.contoso.com", "SMTP:*;1"), Send("One", null, "fabrikam.com"), Send("Fax", null, "FAX:fabrikam.com;1")]);

        ExchangeCommand changed = Assert.Single(Make(Plan("2007SP3", ["EX01"]), new MailFlowInput { State = state, AddressSpace = "fabrikam.com" }).Commands, c => c.Target.Length == 0);
        Assert.Equal("Set-SendConnector -Identity \"One\" -Fqdn smtp.contoso.com", changed.ToString());
        Assert.Equal("Set-SendConnector -Identity \"One\" -Fqdn $null", changed.Undo!.ToString());
    }

    [Fact]
    public void What_is_as_planned_needs_no_line_and_what_is_missing_gets_one()
    {
        MailFlowScript right = Make(Plan("SE", ["EX01"]), new MailFlowInput { State = State(send: [Send("Out", "SMTP.contoso.com", "SMTP:*;1")]) });
        MailFlowScript none = Make(Plan("SE", ["EX01"]), new MailFlowInput { State = State(send: []) });
        MailFlowScript other = Make(Plan("SE", ["EX01"]), new MailFlowInput { State = State(send: null) });

        Assert.DoesNotContain(right.Commands, c => c.Target.Length == 0);
        Assert.Contains(right.Findings, f => f.Code == MailFlowFindingCodes.SendConnectorAsPlanned);
        Assert.Contains(none.Commands, c => c.Name == "New-SendConnector");
        Assert.Contains(none.Findings, f => f.Code == MailFlowFindingCodes.SendConnectorCreated);
        Assert.Contains(other.Commands, c => c.Name == "New-SendConnector");
    }

    [Theory]
    [InlineData("smtp.contoso.com", true, "ExchangeServer", true)]
    [InlineData("EX01", true, "ExchangeServer", false)]
    [InlineData("ex01.corp.local", true, "ExchangeServer", false)]
    [InlineData("ex01.contoso.com", true, "ExchangeServer", true)]
    [InlineData("ex01.contoso.com", false, "ExchangeServer", false)]
    [InlineData(null, true, "ExchangeServer", false)]
    [InlineData("smtp.contoso.com", true, "BasicAuth", false)]
    public void A_captured_default_connector_with_a_foreign_name_is_an_error(string? fqdn, bool fullNameKnown, string mechanism, bool reported)
    {
        object server = fullNameKnown ? Plans.Members(("Name", "EX01"), ("Fqdn", "ex01.corp.local")) : "EX01";
        CapturedReceiveConnector connector = new()
        {
            Name = "Default EX01",
            Identity = "EX01\\Default EX01",
            Fqdn = fqdn is null ? Captured.Null<string>() : Captured.Known(fqdn),
            AuthMechanism = Captured.Known<IReadOnlyList<string>>(["Tls", mechanism]),
        };

        MailFlowScript script = Make(Plan("2019", [server]), new MailFlowInput { State = State(receive: [connector]) });

        Assert.Equal(reported, script.Findings.Any(f => f.Code == MailFlowFindingCodes.DefaultConnectorForeign && f.Severity == FindingSeverity.Error));
    }

    private static CapturedSendConnector Send(string name, string? fqdn, string addressSpace) => new()
    {
        Name = name,
        Identity = name,
        Fqdn = fqdn is null ? Captured.Null<string>() : Captured.Known(fqdn),
        AddressSpaces = Captured.Known<IReadOnlyList<string>>([addressSpace]),
    };

    private static ExchangeState State(CapturedSendConnector[]? send = null, CapturedReceiveConnector[]? receive = null) => States.Make(
        [.. send is null ? Array.Empty<StateKind>() : [StateKind.SendConnector], .. receive is null ? Array.Empty<StateKind>() : [StateKind.ReceiveConnector]],
        receive: receive,
        send: send);

    private static NamespacePlan Article(string version) => Plans.Make("SHUD-EXC1", ("ExternalHost", "webmail.shudnow.net"), ("SmtpDomain", "shudnow.net"), ("ExchangeVersion", version),
        ("MailHost", "smtp.shudnow.net"), ("MailIPAddress", "203.0.113.25"));

    private static NamespacePlan Plan(string version, object[] servers, params (string Name, object? Value)[] more)
    {
        Dictionary<string, object?> members = Plans.Members(("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", version), ("MailHost", "smtp.contoso.com"), ("MailIPAddress", "203.0.113.25"));
        foreach ((string name, object? value) in more)
        {
            members[name] = value;
        }

        return Plans.Make(servers, [.. members.Select(m => (m.Key, m.Value))]);
    }

    private static object Server(string name, string address, string? site = null, bool? facing = null) =>
        Plans.Members(("Name", name), ("IPAddress", address), ("Site", site), ("InternetFacing", facing));

    private static MailFlowScript Make(NamespacePlan plan, MailFlowInput? input = null)
    {
        List<InputFault> faults = [];
        MailFlowScript? script = MailFlowScript.Build(plan, input ?? new MailFlowInput(), faults);
        Assert.Empty(faults);
        return script!;
    }

    private static InputFault Refuse(NamespacePlan plan, MailFlowInput input)
    {
        List<InputFault> faults = [];
        Assert.Null(MailFlowScript.Build(plan, input, faults));
        return faults[0];
    }

    private static string[] Commands(MailFlowScript script) => [.. script.Commands.Select(c => c.ToString())];

    private static string[] Bindings(ExchangeCommand command) => List(command, "Bindings");

    private static string[] Ranges(ExchangeCommand command) => List(command, "RemoteIPRanges");

    private static string[] List(ExchangeCommand command, string parameter) =>
        [.. command.Parameters.Single(p => p.Name == parameter).Value.ToString()!.Split(',').Select(v => v.Trim('\'', '"'))];
}
