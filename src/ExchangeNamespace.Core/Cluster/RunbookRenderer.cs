using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cluster;

/// <summary>
/// A runbook as text to read and to copy from, line by line. Everything that is not a command is a comment; so is what a wizard or a
/// person does. It is no script: its steps belong on several machines and in several shells.
/// </summary>
public static class RunbookRenderer
{
    /// <summary>The lines of the text.</summary>
    /// <param name="runbook">The runbook.</param>
    /// <returns>ASCII lines without line ends.</returns>
    public static IEnumerable<string> Render(Runbook runbook)
    {
        yield return ScriptComment.Line(runbook.Title);
        yield return ScriptComment.Line(
            "Do the steps one by one, each where it says and only after its check. This is not a script to run as a whole.");
        if (runbook.VotesBefore is { } before)
        {
            yield return ScriptComment.Line($"Votes now: {before}.");
        }

        if (runbook.VotesAfter is { } after)
        {
            yield return ScriptComment.Line($"Votes with the new share: {after}.");
        }

        foreach (Finding finding in runbook.Findings)
        {
            yield return ScriptComment.Line($"{finding.Severity} {finding.Code} {finding.Subject}: {finding.Message} {finding.Remedy}");
        }

        foreach (RunbookStep step in runbook.Steps)
        {
            yield return string.Empty;
            yield return ScriptComment.Line(
                string.Format(CultureInfo.InvariantCulture, "=== Step {0} of {1}: on {2}, {3} ({4}, {5})", step.Number, runbook.Steps.Count,
                    step.RunOn, Name(step.Shell), step.Rule, step.Evidence));
            yield return ScriptComment.Line(step.Purpose);
            yield return ScriptComment.Line("Before: " + step.CheckBefore);
            yield return step.Shell is StepShell.Wizard or StepShell.Manual ? ScriptComment.Line("DO: " + step.Command) : step.Command;
            yield return ScriptComment.Line("After: " + step.CheckAfter);
            yield return ScriptComment.Line("Take back: " + step.Undo);
            yield return ScriptComment.Line("Source: " + step.Source);
            if (step.DocumentedForm is not null)
            {
                yield return ScriptComment.Line("The source has: " + step.DocumentedForm);
            }
        }
    }

    private static string Name(StepShell shell) => shell switch
    {
        StepShell.Cmd => "cmd.exe",
        StepShell.ExchangeManagementShell => "Exchange Management Shell",
        StepShell.Posix => "a POSIX shell",
        StepShell.Wizard => "in the wizard",
        StepShell.Manual => "by hand",
        StepShell.PowerShell => "PowerShell",
        _ => throw ClosedSet.Outside(shell),
    };
}
