using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>How a run asks.</summary>
/// <param name="Port">The port of the mail servers.</param>
/// <param name="HelloName">The name to give in EHLO.</param>
/// <param name="Timeout">How long one conversation may take.</param>
/// <param name="Time">The time of the run, as seconds since 1970.</param>
internal sealed record MailObserverOptions(int Port, string HelloName, TimeSpan Timeout, long Time);

/// <summary>
/// Looks at a domain and its mail servers. Each server is spoken to once in a run, and the number of connections at a time is bounded.
/// </summary>
/// <param name="dns">The way to DNS.</param>
/// <param name="smtp">The way to mail servers.</param>
/// <param name="readCertificate">Reads a certificate in DER, in no more time than the conversation had.</param>
/// <param name="options">How to ask.</param>
/// <param name="connections">How many connections there may be at a time.</param>
internal sealed class MailObserver(
    MailDns dns, ISmtpProbe smtp, Func<byte[], CancellationToken, CertificateReading> readCertificate, MailObserverOptions options,
    SemaphoreSlim connections)
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
        return new MailObservation
        {
            Check = check,
            MailExchangers = mx,
            Exchangers = exchangers,
            LeftOut = Math.Max(0, records.Length - MostExchangers),
            Senders = await Task.WhenAll(senders.Select(a => SenderAsync(check, a, exchangers, cancel))).ConfigureAwait(false),
            SendersAssumed = assumed,
            Dmarc = await dns.RecordsAsync("_dmarc." + domain, DnsRecordType.TXT, cancel).ConfigureAwait(false),
            MtaSts = await dns.RecordsAsync("_mta-sts." + domain, DnsRecordType.TXT, cancel).ConfigureAwait(false),
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
