using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>
/// The files of a step: one for each shell, and a page where no shell does anything. What another shell or a person does between two lines
/// stops the script until it is done.
/// </summary>
internal static class StepScripts
{
    private const string PowerShellExtension = ".ps1";
    private const string BatchExtension = ".cmd";

    public static IEnumerable<RunbookFile> Of(MigrationStep step, RunbookRequest request)
    {
        IReadOnlyList<StepPart> parts = StepParts.Of(step);
        PartShell[] shells = [.. parts.Select(p => p.Shell).Where(s => s.Kind != PartKind.ByHand).Distinct()];
        if (shells.Length == 0)
        {
            MarkdownPage page = new();
            StepSection.Write(page, step, request, level: 1);
            yield return new RunbookFile(FileNames.Of(step, request.Migration) + ".md", page.Lines, step.Title, IsScript: false);
        }

        foreach (PartShell shell in shells)
        {
            string extension = Extension(shell);
            string suffix = shells.Count(s => Extension(s) == extension) > 1 ? "-" + Suffix(shell) : string.Empty;
            string[] lines = [
                .. shell.Kind == PartKind.CommandPrompt ? Batch(step, parts, shell, request) : Script(step, parts, shell, request)];
            string name = FileNames.Of(step, request.Migration) + suffix + extension;
            yield return new RunbookFile(name, lines, $"{step.Title}, in {shell}", IsScript: true);
        }
    }

    private static IEnumerable<string> Script(MigrationStep step, IReadOnlyList<StepPart> parts, PartShell shell, RunbookRequest request) =>
        ScriptFrame.Enclose(ScriptLines(step, parts, shell, request), request.ModuleVersion, request.WrittenAt,
            step.After.Select(c => Check(step, c, shell)));

    private static IEnumerable<string> ScriptLines(MigrationStep step, IReadOnlyList<StepPart> parts, PartShell shell,
        RunbookRequest request)
    {
        foreach (string line in Head(step, shell, request))
        {
            yield return ScriptComment.Line(line);
        }

        int last = LastOf(parts, shell);
        for (int i = 0; i < parts.Count; i++)
        {
            yield return string.Empty;
            StepPart part = parts[i];
            bool isOwn = part.Shell.Equals(shell);
            if (isOwn && part.Remark.Length > 0)
            {
                yield return ScriptComment.Line(part.Remark);
            }

            if (isOwn && !part.IsToFillIn)
            {
                foreach (string line in part.Lines)
                {
                    yield return line;
                }

                continue;
            }

            foreach (string text in Elsewhere(part, isOwn))
            {
                yield return ScriptComment.Line(text);
            }

            if (i < last)
            {
                yield return "Read-Host " + PowerShellLiteral.Quote(Pause(step, isOwn), LiteralForm.SingleQuoted);
            }
        }

        yield return string.Empty;
        foreach (string line in Back(step))
        {
            yield return ScriptComment.Line(line);
        }
    }

    private static IEnumerable<string> Batch(MigrationStep step, IReadOnlyList<StepPart> parts, PartShell shell, RunbookRequest request)
    {
        yield return "@echo off";
        foreach (string line in Head(step, shell, request))
        {
            yield return CmdComment.Line(line);
        }

        int last = LastOf(parts, shell);
        for (int i = 0; i < parts.Count; i++)
        {
            StepPart part = parts[i];
            bool isOwn = part.Shell.Equals(shell);
            if (isOwn && !part.IsToFillIn)
            {
                foreach (string line in part.Lines)
                {
                    yield return line;
                    yield return "if errorlevel 1 exit /b 1";
                }

                continue;
            }

            // A remark of a batch file cannot hold such a line.
            string fillIn = $"Fill in and run by hand: the lines with angle brackets of step {step.Number} in {FileNames.Document}.";
            foreach (string text in isOwn ? [fillIn] : Elsewhere(part, isOwn))
            {
                yield return CmdComment.Line(text);
            }

            if (i < last)
            {
                yield return "pause";
            }
        }

        foreach (string text in step.After.Select(c => "Afterwards, verify: " + Check(step, c, shell))
            .Append($"Take back: {step.TakeBackNote} The lines stand under step {step.Number} in {FileNames.Document}."))
        {
            yield return CmdComment.Line(text);
        }
    }

    private static IEnumerable<string> Head(MigrationStep step, PartShell shell, RunbookRequest request)
    {
        string servers = step.Servers.Count > 0 ? ", for " + string.Join(", ", step.Servers) : string.Empty;
        yield return $"Step {step}: run in {shell}{servers}.";
        if (request.DayOf(step) is { } day)
        {
            yield return "When: " + Calendar.CalendarText.Span(day.Begin, day.End) + ", clock of " + request.Calendar!.TimeZone + ".";
        }

        foreach (MigrationCheck check in step.Before)
        {
            yield return "Before: " + Check(step, check, shell);
        }

        foreach (ClientEffect effect in step.Effects)
        {
            yield return $"{effect.Clients}: {effect.Text}";
        }
    }

    private static IEnumerable<string> Elsewhere(StepPart part, bool isOwn)
    {
        yield return isOwn ? "Fill in what stands in angle brackets, and run by hand:"
            : part.Shell.Kind == PartKind.ByHand ? "By hand:" : $"In {part.Shell}:";
        foreach (string line in part.Lines)
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Back(MigrationStep step)
    {
        yield return "Take back: " + step.TakeBackNote;
        foreach (StepPart part in StepParts.Back(step))
        {
            foreach (string line in Elsewhere(part, isOwn: false))
            {
                yield return line;
            }
        }
    }

    /// <summary>A remark of a batch file holds no pipe and no angle bracket: such a line stands in the runbook alone.</summary>
    private static string Check(MigrationStep step, MigrationCheck check, PartShell shell)
    {
        string line = check.Line is null ? string.Empty
            : shell.Kind != PartKind.CommandPrompt || CmdComment.Line(check.Line) == "REM " + check.Line ? " " + check.Line
            : $" The line stands under step {step.Number} in {FileNames.Document}.";
        return check.Text + line + " Expected: " + check.Expected;
    }

    private static string Pause(MigrationStep step, bool isOwn) =>
        $"Step {step.Number}: do what stands above this line in the script {(isOwn ? "by hand" : "elsewhere")}, then press Enter";

    private static int LastOf(IReadOnlyList<StepPart> parts, PartShell shell)
    {
        int last = parts.Count - 1;
        while (last >= 0 && (!parts[last].Shell.Equals(shell) || parts[last].IsToFillIn))
        {
            last--;
        }

        return last;
    }

    private static string Extension(PartShell shell) => shell.Kind == PartKind.CommandPrompt ? BatchExtension : PowerShellExtension;

    private static string Suffix(PartShell shell) => shell.Generation is { } generation ? "Exchange" + ShellGenerations.Product(generation)
        : shell.Kind.ToString();
}
