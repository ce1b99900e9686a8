using System;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>What an entry of a calendar is.</summary>
public enum CalendarKind
{
    /// <summary>The work of a step.</summary>
    Step,

    /// <summary>What runs before the work of a step, such as the copy of mailboxes; clients notice nothing.</summary>
    Background,

    /// <summary>A certificate is renewed while the migration goes on.</summary>
    Renewal,

    /// <summary>The last day of a certificate.</summary>
    CertificateEnd,

    /// <summary>The last day of support of a version.</summary>
    SupportEnd,
}

/// <summary>The hours in which an entry lies.</summary>
public enum CalendarHours
{
    /// <summary>A maintenance window, because clients notice it.</summary>
    MaintenanceWindow,

    /// <summary>Working hours.</summary>
    WorkingHours,

    /// <summary>A day that is marked: there is no work.</summary>
    Day,
}

/// <summary>When a step is done, or a day to know.</summary>
public sealed class CalendarEntry
{
    /// <summary>What it is.</summary>
    public required CalendarKind Kind { get; init; }

    /// <summary>The number of the step; null for what belongs to no step.</summary>
    public int? Number => Step?.Number;

    /// <summary>The step; null for what belongs to no step.</summary>
    public MigrationStep? Step { get; init; }

    /// <summary>What is done, in one line.</summary>
    public required string Title { get; init => field = ShownText.Of(value); }

    /// <summary>When it begins, by the clock of the time zone of the calendar.</summary>
    public required DateTimeOffset Begin { get; init; }

    /// <summary>When it ends; how long it takes is an estimate.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>In which hours it lies.</summary>
    public required CalendarHours Window { get; init; }

    /// <summary>Why it is on this day.</summary>
    public required string Reason { get; init => field = ShownText.Of(value); }

    /// <summary>Until when the steps that depend on it wait; null for no wait.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>What is waited for; empty for no wait.</summary>
    public string WaitReason { get; init => field = ShownText.Of(value); } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => CalendarText.Span(Begin, End) + " " + Title;
}
