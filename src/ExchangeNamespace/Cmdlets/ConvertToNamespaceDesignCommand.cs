using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Design;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Infers the design that describes a captured organisation, with the evidence of each member.</summary>
[Cmdlet(VerbsData.ConvertTo, "NamespaceDesign", DefaultParameterSetName = StateSet, SupportsShouldProcess = true)]
[OutputType(typeof(NamespaceDesign))]
public sealed class ConvertToNamespaceDesignCommand : DesignViewsCmdlet
{
    private const string StateSet = "State";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly StateInput _input = new();
    private readonly List<ExchangeState> _states = [];
    private bool _hasInput;
    private bool _failed;

    /// <summary>The captured state, objects of Exchange, or the path of a capture.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = StateSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSObject State { get; set; } = null!;

    /// <summary>The folder of a capture, or files of Export-Clixml; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    public string[] Path { get; set; } = null!;

    /// <summary>The same, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = null!;

    /// <summary>The design file to write.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutPath { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (State?.BaseObject)
        {
            case ExchangeState state:
                _states.Add(state);
                break;
            case FileSystemInfo file:
                Add(file.FullName, literal: true);
                break;
            case "":
                WriteFaults([new InputFault(FaultIds.PathInvalid, nameof(State), string.Empty,
                    "An empty text is no path. Give the folder that the capture script wrote, or what Import-ExchangeState reads from "
                        + "it.")]);
                break;
            case string path:
                Add(path, literal: false);
                break;
            case null:
                foreach (string path in Path ?? LiteralPath)
                {
                    Add(path, literal: ParameterSetName == LiteralPathSet);
                }

                break;
            default:
                _hasInput = true;
                _input.Add(State);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_hasInput && !_failed)
        {
            ExchangeState? state = _input.Finish(out IReadOnlyList<InputFault> faults);
            WriteFaults(faults);
            _states.AddRange(state is null ? [] : [state]);
        }

        if (OutPath is not null && _states.Count > 1)
        {
            WriteFaults([new InputFault(FaultIds.InputContradiction, nameof(OutPath), OutPath,
                "Several states were given, and a file holds one design. Convert one at a time.")]);
            return;
        }

        foreach (ExchangeState state in _states)
        {
            NamespaceDesign design = StateDesigner.Infer(state, Today);
            if (!TryObserve(design, out IReadOnlyList<(Fqdn, DnsModel?)>? models))
            {
                return;
            }

            design = models is null ? design : StateDesigner.Infer(state, Today, models);
            WriteFindings(design.Findings);
            Save(design.Document);
            WriteObject(design);
        }
    }

    private void Add(string path, bool literal)
    {
        _hasInput = true;
        _failed |= !CaptureReading.Add(this, _input, path, literal, Stopped);
    }

    private void Save(IReadOnlyDictionary<string, object?> design)
    {
        if (OutPath is null)
        {
            return;
        }

        try
        {
            DesignFile.Write(this, OutPath, Force, design);
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
