using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What the commands that write one file of one plan do alike.</summary>
public abstract class PlanFileCmdlet : NamespaceCmdlet
{
    private readonly List<NamespacePlan> _plans = [];

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = null!;

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>Replaces a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file that was made to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _plans.Add(Plan);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_plans.Count > 1)
        {
            WriteError(ErrorRecords.SeveralPlans(_plans.Count));
            return;
        }

        // The command that should have made the plan has said why it did not.
        if (_plans.Count == 0)
        {
            return;
        }

        try
        {
            WritePlan(_plans[0], FilePath.ResolveNew(this, Path));
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
        }
    }

    /// <summary>Writes the file of the plan.</summary>
    /// <exception cref="FileFault">The file may not be replaced, or cannot be written.</exception>
    private protected abstract void WritePlan(NamespacePlan plan, string file);

    /// <summary>Writes a file in UTF-8 without a mark, and passes it on where that is wanted.</summary>
    /// <exception cref="FileFault">The file may not be replaced, or cannot be written.</exception>
    private protected void WriteText(string file, System.Action<TextWriter> write)
    {
        FileWriter.Write(this, file, Force, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), write);
        if (PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }
}
