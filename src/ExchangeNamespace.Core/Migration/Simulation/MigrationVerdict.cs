using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>What one kind of client meets in the course of a migration.</summary>
public sealed class MigrationVerdict : ICheckResult
{
    internal MigrationVerdict()
    {
    }

    /// <summary>The client, where it is, and its mailbox.</summary>
    public string Subject => string.Join(", ", new[] { Client.ToString(), View?.ToString(), Mailbox }.Where(t => !string.IsNullOrEmpty(t)));

    /// <inheritdoc/>
    public CheckOutcome Outcome => Summary.Outcome;

    /// <inheritdoc/>
    public string Message => Summary.Message;

    /// <inheritdoc/>
    public string Remedy => Summary.Remedy;

    /// <inheritdoc/>
    public string Rule => Summary.Rule;

    /// <summary>The kind of client.</summary>
    public required MigrationClient Client { get; init; }

    /// <summary>Where the client is; null where that does not matter.</summary>
    public DnsView? View { get; init; }

    /// <summary>The version and site of its mailbox, for example <c>2016 (Zurich)</c>; empty where that does not matter.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The number of the step at which it first fails, 0 for before the first; null where it never fails.</summary>
    public int? Step { get; init; }

    /// <summary>The name of that step.</summary>
    public string? StepId { get; init; }

    /// <summary>The moment of the first failure in words; null where it never fails.</summary>
    public string? Moment { get; init => field = value is null ? null : ShownText.Of(value); }

    /// <summary>The time from the first step to that moment when only the waits of the steps are kept.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>What leads there: client, name, where it was learned, what answers, what is wrong.</summary>
    public IReadOnlyList<string> Path { get; init => field = Indexable.Of(ShownText.Each(value)); } = [];

    /// <summary>How many questions were judged at all moments.</summary>
    public required int Judged { get; init; }

    /// <summary>How many were not, because something is not known.</summary>
    public required int NotJudged { get; init; }

    /// <summary>The first of each kind of finding.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    private CheckSummary Summary => field ??= CheckSummary.Of(Findings, Own());

    private CheckSummary Own() => Judged == 0
        ? CheckSummary.Unknown("Nothing was judged, because too little is known.",
            "Capture the present settings (Export-StateCaptureScript) and plan the migration from them.", "S35")
        : CheckSummary.Passed(
            Client == MigrationClient.Steps ? "Each action finds what it expects."
            : Client == MigrationClient.Target ? "The last step leaves the target plan."
            : "Served and covered at every moment.");

    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Outcome}";
}
