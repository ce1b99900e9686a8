using System.Collections.Generic;

namespace ExchangeNamespace.Cluster;

/// <summary>A cluster and its recovery, read and free of contradictions.</summary>
internal sealed class ClusterRecoveryRequest
{
    public required RecoveryVariant Variant { get; init; }

    public required ClusterWindows Windows { get; init; }

    public required string ClusterName { get; init; }

    public required string MailboxServer { get; init; }

    public required IReadOnlyList<string> Nodes { get; init; }

    public required IReadOnlyList<string> Survivors { get; init; }

    /// <summary>The nodes that are not up.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>The node to fail back to; empty in a recovery.</summary>
    public required string Target { get; init; }

    /// <summary>The new witness share; null where none is made.</summary>
    public required WitnessShare? Share { get; init; }

    public required QuorumTool QuorumTool { get; init; }

    public required string QuorumResource { get; init; }

    public required QuorumVote? VotesBefore { get; init; }

    public required QuorumVote? VotesAfter { get; init; }

    /// <summary>The node to work on.</summary>
    public string Survivor => Survivors[0];
}

/// <summary>A witness share: host, name, folder, and the account that may use it.</summary>
internal sealed record WitnessShare(string Server, string Name, string Folder, string Account)
{
    public string Path => @"\\" + Server + @"\" + Name;
}
