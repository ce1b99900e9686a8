using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>What the rules behind findings say, from the embedded table <c>report-rules.tsv</c>.</summary>
internal static class RuleTexts
{
    private const string Table = "report-rules.tsv";

    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> Rows = new(
        () => CatalogResource.Rows(Table).ToDictionary(row => row[0], row => row, StringComparer.Ordinal));

    /// <summary>The rules that have a text.</summary>
    public static IEnumerable<string> Rules => Rows.Value.Keys;

    /// <summary>The text of a rule; null for a rule without one.</summary>
    public static string? Of(string rule, ReportLanguage language) =>
        Rows.Value.TryGetValue(rule, out string[]? row) ? row[1 + (int)language] : null;
}
