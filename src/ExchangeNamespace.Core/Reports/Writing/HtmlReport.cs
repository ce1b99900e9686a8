using System.Text;
using ExchangeNamespace.Reports.Drawing;

namespace ExchangeNamespace.Reports.Writing;

/// <summary>A report as one HTML file that holds everything itself and needs no script to be read.</summary>
internal static class HtmlReport
{
    private const char Open = '{';
    private const char Close = '}';

    /// <summary>The file.</summary>
    public static string Write(ReportDocument report)
    {
        string style = ReportTemplate.Text("report.css") + SvgWriter.Styles;
        string script = ReportTemplate.Text("report.js");
        HtmlBlocks blocks = new(report.Words);
        return Fill(ReportTemplate.Text("report.html"), key => key switch
        {
            "lang" => report.Words.Tag,
            "policy" => "default-src 'none'; style-src " + ReportTemplate.Source(style) + "; script-src " + ReportTemplate.Source(script)
                + "; base-uri 'none'; form-action 'none'",
            "title" => HtmlText.Of(report.Title),
            "subtitle" => HtmlText.Of(report.Subtitle),
            "style" => style,
            "script" => script,
            "skip" => HtmlText.Of(report.Words["report.skip"]),
            "contents" => HtmlText.Of(report.Words["report.contents"]),
            "links" => Links(report),
            "pages" => Pages(report, blocks),
            _ => throw new System.ArgumentOutOfRangeException(nameof(report), key, "The template names no such part."),
        });
    }

    private static string Links(ReportDocument report)
    {
        StringBuilder html = new();
        foreach (ReportPage page in report.Pages)
        {
            html.Append("<li><a href=\"#").Append(page.Id).Append("\">").Append(HtmlText.Of(page.Title)).Append("</a></li>\n");
        }

        return html.ToString();
    }

    private static string Pages(ReportDocument report, HtmlBlocks blocks)
    {
        StringBuilder html = new();
        foreach (ReportPage page in report.Pages)
        {
            html.Append("<section id=\"").Append(page.Id).Append("\" aria-labelledby=\"").Append(page.Id).Append("-title\">\n<h2 id=\"")
                .Append(page.Id).Append("-title\">").Append(HtmlText.Of(page.Title)).Append("</h2>\n");
            foreach (ReportBlock block in page.Blocks)
            {
                blocks.Write(block, html, level: 3);
            }

            html.Append("</section>\n");
        }

        return html.ToString();
    }

    /// <summary>The template with its parts, in one pass: what is put in is never looked at again.</summary>
    private static string Fill(string template, System.Func<string, string> part)
    {
        StringBuilder html = new();
        int from = 0;
        for (int at = template.IndexOf(Open); at >= 0; at = template.IndexOf(Open, from))
        {
            int end = template.IndexOf(Close, at);
            html.Append(template, from, at - from).Append(part(template.Substring(at + 1, end - at - 1)));
            from = end + 1;
        }

        return html.Append(template, from, template.Length - from).ToString();
    }
}
