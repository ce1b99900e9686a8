using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Reports.Pages;
using ExchangeNamespace.Tests.Migration;
using ExchangeNamespace.Tests.Migration.Calendar;
using Xunit;

namespace ExchangeNamespace.Tests.Reports;

/// <summary>The phases of a migration on the time line of a report.</summary>
public class MigrationTimeLineTests
{
    private static readonly IReadOnlyList<CalendarEntry> Calendar = CalendarSamples.Plan(MigrationSamples.Whole(TimeSpan.FromDays(1)),
        CalendarSamples.Input("2026-06-01", "Sat 22:00-02:00")).Entries;

    [Theory]
    [InlineData(ReportLanguage.En, "Cut-over of the names", "Mailboxes")]
    [InlineData(ReportLanguage.De, "Umstellung der Namen", "Postf\u00E4cher")]
    public void Each_phase_is_a_row_with_the_day_of_its_last_step(ReportLanguage language, string cutOver, string mailboxes)
    {
        Table table = Time(Request(language)).Blocks.OfType<Table>().Single();

        string[] rows = [.. table.Rows.Select(r => $"{r[0].Text}: {r[2].Text}")];
        Assert.Contains($"{cutOver}: 2026-06-06", rows);
        Assert.Contains($"{mailboxes}: 2026-06-20", rows);
        Assert.Equal(10, rows.Length - Time(Request(language) with { Calendar = [] }).Blocks.OfType<Table>().Single().Rows.Count);
    }

    [Fact]
    public void No_name_of_a_step_is_in_the_report()
    {
        string page = ReportSamples.Markdown(Request(ReportLanguage.En));

        Assert.DoesNotContain("EX16", page);
        Assert.Contains("The phases of the migration stand on the line", page);
    }

    [Fact]
    public void A_report_without_a_calendar_is_what_it_was() => Assert.Equal(
        ReportSamples.Html(ReportSamples.Request("article")), ReportSamples.Html(ReportSamples.Request("article") with { Calendar = [] }));

    private static ReportRequest Request(ReportLanguage language) => ReportSamples.Request("article") with { Calendar = Calendar, Language = language };

    private static ReportPage Time(ReportRequest request) => ReportBuilder.Build(request).Pages.Single(p => p.Id == "time");
}
