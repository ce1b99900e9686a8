using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Reports.Drawing;

namespace ExchangeNamespace.Reports.Writing;

/// <summary>The blocks of a page as HTML.</summary>
internal sealed class HtmlBlocks(ReportWords words)
{
    private const int WideColumns = 3;

    private int _captions;

    /// <summary>Writes one block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="html">Takes it.</param>
    /// <param name="level">The level of a heading in it.</param>
    public void Write(ReportBlock block, StringBuilder html, int level)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Element(html, "p", null, paragraph.Text);
                break;
            case Remark remark:
                Element(html, "p", "remark", remark.Text);
                break;
            case Items items:
                Items(items, html);
                break;
            case Terms terms:
                Terms(terms, html);
                break;
            case Figures figures:
                Figures(figures, html);
                break;
            case VerdictBlock verdict:
                html.Append("<div class=\"verdict ").Append(ClassOf(verdict.Outcome)).Append("\">\n<p class=\"verdict-label\">")
                    .Append(HtmlText.Of(verdict.Label)).Append("</p>\n<p>").Append(Inline(verdict.Text)).Append("</p>\n</div>\n");
                break;
            case Table table:
                Table(table, html);
                break;
            case CodeLines lines:
                CodeLines(lines, html);
                break;
            case Drawn drawn:
                Drawn(drawn, html);
                break;
            case Part part:
                Part(part, html, level);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block.GetType(), "There is no HTML for it.");
        }
    }

    private static string ClassOf(CheckOutcome outcome) => "is-" + outcome.ToString().ToLowerInvariant();

    private static void Element(StringBuilder html, string name, string? style, ReportText text)
    {
        html.Append('<').Append(name);
        if (style is not null)
        {
            html.Append(" class=\"").Append(style).Append('"');
        }

        html.Append('>').Append(Inline(text)).Append("</").Append(name).Append(">\n");
    }

    private static string Inline(ReportText text)
    {
        StringBuilder html = new();
        foreach (TextPart part in text.Parts)
        {
            string inner = part.Kind switch
            {
                TextKind.Plain => HtmlText.Of(part.Text),
                TextKind.Code => "<code>" + HtmlText.Of(part.Text) + "</code>",
                TextKind.Strong => "<strong>" + HtmlText.Of(part.Text) + "</strong>",
                TextKind.Whole => "<span class=\"whole\">" + HtmlText.Of(part.Text) + "</span>",
                TextKind.English => "<span lang=\"en\">" + HtmlText.Sentences(part.Text) + "</span>",
                _ => throw ClosedSet.Outside(part.Kind),
            };
            html.Append(part.Target is null ? inner : "<a href=\"#" + part.Target + "\">" + inner + "</a>");
        }

        return html.ToString();
    }

    private static void Items(Items items, StringBuilder html)
    {
        html.Append("<ul>\n");
        foreach (ReportText item in items.Texts)
        {
            Element(html, "li", null, item);
        }

        html.Append("</ul>\n");
    }

    private static void Terms(Terms terms, StringBuilder html)
    {
        html.Append("<dl>\n");
        foreach (Term term in terms.Rows)
        {
            html.Append("<div").Append(term.Id is null ? string.Empty : " id=\"" + term.Id + "\"").Append(">\n");
            Element(html, "dt", null, term.Name);
            Element(html, "dd", null, term.Text);
            html.Append("</div>\n");
        }

        html.Append("</dl>\n");
    }

    private void Figures(Figures figures, StringBuilder html)
    {
        html.Append("<ul class=\"figures\">\n");
        foreach (KeyFigure figure in figures.Values)
        {
            html.Append("<li").Append(figure.Outcome is { } outcome ? " class=\"" + ClassOf(outcome) + "\"" : string.Empty).Append('>')
                .Append("<span class=\"figure-value\">").Append(HtmlText.Of(figure.Value)).Append("</span> <span class=\"figure-label\">")
                .Append(HtmlText.Of(figure.Label)).Append("</span>").Append(figure.Outcome is { } known ? " " + Sign(known) : string.Empty)
                .Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private string Sign(CheckOutcome outcome) =>
        "<span class=\"sign " + ClassOf(outcome) + "\">" + HtmlText.Of(words.Name(outcome)) + "</span>";

    /// <summary>
    /// A container that scrolls can be reached by keyboard and has a name. Captions recur, and names of landmarks must not.
    /// </summary>
    private void BeginScroll(StringBuilder html, string style, string label, ReportText caption) =>
        html.Append("<div class=\"").Append(style).Append("\" role=\"group\" tabindex=\"0\" aria-label=\"")
            .Append(HtmlText.Of(words.Format(label, caption))).Append("\">\n");

    private void Table(Table table, StringBuilder html)
    {
        BeginScroll(html, "scroll", "report.scroll", table.Caption);
        html.Append(table.Columns.Count > WideColumns ? "<table class=\"wide\">\n" : "<table>\n");
        Element(html, "caption", null, table.Caption);
        html.Append("<thead>\n<tr>");
        foreach (string column in table.Columns)
        {
            html.Append("<th scope=\"col\">").Append(HtmlText.Of(column)).Append("</th>");
        }

        html.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (IReadOnlyList<Cell> row in table.Rows)
        {
            html.Append("<tr>");
            for (int i = 0; i < row.Count; i++)
            {
                html.Append(i == 0 ? "<th scope=\"row\">" : "<td>")
                    .Append(row[i].Outcome is { } outcome ? Sign(outcome) + " " : string.Empty)
                    .Append(Inline(row[i].Text)).Append(i == 0 ? "</th>" : "</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private void CodeLines(CodeLines lines, StringBuilder html)
    {
        string id = "lines-text-" + (++_captions).ToString(CultureInfo.InvariantCulture);
        html.Append("<div class=\"lines\">\n<div class=\"lines-head\"><span>").Append(Inline(lines.Caption))
            .Append("</span> <button type=\"button\" hidden data-copy=\"").Append(id).Append("\" data-copied=\"")
            .Append(HtmlText.Of(words["report.copied"])).Append("\">").Append(HtmlText.Of(words["report.copy"]))
            .Append("<span class=\"quiet\"> ").Append(HtmlText.Of(lines.Caption.ToString())).Append("</span></button></div>\n");
        html.Append("<pre id=\"").Append(id).Append("\"><code>");
        foreach (string line in lines.Rows)
        {
            html.Append("<span>").Append(HtmlText.Of(line)).Append("\n</span>");
        }

        html.Append("</code></pre>\n</div>\n");
    }

    private void Drawn(Drawn drawn, StringBuilder html)
    {
        html.Append("<figure>\n");
        BeginScroll(html, "scroll drawing", "report.scrollDrawing", drawn.Caption);
        html.Append(SvgWriter.Write(drawn.Picture)).Append("\n</div>\n");
        Element(html, "figcaption", null, drawn.Caption);
        html.Append("</figure>\n");
    }

    private void Part(Part part, StringBuilder html, int level)
    {
        string heading = "h" + level.ToString(CultureInfo.InvariantCulture);
        html.Append("<div class=\"part").Append(part.Outcome is { } outcome ? " card " + ClassOf(outcome) : string.Empty).Append('"')
            .Append(part.Id is null ? string.Empty : " id=\"" + part.Id + "\"").Append(">\n<").Append(heading).Append('>')
            .Append(part.Outcome is { } known ? Sign(known) + " " : string.Empty).Append(Inline(part.Heading))
            .Append("</").Append(heading).Append(">\n");
        foreach (ReportBlock block in part.Blocks)
        {
            Write(block, html, level + 1);
        }

        html.Append("</div>\n");
    }
}
