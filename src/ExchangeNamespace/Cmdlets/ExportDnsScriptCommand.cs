using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Writes the records of the views of a plan as zone text, <c>dnscmd</c> lines or cmdlets of the DnsServer module.</summary>
[Cmdlet(VerbsData.Export, "DnsScript", DefaultParameterSetName = LinesSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(ZoneRecord), typeof(FileInfo))]
public sealed class ExportDnsScriptCommand : MailRecordCmdlet
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

    /// <summary>Writes the time to live of a step before or after the cut-over in place of the records.</summary>
    [Parameter]
    [SingleValue]
    public DnsCutOverStep CutOverStep { get; set; }

    /// <summary>Writes the records as objects instead of lines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RecordSet)]
    public SwitchParameter AsRecord { get; set; }

    /// <summary>Writes the text of the MTA-STS policy file instead of lines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PolicySet)]
    public SwitchParameter AsPolicy { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (RefusesSecond(Plan))
        {
            return;
        }

        List<InputFault> faults = [];
        MailRecordInput? mail = ReadMail(faults);
        DnsScriptSet scripts = DnsScriptSet.Build(Plan, View, view => ReadInput(view, mail), Address, faults);
        WriteFaults(faults);
        if (faults.Count > 0 || IsFileMissing || (ParameterSetName == LinesSet && !MayWriteLines(scripts)))
        {
            return;
        }

        WriteFindings(scripts.Findings);
        if (ParameterSetName == PathSet)
        {
            WriteFiles(scripts);
        }
        else
        {
            WriteObject(AsPolicy ? scripts.PolicyLines : ParameterSetName == RecordSet ? scripts.Records : scripts.Lines,
                enumerateCollection: true);
        }
    }

    /// <summary>Lines of both views in one stream would be run on one DNS server: that is an error.</summary>
    private bool MayWriteLines(DnsScriptSet scripts)
    {
        if (scripts.IsForSeveralServers)
        {
            WriteError(ErrorRecords.MixedViews(Plan));
            return false;
        }

        return MayWriteLines($"the DNS records of {Plan.ExternalHost}");
    }

    private DnsScriptInput ReadInput(DnsView view, MailRecordInput? mail) => new()
    {
        View = view,
        Format = Format,
        Addresses = (IReadOnlyDictionary<string, object?>?)PlainObjectConverter.From(Address),
        SendingAddresses = SendingAddress,
        ReverseZones = ReverseZone,
        SpfRecord = SpfText.Read(SpfRecord),
        PlannedSpf = PlannedSpf.Of(Plan),
        IncludeSrv = IncludeSrv,
        Mail = mail,
        CutOverStep = Given(nameof(CutOverStep)) ? CutOverStep : null,
        TimeToLive = Given(nameof(TimeToLive)) ? TimeToLive : null,
        NameServers = NameServer,
        HostMaster = HostMaster,
        Serial = Given(nameof(Serial)) ? Serial : null,
        Storage = Given(nameof(ZoneStorage)) ? ZoneStorage : null,
    };

    private void WriteFiles(DnsScriptSet scripts) => WithFile(named =>
    {
        List<(string Path, DnsScriptFile File)> files = [.. scripts.Files.Select(f => (ScriptFile.Named(named, f.NameParts), f))];
        files.ForEach(f => FileWriter.RefuseExisting(this, f.Path, Force));
        files.ForEach(f => WriteFile(f.Path, f.File.Action, () => f.File.Lines(ModuleVersion, DateTime.UtcNow), f.File.NewLine));
        TellFiles(named, files.ConvertAll(f => f.Path));
    });
}
