using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Verdicts;

/// <summary>A verdict as the one line of a monitoring plug-in: state, text, and performance data behind a pipe.</summary>
internal static class NagiosLine
{
    private const string Service = "EXCHANGE NAMESPACE";
    private const int MostProblems = 5;

    /// <summary>The longest text of one problem: older agents cut the whole line at 1,024 bytes.</summary>
    private const int LongestProblem = 120;

    /// <summary>The exit code of a plug-in.</summary>
    public static int ExitCode(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => 0,
        CheckOutcome.Warning => 1,
        CheckOutcome.Failed => 2,
        CheckOutcome.Unknown => 3,
        _ => throw ClosedSet.Outside(outcome),
    };

    /// <summary>The line.</summary>
    public static string Of(NamespaceVerdict verdict) =>
        $"{Service} {State(verdict.Outcome)} - {string.Join("; ", Parts(verdict))} | {string.Join(" ", Data(verdict))}";

    private static string State(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "OK",
        CheckOutcome.Warning => "WARNING",
        CheckOutcome.Failed => "CRITICAL",
        CheckOutcome.Unknown => "UNKNOWN",
        _ => throw ClosedSet.Outside(outcome),
    };

    private static IEnumerable<string> Parts(NamespaceVerdict verdict)
    {
        yield return verdict.Checked == 0 ? "nothing was checked"
            : verdict.Results.Count == 0 ? "nothing differs from the baseline"
            : verdict.Counts();
        NamespaceCheckResult[] problems = [.. verdict.Problems];
        foreach (NamespaceCheckResult problem in problems.Take(MostProblems))
        {
            yield return Cut(NagiosText.Of($"{problem.Check} {problem.Subject}: {problem.Message}"));
        }

        if (problems.Length > MostProblems)
        {
            yield return $"and {Number(problems.Length - MostProblems)} more";
        }
    }

    /// <summary>Cut at a word, with no half of a character pair left.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= LongestProblem)
        {
            return text;
        }

        int end = text.LastIndexOf(' ', LongestProblem);
        end = end > 0 ? end : char.IsHighSurrogate(text[LongestProblem - 1]) ? LongestProblem - 1 : LongestProblem;
        return text.Substring(0, end) + "...";
    }

    private static IEnumerable<string> Data(NamespaceVerdict verdict)
    {
        yield return NagiosText.Label("passed") + "=" + Number(verdict.Passed) + ";;;0";
        yield return NagiosText.Label("warnings") + "=" + Number(verdict.Warnings) + ";0;;0";
        yield return NagiosText.Label("failed") + "=" + Number(verdict.Failed) + ";;0;0";
        yield return NagiosText.Label("unknown") + "=" + Number(verdict.Unknown) + ";;;0";
        yield return NagiosText.Label("not_checked") + "=" + Number(verdict.NotChecked.Count) + ";;;0";
        if (verdict.Results.Select(r => r.ValidUntil).Where(v => v is not null).Min() is { } first)
        {
            double left = Math.Floor((first - verdict.CheckedAt).TotalSeconds);
            yield return NagiosText.Label("shortest_certificate") + "=" + left.ToString("F0", CultureInfo.InvariantCulture) + "s";
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
