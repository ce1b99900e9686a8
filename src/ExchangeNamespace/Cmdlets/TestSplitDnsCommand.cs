using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.SplitDns;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Asks the inside and the outside DNS servers for the names of a plan, and judges names and zones. It needs the names of the same
/// servers together before it begins.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "SplitDns", DefaultParameterSetName = NameSet)]
[OutputType(typeof(SplitDnsName), typeof(SplitDnsZone), typeof(SplitDnsModel), typeof(bool))]
public sealed class TestSplitDnsCommand : IssuerViewsCmdlet, ICheckCommand
{
    private const string NameSet = "Name";
    private const string PlanSet = "Plan";
    private bool _isRefused;
    private SplitDns.CutOver? _cutOver;

    /// <summary>The host names to look up.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = NameSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The plan whose names are looked up and compared.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = PlanSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [PlanOrName]
    public NamespacePlan? Plan { get; set; }

    /// <summary>States that inside clients reach the public addresses of their own network.</summary>
    [Parameter]
    public SwitchParameter Hairpin { get; set; }

    /// <summary>When the records are to change: each time to live is judged for that moment.</summary>
    [Parameter]
    [Moment]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime? CutOver { get; set; }

    /// <summary>Writes one object that carries the DNS model to Get-NamespacePlan.</summary>
    [Parameter]
    public SwitchParameter AsModel { get; set; }

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        List<InputFault> faults = [];
        if (AsModel && Quiet)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(Quiet), null,
                "-Quiet writes one Boolean, and -AsModel writes a model. Give one of the two."));
        }

        ReadIssuer(faults);
        _cutOver = SplitDns.CutOver.Read(CutOver, DateTime.UtcNow, TimeZoneInfo.Local, faults);
        _isRefused = faults.Count > 0;
        WriteFaults(faults);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_isRefused)
        {
            return;
        }

        BeginRow();
        if (Plan is not null)
        {
            Checks.Add(Plan, Hairpin);
        }
        else
        {
            WriteFaults(Checks.Add(Name ?? [string.Empty], Hairpin, text => PathLike.Fault(text, nameof(Name), "a host name")));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        EndRows();
        WriteAnswer();
    }

    private protected override void Run(SplitDnsObserver observer)
    {
        SplitDnsJudge judge = new(Checks, _cutOver, Issuer);
        foreach ((NameCheck check, NameObservation seen) in RunChecks(Checks.Names,
            async (c, cancel) => (c, await observer.ObserveNameAsync(c.Name, cancel, Issuer is null ? null : Checks.CertificateOf(c.Name))
                .ConfigureAwait(false)), "Asking both views for names"))
        {
            SplitDnsName verdict = judge.Judge(check, seen);
            Write(verdict, verdict.Findings);
        }

        string unknownLabel = UnknownLabel();
        foreach (ZoneObservation seen in RunChecks(judge.Zones,
            (z, cancel) => observer.ObserveZoneAsync(z, unknownLabel, Checks.MailOf(z), cancel), "Asking both views for zones"))
        {
            SplitDnsZone verdict = judge.Judge(seen);
            Write(verdict, verdict.Findings);
        }

        if (AsModel)
        {
            WriteModel(judge.Models);
        }
    }

    private void Write(ICheckResult verdict, IEnumerable<Finding> findings)
    {
        if (IsShown(verdict))
        {
            WriteFindings(findings);
            WriteObject(AsModel ? [] : new[] { verdict }, enumerateCollection: true);
        }
    }

    private void WriteModel(IReadOnlyList<(Fqdn Zone, DnsModel? Model)> models)
    {
        foreach ((Fqdn zone, _) in models.Where(m => m.Model is null))
        {
            WriteError(ErrorRecords.DnsModelUnknown(zone));
        }

        if (SplitDnsModel.Of(models) is { } model)
        {
            WriteObject(model);
        }
    }
}
