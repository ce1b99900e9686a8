using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>Asks for the TLSA records of exchangers, and whether everything on the way to them is proven (RFC 7672 2.2).</summary>
/// <param name="dns">The way to DNS.</param>
/// <param name="readCertificate">Reads a certificate in DER.</param>
/// <param name="options">How to ask.</param>
internal sealed class TlsaObserver(
    MailDns dns, Func<byte[], CancellationToken, CertificateReading> readCertificate, MailObserverOptions options)
{
    /// <summary>No server sends more, and each is read.</summary>
    private const int MostAuthorities = 8;

    public async Task<IReadOnlyList<TlsaObservation>> ObserveAsync(string domain, IEnumerable<ExchangerObservation> exchangers,
        CancellationToken cancel)
    {
        List<TlsaObservation> found = [];
        foreach (ExchangerObservation exchanger in exchangers.Where(e => e.Addresses is { Addresses.Count: > 0 }))
        {
            RecordLookup records = await dns.SignedAsync($"_{options.Port}._tcp.{exchanger.Name}", DnsRecordType.TLSA, cancel)
                .ConfigureAwait(false);
            if (records.Records.Count > 0 || !records.IsConclusive)
            {
                bool isProven = records.IsAuthenticated && options.IsResolverNamed
                    && await IsProvenAsync(domain, exchanger, cancel).ConfigureAwait(false);
                found.Add(new TlsaObservation(exchanger, records, isProven, records.Records.Count == 0
                    ? new Dictionary<string, IReadOnlyList<CertificateFacts>>() : Authorities(exchanger, cancel)));
            }
        }

        return found;
    }

    private async Task<bool> IsProvenAsync(string domain, ExchangerObservation exchanger, CancellationToken cancel)
    {
        RecordLookup mx = await dns.SignedAsync(domain, DnsRecordType.MX, cancel).ConfigureAwait(false);
        RecordLookup four = await dns.SignedAsync(exchanger.Name, DnsRecordType.A, cancel).ConfigureAwait(false);
        RecordLookup six = await dns.SignedAsync(exchanger.Name, DnsRecordType.AAAA, cancel).ConfigureAwait(false);
        return mx.IsAuthenticated && four.IsAuthenticated && six.IsAuthenticated;
    }

    private Dictionary<string, IReadOnlyList<CertificateFacts>> Authorities(ExchangerObservation exchanger, CancellationToken cancel) =>
        exchanger.Servers.GroupBy(s => s.Smtp.Target.Address).ToDictionary(g => g.Key, g => (IReadOnlyList<CertificateFacts>)
        [
            .. (g.First().Smtp.Tls?.Chain ?? []).Skip(1).Take(MostAuthorities)
                .Select(der => CertificateReading.Within(options.Timeout, end => readCertificate(der, end), cancel).Bundle?.Leaf)
                .OfType<CertificateFacts>(),
        ]);
}
