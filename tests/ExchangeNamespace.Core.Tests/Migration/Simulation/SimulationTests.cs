using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Simulation;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;
using static ExchangeNamespace.Tests.Migration.Simulation.HandMade;
using static ExchangeNamespace.Tests.Migration.Simulation.Runbooks;

namespace ExchangeNamespace.Tests.Migration.Simulation;

/// <summary>What the simulator takes from a capture, what it leaves open, and what it says about steps that do not fit.</summary>
public class SimulationTests
{
    private static readonly (string Name, string Site, string Address) One = ("EX01", "A", "10.0.0.1");

    [Fact]
    public void What_is_not_known_is_not_judged_and_never_a_failure()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", Shared), ("ExchangeVersion", "2016CU23"), ("KeepInternalUrl", true),
            ("CertificateAuthority", "Internal"));
        MigrationVerdict[] verdicts = [.. new HandMade(plan, plan).Add("nothing", new ManualWork { Text = "Look." }).Run()];
        Assert.DoesNotContain(verdicts, v => v.Outcome == CheckOutcome.Failed);
        MigrationVerdict point = verdicts.First(v => v.Client == MigrationClient.OutlookByConnectionPoint);
        Assert.Equal(CheckOutcome.Unknown, point.Outcome);
        Assert.Equal(SimulationFindingCodes.NotJudged, Assert.Single(point.Findings).Code);
    }

    [Fact]
    public void A_present_fault_is_told_once_and_is_no_fault_of_the_steps()
    {
        ExchangeState state = State(("Get-OwaVirtualDirectory",
            [("Identity", @"EX01\owa (Default Web Site)"), ("Server", "EX01"), ("Name", "owa (Default Web Site)"),
                ("InternalUrl", "https://ex01.contoso.com/owa"), ("ExternalUrl", null)]));
        HandMade made = new HandMade(Plan("2019CU15", One), Plan("2019CU15", One), state)
            .Add("flag", Line("Set-OrganizationConfig", "2019CU15", ("MapiHttpEnabled", true)));
        MigrationVerdict web = made.Run().First(v => v is { Client: MigrationClient.OutlookOnTheWeb, View: DnsView.Internal });
        Assert.Equal(CheckOutcome.Warning, web.Outcome);
        Finding finding = Assert.Single(web.Findings);
        Assert.Equal(SimulationFindingCodes.SoBefore, finding.Code);
        Assert.Contains("does not cover ex01.contoso.com", finding.Message, StringComparison.Ordinal);
        Assert.Null(web.Step);
    }

    [Fact]
    public void The_array_of_2010_must_not_follow_the_shared_name()
    {
        ExchangeState Array(string host) => State(("Get-ClientAccessArray", [("Name", "Array"), ("Fqdn", host), ("Site", "A")]));
        MigrationVerdict Rpc(string host) => From2010(Array(host)).Run().First(v => v.Client == MigrationClient.ClientAccessArray);

        MigrationVerdict shared = Rpc(Shared);
        Assert.Equal((CheckOutcome.Failed, "cutover"), (shared.Outcome, shared.StepId));
        Assert.Equal(CheckOutcome.Passed, Rpc("outlook.contoso.com").Outcome);
    }

    [Fact]
    public void A_relay_connector_must_exist_elsewhere_before_its_server_goes()
    {
        ExchangeState state = State(("Get-ReceiveConnector", [("Name", "Printers"), ("Identity", @"OLD1\Printers"), ("Server", "OLD1")]));
        HandMade lost = From2010(state);
        Assert.Contains(lost.Run(), v => v is { Client: MigrationClient.Steps, StepId: "removal" }
            && v.Findings.Any(f => f.Code == SimulationFindingCodes.MailBroken));
        HandMade kept = lost.Changed("system", Move(MailboxKind.System, ["OLD1"], ["NEW1"]),
            Line("New-ReceiveConnector", "2016CU23", ("Name", "Printers"), ("Server", "NEW1")));
        Assert.DoesNotContain(kept.Run(), v => v.Outcome == CheckOutcome.Failed);
    }

    [Fact]
    public void A_send_connector_needs_a_source_that_is_left()
    {
        ExchangeState state = State(("Get-SendConnector", [("Name", "Internet"), ("Identity", "Internet"), ("Fqdn", "smtp.contoso.com"),
            ("SourceTransportServers", new[] { "OLD1" })]));
        MigrationVerdict mail = From2010(state).Run().First(v => v.Client == MigrationClient.MailOut);
        Assert.Equal((CheckOutcome.Failed, "maintenance"), (mail.Outcome, mail.StepId));
        HandMade moved = From2010(state).Changed("system", Move(MailboxKind.System, ["OLD1"], ["NEW1"]),
            Line("Set-SendConnector", "2016CU23", ("Identity", "Internet"), ("SourceTransportServers", new[] { "NEW1" })));
        Assert.DoesNotContain(moved.Run(), v => v.Outcome == CheckOutcome.Failed);
    }

    [Fact]
    public void Mapi_over_http_is_switched_on_after_its_urls_were_set()
    {
        ExchangeState state = State(
            ("Get-OrganizationConfig", [("Name", "Contoso"), ("MapiHttpEnabled", false)]),
            ("Get-MapiVirtualDirectory", [("Identity", @"EX01\mapi (Default Web Site)"), ("Server", "EX01"), ("Name", "mapi (Default Web Site)"),
                ("InternalUrl", "https://ex01.contoso.com/mapi"), ("ExternalUrl", null)]));
        MigrationAction flag = Line("Set-OrganizationConfig", "2013CU23", ("MapiHttpEnabled", true));
        MigrationAction url = Line("Set-MapiVirtualDirectory", "2013CU23", ("Identity", @"EX01\mapi (Default Web Site)"),
            ("InternalUrl", $"https://{Shared}/mapi"), ("ExternalUrl", $"https://{Shared}/mapi"));
        HandMade With(params MigrationAction[] actions) =>
            new HandMade(Plan("2013CU23", One), Plan("2013CU23", One), state).Add("mapi", actions);

        Assert.Contains(With(flag, url).Run(), v => v is { Client: MigrationClient.MapiOverHttp, Outcome: CheckOutcome.Failed });
        Assert.DoesNotContain(With(url, flag).Run(), v => v.Outcome == CheckOutcome.Failed);
    }

    [Fact]
    public void A_client_takes_the_connection_point_of_its_site_and_else_any()
    {
        (string, string, string)[] servers = [("EX01", "A", "10.0.0.1"), ("EX02", "B", "10.1.0.1")];
        HandMade made = new HandMade(Plan("2016CU23", servers), Plan("2016CU23", servers))
            .Add("name", Record(DnsView.Internal, "b.contoso.com", [], [To("10.1.0.1", "EX02")], null, 300))
            .Add("uncovered", Point("EX02", "b.contoso.com", "2016CU23", "B"));
        MigrationVerdict[] points = [.. made.Run().Where(v => v.Client == MigrationClient.OutlookByConnectionPoint)];
        Assert.All(points, p => Assert.Equal((CheckOutcome.Failed, "uncovered"), (p.Outcome, p.StepId)));
        Assert.Contains("b.contoso.com, from the service connection point of EX02", points[0].Path);

        HandMade elsewhere = new HandMade(Plan("2016CU23", servers), Plan("2016CU23", servers))
            .Add("scope", Point("EX02", Shared, "2016CU23", "Nowhere"), Point("EX01", Shared, "2016CU23", "A", "B"));
        Assert.DoesNotContain(elsewhere.Run(), v => v.Outcome == CheckOutcome.Failed && v.Client != MigrationClient.Target);
    }

    [Fact]
    public void Clients_outside_see_the_certificate_of_the_reverse_proxy()
    {
        NamespacePlan plan = Plans.Make(
            new object[] { Plans.Members(("Name", "EX01"), ("IPAddress", "10.0.0.1")) },
            ("ExternalHost", Shared), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2016CU23"), ("DnsModel", "Split"),
            ("ReverseProxy", "SeparateCertificate"));
        HandMade made = new HandMade(plan, plan)
            .Add("order", Certificate(CertificateStage.Order, "proxy", [Shared], PlannedCertificate.ReverseProxyMachine))
            .Add("proxy", Certificate(CertificateStage.Enable, "proxy", [Shared], PlannedCertificate.ReverseProxyMachine));
        IReadOnlyList<MigrationVerdict> verdicts = made.Run();
        Assert.Contains(verdicts, v => v is
            { Client: MigrationClient.AutodiscoverByDns, View: DnsView.External, Outcome: CheckOutcome.Failed, StepId: "proxy" });
        Assert.DoesNotContain(verdicts, v => v is { View: DnsView.Internal, Outcome: CheckOutcome.Failed });
    }

    [Fact]
    public void The_principal_name_of_outlook_must_stand_on_the_certificate()
    {
        HandMade made = new HandMade(Plan("2016CU23", One), Plan("2016CU23", One))
            .Add("provider", Line("Set-OutlookProvider", "2016CU23", ("Identity", "EXPR"), ("CertPrincipalName", "msstd:other.contoso.com")));
        Assert.Contains(made.Run(), v => v is { Client: MigrationClient.OutlookAnywhere, Outcome: CheckOutcome.Failed });
        Assert.DoesNotContain(
            made.Changed("provider", Line("Set-OutlookProvider", "2016CU23", ("Identity", "EXPR"), ("CertPrincipalName", "msstd:" + Shared))).Run(),
            v => v.Outcome == CheckOutcome.Failed);
    }

    [Fact]
    public void The_download_host_is_used_once_it_is_switched_on()
    {
        HandMade made = new HandMade(Plan("SE", One), Plan("SE", One))
            .Add("host", Line("Set-OwaVirtualDirectory", "SE", ("Identity", @"EX01\owa (Default Web Site)"),
                ("InternalDownloadHostName", "files.contoso.com"), ("ExternalDownloadHostName", "files.contoso.com")))
            .Add("on", Line("Set-OrganizationConfig", "SE", ("EnableDownloadDomains", true)));
        Assert.All(
            made.Run().Where(v => v.Client == MigrationClient.OutlookOnTheWeb),
            v => Assert.Equal((CheckOutcome.Failed, "on"), (v.Outcome, v.StepId)));
    }

    [Fact]
    public void A_line_that_is_not_known_is_told_and_one_that_changes_no_name_is_not()
    {
        HandMade made = new HandMade(Plan("SE", One), Plan("SE", One))
            .Add("lines", Line("Set-Unheard", "SE", ("Identity", "EX01")), Line("Get-Unheard", "SE"), Line("Set-ImapSettings", "SE", ("Server", "EX01")));
        MigrationVerdict steps = made.Run().Single(v => v.Client == MigrationClient.Steps);
        Finding finding = Assert.Single(steps.Findings);
        Assert.Equal((SimulationFindingCodes.NotSimulated, "Set-Unheard"), (finding.Code, finding.Subject));
        Assert.Equal(CheckOutcome.Warning, steps.Outcome);
    }

    [Fact]
    public void A_step_waits_for_those_that_it_depends_on_and_misses_one_that_is_not_there()
    {
        NamespaceMigration right = From2010().Migration();
        NamespaceMigration wrong = new()
        {
            Present = right.Present,
            Plans = right.Plans,
            Findings = [],
            Steps = [.. right.Steps.Where(s => s.Id != "book")],
        };
        MigrationVerdict steps = MigrationSimulator.Run(wrong).Single(v => v.Client == MigrationClient.Steps);
        Assert.Equal(CheckOutcome.Failed, steps.Outcome);
        Assert.Contains(steps.Findings, f => f.Code == SimulationFindingCodes.DependencyMissing);
    }

    [Fact]
    public void Old_urls_are_used_for_75_minutes_and_by_programs_for_a_week()
    {
        MigrationAction[] away = [Record(DnsView.Internal, "old.contoso.com", [To("10.0.0.1", "EX01")], [], 0)];
        NamespacePlan present = Plans.Make(
            new object[] { Plans.Members(("Name", "EX01"), ("IPAddress", "10.0.0.1")) },
            ("ExternalHost", Shared), ("InternalHost", "old.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2016CU23"),
            ("SmtpDomain", "contoso.com"), ("DnsModel", "Split"), ("MailHost", "smtp.contoso.com"));
        MigrationVerdict[] After(TimeSpan wait) => [.. new HandMade(present, Plan("2016CU23", One))
            .Add("new", wait, [Point("EX01", Shared, "2016CU23"), .. Directories("EX01", "2016CU23", Shared, Shared)])
            .Add("away", away).Run().Where(v => v is { Client: MigrationClient.WebServices or MigrationClient.MapiOverHttp, View: DnsView.Internal })];

        Assert.All(After(TimeSpan.FromMinutes(60)), v => Assert.Equal((CheckOutcome.Failed, "away"), (v.Outcome, v.StepId)));
        Assert.Equal([CheckOutcome.Passed, CheckOutcome.Warning], After(TimeSpan.FromHours(2)).Select(v => v.Outcome));
        Assert.All(After(TimeSpan.FromDays(8)), v => Assert.Equal(CheckOutcome.Passed, v.Outcome));
    }

    [Fact]
    public void The_end_is_held_against_the_target_plan()
    {
        MigrationVerdict end = From2010().Changed("directories", [.. Directories("NEW1", "2016CU23", Shared, Shared).Skip(1)]).Run()
            .Single(v => v.Client == MigrationClient.Target);
        Assert.Equal(CheckOutcome.Failed, end.Outcome);
        Assert.Contains("NEW1 differs from the target plan in EWS", end.Message, StringComparison.Ordinal);
        Assert.Equal(CheckOutcome.Failed, From2010().Without("removal").Run().Single(v => v.Client == MigrationClient.Target).Outcome);
    }

    [Trait("Takes", "Long")]
    [Fact]
    public void A_hundred_servers_and_three_hundred_steps_are_judged()
    {
        (string Name, string Site, string Address)[] old = [.. Enumerable.Range(0, 50).Select(i => ($"OLD{i}", $"S{i % 10}", $"10.0.{i}.1"))];
        (string Name, string Site, string Address)[] next = [.. Enumerable.Range(0, 50).Select(i => ($"NEW{i}", $"S{i % 10}", $"10.1.{i}.1"))];
        HandMade made = new(Plan("2016CU23", old), Plan("SE", next));
        string[] names = [.. Names, "smtp.contoso.com"];
        made.Add("order", Certificate(CertificateStage.Order, "both", names, [.. next.Select(n => n.Name)]));
        foreach ((string name, string site, _) in next)
        {
            made.Add("install " + name, Server(ServerStage.Install, name, site, null, "SE"));
            made.Add("point " + name, Point(name, Shared, "SE"));
            made.Add("certificate " + name, Certificate(CertificateStage.Enable, "both", names, name));
            made.Add("directories " + name, Directories(name, "SE", Shared, Shared));
        }

        foreach ((string name, string site, _) in old)
        {
            made.Add("mailboxes " + name, Move(MailboxKind.User, [name], [name.Replace("OLD", "NEW", StringComparison.Ordinal)]));
            made.Add("maintenance " + name, Server(ServerStage.Maintenance, name, site, "2016CU23", "2016CU23"));
        }

        Assert.NotEmpty(made.Run());
    }

    internal static ExchangeState State(params (string Cmdlet, (string, object?)[] Members)[] objects)
    {
        StateReader reader = new();
        foreach ((string cmdlet, (string, object?)[] members) in objects)
        {
            Dictionary<string, object?> all = members.ToDictionary(m => m.Item1, m => m.Item2, StringComparer.OrdinalIgnoreCase);
            all[CaptureMarks.CapturedBy] = cmdlet;
            Assert.True(reader.Read([], all));
        }

        return reader.Finish() ?? throw new InvalidOperationException(reader.Faults[0].Message);
    }
}
