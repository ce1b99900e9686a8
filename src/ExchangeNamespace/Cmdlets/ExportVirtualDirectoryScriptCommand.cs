using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Requests;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the Exchange Management Shell lines of a plan, one string per command, or a script file per shell.</summary>
[Cmdlet(VerbsData.Export, "VirtualDirectoryScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(ExchangeCommand), typeof(FileInfo))]
public sealed class ExportVirtualDirectoryScriptCommand : NamespaceCmdlet
{
    private const string LinesSet = "Lines";
    private const string CommandSet = "Command";
    private const string PathSet = "Path";

    private ISet<ClientService>? _services;
    private ShellGeneration? _generation;
    private int _plans;
    private bool _stopped;

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>The services whose lines are wanted; all by default.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClientServiceCompleter))]
    public string[]? Service { get; set; }

    /// <summary>The servers whose lines are wanted; all by default.</summary>
    [Parameter]
    public string[]? Server { get; set; }

    /// <summary>The version whose shell's lines are wanted; needed where a plan has several.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    public string? ExchangeVersion { get; set; }

    /// <summary>Adds -WhatIf to each line.</summary>
    [Parameter]
    public SwitchParameter Rehearse { get; set; }

    /// <summary>The captured state: only lines that change something of it are written.</summary>
    [Parameter]
    [State]
    public ExchangeState? CurrentState { get; set; }

    /// <summary>Writes the lines that take the changes back, from the captured values.</summary>
    [Parameter]
    public SwitchParameter Undo { get; set; }

    /// <summary>Writes the command objects instead of their lines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CommandSet)]
    public SwitchParameter AsCommand { get; set; }

    /// <summary>The script file to write.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    public string? Path { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the files that were made to the pipeline.</summary>
    [Parameter(ParameterSetName = PathSet)]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        List<InputFault> faults = [];
        _services = Service is null ? null : ReadServices(Service, faults);
        if (ExchangeVersion is not null)
        {
            if (ShellGenerations.TryParse(ExchangeVersion, nameof(ExchangeVersion), out ShellGeneration generation, out InputFault? fault))
            {
                _generation = generation;
            }
            else
            {
                faults.Add(fault);
            }
        }

        if (Undo && CurrentState is null)
        {
            faults.Add(new InputFault(FaultIds.UndoNeedsState, nameof(Undo), null, "-Undo puts captured values back, and none were given. Give -CurrentState, as Import-ExchangeState reads it."));
        }

        _stopped = faults.Count > 0;
        WriteFaults(faults);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == PathSet && ++_plans > 1)
        {
            WriteError(ErrorRecords.SecondPlan(Plan));
            return;
        }

        if (_stopped || !SelectServers(Plan, Server, out ISet<string>? servers))
        {
            return;
        }

        CommandSelection selection = new() { Services = _services, Servers = servers, Generation = _generation, Rehearse = Rehearse };
        List<ShellGeneration> shells = ShellsOf(selection);
        if (ParameterSetName == LinesSet && shells.Count > 1)
        {
            WriteError(ErrorRecords.MixedShells(Plan, shells.Select(ShellGenerations.Describe)));
            return;
        }

        if (shells.Count == 0 && _generation is { } wanted)
        {
            WriteWarning($"No chosen server of the plan has the shell of {ShellGenerations.Describe(wanted)}: nothing is emitted.");
        }

        WriteMissingServices(selection);
        if (Rehearse && ReportUnrehearsed(selection) is { } rehearsable)
        {
            selection = selection with { Servers = rehearsable };
        }

        switch (ParameterSetName)
        {
            case PathSet:
                WriteFiles(selection, ShellsOf(selection));
                break;
            case CommandSet:
                WriteObject(Commands(selection), enumerateCollection: true);
                break;
            default:
                foreach (ExchangeCommand command in Commands(selection))
                {
                    WriteObject(command.ToString());
                }

                break;
        }
    }

    private IEnumerable<ExchangeCommand> Commands(CommandSelection selection)
    {
        if (CurrentState is null)
        {
            return CommandBuilder.Build(Plan, selection);
        }

        ChangePlanner changes = new(CurrentState, selection);
        List<ExchangeCommand> commands = [.. Undo ? changes.BuildUndo(Plan) : changes.Build(Plan)];
        WriteFindings(changes.Findings);
        return commands;
    }

    private static HashSet<ClientService> ReadServices(IEnumerable<string> texts, List<InputFault> faults)
    {
        HashSet<ClientService> services = [];
        foreach (string text in texts)
        {
            if (ServiceNames.Read(text ?? string.Empty, nameof(Service), faults) is { } service)
            {
                services.Add(service);
            }
        }

        return services;
    }

    private List<ShellGeneration> ShellsOf(CommandSelection selection) =>
        [.. Plan.Servers.Where(selection.Includes).Select(s => ShellGenerations.Of(s.Version)).Distinct().OrderBy(s => s)];

    /// <summary>A service that was asked for by name and that a version lacks is said, never passed over.</summary>
    private void WriteMissingServices(CommandSelection selection)
    {
        foreach (ClientService service in _services ?? new HashSet<ClientService>())
        {
            foreach (ExchangeVersion version in Plan.Servers.Where(selection.Includes).Select(s => s.Version).Distinct().Where(v => ServiceCatalog.Find(service, v) is null))
            {
                WriteWarning($"Exchange {version} cannot set {service}: no line is emitted for it.");
            }
        }
    }

    private HashSet<string>? ReportUnrehearsed(CommandSelection selection)
    {
        List<string> without = [.. Plan.Servers.Where(s => selection.Includes(s) && !ServiceCatalog.HasWhatIf(s.Version)).Select(s => s.Name)];
        if (without.Count == 0)
        {
            return null;
        }

        WriteError(ErrorRecords.RehearseNotInVersion(without));
        return new HashSet<string>(Plan.Servers.Where(s => selection.Includes(s) && ServiceCatalog.HasWhatIf(s.Version)).Select(s => s.Name), StringComparer.OrdinalIgnoreCase);
    }

    private void WriteFiles(CommandSelection selection, IReadOnlyList<ShellGeneration> shells)
    {
        try
        {
            string file = FilePath.ResolveNew(this, Path!);
            IReadOnlyList<(string File, ShellGeneration Shell)> scripts = ScriptFile.PerShell(file, shells, Force);
            foreach ((string path, ShellGeneration shell) in scripts)
            {
                WriteFile(path, selection, shell);
            }
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
        }
    }

    private ScriptBasis Basis => CurrentState is null ? ScriptBasis.Plan : Undo ? ScriptBasis.Undo : ScriptBasis.CurrentState;

    private void WriteFile(string file, CommandSelection selection, ShellGeneration shell)
    {
        if (!ShouldProcess(file, "Write the script for " + ShellGenerations.Describe(shell)))
        {
            return;
        }

        ScriptFile.Write(this, file, Force, ScriptRenderer.Render(Plan, shell, Commands(selection with { Generation = shell }), Basis));
        if (PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }
}
