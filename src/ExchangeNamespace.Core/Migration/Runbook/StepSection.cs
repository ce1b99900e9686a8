using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Migration.Calendar;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>One step as a section of a Markdown page: everything that its reader needs at night, in the order of the work.</summary>
internal static class StepSection
{
    private const string PowerShellLanguage = "powershell";
    private const string CommandPromptLanguage = "bat";

    public static void Write(MarkdownPage page, MigrationStep step, RunbookRequest request, int level)
    {
        page.Heading(level, step.ToString());
        page.Items(Head(step, request));
        Checks(page, "Before, each as expected", step.Before);
        page.Label("Do");
        Parts(page, StepParts.Of(step));
        if (step.Effects.Count > 0)
        {
            page.Table(["Clients", "What they see"], step.Effects.Select(e => new[] { e.Clients, e.Text }));
        }
        else
        {
            page.Paragraph("Clients see nothing of it.");
        }

        Checks(page, "Verify", step.After);
        page.Labelled("Take back", step.TakeBackNote);
        Parts(page, StepParts.Back(step));
        if (Wait(step, request) is { } wait)
        {
            page.Labelled("Wait", wait);
        }

        page.Box($"Step {Number(step.Number)} is done and verified: {step.Title}");
    }

    /// <summary>The wait of a step in a sentence; null for none.</summary>
    public static string? Wait(MigrationStep step, RunbookRequest request)
    {
        string? own = step.Wait is { } wait ? $"at least {CalendarText.Length(wait.Duration)}. {wait.Reason.TrimEnd('.')} ({wait.Source}; "
            + $"{RunbookWords.Of(wait.Certainty)})." : null;
        string? planned = request.DayOf(step) is { WaitUntil: { } until } day
            ? $"Steps that depend on this one begin from {CalendarText.Moment(until)} on"
                + (day.WaitReason == step.Wait?.Reason ? "." : ": " + day.WaitReason.TrimEnd('.') + ".") : null;
        return own is null && planned is null ? null : string.Join(" ", new[] { own, planned }.Where(t => t is not null));
    }

    private static IEnumerable<string> Head(MigrationStep step, RunbookRequest request)
    {
        string hop = request.Migration.Plans.Count > 1 ? ", hop " + Number(step.Hop) : string.Empty;
        yield return $"Phase: {PhaseText.Name(step.Phase)}{hop}";
        yield return "Where: " + string.Join(", ", step.Servers.Prepend(RunbookWords.Of(step.Place)));
        if (request.DayOf(step) is { } day)
        {
            yield return $"When: {CalendarText.Span(day.Begin, day.End)}. {day.Reason}";
        }

        int[] needed = [.. request.Migration.Steps.Where(s => step.DependsOn.Contains(s.Id, StringComparer.Ordinal)).Select(s => s.Number)];
        if (needed.Length > 0)
        {
            yield return "Only after: step " + string.Join(", ", needed.Select(Number));
        }

        yield return $"Source: {step.Source}{(step.Rule.Length > 0 ? ", rule " + step.Rule : string.Empty)} "
            + $"({RunbookWords.Of(step.Certainty)})";
    }

    private static void Checks(MarkdownPage page, string label, IReadOnlyList<MigrationCheck> checks)
    {
        if (checks.Count > 0)
        {
            page.Label(label);
        }

        foreach (MigrationCheck check in checks)
        {
            page.Box($"{check.Text} Expected: {check.Expected}");
            if (check.Line is { } line)
            {
                page.Fence([line], PowerShellLanguage);
            }
        }
    }

    private static void Parts(MarkdownPage page, IReadOnlyList<StepPart> parts)
    {
        foreach (StepPart part in parts)
        {
            if (part.Shell.Kind == PartKind.ByHand)
            {
                page.Items(part.Lines);
                continue;
            }

            page.Paragraph($"In {part.Shell}{(part.IsToFillIn ? ", after what stands in angle brackets is filled in" : string.Empty)}"
                + $"{(part.Remark.Length > 0 ? ". " + part.Remark : ":")}");
            page.Fence([.. part.Lines], part.Shell.Kind == PartKind.CommandPrompt ? CommandPromptLanguage : PowerShellLanguage);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
