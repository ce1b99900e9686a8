namespace ExchangeNamespace.Cluster;

/// <summary>Who votes in a Windows cluster.</summary>
public enum QuorumModel
{
    /// <summary>Server 2003: each node votes; a cluster of two nodes may have a file share witness (KB921181).</summary>
    MajorityNodeSet,

    /// <summary>Server 2008: each node votes.</summary>
    NodeMajority,

    /// <summary>Server 2008: each node and a disk vote.</summary>
    NodeAndDiskMajority,

    /// <summary>Server 2008: each node and a file share vote.</summary>
    NodeAndFileShareMajority,

    /// <summary>Server 2003 and 2008: the disk alone decides.</summary>
    DiskOnly,
}
