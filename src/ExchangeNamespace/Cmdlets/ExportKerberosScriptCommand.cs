using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Kerberos;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the steps of the alternate service account that servers behind one name share for Kerberos.</summary>
[Cmdlet(VerbsData.Export, "KerberosScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(RunbookStep), typeof(FileInfo))]
public sealed class ExportKerberosScriptCommand : RunbookCmdlet
{
    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [PlanOrName]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>The account of 2013 and later.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AccountName { get; set; }

    /// <summary>The account of 2010.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? LegacyAccountName { get; set; }

    /// <summary>The client access arrays of 2010.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? ClientAccessArray { get; set; }

    /// <summary>The kinds of keys that tickets may have.</summary>
    [Parameter]
    [SingleValue]
    public TicketEncryption Encryption { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (RefusesSecond(Plan))
        {
            return;
        }

        List<InputFault> faults = [];
        Runbook? runbook = KerberosPlanner.Plan(
            new KerberosInput
            {
                Plan = Plan,
                AccountName = AccountName,
                LegacyAccountName = LegacyAccountName,
                ClientAccessArray = ClientAccessArray,
                Encryption = Encryption,
            },
            faults);
        WriteRunbook(runbook, faults);
    }
}
