using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Services;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.SplitDns;
using ExchangeNamespace.State;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Makes the checks of a verdict, side by side.</summary>
public abstract class VerdictCmdlet : VerdictServersCmdlet
{
    private const int Retries = 1;
    private SplitDnsJudge? _views;
    private SplitDnsChecks? _names;
    private SplitDnsObserver? _viewObserver;
    private SemaphoreSlim? _connections;
    private IReadOnlyList<DnsServerAddress> _known = [];

    /// <summary>Which of the inputs for the network were given.</summary>
    private CheckInputs NetworkInputs => (ExternalServer.Length > 0 ? CheckInputs.Views : CheckInputs.None)
        | (Probe ? CheckInputs.Probe : CheckInputs.None) | (Endpoint.Length > 0 ? CheckInputs.Endpoint : CheckInputs.None);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _connections?.Dispose();
    }

    /// <summary>Makes every check that there is enough for; null where an input was refused, which is then an error.</summary>
    private protected NamespaceVerdict? Make(CheckMaterial material, DateTime now)
    {
        List<CheckNotMade> notMade = [.. CheckTable.NotMade(material.Inputs | NetworkInputs)];
        IReadOnlyList<CheckJob>? network = material.Plan is null ? [] : NetworkJobs(material.Plan, now, notMade);
        if (network is null)
        {
            return null;
        }

        List<NamespaceCheckResult> results = [.. Run([.. OfflineChecks.Of(material), .. network])];

        // Zones are judged with the names that were found in them.
        results.AddRange(Run(_viewObserver is { } observer ? [.. NetworkChecks.Zones(_names!, _views!, observer, UnknownLabel())] : []));
        if (Probe && material.Plan is { } plan)
        {
            results.AddRange(NetworkChecks.Services(Judge(Services(plan, material.State), Timeout, now)));
        }

        IEnumerable<CheckNotMade> empty = CheckTable.Empty(material.Inputs | NetworkInputs, results)
            .Where(e => notMade.All(n => n.Check != e.Check));
        return VerdictMaker.Make(material.Plan?.ExternalHost.Value ?? "(captured settings)", VerdictMaker.Order(results),
            [.. notMade, .. empty], now);
    }

    private IEnumerable<NamespaceCheckResult> Run(IReadOnlyCollection<CheckJob> jobs) =>
        RunChecks(jobs, (job, cancel) => job.RunAsync(cancel), "Checking the namespace").SelectMany(r => r);

    /// <summary>The parts of the checks of a plan that contact servers; null where an input was refused, which is then an error.</summary>
    private IReadOnlyList<CheckJob>? NetworkJobs(NamespacePlan plan, DateTime now, ICollection<CheckNotMade> notMade)
    {
        IReadOnlyList<DnsServerAddress>? outside = ReadServers(ExternalServer, nameof(ExternalServer));
        IReadOnlyList<DnsServerAddress>? inside = ReadServers(InternalServer, nameof(InternalServer));
        IReadOnlyList<DnsServerAddress>? named = ReadServers(DnsServer, nameof(DnsServer));
        List<InputFault> faults = [];
        string[] hosts = [.. Probe ? EndpointNeeds.Hosts(plan, View, HttpsPort) : []];
        EndpointQuestion[] questions = [.. EndpointQuestion.ReadAll(hosts, [], startTls: false, faults)
            .Concat(EndpointQuestion.ReadAll(Endpoint, [], startTls: false, faults)
                .Select(q => q.ServerName is null ? q with { ServerName = plan.ExternalHost.Value } : q)).Distinct()];
        WriteFaults(faults);
        if (outside is null || inside is null || named is null || faults.Count > 0)
        {
            return null;
        }

        bool isNamed = Probe || questions.Any(q => !q.Endpoint.IsAddress);
        IReadOnlyList<DnsServerAddress>? known = isNamed ? OrOwn(named, nameof(DnsServer)) : named;
        IReadOnlyList<DnsServerAddress>? own = outside.Count > 0 ? OrOwn(inside, nameof(InternalServer)) : inside;
        _known = known ?? [];
        return known is null || own is null ? null
            : [.. Views(plan, own, outside), .. Endpoints(plan, questions, known, now), .. Probe ? Hosts(plan, known, now, notMade) : []];
    }

    /// <summary>The hosts alone; their certificates are a check of their own.</summary>
    private ServiceRound Services(NamespacePlan plan, ExchangeState? state) => Observers.Services(plan, state,
        new ServiceQuestions { Plan = plan, View = View, State = state, Servers = new HashSet<string>() }.Of([]), _known,
        new ServiceObserverOptions { Timeout = Timeout }, new HttpPorts(HttpPort, HttpsPort), hasCertificates: false);

    private IEnumerable<CheckJob> Views(NamespacePlan plan, IReadOnlyList<DnsServerAddress> inside,
        IReadOnlyList<DnsServerAddress> outside)
    {
        if (outside.Count == 0)
        {
            return [];
        }

        _names = new SplitDnsChecks();
        _names.Add(plan, Hairpin);
        _views = new SplitDnsJudge(_names);
        _viewObserver = new SplitDnsObserver(DnsFactory.Create(Timeout, Retries), inside, outside);
        return NetworkChecks.Names(_names, _views, _viewObserver);
    }

    private IEnumerable<CheckJob> Endpoints(NamespacePlan plan, IReadOnlyCollection<EndpointQuestion> questions,
        IReadOnlyList<DnsServerAddress> servers, DateTime now) => questions.Count == 0 ? []
        : NetworkChecks.Endpoints(plan, questions, Observers.Endpoints(questions, servers, Timeout, OwnHost.HelloName()),
            CertificateFactory.Create(), Timeout, now);

    private IEnumerable<CheckJob> Hosts(NamespacePlan plan, IReadOnlyList<DnsServerAddress> servers, DateTime now,
        ICollection<CheckNotMade> notMade)
    {
        _connections = new SemaphoreSlim(ThrottleLimit);
        CheckJob[] mail = [.. NetworkChecks.Mail(plan, Observers.Mail(servers, Timeout, Retries,
            Observers.MailOptions(SmtpPort, helloName: null, SmtpTimeout, DnsServer.Length > 0), _connections, HttpsPort), now)];
        if (mail.Length == 0)
        {
            notMade.Add(new CheckNotMade(NamespaceCheck.MailIdentity,
                "The plan has no mail host or no mail domain. Give Get-NamespacePlan -MailHost."));
        }

        LiveOptions options = new()
        {
            Timeout = Timeout,
            Now = now,
            UnknownLabel = UnknownLabel(),
            AllowPrivate = View == DnsView.Internal,
            HttpsPort = HttpsPort,
        };
        return mail.Concat(AutodiscoverChecks.Live(plan, View, topology => Observers.Autodiscover(servers, options, HttpPort, topology)));
    }
}
