using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Cluster;
using Xunit;

namespace ExchangeNamespace.Tests.Cluster;

/// <summary>The whole text of the runbooks for the article's cluster, in every variant.</summary>
public class RunbookGoldenTests
{
    [Theory]
    [InlineData("Recover2003", RecoveryVariant.Recover, ClusterWindows.Server2003, QuorumTool.Wizard)]
    [InlineData("Recover2008", RecoveryVariant.Recover, ClusterWindows.Server2008, QuorumTool.Wizard)]
    [InlineData("Recover2008ClusterExe", RecoveryVariant.Recover, ClusterWindows.Server2008, QuorumTool.ClusterExe)]
    [InlineData("FailBack2003", RecoveryVariant.FailBack, ClusterWindows.Server2003, QuorumTool.Wizard)]
    [InlineData("FailBack2008", RecoveryVariant.FailBack, ClusterWindows.Server2008, QuorumTool.Wizard)]
    [InlineData("FailBackGeo2003", RecoveryVariant.FailBackGeo, ClusterWindows.Server2003, QuorumTool.Wizard)]
    [InlineData("FailBackGeo2008", RecoveryVariant.FailBackGeo, ClusterWindows.Server2008, QuorumTool.Wizard)]
    public void The_text_is_the_golden_one(string name, RecoveryVariant variant, ClusterWindows windows, QuorumTool tool) =>
        Assert.Equal(Golden(name), RunbookRenderer.Render(Recoveries.Plan(Recoveries.Article(variant, windows, tool))));

    [Fact]
    public void Four_nodes_of_Server_2003_have_no_share_and_one_list_on_each()
    {
        Runbook runbook = Recoveries.Plan(new ClusterRecoveryInput
        {
            Windows = ClusterWindows.Server2003,
            ClusterName = "CLU1",
            ClusteredMailboxServer = "CMS1",
            Nodes = ["N1", "N2", "N3", "N4"],
            SurvivingNodes = ["N3", "N4"],
            ExchangeNodes = ["N1", "N2", "N3", "N4"],
            OtherSiteIsDown = true,
        });

        Assert.Equal(
            [
                "N3: net stop clussvc",
                "N4: net stop clussvc",
                "N3: net start clussvc /forcequorum N3,N4",
                "N4: net start clussvc /forcequorum N3,N4",
                "N3: Start-ClusteredMailboxServer -Identity CMS1",
                "N3: Get-ClusteredMailboxServerStatus -Identity CMS1",
                "a client: open a mailbox on CMS1",
            ],
            runbook.Steps.Select(s => s.RunOn + ": " + s.Command));
        Assert.Contains(runbook.Findings, f => f.Code == ClusterFindingCodes.NodesOutsideListStayStopped && f.Subject == "N1, N2");
        Assert.Null(runbook.VotesAfter);
    }

    [Fact]
    public void A_second_survivor_of_Server_2008_stops_first_and_joins_the_forced_node()
    {
        Runbook runbook = Recoveries.Plan(new ClusterRecoveryInput
        {
            Windows = ClusterWindows.Server2008,
            ClusterName = "CLU1",
            ClusteredMailboxServer = "CMS1",
            Nodes = ["N1", "N2", "N3", "N4"],
            SurvivingNodes = ["N3", "N4"],
            ExchangeNodes = ["N3"],
            WitnessServer = "HUB1",
            OtherSiteIsDown = true,
        });

        Assert.Equal(
            ["N4: net stop clussvc", "N3: net start clussvc /forcequorum", "N4: net start clussvc"],
            runbook.Steps.Where(s => s.Command.Contains("clussvc", System.StringComparison.Ordinal)).Select(s => s.RunOn + ": " + s.Command));
        Assert.Equal(("2 of 5", "3 of 5"), ($"{runbook.VotesBefore!.VotesUp} of {runbook.VotesBefore.Votes}", $"{runbook.VotesAfter!.VotesUp} of {runbook.VotesAfter.Votes}"));
    }

    private static IEnumerable<string> Golden(string name)
    {
        using Stream stream = typeof(RunbookGoldenTests).Assembly.GetManifestResourceStream(name + ".golden.txt")
            ?? throw new FileNotFoundException("There is no golden text.", name);
        using StreamReader reader = new(stream);
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
