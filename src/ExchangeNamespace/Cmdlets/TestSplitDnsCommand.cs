using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.SplitDns;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Asks the inside and the outside DNS servers for the names of a plan, and judges names and zones. It needs the names of the same
/// servers together before it begins.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "SplitDns", DefaultParameterSetName = NameSet)]
[OutputType(typeof(SplitDnsName), typeof(SplitDnsZone), typeof(SplitDnsModel), typeof(bool))]
public sealed class TestSplitDnsCommand : NetworkCmdlet, ICheckCommand
{
    private const string NameSet = "Name";
    private const string PlanSet = "Plan";

    private readonly Dictionary<Fqdn, NameCheck> _checks = [];
    private readonly Dictionary<Fqdn, DnsModel?> _plannedZones = [];
    private readonly Dictionary<Fqdn, IReadOnlyList<MailExpectation>> _mail = [];
    private bool _isContradictory;
    private (string[] External, string[] Internal)? _servers;

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

    /// <summary>The DNS servers of the outside view.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] ExternalServer { get; set; } = [];

    /// <summary>The DNS servers of the inside view; those of this machine by default.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] InternalServer { get; set; } = [];

    /// <summary>How long to wait for one answer.</summary>
    [Parameter]
    [Seconds(0.05, 60)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often to ask again where no answer came.</summary>
    [Parameter]
    [ValidateRange(0, 10)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int Retry { get; set; } = 1;

    /// <summary>States that inside clients reach the public addresses of their own network.</summary>
    [Parameter]
    public SwitchParameter Hairpin { get; set; }

    /// <summary>Writes one object that carries the DNS model to Get-NamespacePlan.</summary>
    [Parameter]
    public SwitchParameter AsModel { get; set; }

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _isContradictory = AsModel && Quiet;
        if (_isContradictory)
        {
            WriteFaults([new InputFault(FaultIds.InputContradiction, nameof(Quiet), null,
                "-Quiet writes one Boolean, and -AsModel writes a model. Give one of the two.")]);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_isContradictory)
        {
            return;
        }

        // Rows may name servers of their own: what came before was for those of the row before.
        if (_servers is { } before
            && !(before.External.SequenceEqual(ExternalServer) && before.Internal.SequenceEqual(InternalServer)))
        {
            Check(before.External, before.Internal);
            _checks.Clear();
            _plannedZones.Clear();
            _mail.Clear();
        }

        _servers = (ExternalServer, InternalServer);
        if (Plan is not null)
        {
            foreach (PlannedZone zone in Plan.Zones)
            {
                _plannedZones[zone.Name] = zone.Model;
            }

            foreach (IGrouping<Fqdn, MailExpectation> mail in SplitDnsCheckPlanner.PlanMail(Plan))
            {
                _mail[mail.Key] = [.. mail];
            }

            foreach (NameCheck check in SplitDnsCheckPlanner.Plan(Plan, Hairpin))
            {
                _checks[check.Name] = check;
            }

            return;
        }

        foreach (string? text in Name ?? [string.Empty])
        {
            if (PathLike.Fault(text, nameof(Name), "a host name") is { } path)
            {
                WriteFaults([path]);
            }
            else if (Fqdn.TryParse(text, nameof(Name), out Fqdn? name, out InputFault? fault))
            {
                _checks[name] = SplitDnsCheckPlanner.Plan(name, Hairpin);
            }
            else
            {
                WriteFaults([fault]);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_servers is { } last)
        {
            Check(last.External, last.Internal);
        }

        WriteAnswer();
    }

    private void Check(string[] external, string[] own)
    {
        IReadOnlyList<DnsServerAddress>? outside = ReadServers(external, nameof(ExternalServer));
        IReadOnlyList<DnsServerAddress>? inside = ReadServers(own, nameof(InternalServer));
        if (outside is null || inside is null || _checks.Count == 0)
        {
            return;
        }

        try
        {
            if (OrOwn(inside, nameof(InternalServer)) is { } asked)
            {
                Run(new SplitDnsObserver(DnsFactory.Create(Timeout, Retry), asked, outside));
            }
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Run(SplitDnsObserver observer)
    {
        Dictionary<Fqdn, ZoneNames> zones = _plannedZones.Keys.ToDictionary(z => z, _ => new ZoneNames());
        foreach ((NameCheck check, NameObservation seen) in RunChecks(_checks.Values,
            async (c, cancel) => (c, await observer.ObserveNameAsync(c.Name, cancel).ConfigureAwait(false)), "Asking both views for names"))
        {
            SplitDnsName verdict = SplitDnsNameVerdict.Judge(check, seen);
            if (!zones.TryGetValue(verdict.Zone, out ZoneNames? names) && !check.IsPlanned)
            {
                zones.Add(verdict.Zone, names = new ZoneNames());
            }

            names?.Add(verdict.Zone, seen, verdict);
            Write(verdict, verdict.Findings);
        }

        string unknownLabel = UnknownLabel();
        List<(Fqdn, DnsModel?)> models = [];
        foreach (ZoneObservation seen in RunChecks(zones.Keys,
            (z, cancel) =>
                observer.ObserveZoneAsync(z, unknownLabel, _mail.TryGetValue(z, out IReadOnlyList<MailExpectation>? mail) ? mail : [],
                    cancel), "Asking both views for zones"))
        {
            _plannedZones.TryGetValue(seen.Zone, out DnsModel? planned);
            SplitDnsZone verdict = SplitDnsZoneVerdict.Judge(seen, zones[seen.Zone], planned);
            models.Add((verdict.Zone, verdict.Model));
            Write(verdict, verdict.Findings);
        }

        if (AsModel)
        {
            WriteModel(models);
        }
    }

    private void Write(ICheckResult verdict, IEnumerable<Finding> findings)
    {
        if (!IsShown(verdict))
        {
            return;
        }

        WriteFindings(findings);
        if (!AsModel)
        {
            WriteObject(verdict);
        }
    }

    private void WriteModel(List<(Fqdn Zone, DnsModel? Model)> models)
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
