using System;
using System.Collections.Generic;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>When a migration may be worked on.</summary>
internal sealed record CalendarRequest
{
    /// <summary>The first moment, by the clock of <see cref="Zone"/>.</summary>
    public required DateTime Start { get; init; }

    /// <summary>The moment from which the dates are looked at.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The time zone of every clock time.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>When clients may notice something; empty for the assumed window.</summary>
    public IReadOnlyList<WeeklyHours> Windows { get; init; } = [];

    /// <summary>When all other work is done; empty for the assumed hours.</summary>
    public IReadOnlyList<WeeklyHours> WorkingHours { get; init; } = [];

    /// <summary>The time to live of records whose own is not known; null when it is not stated.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>How long the work of a step of a phase takes, in the place of the estimate.</summary>
    public IReadOnlyDictionary<MigrationPhase, TimeSpan> PhaseTimes { get; init; } = new Dictionary<MigrationPhase, TimeSpan>();
}

/// <summary>What is assumed where nothing was stated.</summary>
internal static class CalendarAssumptions
{
    /// <summary>Saturday night: the fewest clients of the week are at work.</summary>
    public static readonly IReadOnlyList<WeeklyHours> Windows =
        [new([DayOfWeek.Saturday], TimeSpan.FromHours(20), TimeSpan.Zero)];

    /// <summary>Monday to Friday.</summary>
    public static readonly IReadOnlyList<WeeklyHours> WorkingHours =
    [
        new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
            TimeSpan.FromHours(9), TimeSpan.FromHours(17)),
    ];

    /// <summary>The time to live of a record for which nothing is known: the default of many zones.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromDays(1);

    /// <summary>
    /// Until every DNS server has a change: 180 minutes are the default between sites of Active Directory, and a DNS server asks Active
    /// Directory every 180 seconds.
    /// </summary>
    public static readonly TimeSpan Transfer = new(3, 15, 0);
}
