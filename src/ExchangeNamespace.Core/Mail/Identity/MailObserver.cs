using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>
/// Looks at a domain and its mail servers. Each server is spoken to once in a run, and the number of connections at a time is bounded.
/// </summary>
/// <param name="dns">The way to DNS.</param>
/// <param name="smtp">The way to mail servers.</param>
/// <param name="readCertificate">Reads a certificate in DER, in no more time than the conversation had.</param>
/// <param name="options">How to ask.</param>
/// <param name="connections">How many connections there may be at a time.</param>
/// <param name="http">The way to web servers; null where no policy is fetched.</param>
internal sealed class MailObserver(
    MailDns dns, ISmtpProbe smtp, Func<byte[], CancellationToken, CertificateReading> readCertificate, MailObserverOptions options,
    SemaphoreSlim connections, IHttpProbe? http = null)
{
    /// <summary>No domain needs more exchangers, and a record must not make this machine busy.</summary>
    private const int MostExchangers = 20;
    private const int MostAddresses = 10;
    private const int MostPointers = 10;

    private readonly ConcurrentDictionary<ProbeTarget, Lazy<Task<ServerObservation>>> _servers = new();

    public async Task<MailObservation> ObserveAsync(MailCheck check, CancellationToken cancel)
    {
        string domain = check.Domain.Value;
        RecordLookup mx = await dns.RecordsAsync(domain, DnsRecordType.MX, cancel).ConfigureAwait(false);
        DnsAnswerRecord[] records = [.. mx.Records.OrderBy(r => r.Preference).ThenBy(r => r.Value, StringComparer.Ordinal)];
        bool isImplicit = records.Length == 0 && mx.Status is DnsAnswerStatus.NoData;
        ExchangerObservation[] exchangers = isImplicit
            ? await Task.WhenAll(ExchangerAsync(domain, 0, isImplicit: true, cancel)).ConfigureAwait(false)
            : await Task.WhenAll(records.Take(MostExchangers).Select(r => ExchangerAsync(r.Value, r.Preference, isImplicit: false, cancel)))
                .ConfigureAwait(false);
        (IReadOnlyList<string> senders, bool assumed) = Senders(check, exchangers);
        RecordLookup announced = await dns.RecordsAsync(MtaStsPolicy.RecordPrefix + domain, DnsRecordType.TXT, cancel)
            .ConfigureAwait(false);
        return new MailObservation
        {
            Check = check,
            MailExchangers = mx,
            Exchangers = exchangers,
            LeftOut = Math.Max(0, records.Length - MostExchangers),
            Senders = await Task.WhenAll(senders.Select(a => SenderAsync(check, a, exchangers, cancel))).ConfigureAwait(false),
            SendersAssumed = assumed,
            Dmarc = await dns.RecordsAsync("_dmarc." + domain, DnsRecordType.TXT, cancel).ConfigureAwait(false),
            MtaSts = announced,
            Policy = http is not null && PublishedRecords.AnnouncesPolicy(announced)
                ? await new PolicyObserver(dns, http, options.Timeout).FetchAsync(domain, cancel).ConfigureAwait(false) : null,
            Keys = await new TlsaObserver(dns, readCertificate, options).ObserveAsync(domain, exchangers, cancel).ConfigureAwait(false),
            TlsReport = await dns.RecordsAsync("_smtp._tls." + domain, DnsRecordType.TXT, cancel).ConfigureAwait(false),
        };
    }

    private static (IReadOnlyList<string> Senders, bool Assumed) Senders(MailCheck check, IEnumerable<ExchangerObservation> exchangers) =>
        check.SendingAddresses.Count > 0 || check.IsPlanned
            ? (check.SendingAddresses, false)
            : ([.. exchangers.SelectMany(e => e.Addresses?.Addresses ?? []).Distinct(StringComparer.Ordinal).Take(MostAddresses)], true);

    private async Task<ExchangerObservation> ExchangerAsync(string name, int preference, bool isImplicit, CancellationToken cancel)
    {
        if (AddressSyntax.TryNormalise(name, out _) || !Fqdn.TryParse(name, nameof(name), out Fqdn? host, out _))
        {
            return new ExchangerObservation { Name = name, Preference = preference, IsImplicit = isImplicit };
        }

        HostLookup addresses = await dns.AddressesAsync(host.Value, cancel).ConfigureAwait(false);
        ServerObservation[] servers = await Task.WhenAll(
            addresses.Addresses.Take(MostAddresses).Select(a => ServerAsync(new ProbeTarget(a, options.Port, host.Value), cancel)))
                .ConfigureAwait(false);
        return new ExchangerObservation { Name = name, Preference = preference, IsImplicit = isImplicit, Addresses = addresses,
            Servers = servers };
    }

    private Task<ServerObservation> ServerAsync(ProbeTarget target, CancellationToken cancel) =>
        _servers.GetOrAdd(target, t => new Lazy<Task<ServerObservation>>(() => SpeakAsync(t, cancel))).Value;

    private async Task<ServerObservation> SpeakAsync(ProbeTarget target, CancellationToken cancel)
    {
        await connections.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            SmtpObservation seen = await smtp.ProbeAsync(target, options.HelloName, options.Timeout, cancel).ConfigureAwait(false);
            CertificateReading? reading = seen.Tls is { Chain.Count: > 0 } tls
                ? CertificateReading.Within(options.Timeout, end => readCertificate(tls.Chain[0], end), cancel)
                : null;
            return new ServerObservation(seen, reading?.Bundle?.Leaf, reading?.Fault);
        }
        finally
        {
            connections.Release();
        }
    }

    private async Task<SenderObservation> SenderAsync(MailCheck check, string address, IEnumerable<ExchangerObservation> exchangers,
        CancellationToken cancel)
    {
        RecordLookup pointer = await dns.RecordsAsync(ReverseName.Of(AddressSyntax.Read(address)), DnsRecordType.PTR, cancel)
            .ConfigureAwait(false);
        (string, HostLookup?)[] names = await Task.WhenAll(pointer.Records.Take(MostPointers).Select(r => ForwardAsync(r.Value, cancel)))
            .ConfigureAwait(false);
        string? hello = check.SendingHost?.Value
            ?? exchangers.SelectMany(e => e.Servers).FirstOrDefault(s => s.Smtp.Target.Address == address)?.Smtp.BannerHost;
        SpfEvaluator spf = new(new SpfDns(dns.Resolver, dns.Servers), options.Time);
        IPAddress sender = AddressSyntax.Read(address);
        return new SenderObservation
        {
            Address = address,
            Pointer = pointer,
            Names = names,
            Policy = await spf.EvaluateAsync(SpfSender.Of(sender, SpfSender.DefaultLocalPart + "@" + check.Domain.Value, hello), null,
                cancel).ConfigureAwait(false),
            HelloPolicy = hello is null || hello == check.Domain.Value || !Fqdn.TryParse(hello, nameof(hello), out Fqdn? name, out _) ? null
                : await spf.EvaluateAsync(SpfSender.Of(sender, null, name.Value), null, cancel).ConfigureAwait(false),
        };
    }

    private async Task<(string Name, HostLookup? Forward)> ForwardAsync(string name, CancellationToken cancel) =>
        (name, Fqdn.TryParse(name, nameof(name), out Fqdn? host, out _)
            ? await dns.AddressesAsync(host.Value, cancel).ConfigureAwait(false) : null);
}
