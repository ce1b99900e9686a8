using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// The days that a time line shows: whole years, but not more than six, so that the near ones stay legible; the months of its steps where
/// it has steps, because years would put all of them on one spot.
/// </summary>
/// <param name="First">The first day, the beginning of a month.</param>
/// <param name="Months">How many months.</param>
/// <param name="MonthsPerMark">The months from one mark to the next: 12 or 1.</param>
internal readonly record struct TimeScale(DateTime First, int Months, int MonthsPerMark)
{
    private const int MostYears = 6;
    private const int MostSingleMonths = 24;

    /// <summary>The marks: the beginning of each year or month, and its text.</summary>
    public IEnumerable<(DateTime Day, string Text)> Marks
    {
        get
        {
            for (int month = 0; month < Months; month += MonthsPerMark)
            {
                DateTime day = First.AddMonths(month);
                yield return (day, day.ToString(MonthsPerMark == 1 ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture));
            }
        }
    }

    public static TimeScale Of(IReadOnlyList<TimeLineEntry> entries, DateTime asOf)
    {
        DateTime[] steps = [.. Days(entries.Where(e => e.Kind == TimeLineKind.Step))];
        if (steps.Length > 0)
        {
            DateTime first = MonthOf(steps.Min() < asOf ? steps.Min() : asOf);
            int months = MonthsBetween(first, steps.Max() > asOf ? steps.Max() : asOf) + 1;
            if (months <= MostSingleMonths)
            {
                return new TimeScale(first, months, 1);
            }
        }

        int[] years = [.. Days(entries).Select(d => d.Year).Concat([asOf.Year])];
        int firstYear = Math.Max(years.Min(), asOf.Year - 1);
        int lastYear = Math.Min(Math.Max(years.Max(), firstYear), firstYear + MostYears - 1);
        return new TimeScale(new DateTime(firstYear, 1, 1), 12 * (lastYear - firstYear + 1), 12);
    }

    /// <summary>Whether a day lies behind the last month.</summary>
    public bool IsLater(DateTime day) => MonthsBetween(First, day) >= Months;

    /// <summary>Where a day lies on a line of a length: 0 for the beginning of the first month or an earlier day.</summary>
    public int Place(DateTime day, int length)
    {
        int month = MonthsBetween(First, day);
        int within = (day.Day - 1) * length / (Months * DateTime.DaysInMonth(day.Year, day.Month));
        return Math.Min(length, Math.Max(0, (month * length / Months) + within));
    }

    private static IEnumerable<DateTime> Days(IEnumerable<TimeLineEntry> entries) =>
        entries.SelectMany(e => new[] { e.Start, e.End }).OfType<DateTime>();

    private static DateTime MonthOf(DateTime day) => new(day.Year, day.Month, 1);

    private static int MonthsBetween(DateTime first, DateTime day) => (12 * (day.Year - first.Year)) + day.Month - first.Month;
}
