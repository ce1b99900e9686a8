using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>Moments and lengths as text, the same on every machine.</summary>
internal static class CalendarText
{
    public static string Moment(DateTimeOffset moment) => moment.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset moment) => moment.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Both ends; the day of the second where it is another one, and offsets where the clock is set between them.</summary>
    public static string Span(DateTimeOffset begin, DateTimeOffset end)
    {
        bool isChanged = begin.Offset != end.Offset;
        return Moment(begin) + (isChanged ? Offset(begin) : string.Empty) + " - "
            + (begin.Date == end.Date ? end.ToString("HH:mm", CultureInfo.InvariantCulture) : Moment(end))
            + (isChanged ? Offset(end) : string.Empty);
    }

    /// <summary>For example <c>1 day 3 hours 15 minutes</c>; seconds are rounded up.</summary>
    public static string Length(TimeSpan length)
    {
        TimeSpan whole = TimeSpan.FromMinutes(Math.Ceiling(length.TotalMinutes));
        string[] parts = [.. Parts(whole)];
        return parts.Length == 0 ? "no time" : string.Join(" ", parts);
    }

    private static IEnumerable<string> Parts(TimeSpan length) => new[] { (length.Days, "day"), (length.Hours, "hour"),
        (length.Minutes, "minute") }.Where(p => p.Item1 > 0).Select(
            p => p.Item1.ToString(CultureInfo.InvariantCulture) + " " + p.Item2 + (p.Item1 == 1 ? string.Empty : "s"));

    private static string Offset(DateTimeOffset moment) => moment.ToString(" (zzz)", CultureInfo.InvariantCulture);
}
