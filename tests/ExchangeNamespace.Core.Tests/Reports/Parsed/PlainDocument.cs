using System;
using System.Linq;
using ExchangeNamespace.Reports;

namespace ExchangeNamespace.Tests.Reports.Parsed;

/// <summary>A report of the same structure in which every text is a harmless word.</summary>
internal static class PlainDocument
{
    private const string Word = "word";

    public static ReportDocument Of(ReportDocument report) =>
        report with { Title = Word, Subtitle = Word, Pages = [.. report.Pages.Select(p => p with { Title = Word, Blocks = [.. p.Blocks.Select(Of)] })] };

    private static ReportBlock Of(ReportBlock block) => block switch
    {
        Paragraph paragraph => new Paragraph(Of(paragraph.Text)),
        Remark remark => new Remark(Of(remark.Text)),
        Items items => new Items([.. items.Texts.Select(Of)]),
        Terms terms => new Terms([.. terms.Rows.Select(t => t with { Name = Of(t.Name), Text = Of(t.Text) })]),
        Figures figures => new Figures([.. figures.Values.Select(f => f with { Value = Word, Label = Word })]),
        VerdictBlock verdict => verdict with { Label = Word, Text = Of(verdict.Text) },
        Table table => new Table(Of(table.Caption), [.. table.Columns.Select(_ => Word)], [.. table.Rows.Select(r => r.Select(c => c with { Text = Of(c.Text) }).ToArray())]),
        CodeLines lines => new CodeLines(Of(lines.Caption), [.. lines.Rows.Select(_ => Word)]),
        Drawn drawn => drawn with { Caption = Of(drawn.Caption) },
        Part part => part with { Heading = Of(part.Heading), Blocks = [.. part.Blocks.Select(Of)] },
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static ReportText Of(ReportText text) => new([.. text.Parts.Select(p => p with { Text = p.Text.Length == 0 ? string.Empty : Word })]);
}
