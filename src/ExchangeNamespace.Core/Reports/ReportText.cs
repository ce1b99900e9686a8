using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports;

/// <summary>How a part of a text is set.</summary>
internal enum TextKind
{
    /// <summary>In the type of the text.</summary>
    Plain,

    /// <summary>In the type of code: names, addresses, lines.</summary>
    Code,

    /// <summary>Stressed.</summary>
    Strong,

    /// <summary>In the type of the text, on one line: a day.</summary>
    Whole,

    /// <summary>English, also in a report of another language: findings and reasons.</summary>
    English,
}

/// <summary>A part of a text.</summary>
/// <param name="Text">What it says, as it is.</param>
/// <param name="Kind">How it is set.</param>
/// <param name="Target">The anchor in the report that it leads to; null for none.</param>
internal sealed record TextPart(string Text, TextKind Kind = TextKind.Plain, string? Target = null)
{
    public static TextPart Code(string text) => new(text, TextKind.Code);

    public static TextPart Strong(string text) => new(text, TextKind.Strong);

    public static TextPart Day(DateTime day) => new(DayText.Of(day), TextKind.Whole);

    public static TextPart English(string text) => new(text, TextKind.English);
}

/// <summary>A text of parts. It holds no markup: each format has its own.</summary>
internal sealed class ReportText(IReadOnlyList<TextPart> parts)
{
    public static ReportText Empty { get; } = new([]);

    public IReadOnlyList<TextPart> Parts { get; } = parts;

    public static implicit operator ReportText(string text) => text.Length == 0 ? Empty : new([new TextPart(text)]);

    public static implicit operator ReportText(TextPart part) => part.Text.Length == 0 ? Empty : new([part]);

    /// <summary>Names or values, each in the type of code, with commas between.</summary>
    public static ReportText Codes(IEnumerable<string> values) => Joined(values.Select(TextPart.Code));

    /// <summary>Parts with commas between.</summary>
    public static ReportText Joined(IEnumerable<TextPart> parts)
    {
        List<TextPart> joined = [];
        foreach (TextPart part in parts)
        {
            if (joined.Count > 0)
            {
                joined.Add(new TextPart(", "));
            }

            joined.Add(part);
        }

        return new ReportText(joined);
    }

    public override string ToString() => ShownText.Of(string.Concat(Parts.Select(p => p.Text)));
}
