using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>A span of time.</summary>
/// <param name="Begin">Its first moment.</param>
/// <param name="End">Its last moment.</param>
internal readonly record struct TimeSlot(DateTimeOffset Begin, DateTimeOffset End)
{
    public TimeSpan Length => End - Begin;
}

/// <summary>Hours that come again every week, such as maintenance on Saturdays from 22:00 to 02:00 of the next day.</summary>
/// <param name="Days">The days on which they begin.</param>
/// <param name="From">The clock time of the beginning.</param>
/// <param name="To">The clock time of the end; not later than the beginning for hours that end on the next day.</param>
internal sealed record WeeklyHours(IReadOnlyList<DayOfWeek> Days, TimeSpan From, TimeSpan To)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long they are by the clock.</summary>
    public TimeSpan Length => To > From ? To - From : To + Day - From;

    /// <summary>The hours of several, day by day, from a moment on.</summary>
    /// <param name="hours">The hours.</param>
    /// <param name="from">What ends before it is left out; what has begun is cut.</param>
    /// <param name="zone">The time zone of the clock.</param>
    /// <param name="days">How many days are looked at.</param>
    public static IEnumerable<TimeSlot> Slots(IReadOnlyList<WeeklyHours> hours, DateTimeOffset from, TimeZoneInfo zone, int days)
    {
        DateTime first = ZoneClock.At(from, zone).Date.AddDays(-1);
        for (int i = 0; i < days; i++)
        {
            DateTime day = first.AddDays(i);
            foreach (TimeSlot slot in hours.Where(h => h.Days.Contains(day.DayOfWeek)).Select(h => h.On(day, zone)).OrderBy(s => s.Begin))
            {
                TimeSlot rest = slot with { Begin = slot.Begin < from ? from : slot.Begin };
                if (rest.Length > TimeSpan.Zero)
                {
                    yield return rest;
                }
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(",", Days.Select(d => d.ToString().Substring(0, 3))) + " "
        + Clock(From) + "-" + Clock(To);

    private TimeSlot On(DateTime day, TimeZoneInfo zone) =>
        new(ZoneClock.Begin(day + From, zone), ZoneClock.End(day + From + Length, zone));

    private static string Clock(TimeSpan time) => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
}
