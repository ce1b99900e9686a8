using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Routing;

/// <summary>
/// The only place that turns a value into Mermaid text: one label in quotes, on one line of ASCII. Letters, digits, space and a few marks
/// stand for themselves; everything else is an entity code such as <c>#35;</c> (https://mermaid.js.org/syntax/flowchart.html), and what a
/// reader would not see is made visible first.
/// </summary>
internal static class MermaidLiteral
{
    private const string LineBreak = "<br/>";

    /// <summary>A no-break space, because Mermaid refuses an empty text.</summary>
    private const string Nothing = "#160;";

    /// <summary>
    /// What Mermaid reads even inside quotes: its first pass drops the last semicolon of a line with one of the first two, and its Markdown
    /// reader makes a link of the third. Their first letter becomes an entity code.
    /// </summary>
    private static readonly string[] ReadInQuotes = ["style", "classdef", "www."];

    /// <summary>Prints a label.</summary>
    /// <param name="lines">Its lines, top down.</param>
    /// <returns>The label in quotes.</returns>
    public static string Quote(IEnumerable<string> lines) => "\"" + string.Join(LineBreak, lines.Select(Line)) + "\"";

    private static string Line(string value)
    {
        string text = ShownText.Of(value, VisibleText.Longest);
        if (text.Length == 0)
        {
            return Nothing;
        }

        StringBuilder builder = new();
        int mark = ListMark(text);
        for (int i = 0; i < text.Length; i++)
        {
            if (IsPlain(text[i]) && i != mark
                && !Array.Exists(ReadInQuotes, w => string.Compare(text, i, w, 0, w.Length, StringComparison.OrdinalIgnoreCase) == 0))
            {
                builder.Append(text[i]);
            }
            else
            {
                AppendCode(builder, char.ConvertToUtf32(text, i));
                i += char.IsHighSurrogate(text[i]) ? 1 : 0;
            }
        }

        return builder.ToString();
    }

    /// <summary>Where a text would begin a Markdown list or rule ("- x", "1. x"): the place of its mark, else -1.</summary>
    private static int ListMark(string text)
    {
        int i = 0;
        while (i < text.Length && (text[i] == ' ' || text[i] is >= '0' and <= '9'))
        {
            i++;
        }

        return i < text.Length && text[i] is '-' or '.' or ')' ? i : -1;
    }

    private static bool IsPlain(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ' ' or '.' or '-' or '/' or ',' or '(' or ')';

    private static void AppendCode(StringBuilder builder, int character) =>
        builder.Append('#').Append(character.ToString(CultureInfo.InvariantCulture)).Append(';');
}
