using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Catalog;
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

        CommandSelection selection = new() { Services = _services, Servers = servers, Generation = Shell };
        List<ShellGeneration> shells = ShellsOf(selection);
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
        WriteMissingServices(selection);
        if (rehearse && ReportUnrehearsed(selection) is { } rehearsable)
        {
            selection = selection with { Servers = rehearsable };
        }

        switch (ParameterSetName)
        {
            case PathSet:
                WriteFiles(
                    "script",
                    ShellsOf(selection),
                    shell => ScriptRenderer.Render(Plan, shell, Commands(selection with { Generation = shell }), Basis),
                    shell => ScriptFrame.Verification(shell, Basis));
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
        if (_current is null)
        {
            return CommandBuilder.Build(Plan, selection);
        }

        ChangePlanner changes = new(_current, selection);
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
            foreach (ExchangeVersion version in Plan.Servers.Where(selection.Includes).Select(s => s.Version).Distinct()
                .Where(v => ServiceCatalog.Default.Find(service, v) is null))
            {
                WriteWarning($"Exchange {version} cannot set {service}: no line is emitted for it.");
            }
        }
    }

    private HashSet<string>? ReportUnrehearsed(CommandSelection selection)
    {
        List<string> without = [
            .. Plan.Servers.Where(s => selection.Includes(s) && !ServiceCatalog.HasWhatIf(s.Version)).Select(s => s.Name)];
        if (without.Count == 0)
        {
            return null;
        }

        WriteError(ErrorRecords.RehearseNotInVersion(without));
        return new HashSet<string>(
            Plan.Servers.Where(s => selection.Includes(s) && ServiceCatalog.HasWhatIf(s.Version))
                .Select(s => s.Name), StringComparer.OrdinalIgnoreCase);
    }

    private ScriptBasis Basis => _current is null ? ScriptBasis.Plan : Undo ? ScriptBasis.Undo : ScriptBasis.CurrentState;
}
