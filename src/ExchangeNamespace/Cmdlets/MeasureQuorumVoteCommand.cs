using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Counts the votes of a Windows cluster: is there quorum, and what may still fail?</summary>
[Cmdlet(VerbsDiagnostic.Measure, "QuorumVote")]
[OutputType(typeof(QuorumVote))]
public sealed class MeasureQuorumVoteCommand : NamespaceCmdlet
{
    /// <summary>Who votes.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [SingleValue]
    public QuorumModel Model { get; set; }

    /// <summary>All nodes: their number, or their names.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object[] Node { get; set; } = null!;

    /// <summary>The nodes that are up: their number, or their names.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object[] NodeUp { get; set; } = null!;

    /// <summary>Whether the witness is up.</summary>
    [Parameter]
    public SwitchParameter WitnessUp { get; set; }

    /// <summary>The Windows version of the nodes.</summary>
    [Parameter]
    [HarmlessText]
    [ValidateSet(ClusterWindowsText.Server2003, ClusterWindowsText.Server2008)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? WindowsVersion { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        List<InputFault> faults = [];
        QuorumVote? vote = QuorumReader.Read(
            Model,
            WindowsVersion is null ? null : ClusterWindowsText.Parse(WindowsVersion),
            [.. Node.Select(Plain)],
            [.. NodeUp.Select(Plain)],
            MyInvocation.BoundParameters.ContainsKey(nameof(WitnessUp)) ? WitnessUp.IsPresent : null,
            faults);
        WriteFaults(faults);
        if (vote is not null)
        {
            WriteFindings(vote.Findings);
            WriteObject(vote);
        }
    }

    /// <summary>Numbers keep their type, so that a fault shows what was given.</summary>
    private static object? Plain(object? value) =>
        value is PSObject { BaseObject: ValueType number } ? number : value is ValueType ? value : PlainObjectConverter.From(value);
}
