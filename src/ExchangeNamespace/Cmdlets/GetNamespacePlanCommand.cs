using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Requests;
using ExchangeNamespace.Serialization;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Derives one namespace plan from a few stated names. The plan is written once, at the end of input.</summary>
[Cmdlet(VerbsCommon.Get, "NamespacePlan", DefaultParameterSetName = NamesSet)]
[OutputType(typeof(NamespacePlan))]
public sealed class GetNamespacePlanCommand : NamespaceCmdlet
{
    private const string NamesSet = "Names";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly ServerInput _input = new();
    private readonly List<ServerRequest> _servers = [];
    private readonly List<string> _mailDomains = [];
    private object? _model;
    private bool _refused;

    /// <summary>
    /// Servers: names, hashtables, CSV rows, servers of a plan, a captured state, or live or deserialized Get-ExchangeServer objects.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = NamesSet)]
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = LiteralPathSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object[]? Server { get; set; }

    /// <summary>The design file; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    public string? Path { get; set; }

    /// <summary>The design file, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    public string? LiteralPath { get; set; }

    /// <summary>The host that clients on the Internet use.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = NamesSet)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ExternalHost { get; set; }

    /// <summary>The host that inside clients use.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? InternalHost { get; set; }

    /// <summary>The Active Directory domain.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ADDomain { get; set; }

    /// <summary>The primary mail domains.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? SmtpDomain { get; set; }

    /// <summary>Auto, Split, Separate or Pinpoint, or a map from zone to model.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DnsModelCompleter))]
    public object? DnsModel { get; set; }

    /// <summary>The version of servers that state none.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    public string? ExchangeVersion { get; set; }

    /// <summary>The host of the service connection points.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AutodiscoverHost { get; set; }

    /// <summary>The mail domains whose Autodiscover is found by a service record.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? AutodiscoverSrvDomain { get; set; }

    /// <summary>Hosts per service.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ServiceTableCompleter))]
    public Hashtable? ServiceHost { get; set; }

    /// <summary>Active Directory sites.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(SiteTableCompleter))]
    public Hashtable[]? Site { get; set; }

    /// <summary>Which server names the certificate carries.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [SingleValue]
    public ServerNameChoice ServerNameOnCertificate { get; set; }

    /// <summary>The strategy for a reverse proxy.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [SingleValue]
    public ReverseProxyStrategy ReverseProxy { get; set; }

    /// <summary>Who issues the certificate.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [SingleValue]
    public CertificateAuthority CertificateAuthority { get; set; }

    /// <summary>Further names for the certificate, wildcards allowed.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? CertificateName { get; set; }

    /// <summary>The common name of the certificates that carry it.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? CommonName { get; set; }

    /// <summary>Whether sites with different names get certificates of their own.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    public SwitchParameter CertificatePerSite { get; set; } = true;

    /// <summary>The public mail host.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? MailHost { get; set; }

    /// <summary>The public addresses of the mail host.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? MailIPAddress { get; set; }

    /// <summary>The name that mail is sent under, where it is not the mail host.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? SendingHost { get; set; }

    /// <summary>The public addresses that mail is sent from, where they are not those of the mail host.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? SendingIPAddress { get; set; }

    /// <summary>The exchangers of a hosted hygiene service in front, most preferred first.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? HygieneHost { get; set; }

    /// <summary>The address ranges that the hygiene service delivers from.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? HygieneIPRange { get; set; }

    /// <summary>Child domains that receive mail.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? MailChildDomain { get; set; }

    /// <summary>The name for 2007 servers beside newer ones.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? LegacyHost { get; set; }

    /// <summary>Leaves internal URLs and the service connection points alone.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    public SwitchParameter KeepInternalUrl { get; set; }

    /// <summary>Authentication methods per service.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ServiceTableCompleter))]
    public Hashtable? Authentication { get; set; }

    /// <summary>SSL offloading of Outlook Anywhere.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool SslOffloading { get; set; }

    /// <summary>The host for attachment downloads.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? DownloadHost { get; set; }

    /// <summary>Client generations in use.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [SingleValue(IsList = true)]
    public OutlookClient[]? Client { get; set; }

    /// <summary>The public addresses of the external host.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? ExternalIPAddress { get; set; }

    /// <summary>Where alias records stand in for address records.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [SingleValue]
    public AliasRecordChoice AliasRecord { get; set; }

    /// <summary>The day for which the certificate rules are judged; today by default.</summary>
    [Parameter]
    [Day]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime AsOf { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _model = DnsModel ?? _model;
        if (Server is null && MyInvocation.ExpectingInput && ParameterSetName == NamesSet)
        {
            Add(_input.Read(null));
        }

        foreach (object? server in Server ?? [])
        {
            Add(server);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        List<InputFault> faults = [];
        Dictionary<string, object?>? members = ReadDesign(faults);
        if (members is null)
        {
            WriteFaults(faults);
            return;
        }

        AddParameters(members);
        if (_servers.Count == 0 && _refused)
        {
            WriteFaults(faults);
            return;
        }

        (NamespaceRequest? request, FaultList refused) = FaultList.Collect(f => RequestReader.Read(members, _servers, DateTime.Today, f));
        PlanResult? result = request is null ? null : NamespacePlanner.Plan(request);
        WriteFaults(faults.Concat(refused));
        if (result is null)
        {
            return;
        }

        WriteFaults(result.Faults);
        WriteVerbose(result.Assumptions);

        if (result.Plan is { } plan)
        {
            WriteFindings(plan.Findings);
            WriteObject(plan);
        }
    }

    /// <summary>A captured state stands for its servers, and for the mail domains where none are stated.</summary>
    private void Add(object? server)
    {
        if (Bare.Of(server) is not ExchangeState state)
        {
            Add(_input.Read(server));
            return;
        }

        if (state.Servers.Count == 0)
        {
            _refused = true;
            WriteFaults([new InputFault(FaultIds.ServerNotRecognised, nameof(Server), state,
                "The captured state has no servers. Capture Get-ExchangeServer too, or give the servers.")]);
        }

        foreach (CapturedServer captured in state.Servers)
        {
            Add(_input.Read(captured));
        }

        MailDomains domains = MailDomains.Of(state);
        foreach (string reason in domains.LeftOut)
        {
            WriteVerbose(reason);
        }

        _mailDomains.AddRange(domains.Names);
    }

    private void Add(ServerReading? reading)
    {
        if (reading is not { } read)
        {
            return;
        }

        WriteFaults(read.Faults);
        _refused |= read.Faults.Count > 0;
        if (read.Skipped is not null)
        {
            WriteVerbose(read.Skipped);
        }

        if (read.Server is not null)
        {
            _servers.Add(read.Server);
        }
    }

    /// <summary>
    /// The members of the design file without its servers, which join those of the pipeline; none without a file, null for a refused one.
    /// </summary>
    private Dictionary<string, object?>? ReadDesign(List<InputFault> faults)
    {
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);
        if (ParameterSetName == NamesSet)
        {
            return members;
        }

        try
        {
            bool literal = ParameterSetName == LiteralPathSet;
            string file = FilePath.ResolveExisting(this, literal ? LiteralPath! : Path!, literal);
            (IReadOnlyDictionary<string, object?>? design, IReadOnlyList<InputFault> refused) = Interruptible(
                stopped => JsonFactory.ReadDesign(FilePath.ReadAll(file, FileLimits.PlanBytes), RequestReader.DesignSchemaVersion,
                    stopped));
            faults.AddRange(OfFile(file, refused));
            if (design is null)
            {
                return null;
            }

            foreach (KeyValuePair<string, object?> member in design)
            {
                members[member.Key] = member.Value;
            }
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
            return null;
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
        }

        int refusals = 0;
        foreach (ServerReading reading in _input.ReadDesign(members))
        {
            Add(reading);
            refusals += reading.Faults.Count;
            if (refusals > FileLimits.Faults)
            {
                faults.Add(FaultList.TooMany);
                return null;
            }
        }

        return members;
    }

    private void AddParameters(Dictionary<string, object?> members)
    {
        foreach (KeyValuePair<string, object> bound in MyInvocation.BoundParameters)
        {
            if (RequestReader.IsMember(bound.Key))
            {
                members[bound.Key] = PlainObjectConverter.From(bound.Value);
            }
        }

        if (_mailDomains.Count > 0 && !members.ContainsKey(nameof(SmtpDomain)))
        {
            WriteVerbose($"The mail domains are the accepted domains of the captured state: {string.Join(", ", _mailDomains)}.");
            members[nameof(SmtpDomain)] = _mailDomains.Distinct(StringComparer.OrdinalIgnoreCase).ToList<object?>();
        }

        if (_model is not null)
        {
            members[nameof(DnsModel)] = PlainObjectConverter.From(_model);
        }
    }
}
