using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Text;

/// <summary>Text from outside in Markdown: it stays text, whatever it holds.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]>|~#$@";

    private static readonly string[] LinkStarts = ["www.", "mailto:", "tel:", "xmpp:"];

    /// <summary>In a cell of a table these mean something inside of code too, not the same for every reader.</summary>
    private static readonly char[] NotInCode = ['`', '|', '\\'];

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
                builder.Append(Special.IndexOf(c) >= 0 || EndsLinkStart(builder, c) ? "\\" : string.Empty).Append(c);
            }
        }

        // A reader makes no link of a URL whose slashes are escaped.
        return builder.Replace("://", ":\\//").ToString();
    }

    /// <summary>A text at the start of a line, where some characters begin a list or an indented block.</summary>
    public static string Line(string text)
    {
        string inline = Inline(text.TrimStart(' '));
        int digits = 0;
        while (digits < inline.Length && inline[digits] is >= '0' and <= '9')
        {
            digits++;
        }

        int mark = digits > 0 && digits < inline.Length && inline[digits] is '.' or ')' ? digits : 0;
        return inline.Length > mark && inline[mark] is '-' or '+' or '=' or ':' or '.' or ')' ? inline.Insert(mark, "\\") : inline;
    }

    /// <summary>A name or value in the type of code, where that can hold it.</summary>
    /// <param name="text">The name or value.</param>
    /// <param name="otherwise">Writes it where code cannot hold it.</param>
    public static string Code(string text, Func<string, string> otherwise)
    {
        string shown = ShownText.Of(text);
        return shown.Length > 0 && shown.IndexOfAny(NotInCode) < 0 && shown[0] != ' ' && shown[shown.Length - 1] != ' '
            ? "`" + shown + "`" : otherwise(text);
    }

    /// <summary>One row of a table.</summary>
    public static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells.Select(Inline)) + " |";

    /// <summary>Lines as they are, in a block that none of them can end.</summary>
    public static IEnumerable<string> Code(IReadOnlyCollection<string> lines, string language)
    {
        string fence = new('`', Math.Max(3, lines.Select(LongestRun).DefaultIfEmpty().Max() + 1));
        return [fence + language, .. lines.Select(l => ShownText.Of(l)), fence];
    }

    /// <summary>Whether a reader makes a link of what stands behind the character.</summary>
    private static bool EndsLinkStart(StringBuilder before, char c) =>
        c is '.' or ':' && Array.Exists(LinkStarts, s => s[s.Length - 1] == c && before.Length >= s.Length - 1
            && string.Equals(before.ToString(before.Length - s.Length + 1, s.Length - 1), s.Substring(0, s.Length - 1),
                StringComparison.OrdinalIgnoreCase));

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
