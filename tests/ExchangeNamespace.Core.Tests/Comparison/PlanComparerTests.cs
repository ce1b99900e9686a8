using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison;

/// <summary>The checks that no single setting shows, each on a state made for it.</summary>
public class PlanComparerTests
{
    [Fact]
    public void The_example_capture_differs_on_one_server_only()
    {
        ExchangeState state = Captures.ReadFolder(Captures.Example);
        NamespacePlan plan = Plan("2019CU12");
        SettingComparison[] rows = [.. PlanComparer.Compare(plan, state)];

        Assert.All(rows.Where(r => r.Server == "EX01"), r => Assert.Equal(SettingVerdict.Equal, r.Verdict));
        Assert.Equal(SettingVerdict.Missing, rows.Single(r => r is { Server: "EX02", Service: "OWA", Setting: "ExternalUrl" }).Verdict);
        Assert.Equal("(null)", rows.Single(r => r is { Server: "EX02", Service: "OWA", Setting: "ExternalUrl" }).Current);
        Assert.Equal("still the name of the server", rows.Single(r => r is { Server: "EX02", Service: "OWA", Setting: "InternalUrl" }).Note);
        Assert.False(PlanComparer.IsAsPlanned(rows));
        Assert.True(PlanComparer.IsAsPlanned(rows.Where(r => r.Server == "EX01")));
        Assert.Equal(["EXN362", "EXN365", "EXN366"], rows.Select(r => r.Finding?.Code).OfType<string>().Distinct().Order());
    }

    [Fact]
    public void Nothing_is_concluded_from_what_was_not_captured()
    {
        ExchangeState state = States.Read(("Get-ExchangeServer", [("Name", "EX01"), ("AdminDisplayVersion", "Version 15.2 (Build 1118.7)")]));
        SettingComparison[] rows = [.. PlanComparer.Compare(Plan("2019CU12"), state)];

        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(SettingVerdict.Unknown, r.Verdict));
        Assert.False(PlanComparer.IsAsPlanned(rows));
    }

    [Fact]
    public void A_server_that_is_not_in_the_capture_is_unknown_whatever_was_captured_of_others()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "OLD"), ("OutlookAnywhereEnabled", true)) },
            ("ExternalHost", "mail.contoso.com"),
            ("ADDomain", "contoso.com"),
            ("ExchangeVersion", "2010SP3"));
        ExchangeState state = Captures.ReadFolder(Captures.Example);

        Assert.All(PlanComparer.Compare(plan, state).Where(r => r.Server == "OLD"), r => Assert.Equal(SettingVerdict.Unknown, r.Verdict));
        Assert.Equal(
            CommandBuilder.Build(plan, new CommandSelection()).Select(c => c.ToString()),
            new ChangePlanner(state, new CommandSelection()).Build(plan).Select(c => c.ToString()));
    }

    [Fact]
    public void The_service_connection_point_of_a_server_outside_the_plan_counts()
    {
        SettingComparison row = Single("SCP", States.Read(
            ("Get-ClientAccessServer", [("Name", "OLD"), ("AutoDiscoverServiceInternalUri", "https://old.contoso.com/Autodiscover/Autodiscover.xml")]),
            ("Get-ClientAccessServer", [("Name", "NEW"), ("AutoDiscoverServiceInternalUri", "https://MAIL.contoso.com:443/autodiscover/autodiscover.xml")])), "OLD");

        Assert.Equal((SettingVerdict.Differs, "EXN361"), (row.Verdict, row.Finding!.Code));
        Assert.Equal(SettingVerdict.Equal, Single("SCP", States.Read(("Get-ClientAccessServer", [("Name", "NEW"), ("AutoDiscoverServiceInternalUri", "https://MAIL.contoso.com:443/autodiscover/autodiscover.xml")])), "NEW").Verdict);
    }

    [Theory]
    [InlineData("https://ex09.contoso.com/owa", true)] // full, and of another server
    [InlineData("https://EX09/owa", true)] // bare
    [InlineData("https://ex01.corp.local:443/owa", true)] // its own
    [InlineData("https://mail.contoso.com/owa", false)]
    [InlineData("https://ex090.contoso.com/owa", false)]
    [InlineData("ex09", false)] // no URL
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_external_host_that_is_the_name_of_a_server_is_told_whichever_server_it_is(string? external, bool told)
    {
        SettingComparison[] rows = [.. PlanComparer.Compare(Plan("2019CU12"), States.Read(
            Directory("Get-OwaVirtualDirectory", "owa", "https://ex01.corp.local/owa", ("ExternalUrl", external)),
            ("Get-ExchangeServer", [("Name", "EX09")])))];

        SettingComparison? row = rows.SingleOrDefault(r => r.Service == "ExternalHost");
        Assert.Equal(told, row is not null);
        Assert.Equal(told ? (SettingVerdict.Extra, "EXN372", CheckOutcome.Failed, "EX01") : default,
            row is null ? default : (row.Verdict, row.Finding!.Code, row.Outcome, row.Current));
    }

    [Fact]
    public void An_external_host_that_the_plan_gives_too_is_as_planned_beside_its_warning()
    {
        SettingComparison row = PlanComparer.Compare(
            Plans.Make("EX01", ("ExternalHost", "ex01.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2019CU12")),
            States.Read(("Get-OutlookAnywhere", [("Identity", @"EX01\Rpc (Default Web Site)"), ("ServerName", "EX01"), ("ExternalHostname", "ex01.contoso.com.")])))
            .Single(r => r.Service == "ExternalHost");

        Assert.Equal((SettingVerdict.Equal, "EXN372", CheckOutcome.Warning), (row.Verdict, row.Finding!.Code, row.Outcome));
    }

    [Theory]
    [InlineData("http://mail.contoso.com/OAB", true, true)]
    [InlineData("https://mail.contoso.com/OAB", true, false)]
    public void An_address_book_on_http_that_demands_SSL_is_told(string url, bool requireSsl, bool told)
    {
        IEnumerable<SettingComparison> rows = PlanComparer.Compare(Plan("2010"), States.Read(Directory("Get-OabVirtualDirectory", "OAB", url, ("RequireSSL", requireSsl))));

        Assert.Equal(told, rows.Any(r => r.Finding?.Code == "EXN363"));
    }

    [Fact]
    public void A_bypass_URL_is_extra_and_a_null_one_is_nothing()
    {
        Assert.Equal(SettingVerdict.Extra, PlanComparer.Compare(Plan("2016"), States.Read(Directory("Get-WebServicesVirtualDirectory", "EWS", "https://mail.contoso.com/EWS/Exchange.asmx", ("InternalNLBBypassUrl", "https://ex01/ews")))).Single(r => r.Setting == "InternalNLBBypassUrl").Verdict);
        Assert.DoesNotContain(PlanComparer.Compare(Plan("2016"), States.Read(Directory("Get-WebServicesVirtualDirectory", "EWS", "https://mail.contoso.com/EWS/Exchange.asmx", ("InternalNLBBypassUrl", null)))), r => r.Setting == "InternalNLBBypassUrl");
    }

    [Fact]
    public void The_URLs_of_the_Autodiscover_directory_are_irrelevant()
    {
        SettingComparison row = Assert.Single(PlanComparer.Compare(Plan("2010"), States.Read(Directory("Get-AutodiscoverVirtualDirectory", "Autodiscover", "https://x.contoso.com/"))), r => r.Service == "AutodiscoverDirectory");

        Assert.Equal((SettingVerdict.Irrelevant, FindingSeverity.Information), (row.Verdict, row.Finding!.Severity));
    }

    [Theory]
    [InlineData("mail.contoso.com", SettingVerdict.Differs)]
    [InlineData("MAIL.contoso.com.", SettingVerdict.Differs)]
    [InlineData("outlook.corp.local", SettingVerdict.Equal)]
    public void An_array_of_2010_needs_a_name_of_its_own(string fqdn, SettingVerdict verdict) =>
        Assert.Equal(verdict, Single("ClientAccessArray", States.Read(("Get-ClientAccessArray", [("Name", "ARRAY"), ("Fqdn", fqdn)])), "(organisation)", "2010").Verdict);

    [Fact]
    public void A_name_that_only_the_inside_view_has_is_an_array_s_own()
    {
        ExchangeState state = States.Read(("Get-ClientAccessArray", [("Name", "ARRAY"), ("Fqdn", "mail.corp.contoso.com")]));
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.com"), ("DnsModel", "Separate"), ("ExchangeVersion", "2010"));

        Assert.Contains(plan.DnsRecords, r => r is { View: DnsView.Internal, Name.Value: "mail.corp.contoso.com" });
        Assert.Equal(SettingVerdict.Equal, Assert.Single(PlanComparer.Compare(plan, state), r => r.Service == "ClientAccessArray").Verdict);
    }

    [Theory]
    [InlineData("SMTP:*;1", "smtp.contoso.com", SettingVerdict.Equal)]
    [InlineData("*", "ex01.corp.local", SettingVerdict.Differs)]
    [InlineData("SMTP:*;1", null, SettingVerdict.Missing)]
    [InlineData("SMTP:fabrikam.com;1", "other", null)]
    public void The_send_connector_to_everywhere_states_the_planned_name(string space, string? fqdn, SettingVerdict? verdict)
    {
        ExchangeState state = States.Read(("Get-SendConnector", [("Name", "Out"), ("Identity", "Out"), ("AddressSpaces", space), ("Fqdn", fqdn)]));

        Assert.Equal(verdict, PlanComparer.Compare(Plan("2016", ("MailHost", "smtp.contoso.com")), state).SingleOrDefault(r => r.Service == "SendConnector")?.Verdict);
    }

    [Fact]
    public void A_receive_connector_that_authenticates_servers_is_left_alone()
    {
        (string, object?)[] open = [("Name", "In"), ("Identity", "EX01\\In"), ("Enabled", true), ("PermissionGroups", "AnonymousUsers"), ("AuthMechanism", "Tls"), ("Bindings", "0.0.0.0:25"), ("Fqdn", "ex01.corp.local")];
        ExchangeState state = States.Read(
            ("Get-ReceiveConnector", open),
            ("Get-ReceiveConnector", [.. open.Select(p => p.Item1 switch { "Name" => (p.Item1, (object?)"Default"), "Identity" => (p.Item1, "EX01\\Default"), "AuthMechanism" => (p.Item1, "Tls, ExchangeServer"), _ => p })]));

        SettingComparison row = Assert.Single(PlanComparer.Compare(Plan("2016", ("MailHost", "smtp.contoso.com")), state), r => r.Service == "ReceiveConnector");
        Assert.Equal(("EX01\\In", SettingVerdict.Differs), (row.Setting, row.Verdict));
    }

    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.co", "one typing error away")]
    [InlineData("mail.contoso.com", "mial.contoso.com", "one typing error away")]
    [InlineData("mail.contoso.com", "mail.contoso.net", "")]
    [InlineData("a.bc.com", "a.bd.com", "one typing error away")] // eight characters
    [InlineData("a.bc.com", "a.bccom", "one typing error away")]
    [InlineData("a.b.com", "a.bb.com", "")]
    public void A_host_that_is_nearly_the_planned_one_is_told(string planned, string captured, string note)
    {
        SettingComparison row = Hostname(planned, captured);

        Assert.Equal((SettingVerdict.Differs, note), (row.Verdict, row.Note));
        Assert.Equal(note.Length > 0, row.CurrentEnd.EndsWith($" ({note})", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_scheme_is_no_typing_error() => Assert.Equal(
        (SettingVerdict.Differs, string.Empty),
        PlanComparer.Compare(Plan("2010"), States.Read(Directory("Get-OabVirtualDirectory", "OAB", "http://mail.contoso.com/OAB")))
            .Where(r => r is { Server: "EX01", Service: "OAB", Setting: "InternalUrl" }).Select(r => (r.Verdict, r.Note)).Single());

    private static SettingComparison Hostname(string planned, string captured) => PlanComparer.Compare(
        Plans.Make("EX01", ("ExternalHost", planned), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2016")),
        States.Read(("Get-OutlookAnywhere", [("Identity", @"EX01\Rpc (Default Web Site)"), ("ServerName", "EX01"), ("ExternalHostname", captured)])))
        .Single(r => r is { Server: "EX01", Setting: "ExternalHostname" });

    /// <summary>The plan asks for mail and autodiscover of contoso.com, the server carries and publishes what each row says.</summary>
    [Theory]
    [InlineData("mail.contoso.com autodiscover.contoso.com", "mail.contoso.com", SettingVerdict.Equal, null)]
    [InlineData("*.contoso.com", "mail.contoso.com", SettingVerdict.Equal, null)]
    [InlineData("MAIL.contoso.com", "mail.contoso.com", SettingVerdict.Missing, null)]
    [InlineData("old.contoso.com", "old.contoso.com", SettingVerdict.Missing, null)]
    [InlineData("mail.contoso.com autodiscover.contoso.com", "ex01.corp.local", SettingVerdict.Equal, "ex01.corp.local")]
    [InlineData("old.contoso.com", "ex01.corp.local", SettingVerdict.Missing, "ex01.corp.local")]
    public void Certificate_names_are_those_of_the_plan_beside_those_that_were_found(string found, string configured, SettingVerdict verdict, string? uncovered)
    {
        ExchangeState state = States.Read(
            Directory("Get-OwaVirtualDirectory", "owa", $"https://{configured}/owa"),
            ("Get-ExchangeCertificate", [("Server", "EX01"), ("Thumbprint", new string('A', 40)), ("Services", "IIS, SMTP"), ("CertificateDomains", found.Split(' ').Cast<object?>().ToArray())]));
        SettingComparison[] rows = [.. PlanComparer.Compare(Plan("2016"), state).Where(r => r is { Server: "EX01", Service: "Certificate" })];

        SettingComparison names = rows[0];
        Assert.Equal(("Names", "mail.contoso.com, autodiscover.contoso.com", found.Replace(" ", ", ")), (names.Setting, names.Planned, names.Current));
        Assert.Equal((verdict, verdict == SettingVerdict.Missing ? "EXN371" : null), (names.Verdict, names.Finding?.Code));
        Assert.Equal(
            uncovered is null ? [] : new[] { ("UncoveredHosts", "(null)", uncovered, SettingVerdict.Extra, "EXN365") },
            rows.Skip(1).Select(r => (r.Setting, r.Planned, r.Current, r.Verdict, r.Finding!.Code)));
    }

    [Theory]
    [InlineData("smtp.contoso.com", "mail.contoso.com autodiscover.contoso.com", "SMTP", SettingVerdict.Equal)]
    [InlineData("smtp.contoso.com", "mail.contoso.com autodiscover.contoso.com", "None", SettingVerdict.Missing)]
    [InlineData("mail.contoso.com", "autodiscover.contoso.com", "SMTP", SettingVerdict.Missing)]
    public void A_name_for_mail_alone_may_stand_on_a_certificate_that_only_SMTP_uses(string mailHost, string web, string services, SettingVerdict verdict)
    {
        ExchangeState state = States.Read(
            ("Get-ExchangeCertificate", [("Server", "EX01"), ("Thumbprint", new string('A', 40)), ("Services", "IIS"), ("CertificateDomains", web.Split(' ').Cast<object?>().ToArray())]),
            ("Get-ExchangeCertificate", [("Server", "EX01"), ("Thumbprint", new string('B', 40)), ("Services", services), ("CertificateDomains", new object?[] { mailHost })]));

        Assert.Equal(verdict, Assert.Single(PlanComparer.Compare(Plan("2016", ("MailHost", mailHost)), state), r => r is { Server: "EX01", Service: "Certificate" }).Verdict);
    }

    [Fact]
    public void What_the_plan_asks_of_the_certificate_is_told_where_none_was_captured()
    {
        SettingComparison row = Assert.Single(PlanComparer.Compare(Plan("2016"), States.Read(Directory("Get-OwaVirtualDirectory", "owa", "https://old.contoso.com/owa"))), r => r is { Server: "EX01", Service: "Certificate" });
        Assert.Equal((SettingVerdict.Unknown, "mail.contoso.com, autodiscover.contoso.com", "(not captured)"), (row.Verdict, row.Planned, row.Current));
    }

    /// <summary>What counts is whether the lines are the same: 2016 to SE share them, the service packs of 2007 and 2013 do not.</summary>
    [Theory]
    [InlineData("2016", "Version 14.3 (Build 123.4)", SettingVerdict.Differs)]
    [InlineData("SE", "Version 15.2 (Build 1118.7)", SettingVerdict.Irrelevant)]
    [InlineData("2016", "Version 15.2 (Build 2562.17)", SettingVerdict.Irrelevant)]
    [InlineData("2013", "Version 15.1 (Build 2507.6)", SettingVerdict.Differs)]
    [InlineData("2013RTM", "Version 15.0 (Build 847.32)", SettingVerdict.Differs)]
    [InlineData("2007SP1", "Version 8.0 (Build 685.24)", SettingVerdict.Differs)]
    [InlineData("2007SP1", "Version 8.3 (Build 83.6)", null)]
    [InlineData("2019", "Version 15.2 (Build 1118.7)", null)]
    public void A_server_is_in_the_wrong_dialect_only_where_its_lines_are_others(string planned, string captured, SettingVerdict? verdict)
    {
        ExchangeState state = States.Read(("Get-ExchangeServer", [("Name", "EX01"), ("AdminDisplayVersion", captured)]));
        SettingComparison? row = PlanComparer.Compare(Plan(planned),
            state).SingleOrDefault(r => r is { Server: "EX01", Setting: "AdminDisplayVersion" });

        Assert.Equal(verdict, row?.Verdict);
        Assert.Equal(
            verdict switch { SettingVerdict.Differs => FindingSeverity.Warning, SettingVerdict.Irrelevant => FindingSeverity.Information,
                _ => (FindingSeverity?)null },
            row?.Finding?.Severity);
    }

    [Theory]
    [InlineData("2016", "SendConnector,ReceiveConnector")]
    [InlineData("2010", "SendConnector,ReceiveConnector,ClientAccessArray")]
    public void Connectors_and_arrays_that_were_not_captured_are_unknown(string version, string unknown)
    {
        ExchangeState state = States.Read(("Get-ExchangeServer", [("Name", "EX01")]));
        SettingComparison[] rows = [.. PlanComparer.Compare(Plan(version, ("MailHost", "smtp.contoso.com")),
            state).Where(r => r.Server == "(organisation)")];

        Assert.Equal(unknown.Split(','), rows.Select(r => r.Service));
        Assert.All(rows, r => Assert.Equal((SettingVerdict.Unknown, "(not captured)"), (r.Verdict, r.Current)));
    }

    [Theory]
    [InlineData("Enabled", SettingVerdict.Unknown)]
    [InlineData("PermissionGroups", SettingVerdict.Unknown)]
    [InlineData("AuthMechanism", SettingVerdict.Unknown)]
    [InlineData("Bindings", SettingVerdict.Unknown)]
    [InlineData("Banner", SettingVerdict.Differs)]
    public void A_receive_connector_is_unknown_where_what_decides_was_not_captured(string absent, SettingVerdict verdict)
    {
        (string, object?)[] open =
        [
            ("Name", "In"), ("Identity", "EX01\\In"), ("Enabled", true), ("PermissionGroups", "AnonymousUsers"), ("AuthMechanism", "Tls"),
                ("Bindings", "0.0.0.0:25"),
            ("Fqdn", "ex01.corp.local"),
        ];
        ExchangeState state = States.Read(("Get-ReceiveConnector", [.. open.Where(p => p.Item1 != absent)]));

        Assert.Equal(verdict, Assert.Single(PlanComparer.Compare(Plan("2016", ("MailHost", "smtp.contoso.com")), state),
            r => r.Service == "ReceiveConnector").Verdict);
    }

    /// <summary>Allow and Require prove that it is on; None may be what the directory holds and proves nothing.</summary>
    [Theory]
    [InlineData("2016", "Version 15.1 (Build 2507.6)", "Require", true, null, FindingSeverity.Error)]
    [InlineData("2016", "Version 15.1 (Build 2507.6)", "Allow", true, null, FindingSeverity.Error)]
    [InlineData("2016", "Version 15.1 (Build 2507.6)", "Require", false, null, null)]
    [InlineData("2016", "Version 15.1 (Build 2507.6)", "None", true, null, null)]
    [InlineData("2016", "Version 15.1 (Build 2507.6)", "Require", false, true, FindingSeverity.Error)]
    [InlineData("2016", "Version 15.1 (Build 2507.6)", "Require", true, false, null)]
    [InlineData("SE", "Version 15.2 (Build 2562.17)", "None", true, null, FindingSeverity.Warning)]
    [InlineData("SE", "Version 15.2 (Build 2562.17)", "None", false, null, null)]
    public void Captured_Extended_Protection_is_held_against_offloading(
        string version, string build, string checking, bool captured, bool? planned, FindingSeverity? severity)
    {
        ExchangeState state = States.Read(
            ("Get-ExchangeServer", [("Name", "EX01"), ("AdminDisplayVersion", build)]),
            Directory("Get-OwaVirtualDirectory", "owa", "https://mail.contoso.com/owa", ("ExtendedProtectionTokenChecking", checking)),
            ("Get-OutlookAnywhere", [("Identity", "EX01\\Rpc (Default Web Site)"), ("Name", "Rpc (Default Web Site)"),
                ("SSLOffloading", captured)]));
        NamespacePlan plan = Plan(version, planned is null ? [] : [("SslOffloading", planned)]);

        Assert.Equal(checking == "None" ? CaptureStatus.Absent : CaptureStatus.Known, state.FindServer("EX01")!.ExtendedProtection.Status);
        Assert.Equal(severity, PlanComparer.Compare(plan, state).SingleOrDefault(r => r.Finding?.Code == "EXN091")?.Finding!.Severity);
        ChangePlanner changes = new(state, new CommandSelection());
        _ = changes.BuildUndo(plan);
        Assert.Equal(severity, changes.Findings.SingleOrDefault(f => f.Code == "EXN091")?.Severity);
    }

    [Fact]
    public void Extended_Protection_of_a_server_that_was_not_captured_itself_is_held_against_offloading()
    {
        ExchangeState state = States.Read(
            Directory("Get-OwaVirtualDirectory", "owa", "https://mail.contoso.com/owa", ("ExtendedProtectionTokenChecking", "Require")),
            ("Get-OutlookAnywhere", [("Identity", "EX01\\Rpc (Default Web Site)"), ("Name", "Rpc (Default Web Site)"), ("SSLOffloading", true)]));

        Assert.Empty(state.Servers);
        Assert.Equal(
            FindingSeverity.Error, Assert.Single(PlanComparer.Compare(Plan("2016"), state), r => r.Finding?.Code == "EXN091").Finding!.Severity);
    }

    [Fact]
    public void Captured_Extended_Protection_is_held_against_separate_certificates()
    {
        ExchangeState state = States.Read(
            ("Get-ExchangeServer", [("Name", "EX01"), ("AdminDisplayVersion", "Version 15.1 (Build 2507.6)")]),
            Directory("Get-OwaVirtualDirectory", "owa", "https://mail.contoso.com/owa", ("ExtendedProtectionTokenChecking", "Require")));

        Assert.Contains(PlanComparer.Compare(Plan("2016", ("ReverseProxy", "SeparateCertificate")), state),
            r => r.Finding?.Code == "EXN091");
        Assert.DoesNotContain(PlanComparer.Compare(Plan("2016", ("ReverseProxy", "SharedCertificate")), state),
            r => r.Finding?.Code == "EXN091");
    }

    /// <summary>Only the host changes: what the administrator set beside it stays, unless the plan was asked for another value.</summary>
    [Theory]
    [InlineData("2007RTM", "ExternalAuthenticationMethod")]
    [InlineData("2007SP3", "ClientAuthenticationMethod")]
    [InlineData("2010", "ClientAuthenticationMethod")]
    public void Before_2013_captured_authentication_and_offloading_stay_when_only_the_host_changes(string version, string method)
    {
        ExchangeState state = States.Read(("Get-OutlookAnywhere",
            [("Identity", "EX01\\Rpc (Default Web Site)"), ("Name", "Rpc (Default Web Site)"), ("ExternalHostname", "old.contoso.com"),
                (method, "Ntlm"), ("SSLOffloading", true)]));
        CommandSelection only = new() { Services = new HashSet<ClientService> { ClientService.OutlookAnywhere },
            Servers = new HashSet<string> { "EX01" } };
        const string Start = "Set-OutlookAnywhere -Identity \"EX01\\Rpc (Default Web Site)\" -ExternalHostname \"mail.contoso.com\"";

        Assert.Equal(Start, Line());
        Assert.Equal($"{Start} -{method} \"Basic\"", Line(("Authentication", Plans.Members(("OutlookAnywhere", "Basic")))));
        Assert.Equal(Start + " -SSLOffloading:$False", Line(("SslOffloading", false)));
        Assert.Equal(SettingVerdict.Equal,
            PlanComparer.Compare(Plan(version),
                state).Single(r => r is { Server: "EX01", Service: "OutlookAnywhere", Setting: "SSLOffloading" }).Verdict);

        string Line(params (string, object?)[] more) => Assert.Single(new ChangePlanner(state, only).Build(Plan(version, more))).ToString();
    }

    [Theory]
    [InlineData("2007SP3", "Set-ClientAccessServer", "Get-ClientAccessServer")]
    [InlineData("2013", "Set-ClientAccessServer", "Get-ClientAccessServer")]
    [InlineData("SE", "Set-ClientAccessService", "Get-ClientAccessService")]
    public void A_service_connection_point_is_cleared_and_comes_back_as_captured(string version, string set, string get)
    {
        const string Old = "https://mail.contoso.com/Autodiscover/Autodiscover.xml";
        CommandSelection point = new() { Services = new HashSet<ClientService> { ClientService.Autodiscover }, Servers = new HashSet<string> { "EX01" } };
        NamespacePlan plan = Plan(version, ("AutodiscoverHost", null));

        ExchangeCommand change = Assert.Single(new ChangePlanner(Point(Old), point).Build(plan));
        Assert.Equal($"{set} -Identity EX01 -AutoDiscoverServiceInternalUri $null", change.ToString());
        Assert.Equal($"{set} -Identity EX01 -AutoDiscoverServiceInternalUri {Old}", change.Undo?.ToString());
        Assert.Equal((SettingVerdict.Extra, SettingVerdict.Equal), (Verdict(Point(Old), plan), Verdict(Point(null), plan)));
        Assert.Empty(new ChangePlanner(Point(null), point).Build(plan));

        ExchangeCommand again = Assert.Single(new ChangePlanner(Point(null), point).Build(Plan(version)));
        Assert.Equal($"{set} -Identity EX01 -AutoDiscoverServiceInternalUri $null", again.Undo?.ToString());

        ExchangeState Point(string? url) => States.Read((get, [("Name", "EX01"), ("Identity", "EX01"), ("AutoDiscoverServiceInternalUri", url)]));

        static SettingVerdict Verdict(ExchangeState state, NamespacePlan plan) =>
            PlanComparer.Compare(plan, state).Single(r => r is { Server: "EX01", Service: "SCP" }).Verdict;
    }

    [Fact]
    public void A_value_that_no_cmdlet_takes_back_is_told_and_left_out_of_the_undo()
    {
        ExchangeState state = States.Read(Directory("Get-MapiVirtualDirectory", "mapi", "https://old.contoso.com/mapi", ("IISAuthenticationMethods", new object?[] { "Ntlm", "Fba" })));
        ChangePlanner changes = new(state, new CommandSelection { Services = new HashSet<ClientService> { ClientService.MAPI } });

        ExchangeCommand undo = Assert.Single(changes.BuildUndo(Plan("2016")), c => c.Target == "EX01");
        Assert.Equal("Set-MapiVirtualDirectory -Identity \"EX01\\mapi (Default Web Site)\" -InternalUrl https://old.contoso.com/mapi -ExternalUrl $null", undo.ToString());
        Assert.Contains(changes.Findings, f => f.Code == "EXN360" && f.Subject == "MAPI IISAuthenticationMethods");
    }

    [Fact]
    public void An_authentication_that_was_asked_for_replaces_the_captured_one()
    {
        ExchangeState state = States.Read(Directory("Get-MapiVirtualDirectory", "mapi", "https://mail.contoso.com/mapi", ("IISAuthenticationMethods", new object?[] { "Ntlm" }), ("ExternalUrl", "https://mail.contoso.com/mapi")));
        CommandSelection mapi = new() { Services = new HashSet<ClientService> { ClientService.MAPI }, Servers = new HashSet<string> { "EX01" } };

        Assert.Empty(new ChangePlanner(state, mapi).Build(Plan("2016")));
        ExchangeCommand line = Assert.Single(new ChangePlanner(state, mapi).Build(Plan("2016", ("Authentication", Plans.Members(("MAPI", "Negotiate"))))));
        Assert.EndsWith("-IISAuthenticationMethods Negotiate", line.ToString(), StringComparison.Ordinal);
    }

    private static SettingComparison Single(string service, ExchangeState state, string server, string version = "2016") =>
        Assert.Single(PlanComparer.Compare(Plan(version), state), r => r.Service == service && r.Server == server);

    private static NamespacePlan Plan(string version, params (string Name, object? Value)[] more) => Plans.Make(
        new[] { "EX01", "EX02" },
        [("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", version), .. more]);

    private static (string, (string, object?)[]) Directory(string cmdlet, string name, string url, params (string, object?)[] more) =>
        (cmdlet, [("Identity", $"EX01\\{name} (Default Web Site)"), ("Name", name + " (Default Web Site)"), ("InternalUrl", url), .. more.Any(m => m.Item1 == "ExternalUrl") ? [] : new (string, object?)[] { ("ExternalUrl", null) }, .. more]);
}
