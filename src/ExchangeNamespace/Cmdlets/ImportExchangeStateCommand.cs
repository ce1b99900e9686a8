using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Reads captured settings of Exchange, from files or objects, into one state. Nothing of a capture can run; one refusal, and no state is
/// written.
/// </summary>
[Cmdlet(VerbsData.Import, "ExchangeState", DefaultParameterSetName = PathSet)]
[OutputType(typeof(ExchangeState))]
public sealed class ImportExchangeStateCommand : NamespaceCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string ObjectSet = "InputObject";

    private readonly StateInput _input = new();
    private bool _failed;

    /// <summary>The folder of a capture, or files of Export-Clixml; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    public string[] Path { get; set; } = null!;

    /// <summary>The same, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = null!;

    /// <summary>Objects of the Get- commands of Exchange, live or deserialized, or files of them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    public PSObject InputObject { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case ObjectSet when InputObject.BaseObject is FileSystemInfo file:
                Add(file.FullName, literal: true);
                break;
            case ObjectSet when InputObject.BaseObject is string path:
                Add(path, literal: false);
                break;
            case ObjectSet:
                _input.Add(InputObject);
                break;
            default:
                foreach (string path in Path ?? LiteralPath)
                {
                    Add(path, literal: ParameterSetName == LiteralPathSet);
                }

                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_failed)
        {
            return;
        }

        ExchangeState? state = _input.Finish(out IReadOnlyList<InputFault> faults);
        WriteFaults(faults);
        if (state is not null)
        {
            WriteFindings(state.Findings);
            WriteObject(state);
        }
    }

    private void Add(string path, bool literal) => _failed |= !CaptureReading.Add(this, _input, path, literal, Stopped);
}
