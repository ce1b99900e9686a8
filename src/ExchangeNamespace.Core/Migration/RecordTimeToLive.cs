using System;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Migration;

/// <summary>The time to live that the records which move have now, as it is stated.</summary>
internal static class RecordTimeToLive
{
    /// <summary>Resolvers keep no answer longer.</summary>
    private const int MostDays = 7;

    /// <summary>The fault of a stated time; null for one that a record can have, and for none.</summary>
    /// <param name="parameter">Where it was stated.</param>
    /// <param name="time">The time.</param>
    public static InputFault? Fault(string parameter, TimeSpan? time) =>
        time is { } stated && (stated < TimeSpan.FromSeconds(1) || stated > TimeSpan.FromDays(MostDays))
            ? new InputFault(FaultIds.ValueOutOfRange, parameter, stated,
                $"{stated} is no time to live of a record that moves: give one second to {MostDays} days, such as 1:00:00 for an hour.")
            : null;
}
