using System;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Design;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Planning;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Plans the way from the present plan, or a captured state, to a target plan: every step in order.</summary>
[Cmdlet(VerbsCommon.New, "NamespaceMigration", DefaultParameterSetName = StateSet)]
[OutputType(typeof(NamespaceMigration))]
public sealed class NewNamespaceMigrationCommand : NamespaceCmdlet
{
    private const string PlanSet = "Plan";
    private const string StateSet = "State";

    /// <summary>The plan that the organisation has now.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PlanSet)]
    [ValidateNotNull]
    [PlanOrStateNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan? Plan { get; set; }

    /// <summary>The captured settings of now: alone, the present plan is inferred from them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = StateSet)]
    [Parameter(ParameterSetName = PlanSet)]
    [ValidateNotNull]
    [PlanOrStateNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public ExchangeState? State { get; set; }

    /// <summary>The plan to arrive at.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNull]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan Target { get; set; } = null!;

    /// <summary>The plans in between, in order: versions that must be gone through, or sites that move first.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan[] Via { get; set; } = [];

    /// <summary>The functional level of the forest, as (Get-ADForest).ForestMode shows it.</summary>
    [Parameter]
    [SingleValue]
    public ForestFunctionalLevel ForestFunctionalLevel { get; set; }

    /// <summary>The longest time to live of the records that move, now: seconds or a time span.</summary>
    [Parameter]
    [TimeToLive]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan TimeToLive { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if ((Plan ?? Infer(State!)) is not { } present)
        {
            return;
        }

        List<InputFault> faults = [];
        NamespaceMigration? migration = MigrationPlanner.Plan(
            new MigrationInput
            {
                Present = present,
                Plans = [.. Via, Target],
                State = State,
                ForestLevel = Given(nameof(ForestFunctionalLevel)) ? ForestFunctionalLevel : null,
                TimeToLive = Given(nameof(TimeToLive)) ? TimeToLive : null,
            },
            faults);
        WriteFaults(faults);
        if (migration is not null)
        {
            WriteFindings(migration.Findings);
            WriteObject(migration);
        }
    }

    private NamespacePlan? Infer(ExchangeState state)
    {
        NamespaceDesign design = StateDesigner.Infer(state, Today);
        PlanResult? result = design.Request is { } request ? NamespacePlanner.Plan(request) : null;
        if (result?.Plan is { Servers.Count: > 0 } plan)
        {
            return plan;
        }

        WriteFaults(result?.Faults.Count > 0 ? result.Faults : [new InputFault(FaultIds.StateEmpty, nameof(State), state.ToString(),
            "No plan can be inferred from these settings. Give the present plan, and the settings with -State.")]);
        return null;
    }
}
