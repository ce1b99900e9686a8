using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>What is to know or to do once, with everything that it is about.</summary>
/// <param name="Outcome">How bad it is.</param>
/// <param name="Code">The code of the finding; empty without one.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Cases">What it is about, each with what was found.</param>
internal sealed record Issue(CheckOutcome Outcome, string Code, string Rule, string Remedy, IReadOnlyList<IssueCase> Cases)
{
    /// <summary>
    /// The issues of a request, the worst first: results that did not pass, their findings, and what the plan has to say. What has the same
    /// remedy is one issue.
    /// </summary>
    public static IReadOnlyList<Issue> Of(ReportRequest request) =>
        [.. Single(request)
            .GroupBy(s => (s.Outcome, s.Code, s.Rule, s.Remedy))
            .Select(g => new Issue(g.Key.Outcome, g.Key.Code, g.Key.Rule, g.Key.Remedy, [.. g.Select(s => s.Case).Distinct()]))
            .OrderByDescending(i => CheckSummary.Weight(i.Outcome))];

    private static IEnumerable<SingleIssue> Single(ReportRequest request)
    {
        HashSet<string> said = new(StringComparer.Ordinal);
        foreach (ReportResult result in request.Results)
        {
            foreach (Finding finding in result.Findings.Where(f => said.Add(f.Code + "\n" + f.Subject + "\n" + f.Message)))
            {
                yield return Of(finding);
            }

            // A result repeats its worst finding.
            if (result.Outcome != CheckOutcome.Passed && result.Findings.All(f => f.Message != result.Message))
            {
                yield return new SingleIssue(result.Outcome, string.Empty, result.Rule, result.Remedy,
                    new IssueCase(result.Subject, result.Message));
            }
        }

        foreach (Finding finding in request.Plan.Findings.Concat(request.Plan.Notes).Concat(request.State?.Findings ?? [])
            .Where(f => said.Add(f.Code + "\n" + f.Subject + "\n" + f.Message)))
        {
            yield return Of(finding);
        }
    }

    private static SingleIssue Of(Finding finding) => new(
        CheckSummary.OutcomeOf(finding.Severity), finding.Code, finding.Rule, finding.Remedy,
        new IssueCase(finding.Subject, finding.Message) { Values = finding.Values });

    private sealed record SingleIssue(CheckOutcome Outcome, string Code, string Rule, string Remedy, IssueCase Case);
}

/// <summary>One subject of an issue.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Message">What was found.</param>
internal sealed record IssueCase(string Subject, string Message)
{
    /// <summary>Values to use.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
