using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.FrontDoor.Services;
using ExchangeNamespace.Mail.Identity;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Makes what looks at servers, the same for each command that asks them.</summary>
internal static class Observers
{
    /// <summary>Looks at mail domains.</summary>
    /// <param name="servers">The DNS servers.</param>
    /// <param name="dnsTime">How long one answer of DNS may take.</param>
    /// <param name="retries">How often to ask DNS again.</param>
    /// <param name="options">How mail servers are asked.</param>
    /// <param name="connections">Bounds the connections at a time.</param>
    /// <param name="httpsPort">The port of the web servers that publish policies.</param>
    public static MailObserver Mail(IReadOnlyList<DnsServerAddress> servers, TimeSpan dnsTime, int retries, MailObserverOptions options,
        SemaphoreSlim connections, int httpsPort) => new(
            new MailDns(new CachingResolver(DnsFactory.Create(dnsTime, retries)), servers), new SmtpProbe(),
            CertificateFactory.CreateLeafReader(), options, connections, new HttpProbe(new HttpPorts(Https: httpsPort),
                CertificateFactory.CreateLeafReader()));

    /// <summary>How mail servers are asked now.</summary>
    public static MailObserverOptions MailOptions(int port, string? helloName, TimeSpan time, bool isResolverNamed) =>
        new(port, helloName ?? OwnHost.HelloName(), time, DateTimeOffset.UtcNow.ToUnixTimeSeconds()) { IsResolverNamed = isResolverNamed };

    /// <summary>Asks endpoints; DNS and mail only where one of them needs it.</summary>
    public static EndpointObserver Endpoints(IReadOnlyCollection<EndpointQuestion> questions, IReadOnlyList<DnsServerAddress> servers,
        TimeSpan time, string helloName) => new(
            questions.Any(q => !q.Endpoint.IsAddress) ? DnsFactory.Create(time, retries: 1) : null,
            servers,
            new TlsProbe(),
            questions.Any(q => q.StartTls) ? new SmtpProbe() : null,
            time,
            helloName);

    /// <summary>What the network says about Autodiscover.</summary>
    public static IAutodiscoverFacts Autodiscover(IReadOnlyList<DnsServerAddress> servers, LiveOptions options, int httpPort,
        IAutodiscoverTopology? topology) => new LiveFacts(new NameFinder(DnsFactory.Create(options.Timeout, retries: 0), servers),
            new HttpProbe(new HttpPorts(httpPort, options.HttpsPort), CertificateFactory.CreateLeafReader()), options, topology);

    /// <summary>Asks services of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="state">The captured settings; null without them.</param>
    /// <param name="questions">What is asked.</param>
    /// <param name="servers">The DNS servers; empty where every address is known.</param>
    /// <param name="options">How services are asked.</param>
    /// <param name="ports">The ports.</param>
    /// <param name="hasCertificates">Whether certificates are looked at too.</param>
    public static ServiceRound Services(NamespacePlan plan, ExchangeState? state, IReadOnlyList<ServiceQuestion> questions,
        IReadOnlyList<DnsServerAddress> servers, ServiceObserverOptions options, HttpPorts ports, bool hasCertificates = true) => new()
    {
        Plan = plan,
        State = state,
        Questions = questions,
        HttpsPort = ports.Https,
        Finder = new AddressFinder(
            questions.Any(q => q.Addresses.Count == 0) ? DnsFactory.Create(options.Timeout, retries: 1) : null, servers),
        Certificates = hasCertificates ? new EndpointObserver(null, [], new TlsProbe(), null, options.Timeout, string.Empty) : null,
        Services = new ServiceObserver(form => new HttpProbe(ports, (_, _) => new CertificateReading(null, null), form), options),
    };
}
