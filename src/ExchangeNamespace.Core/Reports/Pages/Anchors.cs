using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>The anchors within a report. None of them holds a text from outside.</summary>
internal static class Anchors
{
    public const string Findings = "findings";

    public static string Issue(int index) => "finding-" + (index + 1).ToString(CultureInfo.InvariantCulture);

    public static string Rule(string rule) => "rule-" + rule;

    public static string Server(int index) => "lines-" + (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The rules that a text names, such as <c>S9, S10</c>.</summary>
    public static string[] RulesIn(string text) => [.. text.Split(',').Select(r => r.Trim()).Where(r => r.Length > 0)];
}
