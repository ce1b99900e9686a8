using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What the commands that write lines do alike: to the pipeline, or into files that are complete or absent.</summary>
public abstract class ScriptFileCmdlet : LineCmdlet
{
    private protected const string LinesSet = "Lines";
    private protected const string PathSet = "Path";

    private int _plans;

    /// <summary>The file to write; where the lines belong into several files, each has its subject in the name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    public string? Path { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the files that were made to the pipeline.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Whether the plan is a further one for the files of the first, which it would replace: that is an error.</summary>
    private protected bool RefusesSecond(NamespacePlan plan)
    {
        if (ParameterSetName != PathSet || ++_plans <= 1)
        {
            return false;
        }

        WriteError(ErrorRecords.SecondPlan(plan));
        return true;
    }

    /// <summary>Does something with the file that was named; what is wrong with a file is an error.</summary>
    private protected void WithFile(Action<string> write)
    {
        try
        {
            write(FilePath.ResolveNew(this, Path!));
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
        }
    }

    /// <summary>Names the files that were written where they are not the one that -Path names, unless they are passed on anyway.</summary>
    private protected void TellFiles(string named, IReadOnlyCollection<string> files)
    {
        string[] written = [
            .. files.Where(f => !string.Equals(f, named, StringComparison.Ordinal) && File.Exists(f)).Select(f => PathText.Of(f))];
        if (written.Length > 0 && !PassThru)
        {
            WriteInformation(new HostInformationMessage { Message = "Written: " + string.Join(", ", written) }, ["PSHOST"]);
        }
    }

    /// <summary>Writes one file, if the user agrees; the lines are made only then.</summary>
    /// <exception cref="FileFault">The file exists and may not be replaced, or cannot be written.</exception>
    private protected void WriteFile(string file, string action, Func<IEnumerable<string>> lines, string newLine = ScriptText.NewLine)
    {
        if (!ShouldProcess(file, action))
        {
            return;
        }

        ScriptFile.Write(this, file, Force, lines(), newLine);
        if (PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }
}
