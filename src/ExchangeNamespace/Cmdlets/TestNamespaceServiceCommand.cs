using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.FrontDoor.Services;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.State;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Asks every service of the hosts and servers of a plan what a client asks first, without a password.</summary>
[Cmdlet(VerbsDiagnostic.Test, "NamespaceService")]
[OutputType(typeof(NamespaceServiceCheck), typeof(string), typeof(bool))]
public sealed class TestNamespaceServiceCommand : ServiceQuestionCmdlet, ICheckCommand
{
    private ExchangeState? _state;
    private bool _isRefused;

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>The captured state, or objects of Exchange: versions and schemes of the servers.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? State { get; set; }

    /// <summary>The moment for which certificates are judged; now by default.</summary>
    [Parameter]
    [Moment]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public DateTime AsOf { get; set; }

    /// <summary>Writes objects, or the text of a monitoring system.</summary>
    [Parameter]
    [SingleValue]
    public VerdictForm As { get; set; }

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        List<InputFault> faults = [];
        if (Quiet && As != VerdictForm.Object)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(Quiet), null,
                "-Quiet writes one Boolean, and -As a text. Give one of the two."));
        }

        _state = Given(nameof(State)) ? StateInput.Read(State, nameof(State), faults) : null;
        foreach (string text in EmailAddress)
        {
            if (!AutodiscoverQuestionReader.TryReadAddress(text, out _, out _, out InputFault? fault))
            {
                faults.Add(fault!);
            }
        }

        if (EmailAddress.Length > 0 && Service.Length > 0 && !Service.Contains(ClientService.Autodiscover))
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, nameof(EmailAddress), null,
                "-EmailAddress asks Autodiscover, and -Service leaves it out. Add Autodiscover to -Service."));
        }

        WriteFaults(faults);
        _isRefused = faults.Count > 0;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            if (!_isRefused && SelectServers(Plan, Server, out ISet<string>? servers) && Round(servers) is { } round)
            {
                Report(Judge(round, Timeout, MomentOrNow(AsOf, nameof(AsOf))));
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

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteAnswer();

    private ServiceRound? Round(ISet<string>? servers)
    {
        List<InputFault> faults = [];
        IReadOnlyList<ServiceQuestion> questions = new ServiceQuestions
        {
            Plan = Plan,
            View = View,
            State = _state,
            Services = Service,
            Servers = servers,
            Resolve = HostAddresses.Read(Resolve, nameof(Resolve), faults),
        }.Of(faults);
        WriteFaults(faults);
        IReadOnlyList<DnsServerAddress>? named = ReadServers(DnsServer, nameof(DnsServer));
        IReadOnlyList<DnsServerAddress>? known = named is not null && questions.Any(q => q.Addresses.Count == 0)
            ? OrOwn(named, nameof(DnsServer)) : named;
        ServiceObserverOptions options = new() { Timeout = Timeout, Count = Count, Handshake = Handshake, MailAddresses = EmailAddress };
        return faults.Count > 0 || known is null ? null
            : Observers.Services(Plan, _state, questions, known, options, new HttpPorts(HttpPort, HttpsPort));
    }

    private void Report(IReadOnlyList<NamespaceServiceCheck> checks)
    {
        if (As == VerdictForm.Object)
        {
            foreach (NamespaceServiceCheck check in checks.Where(IsShown))
            {
                WriteFindings(check.Findings);
                WriteObject(check);
            }

            return;
        }

        NamespaceVerdict verdict = VerdictMaker.Make(Plan.ExternalHost.Value,
            VerdictMaker.Order(NetworkChecks.Services(checks)), [], MomentOrNow(AsOf, nameof(AsOf)));
        WriteObject(VerdictText.Of(verdict, As), enumerateCollection: true);
        VerdictText.SetExitCode(SessionState, verdict, As);
    }
}
