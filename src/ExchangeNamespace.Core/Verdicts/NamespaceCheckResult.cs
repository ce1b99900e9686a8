using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Verdicts;

/// <summary>What one check of Test-Namespace says about one subject.</summary>
public sealed class NamespaceCheckResult : ICheckResult
{
    internal NamespaceCheckResult()
    {
    }

    /// <inheritdoc/>
    public required string Subject { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required CheckOutcome Outcome { get; init; }

    /// <inheritdoc/>
    public required string Message { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required string Remedy { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required string Rule { get; init => field = ShownText.Of(value); }

    /// <summary>The check.</summary>
    public required NamespaceCheck Check { get; init; }

    /// <summary>How it stands to the baseline.</summary>
    public VerdictChange Change { get; init; }

    /// <summary>The end of the lifetime of the certificate that it is about, UTC; null for everything else.</summary>
    public DateTime? ValidUntil { get; init; }

    /// <summary>The findings about it, the worst first.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Check} {Subject} {Outcome}";

    /// <summary>The result of another check in the form of this one.</summary>
    internal static NamespaceCheckResult Of(NamespaceCheck check, ICheckResult result, IEnumerable<Finding> findings,
        string? subject = null, DateTime? validUntil = null) => new()
    {
        Check = check,
        Subject = subject ?? result.Subject,
        Outcome = result.Outcome,
        Message = result.Message,
        Remedy = result.Remedy,
        Rule = result.Rule,
        ValidUntil = validUntil,
        Findings = WorstFirst(findings),
    };

    /// <summary>What findings about a subject come to.</summary>
    internal static NamespaceCheckResult Of(NamespaceCheck check, string subject, IEnumerable<Finding> findings, CheckSummary own,
        DateTime? validUntil = null)
    {
        IReadOnlyList<Finding> all = WorstFirst(findings);
        CheckSummary summary = CheckSummary.Of(all, own);
        return new NamespaceCheckResult
        {
            Check = check,
            Subject = subject,
            Outcome = summary.Outcome,
            Message = summary.Message,
            Remedy = summary.Remedy,
            Rule = summary.Rule,
            ValidUntil = validUntil,
            Findings = all,
        };
    }

    /// <summary>The same result beside a baseline.</summary>
    internal NamespaceCheckResult With(VerdictChange change) => new()
    {
        Check = Check,
        Subject = Subject,
        Outcome = Outcome,
        Message = Message,
        Remedy = Remedy,
        Rule = Rule,
        Change = change,
        ValidUntil = ValidUntil,
        Findings = Findings,
    };

    private static IReadOnlyList<Finding> WorstFirst(IEnumerable<Finding> findings) =>
        [.. findings.OrderByDescending(f => f.Severity)];
}
