using System;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What the commands that write a runbook do alike: as text, as step objects, or into a file.</summary>
public abstract class RunbookCmdlet : ScriptFileCmdlet
{
    private protected const string StepSet = "Step";

    private static readonly HashSet<string> RunnableExtensions = new(StringComparer.OrdinalIgnoreCase) { ".bat", ".cmd", ".ps1", ".psm1" };

    /// <summary>Writes the steps as objects.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StepSet)]
    public SwitchParameter AsStep { get; set; }

    private protected void WriteRunbook(Runbook? runbook, IEnumerable<InputFault> faults)
    {
        WriteFaults(faults);
        if (runbook is null)
        {
            return;
        }

        if (ParameterSetName != PathSet && !MayWriteLines("the runbook"))
        {
            return;
        }

        WriteFindings(runbook.Findings);
        switch (ParameterSetName)
        {
            case StepSet:
                WriteObject(runbook.Steps, enumerateCollection: true);
                break;
            case PathSet:
                WriteFile(runbook);
                break;
            default:
                WriteObject(RunbookRenderer.Render(runbook), enumerateCollection: true);
                break;
        }
    }

    private void WriteFile(Runbook runbook) => WithFile(file =>
    {
        if (RunnableExtensions.Contains(System.IO.Path.GetExtension(file)))
        {
            WriteFaults([
                new InputFault(FaultIds.RunbookIsNoScript, nameof(Path), Path,
                    $"'{Path}' is a file that Windows runs from top to bottom, but the steps belong on several machines or in several "
                        + "shells, with checks between them. Give the file another extension, such as .txt.")]);
            return;
        }

        WriteFile(file, "Write the runbook", () => RunbookRenderer.Render(runbook));
    });
}
