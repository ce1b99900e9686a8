using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Migration.Runbook;
using ExchangeNamespace.Tests.Migration.Calendar;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Migration;

/// <summary>Runbooks of the migrations made by hand, and the files that they are compared with.</summary>
internal static class RunbookSamples
{
    public static RunbookRequest Request(NamespaceMigration migration, MigrationCalendar? calendar = null) => new()
    {
        Migration = migration,
        Calendar = calendar,
        ModuleVersion = "1.0.0",
        WrittenAt = new DateTime(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc),
    };

    public static RunbookRequest Whole()
    {
        NamespaceMigration migration = MigrationSamples.Whole(TimeSpan.FromDays(1));
        return Request(migration, CalendarSamples.Plan(migration, CalendarSamples.Input("2026-06-01", "Sat 22:00-02:00")));
    }

    public static IReadOnlyList<RunbookFile> Files(RunbookRequest request) => RunbookFolder.Files(request, ["{}"]);

    public static void EqualsGolden(string name, string text) => GoldenText.Hold("Migration/Golden/" + name, text);
}
