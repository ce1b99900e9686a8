using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.SplitDns;

/// <summary>
/// When the records are to change, and what time it is. A cache that took the answer just before its time to live was lowered keeps it for
/// the old time, so the lowering must come that long before the change.
/// </summary>
/// <param name="At">The moment of the change, UTC: a day in which the clock is changed has not 24 hours.</param>
/// <param name="Now">The moment of the question, UTC.</param>
/// <param name="Zone">Whose clock the messages show.</param>
internal sealed record CutOver(DateTime At, DateTime Now, TimeZoneInfo Zone)
{
    private const string Form = "yyyy-MM-dd HH:mm";

    /// <summary>Reads the moment of the change.</summary>
    /// <param name="at">The moment; without a time zone it is a clock time of the zone. Null where none was given.</param>
    /// <param name="now">What time it is, UTC.</param>
    /// <param name="zone">The time zone of the user.</param>
    /// <param name="faults">Takes the fault of a moment in the past.</param>
    public static CutOver? Read(DateTime? at, DateTime now, TimeZoneInfo zone, ICollection<InputFault> faults)
    {
        if (at is not { } given)
        {
            return null;
        }

        DateTime moment = given.Kind == DateTimeKind.Unspecified ? Moment(given, zone) : given.ToUniversalTime();
        if (moment <= now)
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, nameof(CutOver), given,
                "-CutOver is in the past. Give the moment at which the records are to change, such as '2027-03-06 20:00'."));
        }

        return new CutOver(moment, now, zone);
    }

    /// <summary>
    /// A clock time that stands twice is the first, so that the warning comes in time; one that the clock jumps over lies behind the jump.
    /// </summary>
    private static DateTime Moment(DateTime clock, TimeZoneInfo zone)
    {
        TimeSpan offset = zone.IsAmbiguousTime(clock) ? zone.GetAmbiguousTimeOffsets(clock).Max() : zone.GetUtcOffset(clock);
        long ticks = Math.Max(DateTime.MinValue.Ticks, Math.Min(DateTime.MaxValue.Ticks, clock.Ticks - offset.Ticks));
        return new DateTime(ticks, DateTimeKind.Utc);
    }

    /// <summary>The finding of an answer that is kept for longer than a cut-over bears.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="view">The view.</param>
    /// <param name="seconds">How long the answer may be kept.</param>
    /// <param name="isOfZone">Whether the zone's own server answered; a cache says less than the record has.</param>
    public Finding Judge(Fqdn name, DnsView view, int seconds, bool isOfZone)
    {
        DateTime latest = At.AddSeconds(-seconds);
        string kept = $"The answer of the {SplitDnsFindings.Side(view)} may be kept for {(isOfZone ? string.Empty : "at least ")}"
            + $"{seconds.ToString(CultureInfo.InvariantCulture)} seconds";
        return Now <= latest
            ? SplitDnsFindings.Warning(SplitDnsFindingCodes.TimeToLiveBeforeCutOver, name,
                $"{kept}: for the cut-over of {Text(At)} its time to live must be lowered by {Text(latest)}.",
                "Give the present record a time to live of 300 seconds by then, earlier where other servers of the zone take a while to "
                    + "follow, and change it at the cut-over.", "S2")
            : SplitDnsFindings.Error(SplitDnsFindingCodes.TimeToLiveTooLate, name,
                $"{kept}, and the cut-over of {Text(At)} is sooner: caches hold the old answer until {Text(Now.AddSeconds(seconds))}, even "
                    + "if its time to live is lowered at once.",
                "Lower it now, and move the cut-over behind that moment, or let the old address serve until then.", "S2");
    }

    private string Text(DateTime moment) =>
        TimeZoneInfo.ConvertTimeFromUtc(moment, Zone).ToString(Form, CultureInfo.InvariantCulture);
}
