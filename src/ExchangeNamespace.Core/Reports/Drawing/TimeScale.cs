using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>The days that a time line shows: whole years, but not more than six, so that the near ones stay legible.</summary>
/// <param name="FirstYear">The first year.</param>
/// <param name="Years">How many years.</param>
internal readonly record struct TimeScale(int FirstYear, int Years)
{
    private const int Most = 6;

    public static TimeScale Of(IReadOnlyList<TimeLineEntry> entries, DateTime asOf)
    {
        int[] years = [.. entries.SelectMany(e => new[] { e.Start, e.End }).OfType<DateTime>().Select(d => d.Year).Concat([asOf.Year])];
        int first = Math.Max(years.Min(), asOf.Year - 1);
        int last = Math.Min(Math.Max(years.Max(), first), first + Most - 1);
        return new TimeScale(first, last - first + 1);
    }

    /// <summary>Whether a day lies behind the last year.</summary>
    public bool IsLater(DateTime day) => day.Year >= FirstYear + Years;

    /// <summary>Where a day lies on a line of a length: 0 for the beginning of the first year or an earlier day.</summary>
    public int Place(DateTime day, int length)
    {
        int days = DateTime.IsLeapYear(day.Year) ? 366 : 365;
        return Math.Min(length, Math.Max(0, ((day.Year - FirstYear) * length / Years) + ((day.DayOfYear - 1) * length / (Years * days))));
    }
}
