using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Emission;

/// <summary>
/// The only place that turns values into the labels of Mermaid: one quoted text of ASCII. Letters, digits and spaces stand for themselves, a dot, hyphen or
/// slash only between two of them, everything else is an entity code (<c>#35;</c>, https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters).
/// So no value ends the label, makes markup or a link, begins a list, or becomes a directive. What nobody can see is shown as its code point.
/// </summary>
internal static class MermaidLiteral
{
    private const string LineBreak = "<br/>";
    private const string Link = "www";

    /// <summary>Prints a label.</summary>
    /// <param name="lines">Its lines.</param>
    /// <returns>The label, quotes included.</returns>
    public static string Quote(params string[] lines) => "\"" + string.Join(LineBreak, lines.Where(l => l.Length > 0).Select(Line)) + "\"";

    private static string Line(string text)
    {
        StringBuilder builder = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                Append(builder, char.ConvertToUtf32(text, i));
                i++;
            }
            else if (StandsForItself(text, i))
            {
                builder.Append(text[i]);
            }
            else if (IsHidden(text[i]))
            {
                // In angle brackets, as everywhere in the module.
                Append(builder, '<').Append('U');
                Append(builder, '+').Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
                Append(builder, '>');
            }
            else
            {
                Append(builder, text[i]);
            }
        }

        return builder.ToString();
    }

    private static bool StandsForItself(string text, int at) =>
        IsWord(text, at)
        || (text[at] == ' ' && at > 0)
        || (text[at] is '.' or '-' or '/' && IsWord(text, at - 1) && IsWord(text, at + 1) && !EndsInLink(text, at));

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && text[at] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool EndsInLink(string text, int at) => at >= Link.Length && string.Compare(text, at - Link.Length, Link, 0, Link.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsHidden(char c) => char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    private static StringBuilder Append(StringBuilder builder, int code) => builder.Append('#').Append(code.ToString(CultureInfo.InvariantCulture)).Append(';');
}
