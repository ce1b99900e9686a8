using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>The runbook as files: the page, one script for each step and shell, a checklist, and the order of them all.</summary>
internal static class RunbookFolder
{
    /// <summary>The files, in the order in which they are used.</summary>
    /// <param name="request">What it is written from.</param>
    /// <param name="json">The text of the data file, in lines.</param>
    public static IReadOnlyList<RunbookFile> Files(RunbookRequest request, IReadOnlyList<string> json)
    {
        (MigrationStep Step, RunbookFile[] Files)[] steps =
            [.. request.Migration.Steps.Select(s => (s, StepScripts.Of(s, request).ToArray()))];
        RunbookFile[] shared =
        [
            new(FileNames.Document, RunbookDocument.Write(request), "The whole runbook as one page", IsScript: false),
            new(FileNames.Checklist, Checklist(request), "Boxes to tick", IsScript: false),
            new(FileNames.Data, json, "The same as data for other programs", IsScript: false),
        ];
        RunbookFile[] files = [.. shared, .. steps.SelectMany(s => s.Files)];
        return [new RunbookFile(FileNames.Readme, Readme(request, files), "The order of the files", IsScript: false), .. files];
    }

    private static IReadOnlyList<string> Readme(RunbookRequest request, IEnumerable<RunbookFile> files)
    {
        MarkdownPage page = new();
        RunbookParts.Head(page, request);
        RunbookParts.Findings(page, request);
        page.Heading(2, "Files in their order");
        page.Paragraph("Run each script in the shell that it names, on the day that the calendar gives it. A script stops where a person "
            + "or another shell has its turn.");
        page.Table(["File", "What"], files.Select(f => new[] { f.Name, f.Purpose }));
        return page.Lines;
    }

    private static IReadOnlyList<string> Checklist(RunbookRequest request)
    {
        MarkdownPage page = new();
        page.Heading(1, $"Checklist for the migration of {request.Migration.Present.ExternalHost}");
        foreach (MigrationStep step in request.Migration.Steps)
        {
            string day = request.DayOf(step) is { } entry ? ", " + Calendar.CalendarText.Span(entry.Begin, entry.End) : string.Empty;
            page.Heading(2, step + day);
            page.Boxes(
            [
                .. step.Before.Select(c => "Before: " + c.Text + " Expected: " + c.Expected),
                "Done: " + step.Title,
                .. step.After.Select(c => "Verified: " + c.Text + " Expected: " + c.Expected),
                .. StepSection.Wait(step, request) is { } wait ? new[] { "Waited: " + wait } : [],
            ]);
        }

        return page.Lines;
    }
}
