using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Dns;

/// <summary>What goes with a step before or after the cut-over. It changes a time to live and makes no record, so little does.</summary>
internal static class CutOverStepReader
{
    /// <summary>The time to live around a cut-over.</summary>
    public static readonly TimeSpan Low = TimeSpan.FromMinutes(5);

    /// <summary>The time of a step where none was stated; null where there is no usual one.</summary>
    public static TimeSpan? UsualTime(DnsScriptInput input) => input.CutOverStep == DnsCutOverStep.LowerTimeToLive ? Low : null;

    public static void Refuse(DnsScriptInput input, List<InputFault> faults)
    {
        if (input.CutOverStep is not { } step)
        {
            return;
        }

        (string Name, object? Value)[] given =
        [
            ("SendingAddress", input.SendingAddresses),
            ("ReverseZone", input.ReverseZones),
            (nameof(input.SpfRecord), input.SpfRecord),
            (nameof(input.IncludeSrv), input.IncludeSrv ? true : null),
            (nameof(input.Serial), input.Serial),
            ("NameServer", input.NameServers),
            (nameof(input.HostMaster), input.HostMaster),
            ("ZoneStorage", input.Storage),
            (input.Mail?.GivenAs ?? nameof(input.Mail), input.Mail),
        ];
        foreach ((string name, object? value) in given.Where(g => g.Value is not null))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, name, value,
                $"-{name} has no place with -CutOverStep, which changes the time to live of addresses and aliases only. Leave it out."));
        }

        if (step == DnsCutOverStep.RaiseTimeToLive && input.TimeToLive is null)
        {
            faults.Add(new InputFault(FaultIds.MemberMissing, nameof(input.TimeToLive), null,
                "-CutOverStep RaiseTimeToLive needs the former time to live. Give -TimeToLive, such as 01:00:00."));
        }
        else if (step == DnsCutOverStep.RaiseTimeToLive ? input.TimeToLive <= Low : input.TimeToLive > Low)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(input.TimeToLive), input.TimeToLive,
                step == DnsCutOverStep.RaiseTimeToLive
                    ? "300 seconds or less is the time to live of the cut-over. Give -TimeToLive with the former one, such as 01:00:00."
                    : "A time to live above 300 seconds makes the cut-over slow. Give -TimeToLive 00:05:00 or less, or leave it out."));
        }
    }
}
