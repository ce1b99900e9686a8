using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the records of the views of a plan as zone text, <c>dnscmd</c> lines or cmdlets of the DnsServer module.</summary>
[Cmdlet(VerbsData.Export, "DnsScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(ZoneRecord), typeof(FileInfo))]
public sealed class ExportDnsScriptCommand : ScriptFileCmdlet
{
    private const string RecordSet = "Record";

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>The views whose records are wanted; both by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SingleValue(IsList = true)]
    public DnsView[] View { get; set; } = [DnsView.External, DnsView.Internal];

    /// <summary>The language; zone text by default.</summary>
    [Parameter]
    [SingleValue]
    public DnsScriptFormat Format { get; set; }

    /// <summary>Hosts with an address or a list of addresses each, as the view is to answer.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(HostTableCompleter))]
    public Hashtable? Address { get; set; }

    /// <summary>The addresses that mail is sent from.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? SendingAddress { get; set; }

    /// <summary>The reverse zones, as names or prefixes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? ReverseZone { get; set; }

    /// <summary>One SPF record for all mail domains, a hashtable of names with a record each, or the results of New-SpfRecord.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? SpfRecord { get; set; }

    /// <summary>Adds the service record of Autodiscover for each mail domain.</summary>
    [Parameter]
    public SwitchParameter IncludeSrv { get; set; }

    /// <summary>How long answers may be kept.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan TimeToLive { get; set; }

    /// <summary>The name servers of zone text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? NameServer { get; set; }

    /// <summary>The mail address of the person in charge of zone text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? HostMaster { get; set; }

    /// <summary>The serial number of zone text.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public long Serial { get; set; }

    /// <summary>Where Windows keeps zones that the script makes.</summary>
    [Parameter]
    [SingleValue]
    public DnsZoneStorage ZoneStorage { get; set; }

    /// <summary>Writes the records as objects instead of lines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RecordSet)]
    public SwitchParameter AsRecord { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (RefusesSecond(Plan))
        {
            return;
        }

        List<InputFault> faults = [];
        List<DnsScript> scripts = Build([.. View.Distinct()], faults);
        WriteFaults(faults);
        if (faults.Count > 0 || RefusesMixedViews(scripts)
            || (ParameterSetName == LinesSet && !MayWriteLines($"the DNS records of {Plan.ExternalHost}")))
        {
            return;
        }

        WriteFindings(scripts.SelectMany(s => s.Findings));
        switch (ParameterSetName)
        {
            case RecordSet:
                WriteObject(scripts.SelectMany(s => s.Zones).SelectMany(z => z.Records), enumerateCollection: true);
                break;
            case PathSet:
                WriteFiles(scripts);
                break;
            default:
                WriteObject(scripts.SelectMany(s => s.Parts).SelectMany(p => p.Lines), enumerateCollection: true);
                break;
        }
    }

    private List<DnsScript> Build(IReadOnlyList<DnsView> views, List<InputFault> faults)
    {
        if (views.Count > 1 && Given(nameof(Address)))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(Address), Address,
                "-Address states what one view answers, and two views are written. Choose the view with -View External or -View "
                    + "Internal."));
        }

        List<DnsScript> scripts = [];
        foreach (DnsView view in views)
        {
            // What is wrong with the input is wrong for each view, and is reported once.
            if (faults.Count == 0 && DnsScript.Build(Plan, ReadInput(view), faults) is { } script)
            {
                scripts.Add(script);
            }
        }

        return scripts;
    }

    /// <summary>Lines of both views in one stream would be run on one DNS server: that is an error.</summary>
    private bool RefusesMixedViews(List<DnsScript> scripts)
    {
        if (ParameterSetName != LinesSet || Format == DnsScriptFormat.Bind || scripts.Count <= 1)
        {
            return false;
        }

        WriteError(ErrorRecords.MixedViews(Plan));
        return true;
    }

    private DnsScriptInput ReadInput(DnsView view) => new()
    {
        View = view,
        Format = Format,
        Addresses = (IReadOnlyDictionary<string, object?>?)PlainObjectConverter.From(Address),
        SendingAddresses = SendingAddress,
        ReverseZones = ReverseZone,
        SpfRecord = ReadSpf(),
        PlannedSpf = PlannedSpf.Of(Plan),
        IncludeSrv = IncludeSrv,
        TimeToLive = Given(nameof(TimeToLive)) ? TimeToLive : null,
        NameServers = NameServer,
        HostMaster = HostMaster,
        Serial = Given(nameof(Serial)) ? Serial : null,
        Storage = Given(nameof(ZoneStorage)) ? ZoneStorage : null,
    };

    /// <summary>The results of New-SpfRecord as they are, or what can be typed.</summary>
    private object? ReadSpf()
    {
        object? given = Bare.Of(SpfRecord);
        object?[] items = given is object[] list ? [.. list.Select(i => i is PSObject item ? item.BaseObject : i)] : [given];
        return items.Length > 0 && items.All(i => i is SpfRecordResult)
            ? items.Cast<SpfRecordResult>().GroupBy(r => r.Domain.Value).ToDictionary(g => g.Key, g => (object?)g.First().Record)
            : PlainObjectConverter.From(SpfRecord);
    }

    private void WriteFiles(IReadOnlyList<DnsScript> scripts) => WithFile(named =>
    {
        List<(string File, DnsScript Script, DnsScriptPart Part)> files = [
            .. scripts.SelectMany(s => s.Parts.Select(p => (FileOf(named, scripts, s, p), s, p)))];
        files.ForEach(f => FileWriter.RefuseExisting(this, f.File, Force));
        files.ForEach(f => WriteFile(
            f.File,
            f.Part.Zone is null ? $"Write the records of the {f.Script.View} view"
                : $"Write the zone {f.Part.Zone} of the {f.Script.View} view",
            () => f.Script.Format == DnsScriptFormat.DnsServer
                ? ScriptFrame.Enclose(f.Part.Lines, ModuleVersion, DateTime.UtcNow, []) : f.Part.Lines,
            f.Script.NewLine));
        TellFiles(named, files.ConvertAll(f => f.File));
    });

    /// <summary>
    /// The name that was given, with the view before its extension where there are two, and with the zone where there are several.
    /// </summary>
    private static string FileOf(string named, IReadOnlyList<DnsScript> scripts, DnsScript script, DnsScriptPart part)
    {
        string[] parts = [
            .. scripts.Count > 1 ? [script.View.ToString()] : Array.Empty<string>(),
            .. part.Zone is { } zone && script.Parts.Count > 1 ? [zone] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? named : System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(named)!,
            string.Join(".", parts.Prepend(System.IO.Path.GetFileNameWithoutExtension(named))) + System.IO.Path.GetExtension(named));
    }
}
