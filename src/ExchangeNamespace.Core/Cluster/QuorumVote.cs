using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Cluster;

/// <summary>
/// The votes of a cluster in one state: quorum takes strictly more than half of all votes, nodes and witness counted alike (S55).
/// The often quoted "half of the nodes, rounded up" is right only for an even number of nodes with a witness.
/// </summary>
public sealed class QuorumVote
{
    internal QuorumVote(QuorumModel model, ClusterWindows windows, int nodes, int nodesUp, bool? witnessUp)
    {
        Model = model;
        WindowsVersion = ClusterWindowsText.Of(windows);
        Nodes = nodes;
        NodesUp = nodesUp;
        WitnessUp = witnessUp;
        int witnessVotes = witnessUp is null ? 0 : 1;
        int witnessVotesUp = witnessUp == true ? 1 : 0;
        bool nodesVote = model != QuorumModel.DiskOnly;
        Votes = (nodesVote ? nodes : 0) + witnessVotes;
        VotesUp = (nodesVote ? nodesUp : 0) + witnessVotesUp;
        VotesNeeded = (Votes / 2) + 1;
        HasQuorum = nodesUp > 0 && VotesUp >= VotesNeeded;
        NodesMayFail = !HasQuorum ? 0 : nodesVote ? Math.Min(VotesUp - VotesNeeded, nodesUp - 1) : nodesUp - 1;
        WitnessMayFail = HasQuorum && witnessUp == true && nodesVote && VotesUp > VotesNeeded;
        VotesMissing = Math.Max(VotesNeeded - VotesUp, 0);
    }

    /// <summary>Who votes.</summary>
    public QuorumModel Model { get; }

    /// <summary>The Windows generation, <c>2003</c> or <c>2008</c>.</summary>
    public string WindowsVersion { get; }

    /// <summary>Nodes of the cluster.</summary>
    public int Nodes { get; }

    /// <summary>Nodes that are up.</summary>
    public int NodesUp { get; }

    /// <summary>Whether the witness (disk or share) is up; null where the cluster has none.</summary>
    public bool? WitnessUp { get; }

    /// <summary>All votes.</summary>
    public int Votes { get; }

    /// <summary>Votes that are present.</summary>
    public int VotesUp { get; }

    /// <summary>Votes that quorum takes.</summary>
    public int VotesNeeded { get; }

    /// <summary>Votes that are missing; 0 with quorum, and also where the disk is up but no node is.</summary>
    public int VotesMissing { get; }

    /// <summary>Whether the cluster service runs without being forced.</summary>
    public bool HasQuorum { get; }

    /// <summary>How many more nodes may fail while the witness stays as it is.</summary>
    public int NodesMayFail { get; }

    /// <summary>Whether the witness may fail while the nodes stay as they are.</summary>
    public bool WitnessMayFail { get; }

    /// <summary>What may still fail without the cluster service stopping, in words.</summary>
    public string MayFail => !HasQuorum ? "nothing, there is no quorum"
        : (NodesMayFail, WitnessMayFail) switch
        {
            (0, false) => "nothing",
            (1, false) => "1 node",
            (1, true) => "1 node or the witness",
            (_, false) => $"{NodesMayFail} nodes",
            (_, true) => $"{NodesMayFail} nodes, or {Plural(NodesMayFail - 1)} and the witness",
        };

    /// <summary>What there is to say about the model.</summary>
    public IReadOnlyList<Finding> Findings { get; internal init => field = Indexable.Of(value); } = [];

    /// <inheritdoc/>
    public override string ToString() =>
        $"{VotesUp} of {Votes} votes, {VotesNeeded} needed: {(HasQuorum ? "quorum; may still fail: " + MayFail : "no quorum")}";

    private static string Plural(int nodes) => nodes == 1 ? "1 node" : $"{nodes} nodes";
}
