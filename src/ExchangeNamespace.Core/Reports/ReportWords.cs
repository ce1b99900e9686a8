using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports;

/// <summary>The words of a report in one language, from the embedded table <c>report-words.tsv</c>.</summary>
internal sealed class ReportWords
{
    private const string Table = "report-words.tsv";

    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> Rows = new(
        () => CatalogResource.Rows(Table).ToDictionary(row => row[0], row => row, StringComparer.Ordinal));

    private ReportWords(ReportLanguage language) => Language = language;

    /// <summary>The keys of the table.</summary>
    public static IEnumerable<string> Keys => Rows.Value.Keys;

    /// <summary>The language.</summary>
    public ReportLanguage Language { get; }

    /// <summary>The language as HTML names it.</summary>
    public string Tag => Language == ReportLanguage.De ? "de" : "en";

    /// <summary>Words as they stand in the table.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such key.</exception>
    public string this[string key] => Rows.Value[key][1 + (int)Language];

    /// <summary>The words of a language.</summary>
    public static ReportWords In(ReportLanguage language) => new(language);

    /// <summary>Whether the table has a key.</summary>
    public bool Has(string key) => Rows.Value.ContainsKey(key);

    /// <summary>Words with values in their places.</summary>
    public string Format(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>Words for one or for several.</summary>
    public string Count(string key, int count) => Format(count == 1 ? key + ".one" : key + ".many", count);

    /// <summary>The name of a member of an enumeration.</summary>
    public string Name<T>(T value)
        where T : struct, Enum => this[typeof(T).Name + "." + value];

    /// <summary>Words with parts of their own, such as names in the type of code, in their places.</summary>
    public ReportText Fill(string key, params TextPart[] parts)
    {
        List<TextPart> filled = [];
        string rest = this[key];
        for (int at = rest.IndexOf('{'); at >= 0; at = rest.IndexOf('{'))
        {
            filled.Add(new TextPart(rest.Substring(0, at)));
            filled.Add(parts[rest[at + 1] - '0']);
            rest = rest.Substring(at + "{0}".Length);
        }

        filled.Add(new TextPart(rest));
        return new ReportText([.. filled.Where(p => p.Text.Length > 0)]);
    }
}
