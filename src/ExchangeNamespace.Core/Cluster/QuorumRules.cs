using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Cluster;

/// <summary>Which quorum model exists where, and what is worth saying about it (S54, S55).</summary>
internal static class QuorumRules
{
    /// <summary>The cluster size for which KB921181 gives Server 2003 a file share witness.</summary>
    public const int NodesOfShareWitness2003 = 2;

    public static bool Exists(QuorumModel model, ClusterWindows windows) => windows == ClusterWindows.Server2003
        ? model is QuorumModel.MajorityNodeSet or QuorumModel.DiskOnly
        : model != QuorumModel.MajorityNodeSet;

    public static IEnumerable<QuorumModel> Models(ClusterWindows windows) =>
        ((QuorumModel[])Enum.GetValues(typeof(QuorumModel))).Where(model => Exists(model, windows));

    public static bool NeedsWitness(QuorumModel model) =>
        model is QuorumModel.NodeAndDiskMajority or QuorumModel.NodeAndFileShareMajority or QuorumModel.DiskOnly;

    public static QuorumVote Count(QuorumModel model, ClusterWindows windows, int nodes, int nodesUp, bool? witnessUp)
    {
        QuorumVote vote = new(model, windows, nodes, nodesUp, witnessUp);
        return new QuorumVote(model, windows, nodes, nodesUp, witnessUp) { Findings = [.. Findings(vote)] };
    }

    private static IEnumerable<Finding> Findings(QuorumVote vote)
    {
        string subject = vote.Model.ToString();
        if (vote.Model == QuorumModel.DiskOnly)
        {
            yield return ClusterFindings.SinglePointOfFailure(subject);
        }

        if (vote.Model == QuorumModel.MajorityNodeSet && vote.WitnessUp is not null)
        {
            yield return ClusterFindings.ShareWitnessUpdate(subject);
        }

        if (!vote.HasQuorum && vote.NodesUp > 0)
        {
            yield return ClusterFindings.NoQuorum(subject, vote);
        }
    }
}
