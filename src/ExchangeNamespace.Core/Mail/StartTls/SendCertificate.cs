using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>What the certificate that a send connector names comes to on one of its servers.</summary>
internal enum SendCertificateVerdict
{
    /// <summary>It is installed, can be used, and carries the name that the connector states.</summary>
    Usable,

    /// <summary>What decides was not captured.</summary>
    Unknown,

    /// <summary>The text is no <c>&lt;I&gt;issuer&lt;S&gt;subject</c>, which no certificate can have.</summary>
    Malformed,

    /// <summary>No certificate of the server has this issuer and subject.</summary>
    NotInstalled,

    /// <summary>Those that have it are expired, not valid yet, pending, or without a private key.</summary>
    NotUsable,

    /// <summary>It does not carry the name that the connector states.</summary>
    NameMissing,
}

/// <summary>The certificate that a send connector names, on one of the servers that send through it.</summary>
/// <param name="Connector">The connector.</param>
/// <param name="Server">The NetBIOS name of the server.</param>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Fitting">The certificates with this issuer and subject, the one that is taken first.</param>
internal sealed record SendCertificate(CapturedSendConnector Connector, string Server, SendCertificateVerdict Verdict,
    IReadOnlyList<StoreCertificate> Fitting)
{
    /// <summary>
    /// Judges each connector that names a certificate on each of its servers. Of several with the same issuer and subject the one that
    /// expires last is taken, whatever it is enabled for; one that is not found gives 454 4.7.5 (Microsoft, TLS of hybrid mail flow).
    /// </summary>
    /// <param name="state">The captured settings.</param>
    /// <param name="day">The day for which lifetimes are judged.</param>
    public static IEnumerable<SendCertificate> Judge(ExchangeState state, DateTime day)
    {
        ILookup<string, StoreCertificate> stores = StartTlsState.Certificates(state)
            .ToLookup(c => c.Server ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        foreach (CapturedSendConnector connector in state.SendConnectors.Where(c => c.Enabled is not { IsKnown: true, Value: false }
            && c.TlsCertificateName is { IsKnown: true, Value.Length: > 0 }))
        {
            foreach (string server in connector.SourceServers ?? [])
            {
                yield return Judge(connector, server, [.. stores[server]], day);
            }
        }
    }

    private static SendCertificate Judge(CapturedSendConnector connector, string server, IReadOnlyList<StoreCertificate> store,
        DateTime day)
    {
        (SendCertificateVerdict verdict, IReadOnlyList<StoreCertificate> fitting) = Judge(
            connector.TlsCertificateName.Value!, connector.Fqdn.Value, store, day);
        return new(connector, server, verdict, fitting);
    }

    /// <summary>Judges the certificate that a connector of either kind names.</summary>
    /// <param name="certificate">The text of the connector.</param>
    /// <param name="host">The name that it must carry; null or empty for no name.</param>
    /// <param name="store">The certificates of the server.</param>
    /// <param name="day">The day for which lifetimes are judged.</param>
    /// <returns>The verdict, and the certificates with this issuer and subject.</returns>
    public static (SendCertificateVerdict Verdict, IReadOnlyList<StoreCertificate> Fitting) Judge(string certificate, string? host,
        IReadOnlyList<StoreCertificate> store, DateTime day)
    {
        if (!TlsCertificateName.TryParse(certificate, out TlsCertificateName? name))
        {
            return (SendCertificateVerdict.Malformed, []);
        }

        StoreCertificate[] fitting = [.. store.Where(c => name.Fits(c) == true).OrderByDescending(c => c.NotAfter ?? DateTime.MinValue)];
        if (fitting.Length == 0)
        {
            bool isKnown = store.Count > 0 && store.All(c => name.Fits(c) == false);
            return (isKnown ? SendCertificateVerdict.NotInstalled : SendCertificateVerdict.Unknown, []);
        }

        StoreCertificate[] usable = [.. fitting.Where(c => IsUsable(c, day))];
        return usable.Length == 0
            ? (SendCertificateVerdict.NotUsable, fitting)
            : (Names(host, usable[0]), usable);
    }

    private static SendCertificateVerdict Names(string? host, StoreCertificate taken) =>
        string.IsNullOrEmpty(host) ? SendCertificateVerdict.Usable
        : taken.Names is not { } names ? SendCertificateVerdict.Unknown
        : CertificateNameMatcher.Covers(names, host!) ? SendCertificateVerdict.Usable : SendCertificateVerdict.NameMissing;

    private static bool IsUsable(StoreCertificate certificate, DateTime day) => !certificate.IsPending
        && certificate.HasPrivateKey != false && !(certificate.NotBefore > day) && !(certificate.NotAfter < day);
}
