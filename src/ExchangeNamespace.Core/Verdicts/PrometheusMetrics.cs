using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Verdicts;

/// <summary>A verdict in the text format of Prometheus, for the textfile collector of node_exporter.</summary>
internal static class PrometheusMetrics
{
    private const string Prefix = "exchange_namespace_";
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Of(NamespaceVerdict verdict) =>
    [
        .. Metric("result", "What the check of a subject came to: 0 passed, 1 warning, 2 failed, 3 unknown.",
            verdict.Results.Select(r => (Labels(r), Number(NagiosLine.ExitCode(r.Outcome))))),
        .. Metric("results", "How many subjects came to an outcome.",
            Outcomes(verdict).Select(o => (Label("outcome", o.Outcome), Number(o.Count)))),
        .. Metric("verdict", "What all checks came to: 0 passed, 1 warning, 2 failed, 3 unknown.",
            [(string.Empty, Number(NagiosLine.ExitCode(verdict.Outcome)))]),
        .. Metric("not_checked", "A check that was not made, because it was not given what it needs.",
            verdict.NotChecked.GroupBy(n => n.Check).Select(n => (Label("check", n.Key.ToString()), "1"))),
        .. Metric("certificate_not_after_timestamp_seconds", "The end of the lifetime of a certificate.",
            verdict.Results.Where(r => r.ValidUntil is not null).Select(r => (Labels(r), Seconds(r.ValidUntil!.Value)))),
        .. Metric("checked_timestamp_seconds", "When the checks were made.", [(string.Empty, Seconds(verdict.CheckedAt))]),
    ];

    private static IEnumerable<string> Metric(string name, string help, IEnumerable<(string Labels, string Value)> samples)
    {
        string[] lines = [.. samples.Select(s => $"{Prefix}{name}{s.Labels} {s.Value}")];
        return lines.Length == 0 ? [] : [$"# HELP {Prefix}{name} {help}", $"# TYPE {Prefix}{name} gauge", .. lines];
    }

    private static string Labels(NamespaceCheckResult result) =>
        $"{{check={PrometheusLabel.Of(result.Check.ToString())},subject={PrometheusLabel.Of(ShownText.Of(result.Subject))}}}";

    private static string Label(string name, string value) => $"{{{name}={PrometheusLabel.Of(value)}}}";

    private static IEnumerable<(string Outcome, int Count)> Outcomes(NamespaceVerdict verdict) =>
        [("passed", verdict.Passed), ("warning", verdict.Warnings), ("failed", verdict.Failed), ("unknown", verdict.Unknown)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(DateTime moment) =>
        Math.Floor((moment - Epoch).TotalSeconds).ToString("F0", CultureInfo.InvariantCulture);
}
