using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration.Calendar;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>What a runbook is written from.</summary>
internal sealed record RunbookRequest
{
    /// <summary>The migration.</summary>
    public required NamespaceMigration Migration { get; init; }

    /// <summary>Its days; null where no start was stated.</summary>
    public MigrationCalendar? Calendar { get; init; }

    /// <summary>The version of the module.</summary>
    public required string ModuleVersion { get; init; }

    /// <summary>When it is written, UTC.</summary>
    public required DateTime WrittenAt { get; init; }

    /// <summary>What speaks against the migration and its dates; errors first.</summary>
    public IReadOnlyList<Finding> Findings => AllFindings.Of(Migration, Calendar);

    /// <summary>When a step is done; null without a calendar, or where it has no day.</summary>
    public CalendarEntry? DayOf(MigrationStep step) =>
        Calendar?.Entries.FirstOrDefault(e => e.Kind == CalendarKind.Step && e.Number == step.Number);
}
