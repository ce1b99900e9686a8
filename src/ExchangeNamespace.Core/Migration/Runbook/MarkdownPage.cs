using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>Lines of a Markdown page, block by block; text from outside passes through <see cref="MarkdownText"/>.</summary>
internal sealed class MarkdownPage
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>A heading.</summary>
    public void Heading(int level, string text) => Block(new string('#', level) + " " + MarkdownText.Inline(text));

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text) => Block(MarkdownText.Line(text));

    /// <summary>A line in bold.</summary>
    public void Label(string label) => Block($"**{MarkdownText.Inline(label)}**");

    /// <summary>A paragraph that begins with a word in bold.</summary>
    public void Labelled(string label, string text) => Block($"**{MarkdownText.Inline(label)}**: {MarkdownText.Inline(text)}");

    /// <summary>A box to tick.</summary>
    public void Box(string text) => Block("- [ ] " + MarkdownText.Inline(text));

    /// <summary>Boxes to tick, one below the other.</summary>
    public void Boxes(IEnumerable<string> texts) => Block([.. texts.Select(t => "- [ ] " + MarkdownText.Inline(t))]);

    /// <summary>A list.</summary>
    public void Items(IEnumerable<string> texts) => Block([.. texts.Select(t => "- " + MarkdownText.Inline(t))]);

    /// <summary>A table.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        Block([MarkdownText.Row(columns), "|" + string.Concat(columns.Select(_ => "---|")), .. rows.Select(MarkdownText.Row)]);

    /// <summary>Lines in a fence.</summary>
    public void Fence(IReadOnlyCollection<string> lines, string language) => Block([.. MarkdownText.Code(lines, language)]);

    private void Block(params string[] lines)
    {
        if (_lines.Count > 0)
        {
            _lines.Add(string.Empty);
        }

        _lines.AddRange(lines);
    }
}
