using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>
/// Gives each step a day and an hour. Steps keep their order, and a step begins when the one before is done, the steps that it depends on
/// are waited out, and its hours come: a maintenance window for what clients notice, working hours for all else.
/// </summary>
internal sealed class CalendarPlanner
{
    private readonly NamespaceMigration _migration;
    private readonly CalendarRequest _request;
    private readonly IReadOnlyList<WeeklyHours> _windows;
    private readonly IReadOnlyList<WeeklyHours> _workingHours;
    private readonly StepWaits _waits;
    private readonly SlotFinder _finder;
    private readonly Dictionary<string, PlacedStep> _placed = new(StringComparer.Ordinal);
    private readonly List<CalendarEntry> _entries = [];
    private readonly List<MigrationStep> _unplaced = [];
    private readonly List<Finding> _findings = [];
    private StepBound _bound;

    private CalendarPlanner(NamespaceMigration migration, CalendarRequest request)
    {
        _migration = migration;
        _request = request;
        _windows = request.Windows.Count > 0 ? request.Windows : CalendarAssumptions.Windows;
        _workingHours = request.WorkingHours.Count > 0 ? request.WorkingHours : CalendarAssumptions.WorkingHours;
        _waits = new StepWaits(migration.Steps, request);
        _finder = new SlotFinder(_windows, _workingHours, request.Zone);
        DateTimeOffset start = ZoneClock.Begin(request.Start, request.Zone);
        bool isLater = start >= request.Now;
        _bound = isLater ? new StepBound(start, "from the start date on")
            : new StepBound(ZoneClock.At(request.Now, request.Zone), "from now on");
    }

    /// <summary>Plans the days of a migration.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="request">When it may be worked on.</param>
    public static MigrationCalendar Plan(NamespaceMigration migration, CalendarRequest request) =>
        new CalendarPlanner(migration, request).Plan();

    private MigrationCalendar Plan()
    {
        DateTimeOffset start = _bound.Moment;
        for (int i = 0; i < _migration.Steps.Count;)
        {
            MigrationStep[] block = [.. CutOverBlock.From(_migration.Steps, i)];
            i += block.Length;
            Place(block);
        }

        MigrationStep[] held = [.. _unplaced.Where(LacksPredecessor)];
        if (held.Length > 0)
        {
            _findings.Add(CalendarFindings.PredecessorMissing(held));
        }

        new CertificateTerms(_migration, _request, _finder).Add(_entries, _findings);
        SupportMarks.Add(_migration, _request, _entries, _findings);
        if (_request.Windows.Count == 0 && _entries.Any(e => e.Window == CalendarHours.MaintenanceWindow))
        {
            _findings.Add(CalendarFindings.WindowAssumed(_windows[0].ToString()));
        }

        if (_waits.AssumedRecords.Count > 0)
        {
            _findings.Add(CalendarFindings.TimeToLiveAssumed([.. _waits.AssumedRecords]));
        }

        return new MigrationCalendar
        {
            Entries = [.. _entries.OrderBy(e => e.Begin).ThenBy(e => e.End)],
            Unplaced = _unplaced,
            Findings = [.. _findings.OrderByDescending(f => f.Severity)],
            Start = start,
            TimeZone = _request.Zone.Id,
            Windows = [.. _windows.Select(w => w.ToString())],
            WorkingHours = [.. _workingHours.Select(w => w.ToString())],
        };
    }

    /// <summary>Steps of one cut-over go into one window where they fit; else each goes into its own.</summary>
    private void Place(MigrationStep[] block)
    {
        if (block.Length > 1 && !block.Any(LacksPredecessor) && PlaceTogether(block))
        {
            return;
        }

        if (block.Length > 1 && _finder.IsLongerThanAnyWindow(block.Aggregate(TimeSpan.Zero, (sum, s) => sum + TimeOf(s).Work)))
        {
            _findings.Add(CalendarFindings.CutOverSpread(block, _windows.Max(w => w.Length)));
        }

        foreach (MigrationStep step in block)
        {
            PlaceOne(step);
        }
    }

    private bool PlaceTogether(MigrationStep[] block)
    {
        foreach (TimeSlot window in _finder.Windows(BoundOf(block[0]).Moment))
        {
            if (CutOverBlock.Fit(block, window, s => BoundOf(s).Moment, s => TimeOf(s).Work, Depends, WaitOf) is { } slots)
            {
                for (int i = 0; i < block.Length; i++)
                {
                    Add(block[i], slots[i], CalendarHours.MaintenanceWindow, BoundOf(block[i]));
                }

                return true;
            }
        }

        return false;
    }

    private void PlaceOne(MigrationStep step)
    {
        if (LacksPredecessor(step))
        {
            _unplaced.Add(step);
            return;
        }

        StepBound bound = AfterBackground(step, BoundOf(step));
        bool isVisible = ClientVisibility.IsVisible(step);
        TimeSpan work = TimeOf(step).Work;
        TimeSlot? slot = isVisible ? _finder.InWindow(bound.Moment, work) : _finder.InWorkingHours(bound.Moment, work);
        if (slot is { } found)
        {
            Add(step, found, isVisible ? CalendarHours.MaintenanceWindow : CalendarHours.WorkingHours, bound);
            return;
        }

        _unplaced.Add(step);
        _findings.Add(isVisible ? CalendarFindings.LongerThanWindow(step, work, _windows) : CalendarFindings.NoWorkingHours(step, work));
    }

    private StepBound AfterBackground(MigrationStep step, StepBound bound)
    {
        if (TimeOf(step).Background is var length && length > TimeSpan.Zero && _finder.InWorkingHours(bound.Moment, length) is { } slot)
        {
            _entries.Add(new CalendarEntry
            {
                Kind = CalendarKind.Background,
                Step = step,
                Title = $"Background of step {step.Number}: {step.Title}",
                Begin = ZoneClock.At(slot.Begin, _request.Zone),
                End = ZoneClock.At(slot.End, _request.Zone),
                Window = CalendarHours.WorkingHours,
                Reason = $"Clients notice only the end of it: {bound.Reason}, with {length.TotalHours:0.#} working hours (estimate).",
            });
            return new StepBound(slot.End, $"after its background work until {CalendarText.Moment(ZoneClock.At(slot.End, _request.Zone))}");
        }

        return bound;
    }

    private void Add(MigrationStep step, TimeSlot slot, CalendarHours hours, StepBound bound)
    {
        StepWait wait = _waits.After(step, TimeOf(step));
        PlacedStep placed = new(step, slot.End, slot.End + wait.Length, wait.Reason);
        _placed[step.Id] = placed;
        _entries.Add(new CalendarEntry
        {
            Kind = CalendarKind.Step,
            Step = step,
            Title = step.Title,
            Begin = ZoneClock.At(slot.Begin, _request.Zone),
            End = ZoneClock.At(slot.End, _request.Zone),
            Window = hours,
            Reason = (hours == CalendarHours.MaintenanceWindow
                ? $"Noticed by {ClientVisibility.Who(step)}: the first maintenance window with {CalendarText.Length(slot.Length)}, "
                : "Clients notice nothing: the first working hours, ") + bound.Reason + ".",
            WaitUntil = wait.Length > TimeSpan.Zero ? ZoneClock.At(placed.Free, _request.Zone) : null,
            WaitReason = wait.Length > TimeSpan.Zero ? wait.Reason : string.Empty,
        });
        if (slot.End > _bound.Moment)
        {
            _bound = new StepBound(slot.End, $"after step {step.Number}");
        }
    }

    /// <summary>The latest of what a step waits for.</summary>
    private StepBound BoundOf(MigrationStep step) => Predecessors(step)
        .Where(_placed.ContainsKey).Select(id => _placed[id])
        .Select(p => new StepBound(p.Free, p.Free > p.End
            ? $"after the wait of step {p.Step.Number} until {CalendarText.Moment(ZoneClock.At(p.Free, _request.Zone))} "
                + $"({p.Reason.TrimEnd('.')})"
            : $"after step {p.Step.Number}"))
        .Aggregate(_bound, (a, b) => b.Moment > a.Moment ? b : a);

    private bool LacksPredecessor(MigrationStep step) => Predecessors(step).Any(p => _unplaced.Any(u => u.Id == p));

    private bool Depends(MigrationStep later, MigrationStep earlier) => Predecessors(later).Contains(earlier.Id, StringComparer.Ordinal);

    /// <summary>What a step names, and what the dates need beside it: records are lowered, and certificates ordered, before.</summary>
    private IEnumerable<string> Predecessors(MigrationStep step) => step.DependsOn
        .Concat(_waits.Lowering(step).Select(s => s.Id))
        .Concat(CertificateTerms.Orders(_migration, step).Select(s => s.Id));

    private PhaseTime TimeOf(MigrationStep step) => PhaseTime.Of(step.Phase, _request.PhaseTimes);

    private TimeSpan WaitOf(MigrationStep step) => _waits.After(step, TimeOf(step)).Length;

    /// <summary>A step with its day.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="End">When it is done.</param>
    /// <param name="Free">When those that depend on it may begin.</param>
    /// <param name="Reason">What they wait for.</param>
    private sealed record PlacedStep(MigrationStep Step, DateTimeOffset End, DateTimeOffset Free, string Reason);

    /// <summary>The moment before which a step does not begin.</summary>
    /// <param name="Moment">The moment.</param>
    /// <param name="Reason">What makes it so.</param>
    private readonly record struct StepBound(DateTimeOffset Moment, string Reason);
}
