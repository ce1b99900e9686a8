using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Verdicts;

/// <summary>One verdict for all checks of a call.</summary>
public sealed class NamespaceVerdict : ICheckResult
{
    private const int NamesInMessage = 3;

    internal NamespaceVerdict()
    {
    }

    /// <summary>The first host of the plan, or the captured organisation.</summary>
    public required string Subject { get; init => field = ShownText.Of(value); }

    /// <summary>The worst outcome; <see cref="CheckOutcome.Unknown"/> where nothing was checked.</summary>
    public CheckOutcome Outcome => Checked == 0 ? CheckOutcome.Unknown : CheckSummary.Worst(Results.Select(r => r.Outcome));

    /// <summary>How many results there are of each outcome, and the worst of them.</summary>
    public string Message => string.Join(" ", Sentences());

    /// <summary>What to do first: the remedy of the worst result.</summary>
    public string Remedy => Worst?.Remedy ?? string.Empty;

    /// <summary>The rule behind the worst result.</summary>
    public string Rule => Worst?.Rule ?? string.Empty;

    /// <summary>How many results passed.</summary>
    public int Passed => Count(CheckOutcome.Passed);

    /// <summary>How many results are warnings.</summary>
    public int Warnings => Count(CheckOutcome.Warning);

    /// <summary>How many results failed.</summary>
    public int Failed => Count(CheckOutcome.Failed);

    /// <summary>How many results could not be told.</summary>
    public int Unknown => Count(CheckOutcome.Unknown);

    /// <summary>The moment of the checks, UTC.</summary>
    public required DateTime CheckedAt { get; init; }

    /// <summary>How many subjects were checked, those that <see cref="Results"/> leaves out too.</summary>
    public required int Checked { get; init; }

    /// <summary>Whether <see cref="Results"/> holds only what differs from a baseline.</summary>
    public bool IsBesideBaseline { get; init; }

    /// <summary>The checks that were not made, each with what it would need.</summary>
    public required IReadOnlyList<CheckNotMade> NotChecked { get; init => field = Indexable.Of(value); }

    /// <summary>The results.</summary>
    public required IReadOnlyList<NamespaceCheckResult> Results { get; init => field = Indexable.Of(value); }

    /// <summary>The results that did not pass, the worst first.</summary>
    internal IEnumerable<NamespaceCheckResult> Problems =>
        Results.Where(r => r.Outcome != CheckOutcome.Passed).OrderByDescending(r => CheckSummary.Weight(r.Outcome));

    private NamespaceCheckResult? Worst => Problems.FirstOrDefault();

    /// <inheritdoc/>
    public override string ToString() => $"{Subject} {Outcome}: {Counts()}";

    /// <summary>How many results there are of each outcome.</summary>
    internal string Counts() => $"{Failed} failed, {Unknown} unknown, {Warnings} with a warning, {Passed} passed";

    private int Count(CheckOutcome outcome) => Results.Count(r => r.Outcome == outcome);

    private IEnumerable<string> Sentences()
    {
        yield return Checked == 0 ? "Nothing was checked."
            : Results.Count == 0 ? "Nothing differs from the baseline."
            : Counts() + ".";
        string[] names = [.. Problems.Select(r => $"{r.Check} {r.Subject}")];
        if (names.Length > 0)
        {
            yield return $"See {string.Join(", ", names.Take(NamesInMessage))}"
                + (names.Length > NamesInMessage ? $" and {names.Length - NamesInMessage} more." : ".");
        }
    }
}
