using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Planning;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Migration.Simulation;
using Xunit;
using static ExchangeNamespace.Tests.Migration.Migrations;

namespace ExchangeNamespace.Tests.Migration;

/// <summary>What no plan of names holds is a step by hand where the versions make it needed, and not where captured settings show none.</summary>
public class HandWorkStepTests
{
    private static readonly string[] ByHand =
        ["readiness", "windows", "voice-mail", "public-folders-share", "settings", "edge", "databases", "public-folders-copy", "end-databases"];

    /// <summary>
    /// Microsoft's checklists for 2007 and 2010 name Edge and unified messaging; 2019 has no unified messaging (team blog 4214475); folders of
    /// 2007 and 2010 are shared and copied into mailboxes of 2013 and 2016 alone.
    /// </summary>
    [Theory]
    [InlineData("2007SP3", "2010SP3", "readiness windows voice-mail settings edge databases end-databases")]
    [InlineData("2007SP3", "2013CU23",
        "readiness windows voice-mail public-folders-share settings edge databases public-folders-copy end-databases")]
    [InlineData("2010SP3", "2016CU23",
        "readiness windows voice-mail public-folders-share settings edge databases public-folders-copy end-databases")]
    [InlineData("2016CU23", "SE", "readiness windows voice-mail settings edge databases end-databases")]
    [InlineData("2019CU15", "SE", "readiness windows settings edge databases end-databases")]
    [InlineData("2016CU22", "2016CU23", "windows voice-mail settings edge databases end-databases")]
    public void Each_pair_of_versions_has_its_work_by_hand(string old, string next, string expected) =>
        Assert.Equal(expected, string.Join(" ", Ids(Side(old, next))));

    [Fact]
    public void In_place_there_is_nothing_new_to_prepare_but_what_surrounds_the_servers() =>
        Assert.Equal(["readiness"], Ids(InPlace()));

    [Theory]
    [InlineData("Outbound", false)]
    [InlineData("EdgeSync - Zurich to Internet", true)]
    public void A_capture_tells_whether_an_edge_server_is_subscribed(string connector, bool expected)
    {
        ExchangeState state = SimulationTests.State(("Get-SendConnector",
            [("Name", connector), ("Identity", connector), ("AddressSpaces", new object[] { "SMTP:*;1" }), ("SourceTransportServers", new object[] { "OLD1" })]));
        NamespaceMigration migration = Side("2016CU23", "SE", state);

        Assert.Equal(expected, Ids(migration).Contains("edge"));
        Assert.DoesNotContain(migration.Steps.Where(s => s.Id == "1-edge").SelectMany(s => s.Actions), a => a.ToString().StartsWith("Without", StringComparison.Ordinal));
    }

    [Fact]
    public void A_captured_edge_server_is_enough() => Assert.Contains("edge", Ids(Side("2016CU23", "SE", SimulationTests.State(
        ("Get-ExchangeServer", [("Name", "EDGE1"), ("ServerRole", "Edge"), ("IsEdgeServer", true), ("AdminDisplayVersion", "Version 15.1 (Build 2507.6)")]),
        ("Get-SendConnector", [("Name", "Out"), ("Identity", "Out"), ("AddressSpaces", new object[] { "SMTP:*;1" })])))));

    [Theory]
    [InlineData("Mailbox, ClientAccess, HubTransport", false)]
    [InlineData("Mailbox, UnifiedMessaging, ClientAccess, HubTransport", true)]
    public void Roles_of_2010_tell_whether_calls_are_answered(string roles, bool expected) =>
        Assert.Equal(expected, Ids(Side("2010SP3", "2016CU23", SimulationTests.State(("Get-ExchangeServer",
            [("Name", "OLD1"), ("ServerRole", roles), ("AdminDisplayVersion", "Version 14.3 (Build 123.4)")])))).Contains("voice-mail"));

    [Theory]
    [InlineData("2010SP3", "2016CU23")]
    [InlineData("2016CU23", "SE")]
    public void Work_by_hand_is_done_before_what_needs_it(string old, string next)
    {
        IReadOnlyList<MigrationStep> steps = Side(old, next).Steps;
        int At(string id) => steps.Single(s => s.Id == "1-" + id).Number;

        Assert.True(At("readiness-" + next) < At("active-directory-" + next));
        Assert.True(At("windows-" + next) < At("install-NEW1"));
        Assert.True(At("databases") < At("system-mailboxes"));
        Assert.All(new[] { "voice-mail", "settings" }, id => Assert.True(At(id) < At("pilot")));
        Assert.All(new[] { "databases", "edge" }, id => Assert.True(At(id) < At("mailboxes")));
        Assert.True(At("end-empty") < At("end-databases") && At("end-databases") < At("end-rest-OLD1"));
        Assert.All(steps, s => Assert.All(s.DependsOn, d => Assert.True(steps.Single(o => o.Id == d).Number < s.Number)));
    }

    [Theory]
    [InlineData("2013CU23", "2019CU14", true)]
    [InlineData("2016CU23", "SE", false)]
    public void Extended_protection_and_public_folders_on_2013_do_not_meet(string old, string next, bool expected) => Assert.Equal(expected,
        Side(old, next).Findings.Single(f => f.Code == MigrationFindingCodes.ExtendedProtection).Remedy.Contains("/DoNotEnableEP", StringComparison.Ordinal));

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void A_server_that_has_extended_protection_is_not_warned_of_it(bool captured, int expected)
    {
        ExchangeState state = SimulationTests.State(("Get-ExchangeServer", [("Name", "EX1"), ("ServerRole", "Mailbox")]),
            ("Get-WebServicesVirtualDirectory", [("Identity", "EX1\\EWS (Default Web Site)"), ("Server", "EX1"),
                ("ExtendedProtectionTokenChecking", captured ? "Require" : "None")]));
        NamespaceMigration migration = Make(new MigrationInput
        {
            Present = Plan([Server("EX1", "2019CU15")]), Plans = [Plan([Server("EX1", "SE")])], State = state,
            ForestLevel = ForestFunctionalLevel.Windows2016Forest,
        });

        Assert.Equal(expected, migration.Findings.Count(f => f.Code == MigrationFindingCodes.ExtendedProtection));
    }

    /// <summary>The order of Microsoft's page about the maintenance of members of a group.</summary>
    [Fact]
    public void Maintenance_drains_before_it_moves_copies_and_goes_offline_last()
    {
        string[] actions = [.. InPlace().Steps.Single(s => s.Id == "1-maintenance-EX1").Actions.Where(a => a is ExchangeLine or ManualWork).Select(a => a.ToString())];

        Assert.Collection(actions,
            a => Assert.Contains("HubTransport -State Draining", a, StringComparison.Ordinal),
            a => Assert.Matches("StartDagServerMaintenance.ps1.*Redirect-Message", a),
            a => Assert.Contains("ServerWideOffline -State Inactive", a, StringComparison.Ordinal));
    }

    private static NamespaceMigration Side(string old, string next, ExchangeState? state = null) => Make(new MigrationInput
    {
        Present = Plan([Server("OLD1", old)]),
        Plans = [Plan([Server("NEW1", next)], [.. old.StartsWith("2007", StringComparison.Ordinal) ? [("LegacyHost", (object?)"legacy.contoso.com")] : Array.Empty<(string, object?)>()])],
        State = state, ForestLevel = ForestFunctionalLevel.Windows2016Forest, TimeToLive = TimeSpan.FromHours(1),
    });

    private static string[] Ids(NamespaceMigration migration) =>
        [.. migration.Steps.Select(s => Array.Find(ByHand, h => s.Id == "1-" + h || (h is "readiness" or "windows" && s.Id.StartsWith($"1-{h}-", StringComparison.Ordinal)))).OfType<string>()];
}
