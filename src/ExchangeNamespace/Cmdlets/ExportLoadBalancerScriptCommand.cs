using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.LoadBalancer;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the load balancer or reverse proxy that follows from a plan.</summary>
[Cmdlet(VerbsData.Export, "LoadBalancerScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(VirtualService), typeof(FileInfo))]
public sealed class ExportLoadBalancerScriptCommand : ScriptFileCmdlet
{
    private const string LineFeed = "\n";

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>What it is written in.</summary>
    [Parameter]
    [SingleValue]
    public LoadBalancerFormat Format { get; set; }

    /// <summary>Where TLS of clients ends.</summary>
    [Parameter]
    [SingleValue]
    public LoadBalancerMode Mode { get; set; }

    /// <summary>Gives each host a pool and a probe of its own.</summary>
    [Parameter]
    public SwitchParameter PerService { get; set; }

    /// <summary>The sites that the balancer stands in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string[]? Site { get; set; }

    /// <summary>The views whose hosts lead to it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SingleValue(IsList = true)]
    public DnsView[]? View { get; set; }

    /// <summary>The addresses that it listens on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? ListenAddress { get; set; }

    /// <summary>The mail protocols that it passes on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SingleValue(IsList = true)]
    public MailService[]? MailService { get; set; }

    /// <summary>Opens the admin centre outside.</summary>
    [Parameter]
    public SwitchParameter AdminCenter { get; set; }

    /// <summary>Opens remote PowerShell.</summary>
    [Parameter]
    public SwitchParameter RemotePowerShell { get; set; }

    /// <summary>How many seconds browsers use https only.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int HstsMaxAge { get; set; }

    /// <summary>The folder of certificates on the balancer.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? CertificateFolder { get; set; }

    /// <summary>The file with the authorities of the servers' certificates on the balancer.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? CaFile { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (RefusesSecond(Plan))
        {
            return;
        }

        List<InputFault> faults = [];
        if (Format == LoadBalancerFormat.Table && ParameterSetName == PathSet)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(Path), Path,
                "-Format Table gives objects and no lines. Leave -Path out, and pipe them into Export-Csv or ConvertTo-Json."));
        }

        LoadBalancerScript? script = LoadBalancerScript.Build(Input(), faults);
        WriteFaults(faults);
        if (script is not null && faults.Count == 0)
        {
            Write(script);
        }
    }

    private void Write(LoadBalancerScript script)
    {
        if (Format != LoadBalancerFormat.Table && ParameterSetName == LinesSet && !MayWriteLines("the load balancer"))
        {
            return;
        }

        WriteFindings(script.Findings);
        if (Format == LoadBalancerFormat.Table)
        {
            WriteObject(script.Services, enumerateCollection: true);
        }
        else if (ParameterSetName == PathSet)
        {
            WithFile(file => WriteFile(file, "Write the configuration of the load balancer", () => script.Lines, LineFeed));
        }
        else
        {
            WriteObject(script.Lines, enumerateCollection: true);
        }
    }

    private LoadBalancerInput Input() => new()
    {
        Plan = Plan,
        Format = Format,
        Mode = Mode,
        PerService = PerService,
        Sites = Site,
        Views = View,
        ListenAddresses = ListenAddress,
        MailServices = MailService ?? [],
        AdminCenter = AdminCenter,
        RemotePowerShell = RemotePowerShell,
        HstsMaxAge = Given(nameof(HstsMaxAge)) ? HstsMaxAge : null,
        CertificateFolder = CertificateFolder,
        CaFile = CaFile,
    };
}
