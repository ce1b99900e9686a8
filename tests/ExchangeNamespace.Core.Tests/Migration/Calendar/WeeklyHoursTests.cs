using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration.Calendar;
using Xunit;

namespace ExchangeNamespace.Tests.Migration.Calendar;

/// <summary>The accepted form of hours of the week, and their moments where the clock is set.</summary>
public class WeeklyHoursTests
{
    [Theory]
    [InlineData("Sat 22:00-02:00", "Sat 22:00-02:00", 4)]
    [InlineData("saturday 22:00 - 02:00", "Sat 22:00-02:00", 4)]
    [InlineData("Sun, Sat 8:00-18:30", "Sat,Sun 08:00-18:30", 10.5)]
    [InlineData("Fri-Mon 20:00-24:00", "Mon,Fri,Sat,Sun 20:00-00:00", 4)]
    [InlineData("Mon-Thu,Sat 20:00-23:00", "Mon,Tue,Wed,Thu,Sat 20:00-23:00", 3)]
    [InlineData("Daily 00:00-24:00", "Mon,Tue,Wed,Thu,Fri,Sat,Sun 00:00-00:00", 24)]
    public void A_window_of_the_week_is_read(string text, string read, double hours)
    {
        WeeklyHours window = Assert.Single(WeeklyHoursReader.Read([text], "MaintenanceWindow", []));

        Assert.Equal(read, window.ToString());
        Assert.Equal(hours, window.Length.TotalHours);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sat")]
    [InlineData("22:00-02:00")]
    [InlineData("Sat 22-02")]
    [InlineData("Sat 22:00-22:00")]
    [InlineData("Sat 24:00-02:00")]
    [InlineData("Sat 25:00-26:00")]
    [InlineData("Sat 22:60-23:00")]
    [InlineData("Sa 22:00-23:00")]
    [InlineData("Mon-Wed-Fri 22:00-23:00")]
    [InlineData("Samstag 22:00-23:00")]
    [InlineData("Sat 22:00-23:00\nSun 22:00-23:00")]
    [InlineData("Sat 10:00pm-11:00pm")]
    public void All_else_is_refused_with_the_form(string text)
    {
        List<InputFault> faults = [];
        Assert.Empty(WeeklyHoursReader.Read([text], "MaintenanceWindow", faults));

        InputFault fault = Assert.Single(faults);
        Assert.Equal(FaultIds.HoursInvalid, fault.Id);
        Assert.Equal(text, fault.Value);
        Assert.Contains("'Sat 22:00-02:00'", fault.Message);
    }

    [Theory]
    // The night of 2026-03-29: 02:00 becomes 03:00.
    [InlineData("Sat 22:00-06:00", "2026-03-28", "2026-03-28 22:00 +01", "2026-03-29 06:00 +02")]
    [InlineData("Sun 02:30-04:00", "2026-03-28", "2026-03-29 03:00 +02", "2026-03-29 04:00 +02")]
    [InlineData("Sun 01:00-02:30", "2026-03-28", "2026-03-29 01:00 +01", "2026-03-29 03:00 +02")]
    // No moment of that night lies in it: the next Sunday is the first.
    [InlineData("Sun 02:00-03:00", "2026-03-28", "2026-04-05 02:00 +02", "2026-04-05 03:00 +02")]
    // The night of 2026-10-25: 03:00 becomes 02:00, and the hour from 02:00 to 03:00 stands twice.
    [InlineData("Sat 22:00-06:00", "2026-10-24", "2026-10-24 22:00 +02", "2026-10-25 06:00 +01")]
    [InlineData("Sun 02:30-04:00", "2026-10-24", "2026-10-25 02:30 +01", "2026-10-25 04:00 +01")]
    [InlineData("Sun 01:00-02:30", "2026-10-24", "2026-10-25 01:00 +02", "2026-10-25 02:30 +02")]
    [InlineData("Sun 02:00-03:00", "2026-10-24", "2026-10-25 02:00 +01", "2026-10-25 03:00 +01")]
    public void Each_moment_of_a_window_lies_between_its_clock_times_where_the_clock_is_set(string text, string from, string begin, string end)
    {
        IReadOnlyList<WeeklyHours> hours = WeeklyHoursReader.Read([text], "MaintenanceWindow", []);
        DateTimeOffset start = ZoneClock.Begin(DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture), CalendarSamples.Berlin);

        TimeSlot slot = WeeklyHours.Slots(hours, start, CalendarSamples.Berlin, 30).First();

        Assert.Equal(begin, slot.Begin.ToString("yyyy-MM-dd HH:mm zz", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(end, slot.End.ToString("yyyy-MM-dd HH:mm zz", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_window_that_has_begun_is_cut_and_one_of_the_evening_before_still_counts()
    {
        IReadOnlyList<WeeklyHours> hours = WeeklyHoursReader.Read(["Sat 22:00-02:00"], "MaintenanceWindow", []);

        TimeSlot slot = WeeklyHours.Slots(hours, new DateTimeOffset(2026, 6, 7, 1, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc, 10).First();

        Assert.Equal(new DateTimeOffset(2026, 6, 7, 1, 0, 0, TimeSpan.Zero), slot.Begin);
        Assert.Equal(TimeSpan.FromHours(1), slot.Length);
    }
}
