using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.FrontDoor.Protection;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Judges Extended Protection of each virtual directory, and whether it can be on at each server: from a plan, captured settings and the
/// configuration files of IIS. Nothing is asked.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "ExtendedProtection")]
[OutputType(typeof(ProtectionCheck), typeof(bool))]
public sealed class TestExtendedProtectionCommand : NamespaceCmdlet, ICheckCommand
{
    private readonly List<NamespacePlan> _plans = [];

    /// <summary>The plan.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan? Plan { get; set; }

    /// <summary>The captured state, or objects of Exchange.</summary>
    [Parameter(Position = 1)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? State { get; set; }

    /// <summary>The file applicationHost.config of servers, as a hashtable of servers and paths or as SERVER=path.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServerTableCompleter))]
    public object[]? IisConfiguration { get; set; }

    /// <summary>What is known of servers beside it: hashtables or table rows with Server and further members.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServerTableCompleter))]
    public object[]? ServerFact { get; set; }

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _plans.AddRange(Plan is null ? [] : [Plan]);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        List<InputFault> faults = [];
        ProtectionInput? input = ReadInput(faults);
        IReadOnlyList<ProtectionCheck> checks = input is null ? [] : ProtectionChecker.Check(input, faults);
        WriteFaults(faults);
        foreach (ProtectionCheck check in checks)
        {
            if (IsShown(check))
            {
                WriteNewFindings(check.Findings);
                WriteObject(check);
            }
        }

        WriteAnswer();
    }

    /// <summary>What was given, read; null where something of it was refused.</summary>
    private ProtectionInput? ReadInput(List<InputFault> faults)
    {
        if (_plans.Count > 1)
        {
            WriteError(ErrorRecords.SecondPlan(_plans[1]));
            return null;
        }

        if (_plans.Count == 0 && !Given(nameof(State)))
        {
            faults.Add(new InputFault(FaultIds.MemberMissing, nameof(Plan), null,
                "Give -Plan or -State: they say which servers there are."));
        }

        ExchangeState? state = Given(nameof(State)) ? StateInput.Read(State, nameof(State), faults) : null;
        IReadOnlyDictionary<string, ServerFacts> facts = ServerFactInput.Read(ServerFact, nameof(ServerFact), faults);
        bool isRead = ReadFiles(ServerFileInput.Read(IisConfiguration, nameof(IisConfiguration), faults), faults,
            out IReadOnlyDictionary<string, FrontDoor.Protection.IisConfiguration> files);
        return faults.Count > 0 || !isRead ? null : new ProtectionInput
        {
            Plan = _plans.Count == 0 ? null : _plans[0],
            State = state,
            Iis = files,
            Facts = facts,
        };
    }

    private bool ReadFiles(IReadOnlyDictionary<string, string> paths, List<InputFault> faults,
        out IReadOnlyDictionary<string, FrontDoor.Protection.IisConfiguration> read)
    {
        Dictionary<string, FrontDoor.Protection.IisConfiguration> files = new(StringComparer.OrdinalIgnoreCase);
        read = files;
        foreach (KeyValuePair<string, string> path in paths)
        {
            try
            {
                string file = FilePath.ResolveExisting(this, path.Value, literal: true);
                using MemoryStream stream = new(FilePath.ReadBytes(file, FileLimits.IisBytes));
                if (Interruptible(stopped => IisConfigurationReader.Read(stream, file, faults, stopped)) is { } configuration)
                {
                    files[path.Key] = configuration;
                }
            }
            catch (FileFault fault)
            {
                WriteError(fault.Record);
                return false;
            }
        }

        return true;
    }
}
