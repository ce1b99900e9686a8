using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Cluster;

/// <summary>Scenario SC30 of the fact collection: a CCR that lost its active node together with the witness.</summary>
public class ClusterScenarioTests
{
    [Fact]
    public void The_votes_are_those_of_the_scenario()
    {
        using JsonDocument source = SharedData.Json("scenarios.json");
        JsonElement scenario = Scenario(source);
        Runbook runbook = Recoveries.Plan(Input(scenario, RecoveryVariant.Recover));
        JsonElement before = scenario.GetProperty("expected").GetProperty("votes");
        JsonElement after = scenario.GetProperty("expected").GetProperty("votesAfter");

        Assert.Equal(
            (Number(before, "total"), Number(before, "up"), Number(before, "needed"), before.GetProperty("quorum").GetBoolean()),
            (runbook.VotesBefore!.Votes, runbook.VotesBefore.VotesUp, runbook.VotesBefore.VotesNeeded, runbook.VotesBefore.HasQuorum));
        Assert.Equal(
            (Number(after, "total"), Number(after, "up"), after.GetProperty("quorum").GetBoolean()),
            (runbook.VotesAfter!.Votes, runbook.VotesAfter.VotesUp, runbook.VotesAfter.HasQuorum));
    }

    [Fact]
    public void The_recovery_has_the_steps_of_the_scenario_and_then_looks_whether_it_worked()
    {
        using JsonDocument source = SharedData.Json("scenarios.json");
        JsonElement scenario = Scenario(source);
        Runbook runbook = Recoveries.Plan(Input(scenario, RecoveryVariant.Recover));

        Assert.Equal(Texts(scenario.GetProperty("expected"), "recover"), Documented(runbook));
    }

    [Fact]
    public void The_fail_back_has_the_steps_of_the_scenario()
    {
        using JsonDocument source = SharedData.Json("scenarios.json");
        JsonElement scenario = Scenario(source);
        Runbook runbook = Recoveries.Plan(Input(scenario, RecoveryVariant.FailBack));

        // The article joins the reason with a colon; a space says the same.
        Assert.Equal(Texts(scenario.GetProperty("expected"), "failback").Select(line => line.Replace("-StopReason:", "-StopReason ")), Documented(runbook));
    }

    [Fact]
    public void The_geographic_fail_back_adds_the_share_and_the_quorum_before_the_mailbox_server_stops()
    {
        using JsonDocument source = SharedData.Json("scenarios.json");
        JsonElement scenario = Scenario(source);
        List<string> same = Documented(Recoveries.Plan(Input(scenario, RecoveryVariant.FailBack)));
        Runbook geo = Recoveries.Plan(Input(scenario, RecoveryVariant.FailBackGeo));

        Assert.Equal(2, Texts(scenario.GetProperty("expected"), "geoExtra").Count);
        Assert.Equal(same, Documented(new Runbook("", geo.Steps.Where(s => s.Phase is not (StepPhase.WitnessShare or StepPhase.Quorum)), [])));
        Assert.Equal(
            [StepPhase.WitnessShare, StepPhase.WitnessShare, StepPhase.WitnessShare, StepPhase.Join, StepPhase.Quorum, StepPhase.StopMailboxServer],
            geo.Steps.Take(6).Select(s => s.Phase));
    }

    [Fact]
    public void The_warnings_of_the_scenario_are_given()
    {
        using JsonDocument source = SharedData.Json("scenarios.json");
        JsonElement scenario = Scenario(source);
        Runbook runbook = Recoveries.Plan(Input(scenario, RecoveryVariant.Recover));

        Assert.Equal(2, Texts(scenario, "mustWarn").Count);
        Assert.Contains(runbook.Findings, f => f.Code == ClusterFindingCodes.ForcedNodeIsAuthoritative && f.Message.Contains("only on a fully configured", System.StringComparison.Ordinal));
        Assert.Contains(runbook.Findings, f => f.Code == ClusterFindingCodes.ShareAccountIsCluster && f.Message.Contains("EXCluster$", System.StringComparison.Ordinal));
    }

    private static ClusterRecoveryInput Input(JsonElement scenario, RecoveryVariant variant)
    {
        JsonElement inputs = scenario.GetProperty("inputs");
        List<string> nodes = Texts(inputs, "nodes");
        List<string> down = Texts(inputs, "down");
        bool isNeeded = variant != RecoveryVariant.FailBack;
        return new ClusterRecoveryInput
        {
            Variant = variant,
            Windows = ClusterWindows.Server2008,
            ClusterName = inputs.GetProperty("clusterAccount").GetString()!.TrimEnd('$'),
            ClusteredMailboxServer = inputs.GetProperty("cms").GetString(),
            Nodes = nodes,
            SurvivingNodes = [.. nodes.Except(down)],
            ExchangeNodes = nodes,
            WitnessServer = isNeeded ? inputs.GetProperty("witnessServer").GetString() : null,
            ShareName = isNeeded ? inputs.GetProperty("newShare").GetString() : null,
            OtherSiteIsDown = variant == RecoveryVariant.Recover,
        };
    }

    private static List<string> Documented(Runbook runbook) =>
        [.. runbook.Steps.Where(s => s.Phase != StepPhase.Verify).Select(s => s.DocumentedForm ?? s.Command)];

    private static JsonElement Scenario(JsonDocument source)
    {
        JsonElement root = source.RootElement;
        JsonElement list = root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("scenarios");
        return list.EnumerateArray().Single(s => s.GetProperty("id").GetString() == "SC30");
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static List<string> Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];
}
