using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Model;
using Xunit;
using static ExchangeNamespace.Tests.Migration.MigrationSamples;

namespace ExchangeNamespace.Tests.Migration.Calendar;

/// <summary>The decision table of dates.</summary>
public class CalendarDateTests
{
    private static readonly ClientEffect[] Noticed = [new("Outlook", "It connects again.")];

    public static TheoryData<string, double, string> TimesToLive => new()
    {
        // Lowered on Friday at 09:00; with the transfer of 3:15 an hour leaves time on the same evening.
        { "2026-06-05", 1, "Fri 2026-06-05 20:00 - 20:30" },
        // A day and the transfer end on Saturday at 12:30.
        { "2026-06-05", 24, "Sat 2026-06-06 20:00 - 20:30" },
        // Two days end on Sunday at 12:30.
        { "2026-06-05", 48, "Sun 2026-06-07 20:00 - 20:30" },
        // A week goes over the end of the month.
        { "2026-06-29", 168, "Mon 2026-07-06 20:00 - 20:30" },
        // And over the end of the year.
        { "2026-12-30", 96, "Sun 2027-01-03 20:00 - 20:30" },
        // And over the leap day.
        { "2028-02-28", 24, "Tue 2028-02-29 20:00 - 20:30" },
    };

    [Theory]
    [MemberData(nameof(TimesToLive))]
    public void The_cut_over_waits_for_the_old_time_to_live_and_the_transfer(string start, double hours, string cutOver)
    {
        NamespaceMigration migration = Of(
        [
            Step(1, MigrationPhase.LowerTimeToLive, [Lower(DnsView.Internal, TimeSpan.FromHours(hours))]),
            Step(2, MigrationPhase.CutOver, [Move(DnsView.Internal)], effects: Noticed),
        ]);

        MigrationCalendar calendar = CalendarSamples.Plan(migration, CalendarSamples.Input(start, "Daily 20:00-23:00"));

        Assert.Equal(cutOver, CalendarText.Span(calendar.Of(2).Begin, calendar.Of(2).End));
        Assert.DoesNotContain(calendar.Findings, f => f.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void The_stated_time_to_live_counts_where_that_of_a_record_is_not_known_and_a_day_is_assumed_without_it()
    {
        NamespaceMigration migration = Of(
        [
            Step(1, MigrationPhase.LowerTimeToLive, [Lower(DnsView.Internal), Lower(DnsView.External)]),
            Step(2, MigrationPhase.CutOver, [Move(DnsView.Internal)], effects: Noticed),
        ]);
        CalendarInput input = CalendarSamples.Input("2026-06-05", "Daily 20:00-23:00");

        MigrationCalendar stated = CalendarSamples.Plan(migration, input with { TimeToLive = TimeSpan.FromHours(1) });
        MigrationCalendar assumed = CalendarSamples.Plan(migration, input);

        Assert.Equal("Fri 2026-06-05 20:00 - 20:30", CalendarText.Span(stated.Of(2).Begin, stated.Of(2).End));
        Assert.Equal(CalendarFindingCodes.SupportEnds, stated.Codes());
        Assert.Equal("Sat 2026-06-06 20:00 - 20:30", CalendarText.Span(assumed.Of(2).Begin, assumed.Of(2).End));
        Finding finding = Assert.Single(assumed.Findings, f => f.Code == CalendarFindingCodes.TimeToLiveAssumed);
        Assert.Equal(["mail.contoso.com (inside)", "mail.contoso.com (outside)"], finding.Values);
        Assert.Contains("(assumed)", assumed.Of(1).WaitReason);
    }

    [Fact]
    public void A_stated_time_to_live_replaces_a_wait_that_rests_on_an_assumption()
    {
        NamespaceMigration migration = Of(
        [
            Step(1, MigrationPhase.LowerTimeToLive, [Lower(DnsView.Internal)],
                wait: new MigrationWait(TimeSpan.FromDays(1), "one day is assumed", "general knowledge", MigrationCertainty.Unverified)),
            Step(2, MigrationPhase.CutOver, [Move(DnsView.Internal)], effects: Noticed, dependsOn: ["1-lowertimetolive-1"]),
        ]);
        CalendarInput input = CalendarSamples.Input("2026-06-05", "Daily 20:00-23:00") with { TimeToLive = TimeSpan.FromHours(1) };

        Assert.Equal(new DateTime(2026, 6, 5), CalendarSamples.Plan(migration, input).Of(2).Begin.Date);
    }

    [Fact]
    public void A_window_on_saturdays_only_takes_what_clients_notice_and_working_hours_all_else()
    {
        MigrationCalendar calendar = CalendarSamples.Plan(Whole(TimeSpan.FromDays(1)), CalendarSamples.Input("2026-06-01", "Sat 22:00-02:00"));

        Assert.Equal(
            """
            1: Mon 2026-06-01 09:00 - 10:00
            2: Mon 2026-06-01 10:00 - 10:15
            3: Mon 2026-06-01 10:15 - 11:15
            4: Mon 2026-06-01 11:15 - 14:15
            5: Mon 2026-06-01 14:15 - 14:30
            6: Thu 2026-06-04 11:15 - 11:45
            7: Thu 2026-06-04 11:45 - 12:15
            8: Sat 2026-06-06 22:00 - 22:30
            9: Sat 2026-06-06 22:30 - 23:00
            10: Sat 2026-06-20 22:00 - 23:00
            11: Mon 2026-06-22 09:00 - 10:00
            """.Replace("\r", ""), calendar.Days());
        Assert.Equal("EXN689", calendar.Codes());
        CalendarEntry copies = Assert.Single(calendar.Entries, e => e.Kind == CalendarKind.Background);
        Assert.Equal("Mon 2026-06-15 09:00 - Fri 2026-06-19 17:00", CalendarText.Span(copies.Begin, copies.End));
    }

    [Fact]
    public void Waits_go_on_by_the_moment_and_windows_by_the_clock_where_the_clock_is_set()
    {
        NamespaceMigration migration = Of(
        [
            Step(1, MigrationPhase.LowerTimeToLive, [Lower(DnsView.Internal, TimeSpan.FromHours(24))]),
            Step(2, MigrationPhase.CutOver, [Move(DnsView.Internal)], effects: Noticed,
                wait: new MigrationWait(TimeSpan.FromHours(24), "caches", "a document", MigrationCertainty.Documented)),
            Step(3, MigrationPhase.OldConnectionPoint, effects: Noticed, dependsOn: ["1-cutover-2"]),
        ]);

        // The clock is put forward in the night to 2026-03-29: that day has 23 hours.
        MigrationCalendar spring = CalendarSamples.Plan(migration,
            CalendarSamples.Input("2026-03-27", "Daily 22:00-23:00") with { Zone = CalendarSamples.Berlin });
        // And back in the night to 2026-10-25, which has 25.
        MigrationCalendar autumn = CalendarSamples.Plan(migration,
            CalendarSamples.Input("2026-10-23", "Daily 22:00-23:00") with { Zone = CalendarSamples.Berlin });

        Assert.Equal("Sat 2026-03-28 22:00 - 22:30", CalendarText.Span(spring.Of(2).Begin, spring.Of(2).End));
        Assert.Equal("2026-03-29 23:30 +02:00", Iso(spring.Of(2).WaitUntil!.Value));
        Assert.Equal("2026-03-30 22:00 +02:00", Iso(spring.Of(3).Begin));
        Assert.Equal("Sat 2026-10-24 22:00 - 22:30", CalendarText.Span(autumn.Of(2).Begin, autumn.Of(2).End));
        Assert.Equal("2026-10-25 21:30 +01:00", Iso(autumn.Of(2).WaitUntil!.Value));
        Assert.Equal("2026-10-25 22:00 +01:00", Iso(autumn.Of(3).Begin));
    }

    [Fact]
    public void Both_sides_of_a_cut_over_go_into_one_window()
    {
        NamespaceMigration migration = Of(
        [
            Step(1, MigrationPhase.Capture, effects: Noticed),
            Step(2, MigrationPhase.CutOver, [Move(DnsView.Internal)], effects: Noticed),
            Step(3, MigrationPhase.CutOver, [Move(DnsView.External)], effects: Noticed),
        ]);

        // After the first step the first window has room for one of them only.
        MigrationCalendar calendar = CalendarSamples.Plan(migration, CalendarSamples.Input("2026-06-01", "Sat 20:00-21:45"));

        Assert.Equal("1: Sat 2026-06-06 20:00 - 21:00\n2: Sat 2026-06-13 20:00 - 20:30\n3: Sat 2026-06-13 20:30 - 21:00", calendar.Days());
    }

    [Fact]
    public void A_cut_over_that_is_longer_than_every_window_is_spread_and_told()
    {
        NamespaceMigration migration = Of(
        [
            Step(1, MigrationPhase.CutOver, [Move(DnsView.Internal)], effects: Noticed),
            Step(2, MigrationPhase.CutOver, [Move(DnsView.External)], effects: Noticed),
        ]);

        MigrationCalendar calendar = CalendarSamples.Plan(migration, CalendarSamples.Input("2026-06-01", "Sat 20:00-20:45"));

        Assert.Equal("1: Sat 2026-06-06 20:00 - 20:30\n2: Sat 2026-06-13 20:00 - 20:30", calendar.Days());
        Finding finding = Assert.Single(calendar.Findings, f => f.Code == CalendarFindingCodes.CutOverSpread);
        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Contains("steps 1 to 2", finding.Message);
    }

    [Fact]
    public void A_step_that_is_longer_than_every_window_has_no_day_and_neither_have_its_dependants()
    {
        NamespaceMigration migration = Of(
        [
            Step(1, MigrationPhase.MinimumUpdate, effects: Noticed),
            Step(2, MigrationPhase.Install, dependsOn: ["1-minimumupdate-1"]),
            Step(3, MigrationPhase.Certificate),
        ]);

        MigrationCalendar calendar = CalendarSamples.Plan(migration, CalendarSamples.Input("2026-06-01", "Sat 20:00-21:00"));

        Assert.Equal([1, 2], calendar.Unplaced.Select(s => s.Number));
        Assert.Equal("3: Mon 2026-06-01 09:00 - 10:00", calendar.Days());
        Assert.Equal([CalendarFindingCodes.LongerThanWindow, CalendarFindingCodes.PredecessorMissing],
            calendar.Findings.Where(f => f.Severity == FindingSeverity.Error).Select(f => f.Code).OrderBy(c => c, StringComparer.Ordinal));
        Assert.Contains("Step 1 takes 2 hours", calendar.Findings[0].Message);
    }

    [Theory]
    // Ordered on the day before a shorter life begins, and on that day.
    [InlineData("2026-03-13", 398, 0)]
    [InlineData("2026-03-16", 200, 0)]
    [InlineData("2027-03-16", 100, 1)]
    [InlineData("2029-03-15", 47, 3)]
    public void A_certificate_that_ends_before_the_migration_is_renewed_at_two_thirds_of_its_life(string start, int life, int renewals)
    {
        NamespaceMigration migration = Of(
        [
            Step(1, MigrationPhase.Certificate, [Certificate(CertificateStage.Order)],
                wait: new MigrationWait(TimeSpan.FromDays(130), "mailboxes", "an estimate", MigrationCertainty.Unverified)),
            Step(2, MigrationPhase.NewCertificate, [Certificate(CertificateStage.Enable)]),
        ]);

        MigrationCalendar calendar = CalendarSamples.Plan(migration, CalendarSamples.Input(start, "Sat 20:00-23:00"));

        CalendarEntry[] renewed = [.. calendar.Entries.Where(e => e.Kind == CalendarKind.Renewal)];
        Assert.Equal(renewals, renewed.Length);
        Assert.Equal(renewals, calendar.Findings.Count(f => f.Code == CalendarFindingCodes.CertificateRenewed));
        DateTimeOffset issued = calendar.Of(1).End;
        foreach (CalendarEntry renewal in renewed)
        {
            Assert.Equal(DayOfWeek.Saturday, renewal.Begin.DayOfWeek);
            Assert.InRange(renewal.Begin, issued.AddDays(life * 2 / 3), issued.AddDays(life));
            issued = renewal.End;
        }

        CalendarEntry end = Assert.Single(calendar.Entries, e => e.Kind == CalendarKind.CertificateEnd);
        Assert.Equal(issued.AddDays(life), end.Begin);
        Assert.True(end.Begin >= calendar.Of(2).End);
    }

    [Fact]
    public void A_certificate_whose_last_third_has_no_window_is_an_error()
    {
        NamespaceMigration migration = Of(
        [
            Step(1, MigrationPhase.Certificate, [Certificate(CertificateStage.Order)],
                wait: new MigrationWait(TimeSpan.FromDays(60), "mailboxes", "an estimate", MigrationCertainty.Unverified)),
            Step(2, MigrationPhase.NewCertificate, [Certificate(CertificateStage.Enable)]),
        ]);

        MigrationCalendar calendar = CalendarSamples.Plan(migration, CalendarSamples.Input("2029-04-02", "Sat 20:00-20:15"));

        Finding finding = Assert.Single(calendar.Findings, f => f.Severity == FindingSeverity.Error);
        Assert.Equal(CalendarFindingCodes.CertificateEnds, finding.Code);
        Assert.Equal("shared", finding.Subject);
    }

    [Fact]
    public void Support_that_ends_before_the_migration_is_marked()
    {
        MigrationCalendar calendar = CalendarSamples.Plan(Whole(TimeSpan.FromHours(1)), CalendarSamples.Input("2026-06-01", "Sat 22:00-02:00"));

        CalendarEntry end = Assert.Single(calendar.Entries, e => e.Kind == CalendarKind.SupportEnd);
        Assert.Equal("Last day of support of Exchange 2016", end.Title);
        Assert.Equal(new DateTime(2025, 10, 14), end.Begin.Date);
        Assert.Contains("ended on Tue 2025-10-14", Assert.Single(calendar.Findings, f => f.Code == CalendarFindingCodes.SupportEnds).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1999)]
    [InlineData(2101)]
    [InlineData(9999)]
    public void A_year_that_no_calendar_reaches_is_refused(int year)
    {
        List<InputFault> faults = [];
        CalendarInput input = CalendarSamples.Input($"{year:D4}-12-31") with { Now = new DateTimeOffset(year, 12, 1, 0, 0, 0, TimeSpan.Zero) };

        Assert.Null(CalendarRequestReader.Read(input, faults));
        Assert.Equal((FaultIds.ValueOutOfRange, "AsOf"), (Assert.Single(faults).Id, faults[0].Parameter));
    }

    [Theory]
    [InlineData("2025-12-31", "is before 2026-01-01")]
    [InlineData("2032-01-01", "more than 5 years away")]
    public void A_start_that_cannot_be_meant_is_refused_with_its_reason(string start, string reason)
    {
        List<InputFault> faults = [];
        Assert.Null(CalendarRequestReader.Read(CalendarSamples.Input(start), faults));

        InputFault fault = Assert.Single(faults);
        Assert.Equal((FaultIds.ValueOutOfRange, "StartDate"), (fault.Id, fault.Parameter));
        Assert.Contains(reason, fault.Message);
    }

    [Fact]
    public void Today_is_no_past_but_its_hours_may_be()
    {
        NamespaceMigration migration = Of([Step(1, MigrationPhase.Capture)]);
        CalendarInput input = CalendarSamples.Input("2026-06-01") with { Now = new DateTimeOffset(2026, 6, 1, 11, 2, 0, TimeSpan.Zero) };

        Assert.Equal("1: Mon 2026-06-01 11:05 - 12:05", CalendarSamples.Plan(migration, input).Days());
    }

    [Fact]
    public void Work_that_is_longer_than_a_day_goes_on_over_several()
    {
        NamespaceMigration migration = Of([Step(1, MigrationPhase.Capture)]);
        CalendarInput input = CalendarSamples.Input("2026-06-05") with
        {
            PhaseTimes = new Dictionary<string, object?> { ["capture"] = "12:00" },
        };

        Assert.Equal("1: Fri 2026-06-05 09:00 - Mon 2026-06-08 13:00", CalendarSamples.Plan(migration, input).Days());
    }

    [Theory]
    [InlineData("Capture", "soon")]
    [InlineData("Capture", "0:00")]
    [InlineData("Capture", "100.00:00")]
    [InlineData("Lunch", "1:00")]
    public void A_time_of_a_phase_that_is_none_is_refused(string phase, string time)
    {
        List<InputFault> faults = [];
        CalendarInput input = CalendarSamples.Input("2026-06-05") with { PhaseTimes = new Dictionary<string, object?> { [phase] = time } };

        Assert.Null(CalendarRequestReader.Read(input, faults));
        Assert.Equal("PhaseTime", Assert.Single(faults).Parameter);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(60 * 60 * 24 * 31)]
    public void A_time_to_live_that_is_none_is_refused(int seconds)
    {
        List<InputFault> faults = [];

        Assert.Null(CalendarRequestReader.Read(CalendarSamples.Input("2026-06-05") with { TimeToLive = TimeSpan.FromSeconds(seconds) }, faults));
        Assert.Equal("TtlNow", Assert.Single(faults).Parameter);
    }

    [Fact]
    public void Each_entry_says_why_it_is_on_its_day()
    {
        MigrationCalendar calendar = CalendarSamples.Plan(Whole(TimeSpan.FromDays(1)), CalendarSamples.Input("2026-06-01", "Sat 22:00-02:00"));

        Assert.Equal("Clients notice nothing: the first working hours, from the start date on.", calendar.Of(1).Reason);
        Assert.Equal("Clients notice nothing: the first working hours, after the wait of step 3 until Thu 2026-06-04 11:15 (the authority "
            + "checks the order and issues the certificate (estimate)).", calendar.Of(6).Reason);
        Assert.Equal("Noticed by Outlook inside: the first maintenance window with 30 minutes, after step 7.", calendar.Of(8).Reason);
        Assert.All(calendar.Entries, e => Assert.NotEmpty(e.Reason));
    }

    private static string Iso(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture);
}
