using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Renewal;

/// <summary>The lines of a renewal: commands as they are, everything else, and what is run by hand, as comments.</summary>
internal static class RenewalText
{
    /// <summary>The steps one after the other.</summary>
    public static IEnumerable<string> Lines(IEnumerable<RenewalStep> steps)
    {
        foreach (RenewalStep step in steps)
        {
            yield return ScriptComment.Line($"{step.Number}. On {step.Target}: {step.Title}");
            foreach (string note in step.Notes)
            {
                yield return ScriptComment.Line(note);
            }

            foreach (string line in step.Commands.Where(c => !c.IsByHand).SelectMany(c => c.WithCaution()))
            {
                yield return line;
            }

            if (step.Expect.Length > 0)
            {
                yield return ScriptComment.Line(StepByStep.Check(step.Expect));
            }

            foreach (ExchangeCommand check in step.Checks)
            {
                yield return check.ToString();
            }

            foreach (string line in step.Commands.Where(c => c.IsByHand).SelectMany(c => c.WithCaution()))
            {
                yield return line;
            }
        }
    }

    /// <summary>The script of one shell as it goes down the pipeline: what must be known first, then the steps.</summary>
    public static IEnumerable<string> Script(NamespacePlan plan, RenewalScript script) =>
        script.Steps.Count == 0 ? [] : Head(plan, script, script.Steps[0].Shell).Concat(Lines(script.Steps));

    /// <summary>The file of one shell: a header, then the steps with an empty line before each.</summary>
    public static IEnumerable<string> File(NamespacePlan plan, RenewalScript script, ShellGeneration shell)
    {
        foreach (string line in Head(plan, script, shell))
        {
            yield return line;
        }

        foreach (Finding finding in script.Findings)
        {
            yield return ScriptComment.Line($"{finding.Severity} {finding.Code}, {finding.Subject}: {finding.Message} {finding.Remedy}");
        }

        CertificateVariables variables = new(script.IssuedFiles);
        foreach (RenewalStep step in script.Steps.Where(s => s.Shell == shell))
        {
            yield return string.Empty;
            foreach (string line in Lines([step]).SelectMany(l => variables.Use(l, step.Target)))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Head(NamespacePlan plan, RenewalScript script, ShellGeneration shell)
    {
        yield return StepByStep.Head($"Renewal of the certificates of {plan.ExternalHost}", shell);
        yield return ScriptComment.Line("The authority stands between the steps. " + StepByStep.GoOn);
        if (script.Shells.Count > 1)
        {
            yield return ScriptComment.Line(
                "The numbers run through the files of all shells: "
                    + string.Join("; ", script.Shells.Select(ShellGenerations.Describe)) + ".");
        }
        else if (script.Steps.Count != script.Steps.Max(s => s.Number))
        {
            yield return ScriptComment.Line(
                "Numbers that are missing here are steps in the shell of another version: run them in between.");
        }
    }
}
