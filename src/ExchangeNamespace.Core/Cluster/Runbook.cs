using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Cluster;

/// <summary>Steps in their order, with the findings about them.</summary>
public sealed class Runbook
{
    internal Runbook(string title, IEnumerable<RunbookStep> steps, IReadOnlyList<Finding> findings)
    {
        Title = title;
        Steps = [.. steps.Select((step, index) => step with { Number = index + 1 })];
        Findings = findings;
    }

    /// <summary>What the runbook is for.</summary>
    public string Title { get; }

    /// <summary>The steps.</summary>
    public IReadOnlyList<RunbookStep> Steps { get; }

    /// <summary>The findings about them.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The votes as they are now; null where they do not matter.</summary>
    public QuorumVote? VotesBefore { get; init; }

    /// <summary>The votes once the quorum uses the new share; null where none is made.</summary>
    public QuorumVote? VotesAfter { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Title;
}
