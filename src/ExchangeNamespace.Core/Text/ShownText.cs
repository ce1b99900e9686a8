using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Text;

/// <summary>
/// Text for people, whatever it holds: each message, finding and file name passes here before a terminal shows it. Letters of every
/// language stay; what moves the cursor, colours, turns the direction of text, is invisible or no whole character stands as its code point.
/// </summary>
internal static class ShownText
{
    public static string Of(string text) => Of(text, int.MaxValue);

    /// <summary>The same, cut behind a length.</summary>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest && !HasHidden(text))
        {
            return text;
        }

        StringBuilder builder = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (builder.Length >= longest)
            {
                return builder.Append("...").ToString();
            }

            if (char.IsSurrogatePair(text, i) && !IsHidden(CharUnicodeInfo.GetUnicodeCategory(text, i)))
            {
                builder.Append(text, i++, 2);
            }
            else if (IsHidden(CharUnicodeInfo.GetUnicodeCategory(text[i])))
            {
                builder.Append("<U+").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)).Append('>');
            }
            else
            {
                builder.Append(text[i]);
            }
        }

        return builder.ToString();
    }

    /// <summary>Each text of a list; the list itself where nothing in it is hidden.</summary>
    public static IReadOnlyList<string> Each(IReadOnlyList<string> texts) =>
        texts.Any(HasHidden) ? [.. texts.Select(static t => Of(t))] : texts;

    /// <summary>Whether one of its characters is not seen or moves others.</summary>
    public static bool HasHidden(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or > '~' && IsHidden(CharUnicodeInfo.GetUnicodeCategory(c)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHidden(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate;
}
