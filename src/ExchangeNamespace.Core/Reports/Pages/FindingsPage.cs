using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>Every finding with its remedy, and the explanations that they lead to.</summary>
internal static class FindingsPage
{
    public static ReportPage Of(ReportRequest request, IReadOnlyList<Issue> issues, ReportWords words)
    {
        List<ReportBlock> blocks = [new Paragraph(words[issues.Count == 0 ? "findings.none" : "findings.lead"])];
        blocks.AddRange(issues.Select((issue, index) => IssueParts.Whole(issue, index, words)));
        if (request.NotChecked.Count > 0)
        {
            blocks.Add(new Part(words["notChecked.title"],
            [
                new Paragraph(words["notChecked.lead"]),
                new Items([.. request.NotChecked.Select(c => (ReportText)CheckName(c, words))]),
            ]));
        }

        return new ReportPage(Anchors.Findings, words["findings.title"], blocks);
    }

    /// <summary>The rules that the findings name.</summary>
    public static ReportPage Explanations(IReadOnlyList<Issue> issues, ReportWords words) => new(
        "explanations", words["explanations.title"],
        [
            new Terms([.. issues.SelectMany(i => Anchors.RulesIn(i.Rule)).Distinct(StringComparer.Ordinal)
                .Select(r => (Rule: r, Text: RuleTexts.Of(r, words.Language)))
                .Where(r => r.Text is not null)
                .OrderBy(r => RuleTexts.Rules.TakeWhile(known => known != r.Rule).Count())
                .Select(r => new Term(TextPart.Strong(r.Rule), r.Text!, Anchors.Rule(r.Rule)))]),
        ]);

    public static string CheckName(string check, ReportWords words) =>
        words.Has("NamespaceCheck." + check) ? words["NamespaceCheck." + check] : check;
}
