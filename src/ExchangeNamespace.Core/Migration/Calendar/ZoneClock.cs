using System;
using System.Linq;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>
/// Clock time of a time zone to moments. Where the clock is put back, an hour stands twice: a span begins at the second and ends at the
/// first, so that every moment of it lies between its two clock times. An hour that the clock jumps over is the moment of the jump.
/// </summary>
internal static class ZoneClock
{
    public static DateTimeOffset Begin(DateTime clock, TimeZoneInfo zone) => Moment(clock, zone, isBegin: true);

    public static DateTimeOffset End(DateTime clock, TimeZoneInfo zone) => Moment(clock, zone, isBegin: false);

    /// <summary>The same moment with the offset that the clock of the zone has then.</summary>
    public static DateTimeOffset At(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone);

    private static DateTimeOffset Moment(DateTime clock, TimeZoneInfo zone, bool isBegin)
    {
        DateTime local = DateTime.SpecifyKind(clock, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        if (!zone.IsAmbiguousTime(local))
        {
            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        }

        TimeSpan[] offsets = zone.GetAmbiguousTimeOffsets(local);
        return new DateTimeOffset(local, isBegin ? offsets.Min() : offsets.Max());
    }
}
