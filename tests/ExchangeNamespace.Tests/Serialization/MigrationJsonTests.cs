using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

/// <summary>A migration as data for other programs.</summary>
public class MigrationJsonTests
{
    [Fact]
    public void Members_have_a_fixed_order_and_text_is_ascii()
    {
        string text = Write(withCalendar: true);

        Assert.DoesNotContain(text, c => c is '\r' or > '~');
        Assert.EndsWith("}\n", text);
        Dictionary<string, object?> members = Read(text);
        Assert.Equal(["schemaVersion", "externalHost", "from", "to", "hops", "findings", "steps", "calendar"], members.Keys);
        Assert.Equal(1L, members["schemaVersion"]);
        Dictionary<string, object?> step = (Dictionary<string, object?>)((List<object?>)members["steps"]!)[0]!;
        Assert.Equal(
            [
                "number", "id", "hop", "phase", "title", "place", "servers", "dependsOn", "before", "actions", "effects", "after", "takeBack",
                "takeBackNote", "wait", "rule", "source", "certainty",
            ],
            step.Keys);
        Assert.Equal("a \"title\" \u00E4 <U+202E>", step["title"]);
        Dictionary<string, object?> calendar = (Dictionary<string, object?>)members["calendar"]!;
        Assert.Equal(["timeZone", "start", "end", "maintenanceWindows", "workingHours", "entries", "unplaced"], calendar.Keys);
        Assert.Equal("2026-06-01T00:00:00+00:00", calendar["start"]);
    }

    [Fact]
    public void The_same_migration_gives_the_same_text_and_one_without_days_has_no_calendar()
    {
        Assert.Equal(Write(withCalendar: true), Write(withCalendar: true));
        Assert.False(Read(Write(withCalendar: false)).ContainsKey("calendar"));
    }

    private static Dictionary<string, object?> Read(string text)
    {
        List<InputFault> faults = [];
        Dictionary<string, object?>? members = JsonTree.Read(text, StringComparer.Ordinal, faults);
        Assert.Empty(faults);
        return members!;
    }

    private static string Write(bool withCalendar)
    {
        NamespacePlan plan = Documents.Rich();
        NamespaceMigration migration = new() { Present = plan, Plans = [plan], Steps = [Step()], Findings = [] };
        MigrationCalendar? calendar = withCalendar ? CalendarPlanner.Plan(migration, new CalendarRequest
        {
            Start = new DateTime(2026, 6, 1), Now = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), Zone = TimeZoneInfo.Utc,
        }) : null;
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        MigrationJson.Write(migration, calendar, writer);
        return writer.ToString();
    }

    private static MigrationStep Step() => new()
    {
        Number = 1, Id = "1-capture", Hop = 1, Phase = MigrationPhase.Capture, Title = "a \"title\" \u00E4 \u202E", Place = MigrationPlace.Module,
        Actions = [new ConsoleLine { Line = "repadmin /replsummary" }], Before = [], After = [new MigrationCheck("It is true.", null, "yes")],
        TakeBack = [], TakeBackNote = "Nothing.", Rule = "", Source = "A document", Certainty = MigrationCertainty.Derived,
        Wait = new MigrationWait(TimeSpan.FromMinutes(90), "caches", "a document", MigrationCertainty.Derived),
    };
}
