using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Walks the steps in which a client looks for Autodiscover: over a plan or a state, or over the network.</summary>
[Cmdlet(VerbsCommon.Get, "AutodiscoverRoute", DefaultParameterSetName = PlanSet)]
[OutputType(typeof(AutodiscoverRoute), typeof(string))]
public sealed class GetAutodiscoverRouteCommand : LiveAutodiscoverCmdlet
{
    private const string PlanSet = "Plan";
    private const string StateSet = "State";

    /// <summary>The mail addresses; only the part behind the @ matters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? EmailAddress { get; set; }

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ParameterSetName = PlanSet)]
    [Parameter(Position = 1, ValueFromPipeline = true, ParameterSetName = LiveSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [PlanOrStateNotPath]
    public NamespacePlan? Plan { get; set; }

    /// <summary>The captured state.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ParameterSetName = StateSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = LiveSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [PlanOrStateNotPath]
    public ExchangeState? State { get; set; }

    /// <summary>The clients.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SingleValue(IsList = true)]
    public AutodiscoverClient[] Client { get; set; } = [AutodiscoverClient.Outlook2016];

    /// <summary>The client is a member of the Active Directory domain.</summary>
    [Parameter]
    public SwitchParameter DomainJoined { get; set; }

    /// <summary>Where the client is: inside by default where it is a member of the domain, else outside.</summary>
    [Parameter]
    [SingleValue]
    public DnsView View { get; set; }

    /// <summary>The Active Directory site of the client.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string? Site { get; set; }

    /// <summary>The Active Directory site of the mailbox; the client's by default, else the first.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string? MailboxSite { get; set; }

    /// <summary>What is known beside plan or state: who answers at a name.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [Parameter(ParameterSetName = StateSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(KnownTableCompleter))]
    public Hashtable? Known { get; set; }

    /// <summary>Judges the steps after a hit as well.</summary>
    [Parameter]
    public SwitchParameter AllSteps { get; set; }

    /// <summary>Writes each walk as the text of a Mermaid flowchart.</summary>
    [Parameter]
    public SwitchParameter AsGraph { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        List<InputFault> faults = [];
        List<InputFault> addressFaults = [];
        AutodiscoverInput input = ReadInput();
        IReadOnlyList<AutodiscoverQuestion> questions = AutodiscoverQuestionReader.Read(input, faults, addressFaults);
        KnownAnswers known = KnownAnswers.Read((IReadOnlyDictionary<string, object?>?)PlainObjectConverter.From(Known), nameof(Known),
            faults);
        IReadOnlyList<DnsServerAddress> servers = DnsServerAddress.ReadAll(DnsServer, nameof(DnsServer), faults);
        IAutodiscoverTopology? topology = State is not null ? new StateTopology(State) : Plan is not null ? new PlanTopology(Plan) : null;
        AutodiscoverQuestionReader.CheckSite(topology, MailboxSite, nameof(MailboxSite), faults);
        WriteFaults(faults);
        WriteFaults(addressFaults);
        if (faults.Count > 0 || questions.Count == 0)
        {
            return;
        }

        WriteVerbose(AutodiscoverAssumptions.Of(input, questions[0], topology));
        try
        {
            IAutodiscoverFacts? facts = Live ? LiveFacts(servers, topology, isInside: questions[0].View == DnsView.Internal)
                : new PlannedFacts(topology!, known);
            if (facts is not null)
            {
                Walk(questions, facts, topology);
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

    private AutodiscoverInput ReadInput() => new()
    {
        EmailAddresses = EmailAddress ?? [string.Empty],
        Clients = Client,
        DomainJoined = DomainJoined,
        View = Given(nameof(View)) ? View : null,
        Site = Site,
        MailboxSite = MailboxSite,
        AllSteps = AllSteps,
    };

    private void Walk(IReadOnlyList<AutodiscoverQuestion> questions, IAutodiscoverFacts facts, IAutodiscoverTopology? topology)
    {
        foreach (AutodiscoverRoute route in RunChecks(
            questions, (q, cancel) =>
                AutodiscoverWalker.WalkAsync(q, facts, topology?.Urls(q) ?? [], Live, cancel), "Walking the steps of Autodiscover"))
        {
            WriteFindings(route.Findings);
            WriteObject(AsGraph ? AutodiscoverGraph.Of(route) : route);
        }
    }
}
