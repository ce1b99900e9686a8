using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Tests.Verdicts;

/// <summary>Results to make verdicts of.</summary>
internal static class Results
{
    public static readonly DateTime Now = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Each character that one of the formats reads in a way of its own, and what no format can hold.</summary>
    public const string Hostile = "a\"b\\c|d'e=f\r\ng\t\0\u001B[31m\u202E\uFFFE<&>]]>{x}`$() \u00E4 end";

    public static NamespaceCheckResult Of(string subject, CheckOutcome outcome, NamespaceCheck check = NamespaceCheck.SplitDns, string rule = "S1",
        string message = "What was found.", DateTime? end = null, params Finding[] findings) => new()
    {
        Check = check,
        Subject = subject,
        Outcome = outcome,
        Message = message,
        Remedy = outcome == CheckOutcome.Passed ? string.Empty : "Mend it.",
        Rule = outcome == CheckOutcome.Passed ? string.Empty : rule,
        ValidUntil = end,
        Findings = findings,
    };

    public static NamespaceVerdict Verdict(params NamespaceCheckResult[] results) =>
        VerdictMaker.Make("mail.contoso.com", VerdictMaker.Order(results), [], Now);

    /// <summary>A verdict whose every text is hostile, with each outcome.</summary>
    public static NamespaceVerdict HostileVerdict() => VerdictMaker.Make(Hostile, VerdictMaker.Order(
        Enum.GetValues(typeof(CheckOutcome)).Cast<CheckOutcome>().Select((o, i) =>
            Of(Hostile + i, o, rule: Hostile, message: Hostile, end: Now.AddDays(i)))),
        [new CheckNotMade(NamespaceCheck.MailIdentity, Hostile)], Now);

    public static Finding Finding(string code, FindingSeverity severity) => new()
    {
        Code = code,
        Severity = severity,
        Subject = "x",
        Message = "y",
        Remedy = "z",
        Rule = "S1",
    };

    public static IReadOnlyList<BaselineEntry> Baseline(params NamespaceCheckResult[] results) => [.. ExchangeNamespace.Verdicts.Baseline.Of(results)];
}
