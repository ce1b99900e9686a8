using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.SplitDns;
using ExchangeNamespace.Tests.Migration.Calendar;
using Xunit;

namespace ExchangeNamespace.Tests.Verification;

/// <summary>A time to live is a span of seconds, and a cut-over is a clock time: between them the clock may be changed.</summary>
public sealed class CutOverClockTests
{
    private static readonly TimeZoneInfo West = TimeZoneInfo.CreateCustomTimeZone("West", TimeSpan.FromHours(-11), "West", "West");
    private static readonly TimeZoneInfo East = TimeZoneInfo.CreateCustomTimeZone("East", TimeSpan.FromHours(14), "East", "East");

    [Theory]
    [InlineData("2027-03-28 20:00", 86400, "2027-03-26 12:00", "EXN143", "lowered by 2027-03-27 19:00")] // the day has 23 hours
    [InlineData("2027-03-28 20:00", 86400, "2027-03-27 18:30", "EXN144", "until 2027-03-28 20:30")] // 19:30 on the wall
    [InlineData("2026-10-25 20:00", 86400, "2026-10-23 12:00", "EXN143", "lowered by 2026-10-24 21:00")] // 25 hours
    [InlineData("2026-10-25 02:30", 3600, "2026-10-23 12:00", "EXN143", "cut-over of 2026-10-25 02:30")] // stands twice
    [InlineData("2026-10-25 02:30", 3600, "2026-10-24 23:45", "EXN144", "until 2026-10-25 02:45")]
    [InlineData("2027-03-28 02:30", 3600, "2027-03-26 12:00", "EXN143", "cut-over of 2027-03-28 03:30")] // does not exist
    public void A_change_of_the_clock_between_is_reckoned_with(string at, int seconds, string now, string code, string said)
    {
        Finding finding = Read(at, now, CalendarSamples.Berlin, []).Judge(Fqdn.Parse("mail.contoso.com"), DnsView.Internal, seconds, isOfZone: true);

        Assert.Equal(code, finding.Code);
        Assert.Contains(said, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9999-12-31 23:59", true)]
    [InlineData("0001-01-01 00:00", false)]
    [InlineData("1601-01-01 00:00", false)]
    public void The_first_and_the_last_moment_are_moments_in_every_zone(string at, bool isAhead)
    {
        foreach (TimeZoneInfo zone in new[] { West, East, CalendarSamples.Berlin })
        {
            List<InputFault> faults = [];

            CutOver read = Read(at, "2026-06-01 12:00", zone, faults);

            Assert.Equal(isAhead ? 0 : 1, faults.Count);
            Assert.NotEmpty(read.Judge(Fqdn.Parse("mail.contoso.com"), DnsView.Internal, isAhead ? int.MaxValue : 0, isOfZone: true).Message);
        }
    }

    [Theory]
    [InlineData("2028-02-29 00:00", "2028-02-28 23:59", 0)]
    [InlineData("2028-02-29 00:00", "2028-02-29 00:00", 1)]
    public void The_present_moment_is_past_and_the_next_is_not(string at, string now, int expected)
    {
        List<InputFault> faults = [];

        Read(at, now, TimeZoneInfo.Utc, faults);

        Assert.Equal(expected, faults.Count);
    }

    private static CutOver Read(string at, string utcNow, TimeZoneInfo zone, List<InputFault> faults) =>
        CutOver.Read(Moment(at, DateTimeKind.Unspecified), Moment(utcNow, DateTimeKind.Utc), zone, faults)!;

    private static DateTime Moment(string text, DateTimeKind kind) =>
        DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), kind);
}
