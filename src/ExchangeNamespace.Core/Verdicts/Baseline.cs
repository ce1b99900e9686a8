using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Verdicts;

/// <summary>Results beside those of an earlier run: what is new, worse or gone.</summary>
internal static class Baseline
{
    /// <summary>The problems of results, as a baseline keeps them.</summary>
    public static IEnumerable<BaselineEntry> Of(IEnumerable<NamespaceCheckResult> results) => results.SelectMany(Of)
        .GroupBy(e => e.Key)
        .Select(g => g.OrderByDescending(e => CheckSummary.Weight(e.Outcome)).First());

    /// <summary>Compares.</summary>
    /// <param name="results">The results of this run.</param>
    /// <param name="made">The checks that were made in this run.</param>
    /// <param name="before">The baseline.</param>
    /// <returns>What there is to report, and the next baseline. What could not be told this time is neither gone nor forgotten.</returns>
    public static (IReadOnlyList<NamespaceCheckResult> Reported, IReadOnlyList<BaselineEntry> Next) Compare(
        IReadOnlyList<NamespaceCheckResult> results, ISet<NamespaceCheck> made, IReadOnlyList<BaselineEntry> before)
    {
        BaselineEntry[] now = [.. Of(results)];
        HashSet<(NamespaceCheck, string, string, string)> found = [.. now.Select(e => e.Key)];
        BaselineEntry[] lost = [.. before.Where(e => !found.Contains(e.Key))];
        HashSet<(NamespaceCheck, string)> open = [
            .. results.Where(r => r.Outcome == CheckOutcome.Unknown).Select(r => (r.Check, r.Subject))];
        HashSet<(NamespaceCheck, string)> seen = [.. results.Select(r => (r.Check, r.Subject))];
        HashSet<NamespaceCheck> openChecks = [.. open.Select(o => o.Item1)];
        BaselineEntry[] kept = [.. lost.Where(e => !made.Contains(e.Check) || open.Contains(e.Place)
            || (!seen.Contains(e.Place) && openChecks.Contains(e.Check)))];
        Dictionary<(NamespaceCheck, string, string, string), CheckOutcome> known = before
            .GroupBy(e => e.Key).ToDictionary(g => g.Key, g => g.First().Outcome);
        IEnumerable<NamespaceCheckResult> changed = results.Select(r => r.With(ChangeOf(r, known)))
            .Where(r => r.Change != VerdictChange.None);
        IEnumerable<NamespaceCheckResult> gone = lost.Except(kept).GroupBy(e => e.Place).Select(Gone);
        return ([.. changed, .. gone], [.. now.Concat(kept).OrderBy(e => e.Check).ThenBy(e => e.Subject, StringComparer.Ordinal)
            .ThenBy(e => e.Rule, StringComparer.Ordinal).ThenBy(e => e.Code, StringComparer.Ordinal)]);
    }

    /// <summary>Each warning and error of the result; the result itself where it did not pass and no finding says why.</summary>
    private static IEnumerable<BaselineEntry> Of(NamespaceCheckResult result)
    {
        BaselineEntry[] findings = [.. result.Findings.Where(f => f.Severity > FindingSeverity.Information)
            .Select(f => new BaselineEntry(result.Check, result.Subject, f.Rule, f.Code, result.Outcome))];
        return findings.Length > 0 ? findings
            : result.Outcome == CheckOutcome.Passed ? []
            : [new BaselineEntry(result.Check, result.Subject, result.Rule, string.Empty, result.Outcome)];
    }

    private static VerdictChange ChangeOf(NamespaceCheckResult result,
        Dictionary<(NamespaceCheck, string, string, string), CheckOutcome> known)
    {
        VerdictChange change = VerdictChange.None;
        foreach (BaselineEntry entry in Of(result))
        {
            if (!known.TryGetValue(entry.Key, out CheckOutcome before))
            {
                return VerdictChange.New;
            }

            change = CheckSummary.Weight(entry.Outcome) > CheckSummary.Weight(before) ? VerdictChange.Worse : change;
        }

        return change;
    }

    private static NamespaceCheckResult Gone(IGrouping<(NamespaceCheck Check, string Subject), BaselineEntry> place) => new()
    {
        Check = place.Key.Check,
        Subject = place.Key.Subject,
        Outcome = CheckOutcome.Passed,
        Message = $"Found no longer: {string.Join(", ", place.Select(e => e.ToString()).Distinct())}.",
        Remedy = string.Empty,
        Rule = string.Empty,
        Change = VerdictChange.Gone,
    };
}
