using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Makes the one SPF record of each name from its senders, merged with the record that exists.</summary>
[Cmdlet(VerbsCommon.New, "SpfRecord", DefaultParameterSetName = DomainSet)]
[OutputType(typeof(SpfRecordResult))]
public sealed class NewSpfRecordCommand : SpfSenderCmdlet
{
    private const string DomainSet = "Domain";
    private const string PlanSet = "Plan";

    /// <summary>The mail domains.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = DomainSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Domain { get; set; }

    /// <summary>The plan whose mail domains, sending addresses and names are taken.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = PlanSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [PlanOrName]
    public NamespacePlan? Plan { get; set; }

    /// <summary>What the record says about everybody else.</summary>
    [Parameter]
    [SingleValue]
    public SpfQualifier All { get; set; }

    /// <summary>The record or records that exist.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Existing { get; set; }

    /// <summary>Terms of the existing record to leave out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Remove { get; set; }

    /// <summary>Names that the servers give with HELO.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? HelloName { get; set; }

    /// <summary>Child domains that send like the domain.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? ChildDomain { get; set; }

    /// <summary>Further domains from which no mail comes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? SilentDomain { get; set; }

    /// <summary>No mail comes from the domain.</summary>
    [Parameter]
    public SwitchParameter SendsNoMail { get; set; }

    /// <summary>Asks DNS for the record that exists and for what other records cost.</summary>
    [Parameter]
    public SwitchParameter LookUp { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        List<InputFault> faults = [.. (Domain ?? []).Select(d => PathLike.Fault(d, nameof(Domain), "a mail domain")).OfType<InputFault>()];
        if (faults.Count > 0)
        {
            WriteFaults(faults);
            return;
        }

        SpfRecordInput input = ReadInput();
        SpfRecordOptions? options = Interruptible(stopped => SpfRecordInputReader.Read(input, faults, stopped));
        WriteFaults(faults);
        bool looks = LookUp || DnsServer.Length > 0;
        SpfDns? dns = looks && options is not null ? OpenDns(isNeeded: true) : null;
        if (options is null || (looks && dns is null))
        {
            return;
        }

        try
        {
            foreach (IReadOnlyList<SpfMade> all in RunChecks([new SpfRecordMaker(options, dns)], (m, cancel) => m.MakeAsync(cancel),
                "Making SPF records"))
            {
                foreach (SpfMade made in all)
                {
                    Write(made);
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Write(SpfMade made)
    {
        WriteFaults(made.Faults);
        if (made.Result is not null)
        {
            WriteNewFindings(made.Result.Findings);
            WriteObject(made.Result);
        }
    }

    private SpfRecordInput ReadInput() => new()
    {
        Plan = Plan,
        Domains = ParameterSetName == PlanSet ? null : Domain ?? [string.Empty],
        Addresses = IPAddress,
        Mx = Mx,
        A = A,
        Hosts = HostName,
        Includes = Include,
        All = Given(nameof(All)) ? All : null,
        Existing = Existing,
        Remove = Remove,
        HelloNames = HelloName,
        ChildDomains = ChildDomain,
        SilentDomains = SilentDomain,
        SendsNoMail = SendsNoMail,
    };
}
