using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Reads a plan that Export-NamespacePlan wrote. Every value is checked again: the file may have been edited.</summary>
[Cmdlet(VerbsData.Import, "NamespacePlan", DefaultParameterSetName = PathSet)]
[OutputType(typeof(NamespacePlan))]
public sealed class ImportNamespacePlanCommand : NamespaceCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The plan file; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    public string Path { get; set; } = null!;

    /// <summary>The plan file, taken literally.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    public string LiteralPath { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool literal = ParameterSetName == LiteralPathSet;
        try
        {
            string file = FilePath.ResolveExisting(this, literal ? LiteralPath : Path, literal);
            (NamespacePlan? plan, IReadOnlyList<InputFault> faults) =
                Interruptible(stopped => JsonFactory.ReadPlan(FilePath.ReadAll(file, FileLimits.PlanBytes), stopped));
            WriteFaults(FileFaults.Of(file, faults));
            if (plan is not null)
            {
                WriteObject(plan);
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
