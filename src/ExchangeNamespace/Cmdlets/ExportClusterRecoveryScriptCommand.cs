using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the ordered runbook out of a lost Exchange 2007 CCR site over force quorum, or back to the repaired node.</summary>
[Cmdlet(VerbsData.Export, "ClusterRecoveryScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(RunbookStep), typeof(FileInfo))]
public sealed class ExportClusterRecoveryScriptCommand : RunbookCmdlet
{
    /// <summary>NetBIOS name of the cluster.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string ClusterName { get; set; } = null!;

    /// <summary>NetBIOS name of the clustered mailbox server.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string ClusteredMailboxServer { get; set; } = null!;

    /// <summary>All nodes of the cluster.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] Node { get; set; } = null!;

    /// <summary>The nodes that are up, the one to work on first.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] SurvivingNode { get; set; } = null!;

    /// <summary>The nodes on which Exchange is completely installed.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] ExchangeNode { get; set; } = null!;

    /// <summary>The Windows version of the nodes.</summary>
    [Parameter(Mandatory = true)]
    [HarmlessText]
    [ValidateSet(ClusterWindowsText.Server2003, ClusterWindowsText.Server2008)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string WindowsVersion { get; set; } = null!;

    /// <summary>Which runbook is wanted.</summary>
    [Parameter]
    [SingleValue]
    public RecoveryVariant Variant { get; set; }

    /// <summary>Confirms that the other site is down and stays down.</summary>
    [Parameter]
    public SwitchParameter ConfirmOtherSiteDown { get; set; }

    /// <summary>The node to fail back to.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? TargetNode { get; set; }

    /// <summary>The server that gets the new witness share.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? WitnessServer { get; set; }

    /// <summary>Name of the witness share.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ShareName { get; set; }

    /// <summary>Folder of the witness share on its server.</summary>
    [Parameter]
    public string? ShareFolder { get; set; }

    /// <summary>NetBIOS name of the domain of the cluster's account.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Domain { get; set; }

    /// <summary>How the quorum is pointed to the share on Windows Server 2008.</summary>
    [Parameter]
    [SingleValue]
    public QuorumTool QuorumTool { get; set; }

    /// <summary>Name of the majority node set resource on Windows Server 2003.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? QuorumResource { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        List<InputFault> faults = [];
        Runbook? runbook = ClusterRecoveryPlanner.Plan(
            new ClusterRecoveryInput
            {
                Variant = Variant,
                Windows = ClusterWindowsText.Parse(WindowsVersion),
                ClusterName = ClusterName,
                ClusteredMailboxServer = ClusteredMailboxServer,
                Nodes = Node,
                SurvivingNodes = SurvivingNode,
                ExchangeNodes = ExchangeNode,
                TargetNode = TargetNode,
                WitnessServer = WitnessServer,
                ShareName = ShareName,
                ShareFolder = ShareFolder,
                Domain = Domain,
                QuorumTool = QuorumTool,
                QuorumResource = QuorumResource,
                OtherSiteIsDown = ConfirmOtherSiteDown,
            },
            faults);
        WriteRunbook(runbook, faults);
    }
}
