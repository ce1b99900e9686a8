using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Cluster;

/// <summary>The permanent codes of findings about clusters. A code is never reused.</summary>
public static class ClusterFindingCodes
{
    /// <summary>One disk decides alone.</summary>
    public const string SinglePointOfFailure = "EXN501";

    /// <summary>The file share witness of Server 2003 needs an update.</summary>
    public const string ShareWitnessUpdate = "EXN502";

    /// <summary>There is no quorum.</summary>
    public const string NoQuorum = "EXN503";

    /// <summary>The forced node's configuration becomes that of all nodes.</summary>
    public const string ForcedNodeIsAuthoritative = "EXN504";

    /// <summary>The share permission belongs to the cluster, not to the clustered mailbox server.</summary>
    public const string ShareAccountIsCluster = "EXN505";

    /// <summary>Two forced sites corrupt data.</summary>
    public const string BothSitesForced = "EXN506";

    /// <summary>Nodes outside the forced list must stay out.</summary>
    public const string NodesOutsideListStayStopped = "EXN507";

    /// <summary>The order of two steps differs between sources.</summary>
    public const string OrderNotEssential = "EXN508";
}

/// <summary>The texts of findings about clusters.</summary>
internal static class ClusterFindings
{
    public static Finding SinglePointOfFailure(string subject) => Findings.Warning(
        ClusterFindingCodes.SinglePointOfFailure, subject,
        "The disk decides alone: without it no number of nodes has quorum.",
        "Prefer NodeAndDiskMajority for a single copy cluster and NodeAndFileShareMajority for CCR; on Server 2003 MajorityNodeSet with a "
            + "file share witness for CCR.", "S54");

    public static Finding ShareWitnessUpdate(string subject) => Findings.Information(
        ClusterFindingCodes.ShareWitnessUpdate, subject,
        "The file share witness of Windows Server 2003 needs the update KB921181 on SP1 and R2.", "Check that every node has it.", "S54");

    public static Finding NoQuorum(string subject, QuorumVote vote) => Findings.Information(
        ClusterFindingCodes.NoQuorum, subject,
        string.Format(CultureInfo.InvariantCulture,
            "{0} of {1} votes are present and {2} are needed: the cluster service does not start by itself.", vote.VotesUp, vote.Votes,
            vote.VotesNeeded),
        "Bring a node or the witness back; if that cannot be done, Export-ClusterRecoveryScript writes the way over force quorum.", "S55");

    public static Finding ForcedNode(string node) => Findings.Warning(
        ClusterFindingCodes.ForcedNodeIsAuthoritative, node,
        "Run force quorum only on a fully configured Exchange node: on Windows Server 2008 its configuration becomes authoritative and "
            + "replaces that of every node that joins later.",
        $"Check on {node} that Exchange is completely installed and the clustered mailbox server is known there.", "S56");

    public static Finding ShareAccount(string account, string mailboxServer) => Findings.Warning(
        ClusterFindingCodes.ShareAccountIsCluster, account,
        $"The permission on the witness share is for the account of the cluster, {account}, not for the clustered mailbox server "
            + $"{mailboxServer}.",
        "Check in Active Directory that the account is that of the cluster.", "S57");

    public static Finding BothSitesForced(IEnumerable<string> lost) => Findings.Warning(
        ClusterFindingCodes.BothSitesForced, string.Join(", ", lost),
        "If the cluster is up at the other site as well, both sites bring the same resources online and data is corrupted.",
        "See with your own eyes, or by the management boards, that these nodes are off, and keep them off until the fail-back.", "S56");

    public static Finding OutsideList(IEnumerable<string> lost) => Findings.Warning(
        ClusterFindingCodes.NodesOutsideListStayStopped, string.Join(", ", lost),
        "Nodes outside the forced list must keep the Cluster service stopped until the forced state has ended (KB258078).",
        "Set the service to manual on them before they get power again.", "S56");

    public static Finding Order(string mailboxServer) => Findings.Information(
        ClusterFindingCodes.OrderNotEssential, mailboxServer,
        "The source article lists the move of the Cluster Group before that of the clustered mailbox server and shows them the other way "
            + "round; no source calls the order essential.",
        "This runbook keeps the listed order.", "S61");
}
