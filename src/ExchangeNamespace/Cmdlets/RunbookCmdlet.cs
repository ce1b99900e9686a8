using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What the commands that write a runbook do alike: as text, as step objects, or into a file.</summary>
public abstract class RunbookCmdlet : NamespaceCmdlet
{
    private protected const string LinesSet = "Lines";
    private protected const string StepSet = "Step";
    private protected const string PathSet = "Path";

    private static readonly HashSet<string> RunnableExtensions = new(StringComparer.OrdinalIgnoreCase) { ".bat", ".cmd", ".ps1", ".psm1" };

    /// <summary>Writes the steps as objects.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StepSet)]
    public SwitchParameter AsStep { get; set; }

    /// <summary>The text file to write.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    public string? Path { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file that was made to the pipeline.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter PassThru { get; set; }

    private protected void WriteRunbook(Runbook? runbook, IEnumerable<InputFault> faults)
    {
        WriteFaults(faults);
        if (runbook is null)
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

    private void WriteFile(Runbook runbook)
    {
        try
        {
            string file = FilePath.ResolveNew(this, Path!);
            if (RunnableExtensions.Contains(System.IO.Path.GetExtension(file)))
            {
                WriteFaults([new InputFault(FaultIds.RunbookIsNoScript, nameof(Path), Path, $"'{Path}' is a file that Windows runs from top to bottom, but the steps belong on several machines or in several shells, with checks between them. Give the file another extension, such as .txt.")]);
            }
            else if (ShouldProcess(file, "Write the runbook"))
            {
                Write(file, runbook);
            }
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
        }
    }

    private void Write(string file, Runbook runbook)
    {
        ScriptFile.Write(this, file, Force, RunbookRenderer.Render(runbook));
        if (PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }
}
