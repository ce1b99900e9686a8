using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Simulation;
using ExchangeNamespace.Model;
using Xunit;
using static ExchangeNamespace.Tests.Migration.Simulation.HandMade;
using static ExchangeNamespace.Tests.Migration.Simulation.Runbooks;

namespace ExchangeNamespace.Tests.Migration.Simulation;

/// <summary>The classic outages of a namespace move, each found in a wrong order and not in the mended one.</summary>
public class OutageTests
{
    public static TheoryData<string> Orders => ["2007", "2010", "2013", "in place"];

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_documented_order_has_no_outage(string order)
    {
        IReadOnlyList<MigrationVerdict> verdicts = Order(order).Run();
        Assert.Empty(Failures(verdicts));
        Assert.DoesNotContain(verdicts, v => v.Findings.Any(f => f.Code == SimulationFindingCodes.SoBefore));
        Assert.Contains(verdicts, v => v.Judged > 0);
    }

    /// <summary>
    /// Each row: the documented order, the change that brings the outage, the client that meets it, the step at which it begins and the
    /// code.
    /// </summary>
    [Theory]
    [InlineData("new connection point after the directories", MigrationClient.OutlookByConnectionPoint, "certificate", "EXN702")]
    [InlineData("no connection point for the new server", MigrationClient.OutlookByConnectionPoint, "certificate", "EXN702")]
    [InlineData("cut-over before the certificate", MigrationClient.OutlookOnTheWeb, "cutover", "EXN702")]
    [InlineData("certificate without autodiscover", MigrationClient.AutodiscoverByDns, "cutover", "EXN702")]
    [InlineData("time to live left high", MigrationClient.Steps, "cutover", "EXN704")]
    [InlineData("time to live of a day at the cut-over", MigrationClient.OutlookOnTheWeb, "mailboxes", "EXN701")]
    [InlineData("time to live lowered without waiting", MigrationClient.OutlookOnTheWeb, "mailboxes", "EXN701")]
    [InlineData("mailboxes before the cut-over", MigrationClient.OutlookOnTheWeb, "mailboxes", "EXN701")]
    [InlineData("one view forgotten", MigrationClient.OutlookOnTheWeb, "mailboxes", "EXN701")]
    [InlineData("directories of the new server forgotten", MigrationClient.WebServices, "mailboxes", "EXN702")]
    [InlineData("outlook anywhere takes basic only", MigrationClient.OutlookAnywhere, "cutover", "EXN703")]
    [InlineData("old server out of service while it is in DNS", MigrationClient.OutlookByConnectionPoint, "maintenance", "EXN701")]
    [InlineData("old server removed with mailboxes", MigrationClient.Steps, "maintenance", "EXN705")]
    [InlineData("old server removed with the system mailboxes", MigrationClient.Steps, "mailboxes", "EXN705")]
    [InlineData("public folders before users", MigrationClient.Steps, "pilot", "EXN705")]
    [InlineData("old server removed without maintenance", MigrationClient.Steps, "removal", "EXN705")]
    [InlineData("mail exchanger left at the old server", MigrationClient.MailIn, "maintenance", "EXN706")]
    [InlineData("lines before setup", MigrationClient.Steps, "point", "EXN705")]
    [InlineData("book pinned after setup", MigrationClient.Steps, "book", "EXN705")]
    [InlineData("setup before the update", MigrationClient.Steps, "install", "EXN705")]
    [InlineData("rolled back after mailboxes moved", MigrationClient.OutlookOnTheWeb, "back", "EXN701")]
    [InlineData("every connection point empty and no name in DNS", MigrationClient.OutlookByConnectionPoint, "old point", "EXN700")]
    public void From_2010(string outage, MigrationClient client, string step, string code) =>
        Found(Changed2010(outage), client, step, code);

    [Theory]
    [InlineData("legacy name missing inside", MigrationClient.OutlookOnTheWeb, "old directories", "EXN700")]
    [InlineData("legacy name not on the certificate", MigrationClient.OutlookOnTheWeb, "old directories", "EXN702")]
    [InlineData("certificate enabled before it was ordered", MigrationClient.Steps, "old certificate", "EXN705")]
    [InlineData("2007 keeps the shared name", MigrationClient.OutlookOnTheWeb, "cutover", "EXN701")]
    [InlineData("legacy name removed while mailboxes are on 2007", MigrationClient.OutlookOnTheWeb, "legacy away", "EXN700")]
    public void From_2007(string outage, MigrationClient client, string step, string code) =>
        Found(Changed2007(outage), client, step, code);

    [Theory]
    [InlineData("default directories stay", MigrationClient.WebServices, "install 2", "EXN702")]
    [InlineData("joins a pool with another certificate", MigrationClient.Steps, "join 1", "EXN705")]
    [InlineData("joins the pool without the certificate", MigrationClient.OutlookOnTheWeb, "join 1", "EXN702")]
    [InlineData("old servers removed while in the pool", MigrationClient.OutlookOnTheWeb, "removal", "EXN701")]
    [InlineData("joins before setup", MigrationClient.OutlookOnTheWeb, "join 1", "EXN701")]
    public void From_2013(string outage, MigrationClient client, string step, string code) =>
        Found(Changed2013(outage), client, step, code);

    [Theory]
    [InlineData("no maintenance", MigrationClient.Steps, "upgrade 1", "EXN705")]
    [InlineData("both at once, one stays out", MigrationClient.OutlookOnTheWeb, "out 2", "EXN701")]
    [InlineData("too old for the upgrade", MigrationClient.Steps, "upgrade 1", "EXN705")]
    public void In_place(string outage, MigrationClient client, string step, string code) =>
        Found(ChangedInPlace(outage), client, step, code);

    [Fact]
    public void A_single_server_in_maintenance_is_a_warning()
    {
        HandMade made = new HandMade(Plan("2019CU15", ("EX01", "A", "10.0.0.1")), Plan("SE", ("EX01", "A", "10.0.0.1")))
            .Add("out", Server(ServerStage.Maintenance, "EX01", "A", "2019CU15", "2019CU15"))
            .Add("upgrade", Server(ServerStage.UpgradeInPlace, "EX01", "A", "2019CU15", "SE"))
            .Add("in", Server(ServerStage.InService, "EX01", "A", "SE", "SE"));
        MigrationVerdict web = made.Run().First(v => v is { Client: MigrationClient.OutlookOnTheWeb, View: DnsView.Internal });
        Assert.Equal(CheckOutcome.Warning, web.Outcome);
        Assert.Equal(SimulationFindingCodes.Interruption, Assert.Single(web.Findings).Code);
        Assert.Equal(
            CheckOutcome.Failed,
            made.Without("in").Run().First(v => v is { Client: MigrationClient.OutlookOnTheWeb, View: DnsView.Internal }).Outcome);
    }

    private static HandMade Changed2010(string outage)
    {
        HandMade right = From2010();
        MigrationTarget[] old = [To("10.0.0.1", "OLD1")];
        return outage switch
        {
            "new connection point after the directories" => right.Moved("point", "rpc"),
            "no connection point for the new server" => right.Without("point"),
            "cut-over before the certificate" => right.Moved("certificate", "old point"),
            "certificate without autodiscover" => right.Changed("certificate",
                Certificate(CertificateStage.Enable, "both", [Shared, "smtp.contoso.com"], "NEW1")),
            "time to live left high" => right.Changed("ttl", Lowered(3600, 3600)),
            "time to live of a day at the cut-over" => right.Changed("ttl", Lowered(86400, 86400)),
            "time to live lowered without waiting" => right.Changed("ttl", keepWait: false, Lowered(86400, 300)),
            "mailboxes before the cut-over" => right.Moved("mailboxes", "cutover"),
            "one view forgotten" => right.Changed("cutover",
                [.. right.Steps.Single(s => s.Id == "cutover").Actions.Where(a => a is DnsChange { View: DnsView.External })]),
            "directories of the new server forgotten" => right.Without("directories"),
            "outlook anywhere takes basic only" => right.Changed("rpc",
                Line("Set-OutlookAnywhere", "2010SP3", ("Identity", "OLD1\\Rpc (Default Web Site)"), ("IISAuthenticationMethods", new[] { "Basic" }))),
            "old server out of service while it is in DNS" => right.Without("cutover"),
            "old server removed with mailboxes" => right.Without("mailboxes"),
            "old server removed with the system mailboxes" => right.Without("system"),
            "public folders before users" => right.Changed("pilot", Move(MailboxKind.PublicFolder, ["OLD1"], ["NEW1"])),
            "old server removed without maintenance" => right.Without("maintenance"),
            "mail exchanger left at the old server" => right.Changed("cutover",
                [.. right.Steps.Single(s => s.Id == "cutover").Actions.Where(a => a is not DnsChange { Name.FirstLabel: "smtp" })]),
            "lines before setup" => right.Moved("point", "install"),
            "book pinned after setup" => right.Moved("book", "point"),
            "setup before the update" => new HandMade(Plan("14.2.247.5", ("OLD1", "A", "10.0.0.1")), right.Target)
                .Add("install", Server(ServerStage.Install, "NEW1", "A", null, "2016CU23")),
            "rolled back after mailboxes moved" => right.Without("maintenance").Without("removal").Without("ttl back")
                .Add("back", Record(DnsView.Internal, Shared, [To("10.0.0.2", "NEW1")], old, 300)),
            "every connection point empty and no name in DNS" => right.Changed("point", Point("NEW1", null, "2016CU23"))
                .Changed("old point", Record(DnsView.Internal, Finder, [To("10.0.0.2", "NEW1")], [], 300), Point("OLD1", null, "2010SP3")),
            _ => throw new ArgumentOutOfRangeException(nameof(outage), outage, null),
        };
    }

    private static MigrationAction[] Lowered(int before, int after) =>
    [
        .. Names.Select(n => Record(DnsView.Internal, n, [To("10.0.0.1", "OLD1")], [To("10.0.0.1", "OLD1")], before, after)),
        .. Names.Append("smtp.contoso.com").Select(n =>
            Record(DnsView.External, n, [To("203.0.113.10", "OLD1")], [To("203.0.113.10", "OLD1")], before, after)),
    ];

    private static HandMade Changed2007(string outage)
    {
        HandMade right = From2007();
        return outage switch
        {
            "legacy name missing inside" => right.Changed("legacy",
                [.. right.Steps.Single(s => s.Id == "legacy").Actions.Where(a => a is DnsChange { View: DnsView.External })]),
            "certificate enabled before it was ordered" => right.Without("order"),
            "legacy name not on the certificate" => right.Without("old certificate"),
            "2007 keeps the shared name" => right.Without("old directories"),
            "legacy name removed while mailboxes are on 2007" => right.Moved("legacy away", "mailboxes"),
            _ => throw new ArgumentOutOfRangeException(nameof(outage), outage, null),
        };
    }

    private static HandMade Changed2013(string outage)
    {
        HandMade right = From2013();
        return outage switch
        {
            "default directories stay" => right.Without("directories 1"),
            "joins a pool with another certificate" => right.Without("old certificate"),
            "joins the pool without the certificate" => right.Moved("certificate 1", "leave"),
            "old servers removed while in the pool" => right.Without("leave"),
            "joins before setup" => right.Moved("join 1", "install 1"),
            _ => throw new ArgumentOutOfRangeException(nameof(outage), outage, null),
        };
    }

    private static HandMade ChangedInPlace(string outage)
    {
        HandMade right = InPlace();
        return outage switch
        {
            "no maintenance" => right.Without("out 1"),
            "both at once, one stays out" => right.Without("in 1").Without("in 2"),
            "too old for the upgrade" => new HandMade(
                Plan("2019CU13", ("EX01", "A", "10.0.0.1"), ("EX02", "A", "10.0.0.2")), right.Target)
                .Add("out 1", Server(ServerStage.Maintenance, "EX01", "A", "2019CU13", "2019CU13"))
                .Add("upgrade 1", Server(ServerStage.UpgradeInPlace, "EX01", "A", "2019CU13", "SE")),
            _ => throw new ArgumentOutOfRangeException(nameof(outage), outage, null),
        };
    }

    private static void Found(HandMade made, MigrationClient client, string step, string code)
    {
        IReadOnlyList<MigrationVerdict> verdicts = made.Run();
        Assert.True(
            verdicts.Any(v => v.Client == client && v.Outcome == CheckOutcome.Failed && v.StepId == step
                && v.Findings.Any(f => f.Code == code && f.Severity == FindingSeverity.Error)),
            string.Join("\n", Failures(verdicts)));
    }

    private static HandMade Order(string order) => order switch
    {
        "2007" => From2007(),
        "2010" => From2010(),
        "2013" => From2013(),
        _ => InPlace(),
    };

    private static string[] Failures(IEnumerable<MigrationVerdict> verdicts) =>
        [.. verdicts.Where(v => v.Outcome == CheckOutcome.Failed)
            .Select(v => $"{v.Subject} {v.StepId} {v.Moment}: {string.Join(" | ", v.Findings.Select(f => f.Code))} {string.Join(" | ", v.Path)}")];
}
