using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Requests;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the Exchange Management Shell lines of a plan, one string per command, or a script file per shell.</summary>
[Cmdlet(VerbsData.Export, "VirtualDirectoryScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(ExchangeCommand), typeof(FileInfo))]
public sealed class ExportVirtualDirectoryScriptCommand : ShellScriptCmdlet
{
    private const string CommandSet = "Command";

    private ISet<ClientService>? _services;
    private ExchangeState? _current;

    /// <summary>The services whose lines are wanted; all by default.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ClientServiceCompleter))]
    public string[]? Service { get; set; }

    /// <summary>The servers whose lines are wanted; all by default.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public string[]? Server { get; set; }

    /// <summary>Adds -WhatIf to each line.</summary>
    [Parameter]
    public SwitchParameter Rehearse { get; set; }

    /// <summary>The captured state: only lines that change something of it are written.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? CurrentState { get; set; }

    /// <summary>Writes the lines that take the changes back, from the captured values.</summary>
    [Parameter]
    public SwitchParameter Undo { get; set; }

    /// <summary>Writes the command objects instead of their lines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CommandSet)]
    public SwitchParameter AsCommand { get; set; }

    private protected override void ReadOptions(List<InputFault> faults)
    {
        _services = Service is null ? null : ReadServices(Service, faults);
        if (Given(nameof(CurrentState)))
        {
            _current = StateInput.Read(CurrentState, nameof(CurrentState), faults);
        }
        else if (Undo)
        {
            faults.Add(new InputFault(FaultIds.UndoNeedsState, nameof(Undo), null,
                "-Undo puts captured values back, and none were given. Give -CurrentState, as Import-ExchangeState reads it."));
        }
    }

    private protected override void WritePlan()
    {
        if (!SelectServers(Plan, Server, out ISet<string>? servers))
        {
            return;
        }

        VirtualDirectoryScript script = new(Plan, _current, Undo);
        CommandSelection selection = new() { Services = _services, Servers = servers, Generation = Shell };
        List<ShellGeneration> shells = script.Shells(selection);
        if (RefusesMixedShells(shells))
        {
            return;
        }

        if (shells.Count == 0 && Shell is { } wanted)
        {
            WriteWarning($"No chosen server of the plan has the shell of {ShellGenerations.Describe(wanted)}: nothing is emitted.");
        }

        bool rehearse = Rehearse;
        if (ParameterSetName != PathSet && !MayWriteLines($"the plan of {Plan.ExternalHost}", ref rehearse))
        {
            return;
        }

        selection = selection with { Rehearse = rehearse };
        foreach (string missing in script.MissingServices(selection))
        {
            WriteWarning(missing);
        }

        selection = script.Rehearsable(selection, out IReadOnlyList<string> without);
        if (without.Count > 0)
        {
            WriteError(ErrorRecords.RehearseNotInVersion(without));
        }

        Write(script, selection);
    }

    private void Write(VirtualDirectoryScript script, CommandSelection selection)
    {
        switch (ParameterSetName)
        {
            case PathSet:
                WriteFiles(
                    "script",
                    script.Shells(selection),
                    shell => ScriptRenderer.Render(
                        Plan, shell, Commands(script, selection with { Generation = shell }), script.Basis),
                    shell => ScriptFrame.Verification(shell, script.Basis));
                break;
            case CommandSet:
                WriteObject(Commands(script, selection), enumerateCollection: true);
                break;
            default:
                foreach (ExchangeCommand command in Commands(script, selection))
                {
                    WriteObject(command.ToString());
                }

                break;
        }
    }

    private IEnumerable<ExchangeCommand> Commands(VirtualDirectoryScript script, CommandSelection selection)
    {
        (IEnumerable<ExchangeCommand> commands, IEnumerable<Finding> findings) = script.Build(selection);
        WriteFindings(findings);
        return commands;
    }

    private static HashSet<ClientService> ReadServices(IEnumerable<string?> texts, List<InputFault> faults) =>
        [.. texts.Select(t => ServiceNames.Read(t ?? string.Empty, nameof(Service), faults)).OfType<ClientService>()];
}
