using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Reports;

/// <summary>The result of any check in the form of a report.</summary>
/// <param name="Check">The name of the check, or of the type of its results.</param>
/// <param name="Subject">What was checked.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Message">Why.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Rule">The rule behind it.</param>
internal sealed record ReportResult(string Check, string Subject, CheckOutcome Outcome, string Message, string Remedy, string Rule)
{
    /// <summary>The findings about it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The end of the lifetime of the certificate that it is about, UTC; null for everything else.</summary>
    public DateTime? ValidUntil { get; init; }

    /// <summary>Reads results; a verdict gives those that it holds, each once where they were given beside it.</summary>
    public static IReadOnlyList<ReportResult> Of(IEnumerable<ICheckResult> results) =>
        [.. results.SelectMany(r => r is NamespaceVerdict verdict ? verdict.Results.Cast<ICheckResult>() : [r]).Distinct()
            .Select(r => r is NamespaceCheckResult one ? Of(one) : Other(r))];

    private static ReportResult Of(NamespaceCheckResult result) =>
        new(result.Check.ToString(), result.Subject, result.Outcome, result.Message, result.Remedy, result.Rule)
        {
            Findings = result.Findings,
            ValidUntil = result.ValidUntil,
        };

    private static ReportResult Other(ICheckResult result) =>
        new(result.GetType().Name, result.Subject, result.Outcome, result.Message, result.Remedy, result.Rule);
}
