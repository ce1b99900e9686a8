using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>One line of text that fits its room.</summary>
/// <param name="Text">What is drawn.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Width">Its room.</param>
/// <param name="IsGuessed">Whether the room was guessed.</param>
/// <param name="FullText">The whole text where it was shortened.</param>
internal readonly record struct FittedLine(string Text, LabelStyle Style, int Width, bool IsGuessed, string? FullText = null)
{
    public int Height => LabelFont.Of(Style).LineHeight;
}

/// <summary>Breaks and shortens text so that it fits a width: at spaces, else behind a dot or hyphen, else anywhere.</summary>
internal static class TextFit
{
    private const string Ellipsis = "\u2026";

    /// <summary>At most a number of lines; the last one is shortened where the text needs more.</summary>
    public static IReadOnlyList<FittedLine> Wrap(string value, LabelStyle style, int width, int lines)
    {
        string text = ShownText.Of(value);
        LabelFont font = LabelFont.Of(style);
        List<FittedLine> result = [];
        int start = 0;
        while (start < text.Length && result.Count < lines)
        {
            bool last = result.Count == lines - 1;
            int end = FittingEnd(text, start, font, width);
            if (end < text.Length && last)
            {
                string cut = text.Substring(start, FittingEnd(text + Ellipsis, start, font, width - font.Measure(Ellipsis).Width) - start);
                result.Add(Line(cut.TrimEnd() + Ellipsis, style, font));
                break;
            }

            end = end < text.Length ? BreakBefore(text, start, end) : end;
            result.Add(Line(text.Substring(start, end - start).Trim(), style, font));
            start = end;
            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }
        }

        return start < text.Length && result.Count > 0 && result[result.Count - 1].Text.EndsWith(Ellipsis, StringComparison.Ordinal)
            ? [.. result.Select(l => l with { FullText = text })]
            : result;
    }

    /// <summary>One line, shortened where it must be.</summary>
    public static FittedLine One(string value, LabelStyle style, int width) =>
        Wrap(value, style, width, 1) is [{ } line] ? line : new FittedLine(string.Empty, style, 0, false);

    private static FittedLine Line(string text, LabelStyle style, LabelFont font)
    {
        (int width, bool guessed) = font.Measure(text);
        return new FittedLine(text, style, width, guessed);
    }

    private static int FittingEnd(string text, int start, LabelFont font, int width)
    {
        int end = start + 1;
        while (end < text.Length && font.Measure(text.Substring(start, end + 1 - start)).Width <= width)
        {
            end++;
        }

        return Whole(text, start, end);
    }

    private static int BreakBefore(string text, int start, int end)
    {
        for (int i = end; i > start + 1; i--)
        {
            if (text[i] == ' ' || text[i - 1] is ' ')
            {
                return i;
            }
        }

        for (int i = end; i > start + ((end - start) / 2); i--)
        {
            if (text[i - 1] is '.' or '-' or '/')
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>A place that does not part the halves of one character.</summary>
    private static int Whole(string text, int start, int end) =>
        end < text.Length && end > start && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1])
            ? end - 1 > start ? end - 1 : end + 1
            : end;
}
