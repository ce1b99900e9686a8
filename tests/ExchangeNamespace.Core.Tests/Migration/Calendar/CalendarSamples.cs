using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using Xunit;

namespace ExchangeNamespace.Tests.Migration.Calendar;

/// <summary>Calendars from dates and windows as a user states them.</summary>
internal static class CalendarSamples
{
    /// <summary>Central Europe since 1996: one hour is added from the last Sunday of March to the last Sunday of October.</summary>
    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.CreateCustomTimeZone("Berlin", TimeSpan.FromHours(1), "Berlin", "CET", "CEST",
    [
        TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 5, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 5, DayOfWeek.Sunday)),
    ]);

    public static CalendarInput Input(string start, params string[] windows) => new()
    {
        Start = DateTime.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
        Now = new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero),
        Zone = TimeZoneInfo.Utc,
        Windows = windows,
    };

    public static CalendarRequest Request(CalendarInput input)
    {
        List<InputFault> faults = [];
        CalendarRequest? request = CalendarRequestReader.Read(input, faults);
        Assert.Empty(faults);
        return request!;
    }

    public static MigrationCalendar Plan(NamespaceMigration migration, CalendarInput input) =>
        CalendarPlanner.Plan(migration, Request(input));

    public static CalendarEntry Of(this MigrationCalendar calendar, int step) =>
        calendar.Entries.Single(e => e.Kind == CalendarKind.Step && e.Number == step);

    public static string Days(this MigrationCalendar calendar) => string.Join("\n", calendar.Entries
        .Where(e => e.Kind == CalendarKind.Step).OrderBy(e => e.Number).Select(e => $"{e.Number}: {CalendarText.Span(e.Begin, e.End)}"));

    public static string Codes(this MigrationCalendar calendar) =>
        string.Join(" ", calendar.Findings.Select(f => f.Code).Distinct().OrderBy(c => c, StringComparer.Ordinal));
}
