using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.SplitDns;

/// <summary>
/// When the records are to change, and what time it is. A cache that took the answer just before its time to live was lowered keeps it for
/// the old time, so the lowering must come that long before the change.
/// </summary>
/// <param name="At">The moment of the change, local time.</param>
/// <param name="Now">The moment of the question, local time.</param>
internal sealed record CutOver(DateTime At, DateTime Now)
{
    private const string Form = "yyyy-MM-dd HH:mm";

    /// <summary>Reads the moment of the change.</summary>
    /// <param name="at">The moment; without a time zone it is local time. Null where none was given.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="faults">Takes the fault of a moment in the past.</param>
    public static CutOver? Read(DateTime? at, DateTime now, ICollection<InputFault> faults)
    {
        if (at is not { } given)
        {
            return null;
        }

        DateTime local = given.Kind == DateTimeKind.Utc ? given.ToLocalTime() : given;
        if (local <= now)
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, nameof(CutOver), given,
                "-CutOver is in the past. Give the moment at which the records are to change, such as '2027-03-06 20:00'."));
        }

        return new CutOver(local, now);
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

    private static string Text(DateTime moment) => moment.ToString(Form, CultureInfo.InvariantCulture);
}
