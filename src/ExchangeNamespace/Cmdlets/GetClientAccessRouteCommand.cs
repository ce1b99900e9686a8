using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Follows a client's request from server to server: local, proxy, redirect or failure, with the rule behind each hop.</summary>
[Cmdlet(VerbsCommon.Get, "ClientAccessRoute", DefaultParameterSetName = PlanSet)]
[OutputType(typeof(ClientAccessRoute), typeof(string))]
public sealed class GetClientAccessRouteCommand : NamespaceCmdlet
{
    private const string PlanSet = "Plan";
    private const string StateSet = "State";
    private const string PlanAllSet = "PlanAll";
    private const string StateAllSet = "StateAll";

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PlanSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PlanAllSet)]
    [ValidateNotNull]
    [PlanOrStateNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan? Plan { get; set; }

    /// <summary>The captured state.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = StateSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = StateAllSet)]
    [ValidateNotNull]
    [PlanOrStateNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public ExchangeState? State { get; set; }

    /// <summary>Follows every protocol from every site to every site.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PlanAllSet)]
    [Parameter(Mandatory = true, ParameterSetName = StateAllSet)]
    public SwitchParameter All { get; set; }

    /// <summary>What the client speaks; everything by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SingleValue(IsList = true)]
    public RouteProtocol[] Protocol { get; set; } = [];

    /// <summary>Where the client is.</summary>
    [Parameter]
    [SingleValue]
    public DnsView View { get; set; } = DnsView.External;

    /// <summary>The server that the client reaches.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [Parameter(ParameterSetName = StateSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public string? Server { get; set; }

    /// <summary>The site that the client reaches.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [Parameter(ParameterSetName = StateSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string? Site { get; set; }

    /// <summary>The server that holds the mailbox.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [Parameter(ParameterSetName = StateSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public string? MailboxServer { get; set; }

    /// <summary>The site of the mailbox.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [Parameter(ParameterSetName = StateSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string? MailboxSite { get; set; }

    /// <summary>The version of the mailbox, where its site has several.</summary>
    [Parameter(ParameterSetName = PlanSet)]
    [Parameter(ParameterSetName = StateSet)]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? MailboxVersion { get; set; }

    /// <summary>Writes each route as a Mermaid flowchart.</summary>
    [Parameter]
    public SwitchParameter AsGraph { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        List<InputFault> faults = [.. State is null ? [] : RouteTopologyReader.Missing(State)];
        WriteFaults(faults);
        if (faults.Count > 0)
        {
            return;
        }

        RouteTopology topology = State is not null ? RouteTopologyReader.Read(State) : RouteTopologyReader.Read(Plan!);
        RouteInput input = new()
        {
            Protocols = Protocol,
            View = View,
            Server = Server,
            Site = Site,
            MailboxServer = MailboxServer,
            MailboxSite = MailboxSite,
            MailboxVersion = MailboxVersion,
        };
        string[] names = [.. topology.Servers.Select(s => s.Name)];
        IEnumerable<RouteQuestion> questions = All ? RouteQuestionReader.Matrix(topology, input) : RouteQuestionReader.Read(
            topology, input, NamePatterns.Expand(Server, names), NamePatterns.Expand(MailboxServer, names), faults);
        WriteFaults(faults);
        if (!All && questions.FirstOrDefault() is { } first)
        {
            WriteVerbose(RouteAssumptions.Of(input, first));
        }

        RouteSimulator simulator = new(topology);
        foreach (RouteQuestion question in questions)
        {
            if (Stopping)
            {
                throw new PipelineStoppedException();
            }

            ClientAccessRoute route = simulator.Trace(question);
            WriteNewFindings(route.Findings);
            WriteObject(AsGraph ? RouteGraph.Of(route) : route);
        }
    }
}
