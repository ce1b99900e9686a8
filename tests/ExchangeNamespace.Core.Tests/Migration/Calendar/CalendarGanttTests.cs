using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using Xunit;
using static ExchangeNamespace.Tests.Migration.MigrationSamples;

namespace ExchangeNamespace.Tests.Migration.Calendar;

/// <summary>The calendar as a Gantt chart.</summary>
public class CalendarGanttTests
{
    private static readonly Regex Task = new(
        @"\A    [A-Za-z0-9 .()-]+ :(?:crit, |active, |milestone, )?\d{4}-\d\d-\d\d \d\d:\d\d, (?:\d{4}-\d\d-\d\d \d\d:\d\d|0d)\z");

    [Fact]
    public void Each_phase_is_a_section_and_each_entry_a_bar()
    {
        MigrationCalendar calendar = CalendarSamples.Plan(Whole(TimeSpan.FromDays(1)), CalendarSamples.Input("2026-06-01", "Sat 22:00-02:00"));

        IReadOnlyList<string> lines = CalendarGantt.Of(calendar);

        Assert.Equal(
            [
                "gantt",
                "    dateFormat YYYY-MM-DD HH:mm",
                "    axisFormat %Y-%m-%d",
                "    section Capture",
                "    1 Capture the present settings :2026-06-01 09:00, 2026-06-01 10:00",
                "    section Lower the time to live",
            ],
            lines.Take(6));
        Assert.Contains("    8 mail.contoso.com inside leads to EX01 :crit, 2026-06-06 22:00, 2026-06-06 22:30", lines);
        Assert.Contains("    Background of step 10- Move the user mailboxes :active, 2026-06-15 09:00, 2026-06-19 17:00", lines);
        // Support of 2016 ended before the migration begins, so that it would only make the chart longer.
        Assert.DoesNotContain(lines, l => l.Contains("support"));
    }

    [Theory]
    [InlineData("a : b ; c # d")]
    [InlineData("section evil")]
    [InlineData("line\nbreak :crit, 2020-01-01, 1d")]
    [InlineData("%%{init: {'theme':'dark'}}%%")]
    [InlineData("click a href \"javascript:alert(1)\"")]
    [InlineData("\u202Eevil")]
    [InlineData("")]
    [InlineData("   ")]
    public void A_text_stays_the_text_of_its_bar(string title)
    {
        NamespaceMigration migration = Of([Step(1, MigrationPhase.Capture, title: title)]);

        string[] lines = [.. CalendarGantt.Of(CalendarSamples.Plan(migration, CalendarSamples.Input("2026-06-01"))).Skip(3)];

        Assert.Equal("    section Capture", lines[0]);
        Assert.Matches(Task, lines[1]);
        Assert.Equal(2, lines.Length);
    }
}
