using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Model;
using ExchangeNamespace.Spf;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the records of one view of a plan as zone text, <c>dnscmd</c> lines or cmdlets of the DnsServer module.</summary>
[Cmdlet(VerbsData.Export, "DnsScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(ZoneRecord), typeof(FileInfo))]
public sealed class ExportDnsScriptCommand : ScriptFileCmdlet
{
    private const string RecordSet = "Record";

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>The view whose records are wanted.</summary>
    [Parameter(Mandatory = true)]
    public DnsView View { get; set; }

    /// <summary>The language.</summary>
    [Parameter(Mandatory = true)]
    public DnsScriptFormat Format { get; set; }

    /// <summary>Hosts with an address or a list of addresses each, as the view is to answer.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? Address { get; set; }

    /// <summary>The addresses that mail is sent from.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SendingAddress { get; set; }

    /// <summary>The reverse zones, as names or prefixes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ReverseZone { get; set; }

    /// <summary>One SPF record for all mail domains, a hashtable of names with a record each, or the results of New-SpfRecord.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? SpfRecord { get; set; }

    /// <summary>Adds the service record of Autodiscover for each mail domain.</summary>
    [Parameter]
    public SwitchParameter IncludeSrv { get; set; }

    /// <summary>How long answers may be kept.</summary>
    [Parameter]
    public TimeSpan TimeToLive { get; set; }

    /// <summary>The name servers of zone text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? NameServer { get; set; }

    /// <summary>The mail address of the person in charge of zone text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? HostMaster { get; set; }

    /// <summary>The serial number of zone text.</summary>
    [Parameter]
    public long Serial { get; set; }

    /// <summary>Where Windows keeps zones that the script makes.</summary>
    [Parameter]
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
        DnsScript? script = DnsScript.Build(Plan, ReadInput(), faults);
        WriteFaults(faults);
        if (script is null)
        {
            return;
        }

        if (ParameterSetName == LinesSet && !MayWriteLines($"the DNS records of {Plan.ExternalHost}"))
        {
            return;
        }

        WriteFindings(script.Findings);
        switch (ParameterSetName)
        {
            case RecordSet:
                WriteObject(script.Zones.SelectMany(z => z.Records), enumerateCollection: true);
                break;
            case PathSet:
                WriteFiles(script);
                break;
            default:
                WriteObject(script.Parts.SelectMany(p => p.Lines), enumerateCollection: true);
                break;
        }
    }

    private DnsScriptInput ReadInput() => new()
    {
        View = View,
        Format = Format,
        Addresses = (IReadOnlyDictionary<string, object?>?)NeutralTree.From(Address),
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
        object? given = SpfRecord is PSObject wrapped ? wrapped.BaseObject : SpfRecord;
        object?[] items = given is object[] list ? [.. list.Select(i => i is PSObject item ? item.BaseObject : i)] : [given];
        return items.Length > 0 && items.All(i => i is SpfRecordResult)
            ? items.Cast<SpfRecordResult>().GroupBy(r => r.Domain.Value).ToDictionary(g => g.Key, g => (object?)g.First().Record)
            : NeutralTree.From(SpfRecord);
    }

    private void WriteFiles(DnsScript script) => WithFile(named =>
    {
        IReadOnlyList<DnsScriptPart> parts = script.Parts;
        List<(string File, DnsScriptPart Part)> files = [.. parts.Select(p => (parts.Count == 1 ? named : NameOf(named, p.Zone!), p))];
        files.ForEach(f => FileWriter.RefuseExisting(this, f.File, Force));
        files.ForEach(f => WriteFile(
            f.File, f.Part.Zone is null ? $"Write the records of the {View} view" : $"Write the zone {f.Part.Zone} of the {View} view", () => f.Part.Lines, script.NewLine));
    });

    private static string NameOf(string file, string zone) => System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(file)!,
        System.IO.Path.GetFileNameWithoutExtension(file) + "." + zone + System.IO.Path.GetExtension(file));
}
