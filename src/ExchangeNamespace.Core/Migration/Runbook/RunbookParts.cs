using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration.Calendar;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>Parts that several pages of a runbook have.</summary>
internal static class RunbookParts
{
    private const string DrawingLanguage = "mermaid";

    public static void Head(MarkdownPage page, RunbookRequest request)
    {
        NamespaceMigration migration = request.Migration;
        page.Heading(1, $"Migration of {migration.Present.ExternalHost}");
        page.Paragraph($"From {Versions(migration.Present)} to {Versions(migration.Target)} in {Count(migration.Plans.Count, "hop")} and "
            + $"{Count(migration.Steps.Count, "step")}. Written by ExchangeNamespace {request.ModuleVersion} on "
            + $"{request.WrittenAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. The steps are done in their order, "
            + "each after its checks; lines with angle brackets are filled in first.");
        page.Paragraph("In lines of the module $present is the plan before a hop and $target the one after it, $state holds the settings "
            + "captured at its beginning and $newState those captured at that moment, and $folder is the folder of a capture.");
    }

    public static void Findings(MarkdownPage page, RunbookRequest request)
    {
        IReadOnlyList<Finding> findings = request.Findings;
        page.Heading(2, "Findings");
        int errors = findings.Count(f => f.Severity == FindingSeverity.Error);
        if (errors > 0)
        {
            page.Labelled("Do not begin", $"{Count(errors, "error")} must be resolved first");
        }

        if (findings.Count == 0)
        {
            page.Paragraph("There are none.");
            return;
        }

        page.Table(["Severity", "Code", "About", "What was found", "What to do"],
            findings.Select(f => new[] { f.Severity.ToString(), f.Code, f.Subject, f.Message, f.Remedy }));
    }

    public static void Calendar(MarkdownPage page, RunbookRequest request)
    {
        page.Heading(2, "Calendar");
        if (request.Calendar is not { } calendar)
        {
            page.Paragraph("No start date was stated, so no step has a day.");
            return;
        }

        page.Items(
        [
            $"Clock: {calendar.TimeZone}",
            $"What clients notice is done in: {string.Join("; ", calendar.Windows)}",
            $"All else is done in: {string.Join("; ", calendar.WorkingHours)}",
            "How long a step takes is an estimate.",
        ]);
        page.Table(["When", "Step", "What", "Hours", "Why then"], calendar.Entries.Select(e => new[]
        {
            e.Window == CalendarHours.Day ? CalendarText.Day(e.Begin) : CalendarText.Span(e.Begin, e.End),
            e.Kind == CalendarKind.Step ? e.Number!.Value.ToString(CultureInfo.InvariantCulture) : string.Empty,
            e.Title, Hours(e.Window), e.Reason,
        }));
        page.Fence([.. CalendarGantt.Of(calendar)], DrawingLanguage);
    }

    public static string Count(int count, string noun) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? string.Empty : "s");

    private static string Versions(Model.NamespacePlan plan) =>
        string.Join(", ", plan.Servers.Select(s => "Exchange " + s.Version).Distinct());

    private static string Hours(CalendarHours hours) => hours switch
    {
        CalendarHours.MaintenanceWindow => "maintenance window",
        CalendarHours.WorkingHours => "working hours",
        CalendarHours.Day => "a day to know",
        _ => throw Model.ClosedSet.Outside(hours),
    };
}
