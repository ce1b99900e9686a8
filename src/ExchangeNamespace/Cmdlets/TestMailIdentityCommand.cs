using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net.NetworkInformation;
using System.Threading;
using ExchangeNamespace.Binding;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Mail.Identity;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Follows the chain between a domain and its mail, live: MX, addresses, conversation, PTR, SPF. One verdict for each link; no mail is
/// sent.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "MailIdentity", DefaultParameterSetName = DomainSet)]
[OutputType(typeof(MailIdentityLink), typeof(bool))]
public sealed class TestMailIdentityCommand : NetworkCmdlet, ICheckCommand
{
    private const string DomainSet = "Domain";
    private const string PlanSet = "Plan";

    private readonly Dictionary<(Fqdn Domain, Fqdn? Host), MailCheck> _checks = [];

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

    /// <summary>The name to give in EHLO; the name of this machine by default.</summary>
    [Parameter]
    [HarmlessText]
    [ValidatePattern(SmtpDialogue.HelloNamePattern)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? HelloName { get; set; }

    /// <summary>How long to wait for one answer of DNS.</summary>
    [Parameter]
    [Seconds(0.05, 60)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often to ask DNS again where no answer came.</summary>
    [Parameter]
    [ValidateRange(0, 10)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int Retry { get; set; } = 1;

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
            MailCheck[] checks = [.. MailCheck.Of(Plan)];
            foreach (MailCheck check in checks)
            {
                _checks[(check.Domain, null)] = check;
            }

            if (checks.Length == 0)
            {
                faults.Add(new InputFault(FaultIds.MailNotPlanned, nameof(Plan), Plan.ExternalHost.Value,
                    "The plan has no mail host or no mail domain. Give Get-NamespacePlan -MailHost."));
            }
        }
        else
        {
            ReadDomains(faults);
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
        if (ReadServers(DnsServer, nameof(DnsServer)) is not { } servers || _checks.Count == 0)
        {
            return;
        }

        try
        {
            if (OrOwn(servers, nameof(DnsServer)) is not { } asked)
            {
                return;
            }

            CachingResolver resolver = new(DnsFactory.Create(Timeout, Retry));
            MailObserverOptions options = new(Port, HelloName ?? OwnName(), SmtpTimeout, DateTimeOffset.UtcNow.ToUnixTimeSeconds());
            using SemaphoreSlim connections = new(ThrottleLimit);
            MailObserver observer = new(new MailDns(resolver, asked), new SmtpProbe(), CertificateFactory.CreateLeafReader(), options,
                connections);
            foreach (MailObservation seen in RunChecks(_checks.Values, observer.ObserveAsync, "Following the mail chain"))
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

    private void ReadDomains(List<InputFault> faults)
    {
        List<string> senders = [];
        foreach (string text in SendingIPAddress ?? [])
        {
            if (AddressSyntax.TryNormalise(text ?? string.Empty, out string? address))
            {
                senders.Add(address);
            }
            else
            {
                faults.Add(new InputFault(FaultIds.AddressInvalid, nameof(SendingIPAddress), text, AddressSyntax.Refusal(text)));
            }
        }

        Fqdn? host = null;
        if (SendingHost is not null && !Fqdn.TryParse(SendingHost, nameof(SendingHost), out host, out InputFault? wrong))
        {
            faults.Add(wrong);
        }

        if (faults.Count > 0)
        {
            return;
        }

        foreach (string? text in Domain ?? [string.Empty])
        {
            if (PathLike.Fault(text, nameof(Domain), "a mail domain") is { } path)
            {
                faults.Add(path);
            }
            else if (Fqdn.TryParse(text, nameof(Domain), out Fqdn? domain, out InputFault? fault))
            {
                IEnumerable<string> before = _checks.TryGetValue((domain, host), out MailCheck? known) ? known.SendingAddresses : [];
                _checks[(domain, host)] = new MailCheck
                {
                    Domain = domain,
                    SendingHost = host,
                    SendingAddresses = [.. before.Union(senders, StringComparer.Ordinal)],
                };
            }
            else
            {
                faults.Add(fault);
            }
        }
    }

    /// <summary>The full name of this machine; an address literal where it has none (RFC 5321 4.1.4).</summary>
    private static string OwnName()
    {
        IPGlobalProperties own = IPGlobalProperties.GetIPGlobalProperties();
        return Fqdn.TryParse(own.HostName + "." + own.DomainName, nameof(own), out Fqdn? name, out _) ? name.Value : "[127.0.0.1]";
    }
}
