using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>What was stated about the days of a migration, as it was given.</summary>
internal sealed record CalendarInput
{
    /// <summary>The day of the first step, or the moment, by the clock of <see cref="Zone"/>.</summary>
    public required DateTime Start { get; init; }

    /// <summary>The moment from which the dates are looked at.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The time zone of every clock time.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The maintenance windows as text.</summary>
    public IReadOnlyList<string?> Windows { get; init; } = [];

    /// <summary>The working hours as text.</summary>
    public IReadOnlyList<string?> WorkingHours { get; init; } = [];

    /// <summary>The present time to live of records; null when it was not stated.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>How long the work of a phase takes, by its name.</summary>
    public IReadOnlyDictionary<string, object?>? PhaseTimes { get; init; }
}

/// <summary>Reads when a migration may be worked on; a date or time that cannot be meant is a fault with its reason.</summary>
internal static class CalendarRequestReader
{
    private static readonly TimeSpan LongestPhase = TimeSpan.FromDays(90);

    /// <summary>A migration that begins later than that has other versions and other rules by then.</summary>
    private const int LatestYears = 5;

    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>Reads the input; null beside a fault.</summary>
    public static CalendarRequest? Read(CalendarInput input, ICollection<InputFault> faults)
    {
        int before = faults.Count;
        ReadStart(input, faults);
        IReadOnlyList<WeeklyHours> windows = WeeklyHoursReader.Read(input.Windows, "MaintenanceWindow", faults);
        IReadOnlyList<WeeklyHours> workingHours = WeeklyHoursReader.Read(input.WorkingHours, "WorkingHours", faults);
        if (RecordTimeToLive.Fault("TtlNow", input.TimeToLive) is { } fault)
        {
            faults.Add(fault);
        }

        IReadOnlyDictionary<MigrationPhase, TimeSpan> times = PhaseTimes(input.PhaseTimes, faults);
        return faults.Count > before ? null : new CalendarRequest
        {
            Start = input.Start,
            Now = input.Now,
            Zone = input.Zone,
            Windows = windows,
            WorkingHours = workingHours,
            TimeToLive = input.TimeToLive,
            PhaseTimes = times,
        };
    }

    /// <summary>The faults of what plans days from a start that was not stated.</summary>
    /// <param name="hasStart">Whether a start was stated.</param>
    /// <param name="others">What else was stated, by its parameter.</param>
    public static IEnumerable<InputFault> WithoutStart(bool hasStart, IEnumerable<(string Parameter, object? Value)> others) =>
        hasStart ? [] : others.Where(o => o.Value is not null).Select(o => new InputFault(FaultIds.InputContradiction, o.Parameter, o.Value,
            $"-{o.Parameter} says on which days the steps are done, and no day was stated from which they begin. Give -StartDate too."));

    private static void ReadStart(CalendarInput input, ICollection<InputFault> faults)
    {
        if (input.Now.Year is < FirstYear or > LastYear)
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, "AsOf", input.Now.UtcDateTime,
                $"-AsOf {DayText.Of(input.Now.UtcDateTime)} is no day on which a migration is planned: give one from "
                    + $"the year {FirstYear} to {LastYear}."));
            return;
        }

        DateTime today = ZoneClock.At(input.Now, input.Zone).Date;
        if (input.Start.Date < today)
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, "StartDate", input.Start,
                $"-StartDate {DayText.Of(input.Start)} is before {DayText.Of(today)}, the day from which the dates are looked at: no step "
                    + "can be done on it any more. Give today or a later day."));
        }
        else if (input.Start.Date > today.AddYears(LatestYears))
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, "StartDate", input.Start,
                $"-StartDate {DayText.Of(input.Start)} is more than {LatestYears} years away: supported versions and lives of certificates "
                    + "will be others by then. Give an earlier day."));
        }
    }

    private static IReadOnlyDictionary<MigrationPhase, TimeSpan> PhaseTimes(IReadOnlyDictionary<string, object?>? stated,
        ICollection<InputFault> faults)
    {
        Dictionary<MigrationPhase, TimeSpan> times = [];
        foreach (KeyValuePair<string, object?> entry in stated ?? new Dictionary<string, object?>())
        {
            MigrationPhase? phase = Enum.GetValues(typeof(MigrationPhase)).Cast<MigrationPhase?>()
                .FirstOrDefault(p => string.Equals(p.ToString(), entry.Key, StringComparison.OrdinalIgnoreCase));
            if (phase is null)
            {
                faults.Add(new InputFault(FaultIds.ValueNotListed, "PhaseTime", entry.Key,
                    $"'{VisibleText.Short(entry.Key)}' is not a phase. Use {string.Join(", ", Enum.GetNames(typeof(MigrationPhase)))}."));
            }
            else if (Time(entry.Value) is { } time && time > TimeSpan.Zero && time <= LongestPhase)
            {
                times[phase.Value] = time;
            }
            else
            {
                faults.Add(new InputFault(FaultIds.ValueOutOfRange, "PhaseTime", entry.Value,
                    $"The time of {phase} is not a time span of at most 90 days. Give hours and minutes, such as '2:30'."));
            }
        }

        return times;
    }

    private static TimeSpan? Time(object? value) => value switch
    {
        TimeSpan span => span,
        string text when text.IndexOf(':') >= 0 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) => span,
        _ => null,
    };
}
