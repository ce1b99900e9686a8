using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Migration.Calendar;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>The whole runbook as one Markdown page: findings, overview, calendar, each step, and how each is taken back.</summary>
internal static class RunbookDocument
{
    private const int StepLevel = 3;

    /// <summary>The lines of the page.</summary>
    public static IReadOnlyList<string> Write(RunbookRequest request)
    {
        MarkdownPage page = new();
        RunbookParts.Head(page, request);
        RunbookParts.Findings(page, request);
        Overview(page, request);
        RunbookParts.Calendar(page, request);
        page.Heading(2, "Steps");
        foreach (MigrationStep step in request.Migration.Steps)
        {
            StepSection.Write(page, step, request, StepLevel);
        }

        TakeBack(page, request);
        return page.Lines;
    }

    private static void Overview(MarkdownPage page, RunbookRequest request)
    {
        page.Heading(2, "Overview");
        page.Table(["Step", "What", "Where", "Servers", "Clients notice", "Sure"], request.Migration.Steps.Select(s => new[]
        {
            Number(s), s.Title, RunbookWords.Of(s.Place), string.Join(", ", s.Servers),
            ClientVisibility.IsVisible(s) ? ClientVisibility.Who(s) : "nothing", RunbookWords.Of(s.Certainty),
        }));
    }

    private static void TakeBack(MarkdownPage page, RunbookRequest request)
    {
        page.Heading(2, "Back from each step");
        page.Paragraph("Begin with the last step that was done and go upwards; each step says how under its own heading.");
        page.Table(["Step", "What", "Take back", "Lines"], request.Migration.Steps.Reverse().Select(s => new[]
        {
            Number(s), s.Title, s.TakeBackNote,
            s.TakeBack.Count == 0 ? "none" : s.TakeBack.Count.ToString(CultureInfo.InvariantCulture) + " under the step",
        }));
    }

    private static string Number(MigrationStep step) => step.Number.ToString(CultureInfo.InvariantCulture);
}
