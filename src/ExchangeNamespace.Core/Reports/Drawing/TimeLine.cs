using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>Draws days and spans along years or months, one row for each, with a mark for the day of the report.</summary>
public static class TimeLine
{
    /// <summary>Draws the entries in the order of their days.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="asOf">The day of the report.</param>
    /// <param name="words">The fixed words.</param>
    /// <returns>The picture, the same on every machine, with a form for narrow screens.</returns>
    public static Picture Draw(IReadOnlyList<TimeLineEntry> entries, DateTime asOf, DrawingWords words)
    {
        TimeLineEntry[] ordered = [.. entries.OrderBy(e => e.End ?? e.Start ?? asOf).ThenBy(e => e.Start ?? e.End ?? asOf)];
        TimeScale scale = TimeScale.Of(ordered, asOf);
        return TimeLineLayout.Draw(ordered, asOf, words, scale, TimeLineLayout.Wide,
            TimeLineLayout.Draw(ordered, asOf, words, scale, TimeLineLayout.Slim));
    }
}
