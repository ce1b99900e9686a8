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
        if (!TlsCertificateName.TryParse(connector.TlsCertificateName.Value!, out TlsCertificateName? name))
        {
            return new(connector, server, SendCertificateVerdict.Malformed, []);
        }

        StoreCertificate[] fitting = [.. store.Where(c => name.Fits(c) == true).OrderByDescending(c => c.NotAfter ?? DateTime.MinValue)];
        if (fitting.Length == 0)
        {
            bool isKnown = store.Count > 0 && store.All(c => name.Fits(c) == false);
            return new(connector, server, isKnown ? SendCertificateVerdict.NotInstalled : SendCertificateVerdict.Unknown, []);
        }

        StoreCertificate[] usable = [.. fitting.Where(c => IsUsable(c, day))];
        return usable.Length == 0
            ? new(connector, server, SendCertificateVerdict.NotUsable, fitting)
            : new(connector, server, Names(connector, usable[0]), usable);
    }

    private static SendCertificateVerdict Names(CapturedSendConnector connector, StoreCertificate taken) =>
        connector.Fqdn.Value is not { Length: > 0 } host ? SendCertificateVerdict.Usable
        : taken.Names is not { } names ? SendCertificateVerdict.Unknown
        : CertificateNameMatcher.Covers(names, host) ? SendCertificateVerdict.Usable : SendCertificateVerdict.NameMissing;

    private static bool IsUsable(StoreCertificate certificate, DateTime day) => !certificate.IsPending
        && certificate.HasPrivateKey != false && !(certificate.NotBefore > day) && !(certificate.NotAfter < day);
}
