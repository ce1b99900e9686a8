using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>Draws days and spans on a line of time, with the day of the report.</summary>
public static class TimeLine
{
    private const int Width = 760;
    private const int Margin = 16;

    /// <summary>Draws the entries in the order of their days.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="asOf">The day of the report.</param>
    /// <param name="words">The fixed words.</param>
    /// <returns>The picture.</returns>
    public static Picture Draw(IReadOnlyList<TimeLineEntry> entries, DateTime asOf, DrawingWords words)
    {
        PictureBuilder builder = new();
        int y = Margin;
        foreach (TimeLineEntry entry in entries.OrderBy(e => e.Start ?? e.End ?? asOf))
        {
            string days = string.Join(" - ", new[] { entry.Start, entry.End }.OfType<DateTime>().Select(DayText.Of));
            FittedLine line = TextFit.One(days + " " + entry.Label, LabelStyle.Plain, Width - (4 * Margin));
            int box = builder.AddBox(BoxKind.Entry, new PictureRect(Margin, y, Width - (2 * Margin), line.Height + 8), null,
                [days, entry.Label], entry.Kind);
            builder.AddLabel(box, line, 2 * Margin, y + 4);
            y += line.Height + 16;
        }

        return builder.Build(Width, y + Margin, words.TimeLineTitle, words.Today + " " + DayText.Of(asOf));
    }
}
