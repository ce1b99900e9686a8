using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>An issue on a page: short for the summary, whole for the list of findings.</summary>
internal static class IssueParts
{
    private const int SubjectsInHeading = 2;

    /// <summary>What it is, what to do, and where the whole stands.</summary>
    public static Part Brief(Issue issue, int index, ReportWords words) => new(
        Heading(issue, words),
        [
            new Paragraph(TextPart.English(issue.Cases[0].Message)),
            .. Remedy(issue, words),
            new Paragraph(new TextPart(words["issue.more"], TextKind.Plain, Anchors.Issue(index))),
        ],
        Outcome: issue.Outcome);

    /// <summary>All of it.</summary>
    public static Part Whole(Issue issue, int index, ReportWords words) => new(
        Heading(issue, words),
        [.. Found(issue, words), .. Remedy(issue, words), .. Rules(issue, words)],
        Anchors.Issue(index),
        issue.Outcome);

    private static ReportText Heading(Issue issue, ReportWords words)
    {
        string[] subjects = [.. issue.Cases.Select(c => c.Subject).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)];
        IEnumerable<TextPart> shown = subjects.Take(SubjectsInHeading).Select(TextPart.English);
        string rest = subjects.Length > SubjectsInHeading
            ? " " + words.Format("issue.andMore", subjects.Length - SubjectsInHeading) : string.Empty;
        return new ReportText([
            .. issue.Code.Length > 0 ? [TextPart.Code(issue.Code), new TextPart(" ")] : Array.Empty<TextPart>(),
            .. ReportText.Joined(shown).Parts,
            .. rest.Length > 0 ? [new TextPart(rest)] : Array.Empty<TextPart>(),
        ]);
    }

    private static IEnumerable<ReportBlock> Found(Issue issue, ReportWords words)
    {
        if (issue.Cases.Count == 1)
        {
            yield return new Paragraph(TextPart.English(issue.Cases[0].Message));
        }
        else
        {
            yield return new Table(words["issue.found"], [words["column.subject"], words["column.found"]],
                [.. issue.Cases.Select(c => (Cell[])[TextPart.English(c.Subject), TextPart.English(c.Message)])]);
        }

        string[] values = [.. issue.Cases.SelectMany(c => c.Values).Distinct(StringComparer.Ordinal)];
        if (values.Length > 0)
        {
            yield return new Items([.. values.Select(v => (ReportText)TextPart.Code(v))]);
        }
    }

    private static IEnumerable<ReportBlock> Remedy(Issue issue, ReportWords words) => issue.Remedy.Length == 0 ? []
        : [new Paragraph(new ReportText([TextPart.Strong(words["issue.do"]), new TextPart(" "), TextPart.English(issue.Remedy)]))];

    private static IEnumerable<ReportBlock> Rules(Issue issue, ReportWords words)
    {
        string[] rules = Anchors.RulesIn(issue.Rule);
        return rules.Length == 0 ? []
            : [new Paragraph(new ReportText([
                new TextPart(words["issue.rule"] + " "),
                .. ReportText.Joined(rules.Select(r => RuleTexts.Of(r, words.Language) is null ? new TextPart(r)
                    : new TextPart(r, TextKind.Plain, Anchors.Rule(r)))).Parts,
            ]))];
    }
}
