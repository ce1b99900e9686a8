using System.Collections.Generic;

namespace ExchangeNamespace.Cluster;

/// <summary>Which runbook is wanted.</summary>
public enum RecoveryVariant
{
    /// <summary>The active node and the witness are lost: force quorum on what is left (S56 to S60).</summary>
    Recover,

    /// <summary>Back to the repaired node at the same site (S61).</summary>
    FailBack,

    /// <summary>Back to the repaired node at the other site, with a new witness share there first (S62).</summary>
    FailBackGeo,
}

/// <summary>How the quorum is pointed to the share on Server 2008.</summary>
public enum QuorumTool
{
    /// <summary>Configure Cluster Quorum Settings in Failover Cluster Management, as the source article does.</summary>
    Wizard,

    /// <summary>Lines of cluster.exe, put together from documented ones.</summary>
    ClusterExe,
}

/// <summary>What was said about a cluster, unread.</summary>
public sealed class ClusterRecoveryInput
{
    /// <summary>Which runbook is wanted.</summary>
    public RecoveryVariant Variant { get; init; }

    /// <summary>The Windows generation of the nodes.</summary>
    public required ClusterWindows Windows { get; init; }

    /// <summary>NetBIOS name of the cluster, whose computer account is the name and a dollar sign.</summary>
    public required string? ClusterName { get; init; }

    /// <summary>NetBIOS name of the clustered mailbox server.</summary>
    public required string? ClusteredMailboxServer { get; init; }

    /// <summary>All nodes of the cluster.</summary>
    public required IReadOnlyList<string?> Nodes { get; init; }

    /// <summary>The nodes that are up, the one to work on first.</summary>
    public required IReadOnlyList<string?> SurvivingNodes { get; init; }

    /// <summary>The nodes on which Exchange is completely installed.</summary>
    public required IReadOnlyList<string?> ExchangeNodes { get; init; }

    /// <summary>The node to fail back to; null for the only one that is not up.</summary>
    public string? TargetNode { get; init; }

    /// <summary>The server that gets the new witness share.</summary>
    public string? WitnessServer { get; init; }

    /// <summary>Name of the share; null for <c>FSM_New_</c> and the cluster name.</summary>
    public string? ShareName { get; init; }

    /// <summary>Folder of the share on the witness server; null for the share name below <c>C:\</c>.</summary>
    public string? ShareFolder { get; init; }

    /// <summary>NetBIOS name of the domain, put before the cluster's account; null to leave it out.</summary>
    public string? Domain { get; init; }

    /// <summary>How the quorum is pointed to the share on Server 2008.</summary>
    public QuorumTool QuorumTool { get; init; }

    /// <summary>Name of the majority node set resource on Server 2003; null for <c>Majority Node Set</c>.</summary>
    public string? QuorumResource { get; init; }

    /// <summary>Whether it was confirmed that the other site is down.</summary>
    public bool OtherSiteIsDown { get; init; }
}
