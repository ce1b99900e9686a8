using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>The glossary, and how the report was made.</summary>
internal static class AppendixPages
{
    private const string TermPrefix = "term.";

    public static ReportPage Glossary(ReportWords words) => new("glossary", words["glossary.title"],
    [
        new Terms([.. ReportWords.Keys
            .Where(k => k.StartsWith(TermPrefix, System.StringComparison.Ordinal))
            .Select(k => CatalogResource.Cut(words[k], ':'))
            .OrderBy(t => t.Head, System.StringComparer.OrdinalIgnoreCase)
            .Select(t => new Term(t.Head, t.Tail!.Trim()))]),
    ]);

    public static ReportPage Origin(ReportRequest request, ReportWords words) => new("origin", words["origin.title"],
    [
        new Terms([
            new Term(words["origin.module"], "ExchangeNamespace " + request.ModuleVersion),
            new Term(words["origin.date"], request.AsOf.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC"),
            new Term(words["origin.plan"], words.Format("origin.planOf", DayText.Of(request.Plan.AsOf))),
            .. request.Inputs.Select(i => new Term(words.Format("origin.input", words["input." + i.Key]), TextPart.Code(i.Hash))),
        ]),
        new Items([.. Remarks(request, words)]),
    ]);

    private static IEnumerable<ReportText> Remarks(ReportRequest request, ReportWords words)
    {
        yield return words["origin.offline"];
        yield return words["origin.unknown"];
        if (request.Language != ReportLanguage.En)
        {
            yield return words["origin.english"];
        }

        if (request.IsRedacted)
        {
            yield return words["origin.redacted"];
        }
    }
}
