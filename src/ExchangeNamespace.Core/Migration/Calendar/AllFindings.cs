using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration.Planning;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>What speaks against a migration and its dates.</summary>
internal static class AllFindings
{
    /// <summary>
    /// Both lists, errors first. Beside a calendar the migration does not say that a time to live was assumed: the calendar counts with the
    /// stated one, or says that it was assumed, and for which records.
    /// </summary>
    public static IReadOnlyList<Finding> Of(NamespaceMigration migration, MigrationCalendar? calendar) =>
    [
        .. migration.Findings.Where(f => calendar is null || f.Code != MigrationFindingCodes.TimeToLiveAssumed)
            .Concat(calendar?.Findings ?? []).OrderByDescending(f => f.Severity),
    ];
}
