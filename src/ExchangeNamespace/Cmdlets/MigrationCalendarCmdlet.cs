using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;

namespace ExchangeNamespace.Cmdlets;

/// <summary>When a migration may be worked on.</summary>
public abstract class MigrationCalendarCmdlet : LineCmdlet
{
    private protected const string LinesSet = "Lines";
    private protected const string PathSet = "Path";
    private protected const string FolderSet = "Folder";
    private protected const string CalendarSet = "Calendar";

    /// <summary>The day of the first step, or the moment, by the clock of this computer where it names no zone.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = FolderSet)]
    [Parameter(Mandatory = true, ParameterSetName = CalendarSet)]
    [Moment]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime StartDate { get; set; }

    /// <summary>When clients may notice something: days of the week and clock times of this computer.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WeeklyHoursCompleter))]
    public string[]? MaintenanceWindow { get; set; }

    /// <summary>When all other work is done, in the same form.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WeeklyHoursCompleter))]
    public string[]? WorkingHours { get; set; }

    /// <summary>The time to live of the records now, where the migration does not have it: seconds or a time span.</summary>
    [Parameter]
    [TimeToLive]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan TtlNow { get; set; }

    /// <summary>How long the work of a step takes, by phase, in the place of the estimate.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(PhaseTableCompleter))]
    public Hashtable? PhaseTime { get; set; }

    /// <summary>The moment from which the dates are looked at; now by default.</summary>
    [Parameter]
    [Moment]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime AsOf { get; set; }

    /// <summary>The moment of <see cref="AsOf"/>, UTC.</summary>
    private protected DateTime Now => MomentOrNow(AsOf, nameof(AsOf));

    /// <summary>The days of a migration; null beside a fault, or where no start was stated.</summary>
    private protected MigrationCalendar? ReadCalendar(NamespaceMigration migration, List<InputFault> faults)
    {
        CalendarRequest? request = Given(nameof(StartDate)) ? CalendarRequestReader.Read(new CalendarInput
        {
            Start = StartDate.Kind == DateTimeKind.Utc ? StartDate.ToLocalTime() : StartDate,
            Now = new DateTimeOffset(Now),
            Zone = TimeZoneInfo.Local,
            Windows = MaintenanceWindow ?? [],
            WorkingHours = WorkingHours ?? [],
            TimeToLive = Given(nameof(TtlNow)) ? TtlNow : null,
            PhaseTimes = (IReadOnlyDictionary<string, object?>?)PlainObjectConverter.From(PhaseTime),
        }, faults) : null;
        faults.AddRange(CalendarRequestReader.WithoutStart(Given(nameof(StartDate)),
            [(nameof(MaintenanceWindow), MaintenanceWindow), (nameof(WorkingHours), WorkingHours), (nameof(PhaseTime), PhaseTime),
                (nameof(TtlNow), Given(nameof(TtlNow)) ? TtlNow : null)]));
        return request is null ? null : CalendarPlanner.Plan(migration, request);
    }
}
