using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Cmdlets;

/// <summary>The endpoints whose certificates are checked, and how they are asked.</summary>
public abstract class EndpointCertificateCmdlet : NetworkCmdlet
{
    private protected const string EndpointSet = "Endpoint";
    private protected const string PlanSet = "Plan";

    /// <summary>Servers to ask: host:port or address:port.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EndpointSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] Endpoint { get; set; } = [];

    /// <summary>The names to ask each endpoint for; its own host by default.</summary>
    [Parameter(ParameterSetName = EndpointSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] ServerName { get; set; } = [];

    /// <summary>Begins with SMTP and STARTTLS; the default on ports 25, 587 and 2525.</summary>
    [Parameter(ParameterSetName = EndpointSet)]
    public SwitchParameter StartTls { get; set; }

    /// <summary>The DNS servers that know the endpoints; those of this machine by default.</summary>
    [Parameter(ParameterSetName = EndpointSet)]
    [Parameter(ParameterSetName = PlanSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] DnsServer { get; set; } = [];

    /// <summary>The name to give to mail servers; localhost by default.</summary>
    [Parameter(ParameterSetName = EndpointSet)]
    [Parameter(ParameterSetName = PlanSet)]
    [HarmlessText]
    [ValidatePattern(SmtpDialogue.HelloNamePattern)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string HelloName { get; set; } = "localhost";

    /// <summary>How long one endpoint may take.</summary>
    [Parameter(ParameterSetName = EndpointSet)]
    [Parameter(ParameterSetName = PlanSet)]
    [Seconds(0.05, 300)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Asks the endpoints.</summary>
    private protected IEnumerable<FoundCertificate> Live()
    {
        List<InputFault> faults = [];
        IReadOnlyList<EndpointQuestion> questions = EndpointQuestion.ReadAll(Endpoint, ServerName, StartTls, faults);
        WriteFaults(faults);
        return Ask(questions, q => q).Select(a => a.Found);
    }

    /// <summary>Asks each item its question; one certificate for each address behind its name.</summary>
    private protected IEnumerable<(T Item, FoundCertificate Found)> Ask<T>(
        IReadOnlyList<T> items, Func<T, EndpointQuestion> question)
    {
        if (Observer([.. items.Select(question)]) is not { } observer)
        {
            yield break;
        }

        ICertificateReader reader = CertificateFactory.Create();
        TimeSpan timeout = Timeout;
        foreach ((T item, IReadOnlyList<LiveAnswer> answers) in RunChecks(items,
            async (item, stop) => (item, await observer.AskAsync(question(item), stop).ConfigureAwait(false)),
            "Asking endpoints for their certificates"))
        {
            foreach (LiveAnswer answer in answers)
            {
                List<InputFault> unread = [];
                FoundCertificate found = Interruptible(stopped => FoundCertificate.Of(answer, reader, timeout, unread, stopped));
                WriteFaults(unread);
                yield return (item, found);
            }
        }
    }

    private EndpointObserver? Observer(IReadOnlyList<EndpointQuestion> questions)
    {
        bool byName = questions.Any(q => !q.Endpoint.IsAddress);
        IReadOnlyList<DnsServerAddress>? servers = ReadServers(DnsServer, nameof(DnsServer));
        if (servers is not null && byName)
        {
            servers = OrOwn(servers, nameof(DnsServer));
        }

        return servers is null ? null : Observers.Endpoints(questions, servers, Timeout, HelloName);
    }
}
