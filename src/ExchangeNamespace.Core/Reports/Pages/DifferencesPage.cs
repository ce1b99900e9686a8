using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>What differs between plan and captured settings, the lines that change it, and those that take it back.</summary>
internal static class DifferencesPage
{
    public static ReportPage Of(NamespacePlan plan, ExchangeState state, ReportWords words)
    {
        SettingComparison[] rows = [.. PlanComparer.Compare(plan, state)];
        SettingComparison[] different = [.. rows.Where(r => r.Outcome != CheckOutcome.Passed)];
        ChangePlanner changes = new(state, new CommandSelection());
        string[] lines = [.. changes.Build(plan).SelectMany(c => c.WithCaution())];
        string[] undo = [.. new ChangePlanner(state, new CommandSelection()).BuildUndo(plan).Select(c => c.Line)];
        return new ReportPage("differences", words["differences.title"],
        [
            new Paragraph(words.Format("differences.lead", rows.Length, different.Length)),
            .. different.GroupBy(r => r.Server, StringComparer.OrdinalIgnoreCase).Select(g => Server(g.Key, [.. g], words)),
            .. CodePart("differences.lines", lines, words),
            .. CodePart("differences.undo", undo, words),
        ]);
    }

    /// <summary>Lines with a heading and what they are; nothing where there are none.</summary>
    public static IEnumerable<ReportBlock> CodePart(string key, IReadOnlyList<string> lines, ReportWords words) => lines.Count == 0 ? []
        : [new Part(words[key], [new CodeLines(words[key + ".caption"], lines)])];

    private static Part Server(string server, IReadOnlyList<SettingComparison> rows, ReportWords words) => new(
        TextPart.Code(server),
        [
            new Table(words.Fill("differences.caption", TextPart.Code(server)),
                [words["column.setting"], words["column.planned"], words["column.captured"]],
                [.. rows.Select(r => (Cell[])
                [
                    new Cell(r.Service + " " + r.Setting, r.Outcome), TextPart.Code(r.Planned), TextPart.Code(r.Current),
                ])]),
        ]);
}
