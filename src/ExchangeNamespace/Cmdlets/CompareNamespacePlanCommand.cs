using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Comparison.Effects;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Compares a plan with a captured state, setting by setting, or with a plan that is in force, or tells with -Quiet whether everything is
/// as planned.
/// </summary>
[Cmdlet(VerbsData.Compare, "NamespacePlan", DefaultParameterSetName = RowSet)]
[OutputType(typeof(SettingComparison), ParameterSetName = [RowSet])]
[OutputType(typeof(bool), ParameterSetName = [QuietSet])]
[OutputType(typeof(PlanChange), typeof(string), typeof(bool), ParameterSetName = [ReferenceSet])]
public sealed class CompareNamespacePlanCommand : NamespaceCmdlet, ICheckCommand
{
    private const string RowSet = "Row";
    private const string QuietSet = "Quiet";
    private const string ReferenceSet = "Reference";

    private static readonly SettingVerdict[] Order =
    [
        SettingVerdict.Differs, SettingVerdict.Missing, SettingVerdict.Extra, SettingVerdict.Unknown, SettingVerdict.Irrelevant,
        SettingVerdict.Equal,
    ];

    private ExchangeState? _state;

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>The captured state, or objects of Exchange.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = RowSet)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = QuietSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? State { get; set; }

    /// <summary>Orders and groups the rows by server or by service.</summary>
    [Parameter(ParameterSetName = RowSet)]
    [SingleValue]
    public ComparisonGroup By { get; set; }

    /// <summary>Gives the rows that are as planned too.</summary>
    [Parameter(ParameterSetName = RowSet)]
    public SwitchParameter IncludeEqual { get; set; }

    /// <summary>The plan that is in force: what changes from it to the plan is written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ReferenceSet)]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan? Reference { get; set; }

    /// <summary>Writes objects, or a Markdown page.</summary>
    [Parameter(ParameterSetName = ReferenceSet)]
    [SingleValue]
    public PlanChangeForm As { get; set; }

    /// <summary>Writes one Boolean: whether everything is known to be as planned.</summary>
    [Parameter(Mandatory = true, ParameterSetName = QuietSet)]
    [Parameter(ParameterSetName = ReferenceSet)]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Reference is not null)
        {
            return;
        }

        List<InputFault> faults = [];
        _state = StateInput.Read(State, nameof(State), faults);
        WriteFaults(faults);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Reference is not null)
        {
            WriteChanges(PlanDifference.Of(Plan, Reference));
            return;
        }

        if (_state is null)
        {
            return;
        }

        foreach (SettingComparison row in PlanComparer.Compare(Plan, _state)
            .GroupBy(r => By == ComparisonGroup.Service ? r.Service : r.Server)
            .SelectMany(g => g.OrderBy(r => Array.IndexOf(Order, r.Verdict))))
        {
            if (!IsShown(row) || (row.Verdict == SettingVerdict.Equal && row.Finding is null && !IncludeEqual))
            {
                continue;
            }

            WriteObject(By == ComparisonGroup.Service ? ByService(row) : row);
            if (row.Finding is not null)
            {
                WriteFindings([row.Finding]);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteAnswer();

    private void WriteChanges(IReadOnlyList<PlanChange> changes)
    {
        HasChecked(changes.Count == 0 ? CheckOutcome.Passed : CheckOutcome.Failed);
        if (!Quiet)
        {
            WriteObject(As == PlanChangeForm.Markdown ? PlanChangeDocument.Of(Plan, changes) : changes, enumerateCollection: true);
        }
    }

    /// <summary>A name of its own in front of the type, so that the other table is the default one.</summary>
    private static PSObject ByService(SettingComparison row)
    {
        PSObject shown = new(row);
        shown.TypeNames.Insert(0, typeof(SettingComparison).FullName + "#ByService");
        return shown;
    }
}
