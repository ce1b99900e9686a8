using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration;

/// <summary>The way from a present plan to a target plan: every step in order, and what speaks against it.</summary>
public sealed class NamespaceMigration
{
    /// <summary>Not public, because PowerShell would make a migration out of any hashtable, with nothing in it judged.</summary>
    internal NamespaceMigration()
    {
    }

    /// <summary>The plan that the organisation has now.</summary>
    public required NamespacePlan Present
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value), "A migration begins with a plan.");
    }

    /// <summary>The captured settings of now; null without a capture.</summary>
    public ExchangeState? State { get; init; }

    /// <summary>The plans after each hop, in order; the last one is the target.</summary>
    public required IReadOnlyList<NamespacePlan> Plans
    {
        get;
        init => field = value is { Count: > 0 } ? Indexable.Of(value)
            : throw new ArgumentException("A migration ends with a plan.", nameof(value));
    }

    /// <summary>The plan after the last step.</summary>
    public NamespacePlan Target => Plans[Plans.Count - 1];

    /// <summary>The steps in order.</summary>
    public required IReadOnlyList<MigrationStep> Steps { get; init => field = Indexable.Of(value); }

    /// <summary>What speaks against it or must be known; errors first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => $"{Present.ExternalHost}: {Plans.Count} hop(s), {Steps.Count} step(s)";
}
