using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Reports.Drawing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Writing;

/// <summary>A report as GitHub-flavoured Markdown. The drawing is a Mermaid block.</summary>
internal sealed class MarkdownReport
{
    private const string NewLine = "\n";
    private const string LineLanguage = "powershell";
    private const string DrawingLanguage = "mermaid";
    private const int DeepestHeading = 6;

    private readonly StringBuilder _text = new();
    private readonly ReportWords _words;

    private MarkdownReport(ReportWords words) => _words = words;

    /// <summary>The file.</summary>
    public static string Write(ReportDocument report)
    {
        MarkdownReport writer = new(report.Words);
        writer.Line("# " + MarkdownText.Inline(report.Title));
        writer.Line(MarkdownText.Line(report.Subtitle));
        foreach (ReportPage page in report.Pages)
        {
            writer._text.Append("- [").Append(MarkdownText.Inline(page.Title)).Append("](#").Append(page.Id).Append(')').Append(NewLine);
        }

        writer._text.Append(NewLine);
        foreach (ReportPage page in report.Pages)
        {
            writer.Anchor(page.Id);
            writer.Line("## " + MarkdownText.Inline(page.Title));
            foreach (ReportBlock block in page.Blocks)
            {
                writer.Write(block, level: 3);
            }
        }

        return writer._text.ToString().TrimEnd() + NewLine;
    }

    private void Write(ReportBlock block, int level)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Line(Start(paragraph.Text));
                break;
            case Remark remark:
                Line("> " + Start(remark.Text));
                break;
            case Items items:
                List(items.Texts.Select(Start));
                break;
            case Terms terms:
                List(terms.Rows.Select(t => AnchorOf(t.Id) + "**" + Plain(t.Name) + "**: " + Inline(t.Text)));
                break;
            case Figures figures:
                List(figures.Values.Select(
                    f => "**" + MarkdownText.Inline(f.Value) + "** " + MarkdownText.Inline(f.Label) + Sign(f.Outcome)));
                break;
            case VerdictBlock verdict:
                Line("**" + MarkdownText.Inline(verdict.Label) + "**" + Sign(verdict.Outcome));
                Line(Start(verdict.Text));
                break;
            case Table table:
                Table(table);
                break;
            case CodeLines lines:
                Line(Start(lines.Caption) + ":");
                Fence(lines.Rows, LineLanguage);
                break;
            case Drawn drawn:
                Fence(MermaidPicture.Write(drawn.Picture).TrimEnd('\n').Split('\n'), DrawingLanguage);
                Line(Start(drawn.Caption));
                break;
            case Part part:
                Part(part, level);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block.GetType(), "There is no Markdown for it.");
        }
    }

    private void Part(Part part, int level)
    {
        if (part.Id is not null)
        {
            Anchor(part.Id);
        }

        Line(new string('#', Math.Min(level, DeepestHeading)) + " " + (part.Outcome is { } outcome ? Label(outcome) + ": " : string.Empty)
            + Inline(part.Heading));
        foreach (ReportBlock block in part.Blocks)
        {
            Write(block, level + 1);
        }
    }

    private void Table(Table table)
    {
        Line("**" + Plain(table.Caption) + "**");
        Row(table.Columns.Select(MarkdownText.Inline));
        Row(table.Columns.Select(_ => "---"));
        foreach (IReadOnlyList<Cell> row in table.Rows)
        {
            Row(row.Select(c => (c.Outcome is { } outcome ? Label(outcome) + ": " : string.Empty) + Inline(c.Text)));
        }

        _text.Append(NewLine);
    }

    private void Row(IEnumerable<string> cells) => _text.Append("| ").Append(string.Join(" | ", cells)).Append(" |").Append(NewLine);

    private void List(IEnumerable<string> items)
    {
        foreach (string item in items)
        {
            _text.Append("- ").Append(item).Append(NewLine);
        }

        _text.Append(NewLine);
    }

    private void Fence(IReadOnlyCollection<string> lines, string language)
    {
        foreach (string line in MarkdownText.Code(lines, language))
        {
            _text.Append(line).Append(NewLine);
        }

        _text.Append(NewLine);
    }

    private void Line(string line) => _text.Append(line).Append(NewLine).Append(NewLine);

    private void Anchor(string id) => Line(AnchorOf(id));

    private static string AnchorOf(string? id) => id is null ? string.Empty : "<a id=\"" + id + "\"></a>";

    private string Sign(CheckOutcome? outcome) => outcome is { } known ? " (" + Label(known) + ")" : string.Empty;

    private string Label(CheckOutcome outcome) => MarkdownText.Inline(_words.Name(outcome));

    private static string Plain(ReportText text) => MarkdownText.Inline(text.ToString());

    /// <summary>A text at the start of a line or of an item.</summary>
    private static string Start(ReportText text)
    {
        string first = text.Parts.Count == 0 ? string.Empty : Of(text.Parts[0], MarkdownText.Line);
        return first + Inline(new ReportText([.. text.Parts.Skip(1)]));
    }

    private static string Inline(ReportText text) => string.Concat(text.Parts.Select(p => Of(p, MarkdownText.Inline)));

    private static string Of(TextPart part, Func<string, string> plain)
    {
        string inner = part.Kind switch
        {
            TextKind.Plain or TextKind.Whole or TextKind.English => plain(part.Text),
            TextKind.Code => MarkdownText.Code(part.Text, plain),
            TextKind.Strong => "**" + MarkdownText.Inline(part.Text) + "**",
            _ => throw ClosedSet.Outside(part.Kind),
        };
        return part.Target is null ? inner : "[" + inner + "](#" + part.Target + ")";
    }
}
