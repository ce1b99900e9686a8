using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Text;

/// <summary>Text from outside in Markdown: it stays text, whatever it holds.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]>|~#$@";

    /// <summary>A text in a line or a cell of a table, never at the start of a line.</summary>
    public static string Inline(string text)
    {
        StringBuilder builder = new();
        foreach (char c in ShownText.Of(text))
        {
            if (c == '&')
            {
                builder.Append("&amp;");
            }
            else if (c == '<')
            {
                builder.Append("&lt;");
            }
            else
            {
                builder.Append(Special.IndexOf(c) >= 0 ? "\\" : string.Empty).Append(c);
            }
        }

        // A reader makes no link of a URL whose slashes are escaped.
        return builder.Replace("://", ":\\//").ToString();
    }

    /// <summary>One row of a table.</summary>
    public static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells.Select(Inline)) + " |";

    /// <summary>Lines as they are, in a block that none of them can end.</summary>
    public static IEnumerable<string> Code(IReadOnlyCollection<string> lines, string language)
    {
        string fence = new('`', Math.Max(3, lines.Select(LongestRun).DefaultIfEmpty().Max() + 1));
        return [fence + language, .. lines.Select(l => ShownText.Of(l)), fence];
    }

    private static int LongestRun(string line)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in line)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
