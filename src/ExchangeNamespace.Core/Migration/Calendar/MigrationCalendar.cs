using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>On which day and at which hour each step of a migration is done.</summary>
public sealed class MigrationCalendar
{
    /// <summary>Not public, because PowerShell would make a calendar out of any hashtable.</summary>
    internal MigrationCalendar()
    {
    }

    /// <summary>The entries in the order of their beginnings.</summary>
    public required IReadOnlyList<CalendarEntry> Entries { get; init => field = Indexable.Of(value); }

    /// <summary>The steps without a day, each with its reason in <see cref="Findings"/>.</summary>
    public required IReadOnlyList<MigrationStep> Unplaced { get; init => field = Indexable.Of(value); }

    /// <summary>What speaks against the dates, and what was assumed; errors first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    /// <summary>The first moment.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When the last step is done; the start where none has a day.</summary>
    public DateTimeOffset End => Entries.Where(e => e.Window != CalendarHours.Day).Select(e => e.End).DefaultIfEmpty(Start).Max();

    /// <summary>The time zone of its clock times.</summary>
    public required string TimeZone { get; init => field = ShownText.Of(value); }

    /// <summary>The maintenance windows.</summary>
    public required IReadOnlyList<string> Windows { get; init => field = Indexable.Of(value); }

    /// <summary>The working hours.</summary>
    public required IReadOnlyList<string> WorkingHours { get; init => field = Indexable.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => $"{CalendarText.Day(Start)} to {CalendarText.Day(End)}, {Entries.Count} entries";
}
