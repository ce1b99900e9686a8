using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Mail.Identity;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Follows the chain between a domain and its mail, live, with one verdict for each link; no mail is sent.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MailIdentity", DefaultParameterSetName = DomainSet)]
[OutputType(typeof(MailIdentityLink), typeof(bool))]
public sealed class TestMailIdentityCommand : DnsQuestionCmdlet, ICheckCommand
{
    private const string DomainSet = "Domain";
    private const string PlanSet = "Plan";

    private readonly MailCheckSet _checks = new();

    /// <summary>The mail domains.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = DomainSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Domain { get; set; }

    /// <summary>The plan whose mail domains are checked and compared.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = PlanSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [PlanOrName]
    public NamespacePlan? Plan { get; set; }

    /// <summary>The addresses that mail is sent from.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = DomainSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? SendingIPAddress { get; set; }

    /// <summary>The name that mail is sent under.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = DomainSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? SendingHost { get; set; }

    /// <summary>The DNS servers to ask; those of this machine by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] DnsServer { get; set; } = [];

    /// <summary>The port of the mail servers.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int Port { get; set; } = 25;

    /// <summary>The port of the web servers that publish MTA-STS policies.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int HttpsPort { get; set; } = 443;

    /// <summary>The name to give in EHLO; the name of this machine by default.</summary>
    [Parameter]
    [HarmlessText]
    [ValidatePattern(SmtpDialogue.HelloNamePattern)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? HelloName { get; set; }

    /// <summary>How long one conversation with a mail server may take.</summary>
    [Parameter]
    [Seconds(0.1, 600)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan SmtpTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        List<InputFault> faults = [];
        if (Plan is not null)
        {
            _checks.Add(Plan, faults);
        }
        else
        {
            _checks.Add(Domain ?? [string.Empty], SendingIPAddress ?? [], SendingHost,
                text => PathLike.Fault(text, nameof(Domain), "a mail domain"), faults);
        }

        WriteFaults(faults);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Follow();
        WriteAnswer();
    }

    private void Follow()
    {
        if (ReadServers(DnsServer, nameof(DnsServer)) is not { } servers || _checks.All.Count == 0)
        {
            return;
        }

        try
        {
            if (OrOwn(servers, nameof(DnsServer)) is not { } asked)
            {
                return;
            }

            using SemaphoreSlim connections = new(ThrottleLimit);
            MailObserver observer = Observers.Mail(asked, Timeout, Retry,
                Observers.MailOptions(Port, HelloName, SmtpTimeout, servers.Count > 0), connections, HttpsPort);
            foreach (MailObservation seen in RunChecks(_checks.All, observer.ObserveAsync, "Following the mail chain"))
            {
                foreach (MailIdentityLink link in MailRules.Judge(seen, DateTime.UtcNow).Where(IsShown))
                {
                    WriteNewFindings(link.Findings);
                    WriteObject(link);
                }
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
}
