using System;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Requests;
using ExchangeNamespace.Serialization;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Derives one namespace plan from a few stated names. The plan is written once, at the end of input.</summary>
[Cmdlet(VerbsCommon.Get, "NamespacePlan", DefaultParameterSetName = DesignSet)]
[OutputType(typeof(NamespacePlan))]
public sealed class GetNamespacePlanCommand : NamespaceRequestCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly RequestInput _input = new();
    private object? _model;

    /// <summary>
    /// Servers: names, hashtables, CSV rows, servers of a plan, a captured state, or live or deserialized Get-ExchangeServer objects; or
    /// the design that ConvertTo-NamespaceDesign inferred, which states everything.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = DesignSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = NamesSet)]
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = LiteralPathSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object[]? Server { get; set; }

    /// <summary>The design file; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    public string? Path { get; set; }

    /// <summary>The design file, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    public string? LiteralPath { get; set; }

    /// <summary>Auto, Split, Separate or Pinpoint, or a map from zone to model.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DnsModelCompleter))]
    public object? DnsModel { get; set; }

    /// <summary>The day for which the certificate rules are judged; the present day in UTC by default.</summary>
    [Parameter]
    [Day]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime AsOf { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _model = DnsModel ?? _model;
        if (Server is null && MyInvocation.ExpectingInput && ParameterSetName is NamesSet or DesignSet)
        {
            Write(_input.Add(null));
        }

        foreach (object? server in Server ?? [])
        {
            Write(_input.Add(server));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName is PathSet or LiteralPathSet && !AddDesign(isLiteral: ParameterSetName == LiteralPathSet))
        {
            return;
        }

        if (_input.AddParameters(MyInvocation.BoundParameters, _model) is { } assumed)
        {
            WriteVerbose(assumed);
        }

        if (_input.Parts.HasRefusedServersOnly)
        {
            return;
        }

        (NamespaceRequest? request, FaultList refused) = _input.Parts.Read(Today);
        WriteFaults(refused);
        if (request is not null)
        {
            Write(NamespacePlanner.Plan(request));
        }
    }

    private void Write(PlanResult result)
    {
        WriteFaults(result.Faults);
        WriteVerbose(result.Assumptions);
        if (result.Plan is { } plan)
        {
            WriteFindings(plan.Findings);
            WriteFindings(plan.Notes);
            WriteObject(plan);
        }
    }

    private void Write(IEnumerable<ServerReading> readings)
    {
        foreach (ServerReading reading in readings)
        {
            WriteFaults(reading.Faults);
            if (reading.Skipped is not null)
            {
                WriteVerbose(reading.Skipped);
            }
        }
    }

    /// <summary>Reads the design file; false where it was refused.</summary>
    private bool AddDesign(bool isLiteral)
    {
        try
        {
            string file = FilePath.ResolveExisting(this, isLiteral ? LiteralPath! : Path!, isLiteral);
            (IReadOnlyDictionary<string, object?>? design, IReadOnlyList<InputFault> refused) = Interruptible(
                stopped => JsonFactory.ReadDesign(FilePath.ReadAll(file, FileLimits.PlanBytes), RequestReader.DesignSchemaVersion,
                    stopped));
            WriteFaults(FileFaults.Of(file, refused));
            Write(design is null ? [] : _input.AddDesign(design));
            return design is not null && !_input.IsFull;
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
            return false;
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
            throw;
        }
    }
}
