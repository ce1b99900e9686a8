using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Cluster;

public class QuorumVoteTests
{
    public static TheoryData<QuorumModel> Models => [.. Enum.GetValues<QuorumModel>()];

    [Fact]
    public void Its_findings_can_be_indexed_by_a_script() =>
        Assert.Contains(Measure(QuorumModel.DiskOnly, 2, 2, true).Findings.GetType().GetProperties(), p => p.GetIndexParameters().Length == 1);

    [Theory]
    [InlineData(1, 1, 1, 0, 2, 2, 0, 0, 0)]
    [InlineData(2, 2, 2, 0, 3, 2, 1, 0, 1)]
    [InlineData(3, 3, 2, 1, 4, 3, 1, 0, 2)]
    [InlineData(4, 4, 3, 1, 5, 3, 2, 1, 3)]
    [InlineData(5, 5, 3, 2, 6, 4, 2, 1, 4)]
    [InlineData(6, 6, 4, 2, 7, 4, 3, 2, 5)]
    [InlineData(7, 7, 4, 3, 8, 5, 3, 2, 6)]
    [InlineData(8, 8, 5, 3, 9, 5, 4, 3, 7)]
    public void The_published_table(
        int nodes, int votes, int needed, int mayFail, int witnessVotes, int witnessNeeded, int mayFailWitnessUp, int mayFailWitnessDown, int mayFailDiskOnly)
    {
        foreach (QuorumModel model in new[] { QuorumModel.MajorityNodeSet, QuorumModel.NodeMajority })
        {
            QuorumVote plain = Measure(model, nodes, nodes, null);
            Assert.Equal((votes, needed, mayFail, true), (plain.Votes, plain.VotesNeeded, plain.NodesMayFail, plain.HasQuorum));
        }

        foreach (QuorumModel model in new[] { QuorumModel.NodeAndDiskMajority, QuorumModel.NodeAndFileShareMajority })
        {
            QuorumVote up = Measure(model, nodes, nodes, true);
            QuorumVote down = Measure(model, nodes, nodes, false);
            Assert.Equal((witnessVotes, witnessNeeded, mayFailWitnessUp, true), (up.Votes, up.VotesNeeded, up.NodesMayFail, up.HasQuorum));
            Assert.Equal((mayFailWitnessDown, nodes > 1), (down.NodesMayFail, down.HasQuorum));
        }

        Assert.Equal(mayFailDiskOnly, Measure(QuorumModel.DiskOnly, nodes, nodes, true).NodesMayFail);
        Assert.Equal((0, false), (Measure(QuorumModel.DiskOnly, nodes, nodes, false).NodesMayFail, Measure(QuorumModel.DiskOnly, nodes, nodes, false).HasQuorum));
    }

    /// <summary>Every combination of nodes and witness, judged by counting who is there, and every further loss tried out.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void Every_combination_of_up_and_down(QuorumModel model)
    {
        for (int nodes = 1; nodes <= 8; nodes++)
        {
            foreach (bool? witness in Witnesses(model, nodes))
            {
                for (uint up = 0; up < 1u << nodes; up++)
                {
                    QuorumVote vote = Measure(model, nodes, BitOperations.PopCount(up), witness);

                    string state = $"{model} {nodes} nodes, {Convert.ToString(up, 2)} up, witness {witness}";
                    bool quorum = Runs(model, nodes, up, witness);
                    Assert.True(quorum == vote.HasQuorum, state);
                    Assert.True(MostLosses(model, nodes, up, witness) == vote.NodesMayFail, state + ": " + vote);
                    Assert.True((quorum && model != QuorumModel.DiskOnly && witness == true && Runs(model, nodes, up, false)) == vote.WitnessMayFail, state + ": " + vote);
                    Assert.True(quorum || up == 0 || vote.VotesMissing > 0, state);
                }
            }
        }
    }

    [Theory]
    [InlineData(QuorumModel.NodeAndFileShareMajority, 5, 5, true, "2 nodes, or 1 node and the witness")]
    [InlineData(QuorumModel.NodeAndFileShareMajority, 8, 8, true, "4 nodes, or 3 nodes and the witness")]
    [InlineData(QuorumModel.NodeAndFileShareMajority, 2, 2, true, "1 node or the witness")]
    [InlineData(QuorumModel.NodeAndFileShareMajority, 2, 1, true, "nothing")]
    [InlineData(QuorumModel.NodeAndFileShareMajority, 2, 1, false, "nothing, there is no quorum")]
    [InlineData(QuorumModel.NodeMajority, 3, 3, null, "1 node")]
    [InlineData(QuorumModel.DiskOnly, 4, 4, true, "3 nodes")]
    public void What_may_fail_in_words(QuorumModel model, int nodes, int up, bool? witness, string expected) =>
        Assert.Equal(expected, Measure(model, nodes, up, witness).MayFail);

    [Fact]
    public void The_lost_site_of_the_article()
    {
        QuorumVote vote = Assert.IsType<QuorumVote>(Read(QuorumModel.NodeAndFileShareMajority, null, ["SHUD-EXCN1", "SHUD-EXCN2"], ["shud-excn2"], null, out _));

        Assert.Equal("1 of 3 votes, 2 needed: no quorum", vote.ToString());
        Assert.Equal((1, "2008", false), (vote.VotesMissing, vote.WindowsVersion, vote.WitnessUp));
    }

    [Fact]
    public void A_witness_that_is_not_mentioned_is_down_where_the_model_has_one()
    {
        Assert.False(Measure(QuorumModel.NodeAndDiskMajority, 2, 2, null).WitnessUp);
        Assert.Null(Measure(QuorumModel.MajorityNodeSet, 2, 2, null).WitnessUp);
        Assert.False(Measure(QuorumModel.MajorityNodeSet, 2, 2, false).WitnessUp);
    }

    [Theory]
    [InlineData(QuorumModel.MajorityNodeSet, ClusterWindows.Server2008)]
    [InlineData(QuorumModel.NodeMajority, ClusterWindows.Server2003)]
    [InlineData(QuorumModel.NodeAndDiskMajority, ClusterWindows.Server2003)]
    [InlineData(QuorumModel.NodeAndFileShareMajority, ClusterWindows.Server2003)]
    public void A_model_of_the_other_Windows_version_is_refused(QuorumModel model, ClusterWindows windows)
    {
        Assert.Null(Read(model, windows, [2], [2], null, out List<InputFault> faults));
        Assert.Equal(FaultIds.QuorumModelNotInVersion, Assert.Single(faults).Id);
    }

    [Theory]
    [InlineData(ClusterWindows.Server2003, "2003")]
    [InlineData(ClusterWindows.Server2008, "2008")]
    public void The_disk_alone_exists_in_both(ClusterWindows windows, string text)
    {
        QuorumVote vote = Read(QuorumModel.DiskOnly, windows, [4], [1], true, out _)!;

        Assert.Equal((text, true), (vote.WindowsVersion, vote.HasQuorum));
        Assert.Contains(vote.Findings, f => f.Code == ClusterFindingCodes.SinglePointOfFailure && f.Severity == FindingSeverity.Warning);
    }

    [Theory]
    [InlineData(QuorumModel.NodeMajority, 2)]
    [InlineData(QuorumModel.MajorityNodeSet, 3)]
    [InlineData(QuorumModel.MajorityNodeSet, 1)]
    public void A_witness_is_refused_where_there_is_none(QuorumModel model, int nodes)
    {
        Assert.Null(Read(model, null, [nodes], [1], true, out List<InputFault> faults));
        Assert.Equal((FaultIds.InputContradiction, "WitnessUp"), (Assert.Single(faults).Id, faults[0].Parameter));
    }

    public static TheoryData<object?[], object?[], string, string> Refused => new()
    {
        { [0], [0], FaultIds.ValueOutOfRange, "Node" },
        { [65], [1], FaultIds.ValueOutOfRange, "Node" },
        { [int.MaxValue], [1], FaultIds.ValueOutOfRange, "Node" },
        { [-1], [1], FaultIds.ValueOutOfRange, "Node" },
        { ["99999999999999999999"], [1], FaultIds.ValueOutOfRange, "Node" },
        { [2.5m], [1], FaultIds.ValueOutOfRange, "Node" },
        { [2], [3], FaultIds.ValueOutOfRange, "NodeUp" },
        { [2], [-1], FaultIds.ValueOutOfRange, "NodeUp" },
        { [], [], FaultIds.ValueOutOfRange, "Node" },
        { [2], ["N1"], FaultIds.InputContradiction, "NodeUp" },
        { ["N1", "N2"], ["N3"], FaultIds.NodeNotInCluster, "NodeUp" },
        { ["N1", "n1"], ["N1"], FaultIds.ServerDuplicate, "Node" },
        { ["N1", "N2"], ["N1", "N1"], FaultIds.ServerDuplicate, "NodeUp" },
        { ["N1", null], [1], FaultIds.NameEmpty, "Node" },
        { ["N1", "a b"], [1], FaultIds.NameHasSpace, "Node" },
        { ["N1", "sixteen-letters-"], [1], FaultIds.LabelHyphen, "Node" },
        { ["N1", "sixteencharacter"], [1], FaultIds.NetBiosNameTooLong, "Node" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Bad_input_is_refused_with_its_parameter(object?[] nodes, object?[] up, string id, string parameter)
    {
        Assert.Null(Read(QuorumModel.NodeMajority, null, nodes, up, null, out List<InputFault> faults));
        Assert.Equal((id, parameter), (Assert.Single(faults).Id, faults[0].Parameter));
    }

    [Fact]
    public void Numbers_and_names_may_be_mixed_between_the_parameters()
    {
        Assert.Equal(2, Read(QuorumModel.NodeMajority, null, ["N1", "N2", "N3"], [2], null, out _)!.NodesUp);
        Assert.Equal(3, Read(QuorumModel.NodeMajority, null, ["3"], ["2"], null, out _)!.Nodes);
        Assert.Equal(0, Read(QuorumModel.NodeMajority, null, ["N1", "N2"], [], null, out _)!.NodesUp);
    }

    private static IEnumerable<bool?> Witnesses(QuorumModel model, int nodes) => model switch
    {
        QuorumModel.NodeMajority => [null],
        QuorumModel.MajorityNodeSet => nodes == 2 ? [null, true, false] : [null],
        _ => [true, false],
    };

    /// <summary>More than half of those who vote, and a node to run the service.</summary>
    private static bool Runs(QuorumModel model, int nodes, uint up, bool? witness)
    {
        if (up == 0 || model == QuorumModel.DiskOnly)
        {
            return up != 0 && witness == true;
        }

        List<bool> voters = [.. Enumerable.Range(0, nodes).Select(n => (up & (1u << n)) != 0)];
        if (witness is { } vote)
        {
            voters.Add(vote);
        }

        return voters.Count(v => v) > voters.Count(v => !v);
    }

    private static int MostLosses(QuorumModel model, int nodes, uint up, bool? witness)
    {
        int most = 0;
        for (uint left = up; left != 0; left = (left - 1) & up)
        {
            if (Runs(model, nodes, up, witness) && Runs(model, nodes, left, witness))
            {
                most = Math.Max(most, BitOperations.PopCount(up) - BitOperations.PopCount(left));
            }
        }

        return most;
    }

    private static QuorumVote Measure(QuorumModel model, int nodes, int up, bool? witness) =>
        Read(model, null, [nodes], [up], witness, out List<InputFault> faults) ?? throw new InvalidOperationException(faults[0].Message);

    private static QuorumVote? Read(
        QuorumModel model, ClusterWindows? windows, IReadOnlyList<object?> nodes, IReadOnlyList<object?> up, bool? witness, out List<InputFault> faults)
    {
        faults = [];
        return QuorumReader.Read(model, windows, nodes, up, witness, faults);
    }
}
