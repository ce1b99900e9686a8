using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>Finds the first hours in which work fits.</summary>
internal sealed class SlotFinder(IReadOnlyList<WeeklyHours> windows, IReadOnlyList<WeeklyHours> workingHours, TimeZoneInfo zone)
{
    /// <summary>What does not fit within so many days fits never: the hours come again every week.</summary>
    private const int WindowDays = 30;

    private const int WorkDays = 400;

    private static readonly TimeSpan Grid = TimeSpan.FromMinutes(5);

    /// <summary>The windows from a moment on.</summary>
    public IEnumerable<TimeSlot> Windows(DateTimeOffset from) => WeeklyHours.Slots(windows, RoundUp(from), zone, WindowDays);

    /// <summary>The first window from a moment on with room for the work; null for none.</summary>
    public TimeSlot? InWindow(DateTimeOffset from, TimeSpan work) => FirstIn(Windows(from), work);

    /// <summary>The first hours of a window from a moment on that are free for the work and end before another; null for none.</summary>
    public TimeSlot? FreeInWindow(DateTimeOffset from, DateTimeOffset until, TimeSpan work, IReadOnlyCollection<TimeSlot> busy) =>
        Windows(from).Select(w => Free(w, work, busy)).OfType<TimeSlot>().Where(s => s.End <= until)
            .Select(s => (TimeSlot?)s).FirstOrDefault();

    /// <summary>
    /// The first working hours from a moment on with room for the work; where no day has so many, it goes on over several days. Null where
    /// a year has not enough of them.
    /// </summary>
    public TimeSlot? InWorkingHours(DateTimeOffset from, TimeSpan work)
    {
        IEnumerable<TimeSlot> days = WeeklyHours.Slots(workingHours, RoundUp(from), zone, WorkDays);
        return workingHours.Max(h => h.Length) >= work ? FirstIn(days, work) : Over(days, work);
    }

    public bool IsLongerThanAnyWindow(TimeSpan work) => windows.Max(w => w.Length) < work;

    /// <summary>The next moment of the grid: no work begins at an odd minute.</summary>
    public static DateTimeOffset RoundUp(DateTimeOffset moment)
    {
        long over = moment.UtcTicks % Grid.Ticks;
        return over == 0 ? moment : moment.AddTicks(Grid.Ticks - over);
    }

    private static TimeSlot? FirstIn(IEnumerable<TimeSlot> slots, TimeSpan work) => slots.Where(s => s.Length >= work)
        .Select(s => (TimeSlot?)new TimeSlot(s.Begin, s.Begin + work)).FirstOrDefault();

    private static TimeSlot? Free(TimeSlot window, TimeSpan work, IEnumerable<TimeSlot> busy)
    {
        DateTimeOffset begin = window.Begin;
        foreach (TimeSlot taken in busy.Where(b => b.End > window.Begin && b.Begin < window.End).OrderBy(b => b.Begin))
        {
            if (begin + work <= taken.Begin)
            {
                break;
            }

            begin = taken.End > begin ? taken.End : begin;
        }

        return begin + work <= window.End ? new TimeSlot(begin, begin + work) : null;
    }

    private static TimeSlot? Over(IEnumerable<TimeSlot> days, TimeSpan work)
    {
        DateTimeOffset? begin = null;
        TimeSpan rest = work;
        foreach (TimeSlot day in days)
        {
            begin ??= day.Begin;
            if (day.Length >= rest)
            {
                return new TimeSlot(begin.Value, day.Begin + rest);
            }

            rest -= day.Length;
        }

        return null;
    }
}
