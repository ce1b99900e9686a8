using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Comparison;

/// <summary>The lines of a plan: all of them, those that change a captured state, or those that take the changes back.</summary>
/// <param name="plan">The plan.</param>
/// <param name="current">The captured state; null for all lines.</param>
/// <param name="undo">Whether the lines take the changes back.</param>
internal sealed class VirtualDirectoryScript(NamespacePlan plan, ExchangeState? current, bool undo)
{
    /// <summary>What the lines are made from.</summary>
    public ScriptBasis Basis => current is null ? ScriptBasis.Plan : undo ? ScriptBasis.Undo : ScriptBasis.CurrentState;

    /// <summary>The shells of the chosen servers.</summary>
    public List<ShellGeneration> Shells(CommandSelection selection) =>
        [.. Chosen(selection).Select(s => ShellGenerations.Of(s.Version)).Distinct().OrderBy(s => s)];

    /// <summary>A sentence for each service that was asked for by name and that the version of a chosen server lacks.</summary>
    public IEnumerable<string> MissingServices(CommandSelection selection) =>
        from service in selection.Services ?? new HashSet<ClientService>()
        from version in Chosen(selection).Select(s => s.Version).Distinct()
        where ServiceCatalog.Default.Find(service, version) is null
        select $"Exchange {version} cannot set {service}: no line is emitted for it.";

    /// <summary>Leaves out the servers whose lines cannot be rehearsed, where the lines carry -WhatIf.</summary>
    /// <param name="selection">Which lines are wanted.</param>
    /// <param name="without">The servers that were left out.</param>
    public CommandSelection Rehearsable(CommandSelection selection, out IReadOnlyList<string> without)
    {
        ILookup<bool, string> servers = Chosen(selection)
            .ToLookup(s => !selection.Rehearse || ServiceCatalog.HasWhatIf(s.Version), s => s.Name);
        without = [.. servers[false]];
        return without.Count == 0 ? selection
            : selection with { Servers = new HashSet<string>(servers[true], StringComparer.OrdinalIgnoreCase) };
    }

    /// <summary>The lines, and what they could not take into account.</summary>
    public (IEnumerable<ExchangeCommand> Commands, IEnumerable<Finding> Findings) Build(CommandSelection selection)
    {
        if (current is null)
        {
            return (CommandBuilder.Build(plan, selection), []);
        }

        ChangePlanner changes = new(current, selection);
        List<ExchangeCommand> commands = [.. undo ? changes.BuildUndo(plan) : changes.Build(plan)];
        return (commands, changes.Findings);
    }

    private IEnumerable<PlannedServer> Chosen(CommandSelection selection) => plan.Servers.Where(selection.Includes);
}
