using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes a plan as a JSON file that Import-NamespacePlan reads back equal.</summary>
[Cmdlet(VerbsData.Export, "NamespacePlan", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportNamespacePlanCommand : NamespaceCmdlet
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
            string file = FilePath.ResolveNew(this, Path);
            if (!ShouldProcess(file, "Write the plan"))
            {
                return;
            }

            FileWriter.Write(this, file, Force, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                writer => JsonFactory.WritePlan(_plans[0], writer));
            if (PassThru)
            {
                WriteObject(new FileInfo(file));
            }
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
}
