using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Verdicts;

/// <summary>Makes the verdict of results: in the order of the table, each subject of a check once.</summary>
internal static class VerdictMaker
{
    /// <summary>The results in order, each subject of a check once.</summary>
    public static IReadOnlyList<NamespaceCheckResult> Order(IEnumerable<NamespaceCheckResult> results) =>
        [.. results.GroupBy(r => (r.Check, r.Subject)).Select(g => g.Count() == 1 ? g.First() : Merge([.. g])).OrderBy(r => r.Check)];

    /// <summary>The verdict.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="results">The results, in order.</param>
    /// <param name="notMade">The checks that were not made.</param>
    /// <param name="now">The moment of the checks, UTC.</param>
    public static NamespaceVerdict Make(string subject, IReadOnlyList<NamespaceCheckResult> results, IEnumerable<CheckNotMade> notMade,
        DateTime now) => new()
    {
        Subject = subject,
        Checked = results.Count,
        CheckedAt = now,
        NotChecked = [.. notMade.OrderBy(n => n.Check)],
        Results = results,
    };

    /// <summary>The same verdict with what differs from a baseline.</summary>
    public static NamespaceVerdict Beside(NamespaceVerdict verdict, IReadOnlyList<BaselineEntry> before,
        out IReadOnlyList<BaselineEntry> next)
    {
        HashSet<NamespaceCheck> notMade = [.. verdict.NotChecked.Select(n => n.Check)];
        HashSet<NamespaceCheck> made = [.. CheckTable.Rows.Select(r => r.Check).Where(c => !notMade.Contains(c))];
        (IReadOnlyList<NamespaceCheckResult> reported, next) = Baseline.Compare(verdict.Results, made, before);
        return new NamespaceVerdict
        {
            Subject = verdict.Subject,
            Checked = verdict.Checked,
            CheckedAt = verdict.CheckedAt,
            NotChecked = verdict.NotChecked,
            Results = reported,
            IsBesideBaseline = true,
        };
    }

    /// <summary>The worst of several results about one subject, with the findings of all.</summary>
    private static NamespaceCheckResult Merge(IReadOnlyList<NamespaceCheckResult> results)
    {
        NamespaceCheckResult worst = results.OrderByDescending(r => CheckSummary.Weight(r.Outcome)).First();
        return NamespaceCheckResult.Of(worst.Check, worst, results.SelectMany(r => r.Findings).Distinct(), validUntil: worst.ValidUntil);
    }
}
