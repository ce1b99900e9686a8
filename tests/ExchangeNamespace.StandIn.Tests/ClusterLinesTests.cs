using System.Linq;
using ExchangeNamespace.Cluster;
using Xunit;

namespace ExchangeNamespace.StandIn.Tests;

/// <summary>The Exchange lines of the cluster runbooks bind in every Exchange 2007, and in no later version.</summary>
public class ClusterLinesTests
{
    [Theory]
    [InlineData("2007RTM")]
    [InlineData("2007SP1")]
    [InlineData("2007SP2")]
    [InlineData("2007SP3")]
    public void Every_line_and_every_undo_binds_with_its_values(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "SHUD-EXC1");
        exchange.AddOrganizationObject("ClusteredMailboxServer", "Cluster");
        int calls = 0;
        foreach (RunbookStep step in new[] { RecoveryVariant.Recover, RecoveryVariant.FailBack, RecoveryVariant.FailBackGeo }.SelectMany(Steps))
        {
            foreach (string line in new[] { step.Command, step.Undo }.Where(text => text.Contains("-Clustered", System.StringComparison.Ordinal)))
            {
                StandInResult result = exchange.Invoke(line);

                Assert.True(result.Succeeded, version + ": " + result);
                StandInCall call = Assert.Single(result.Calls);
                Assert.Equal("Cluster", call.Parameters["Identity"]?.ToString());
                Assert.StartsWith(call.Cmdlet + " ", line);
                calls++;
            }
        }

        Assert.Equal(17, calls);
    }

    [Fact]
    public void The_move_names_the_node_and_the_comment()
    {
        using StandInExchange exchange = StandInExchange.Create("2007SP1", "SHUD-EXC1");
        exchange.AddOrganizationObject("ClusteredMailboxServer", "Cluster");

        StandInCall call = Assert.Single(exchange.Invoke(Steps(RecoveryVariant.FailBack).Single(s => s.Command.StartsWith("Move-", System.StringComparison.Ordinal)).Command).Calls);

        Assert.Equal(("SHUD-EXCN1", "Moving CCR"), (call.Parameters["TargetMachine"], call.Parameters["MoveComment"]));
    }

    [Fact]
    public void Later_versions_have_no_clustered_mailbox_server()
    {
        using StandInExchange exchange = StandInExchange.Create("2010", "SHUD-EXC1");

        Assert.All(
            Steps(RecoveryVariant.FailBack).Where(s => s.Shell == StepShell.ExchangeManagementShell),
            step => Assert.StartsWith("CommandNotFoundException", Assert.Single(exchange.Invoke(step.Command).Errors).FullyQualifiedErrorId));
    }

    private static System.Collections.Generic.IReadOnlyList<RunbookStep> Steps(RecoveryVariant variant) => ClusterRecoveryPlanner.Plan(
        new ClusterRecoveryInput
        {
            Variant = variant,
            Windows = ClusterWindows.Server2008,
            ClusterName = "EXCluster",
            ClusteredMailboxServer = "Cluster",
            Nodes = ["SHUD-EXCN1", "SHUD-EXCN2"],
            SurvivingNodes = ["SHUD-EXCN2"],
            ExchangeNodes = ["SHUD-EXCN1", "SHUD-EXCN2"],
            WitnessServer = variant == RecoveryVariant.FailBack ? null : "SHUD-EXC1",
            OtherSiteIsDown = variant == RecoveryVariant.Recover,
        },
        [])!.Steps;
}
