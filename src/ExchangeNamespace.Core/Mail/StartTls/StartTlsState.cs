using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>Takes connectors, certificates and servers out of captured settings. What was not captured stays unknown.</summary>
internal static class StartTlsState
{
    /// <summary>What must have been captured and was not.</summary>
    public static IEnumerable<InputFault> Missing(ExchangeState state) => new[] { StateKind.ReceiveConnector, StateKind.Certificate }
        .Where(kind => !state.Has(kind))
        .Select(kind =>
            new InputFault(FaultIds.StateObjectIncomplete, "State", state,
                kind == StateKind.Certificate
                    ? "State holds no certificates: capture Get-ExchangeCertificate too."
                    : "State holds no receive connectors: capture Get-ReceiveConnector too."));

    public static IEnumerable<ReceiveConnector> Connectors(ExchangeState state) => state.ReceiveConnectors.Select(c => new ReceiveConnector
    {
        Identity = c.Identity,
        Server = Text(c.Server),
        Fqdn = Text(c.Fqdn),
        IsFqdnKnown = c.Fqdn.IsCaptured,
        AuthMechanism = List(c.AuthMechanism),
        TlsCertificateName = Text(c.TlsCertificateName),
        Enabled = c.Enabled.IsKnown ? c.Enabled.Value : null,
    });

    public static IEnumerable<TransportServer> Servers(ExchangeState state) => state.Servers
        .Select(s => new TransportServer { Name = s.Name, Fqdn = Text(s.Fqdn), Version = s.Version })
        .Concat(state.TransportServers.Select(s => new TransportServer
        {
            Name = s.Name,
            InternalTransportThumbprint = Text(s.InternalTransportCertificateThumbprint)?.Replace(" ", string.Empty).ToUpperInvariant(),
            IsInternalTransportKnown = s.InternalTransportCertificateThumbprint.IsCaptured,
        }));

    /// <summary>The certificates.</summary>
    /// <param name="state">The settings.</param>
    /// <param name="read">Reads the bytes of a certificate whose names were not captured; null where that is not wanted.</param>
    public static IEnumerable<StoreCertificate> Certificates(ExchangeState state, Func<byte[], CertificateReading>? read = null) =>
        state.Certificates.Select(c =>
        Certificate(c, read is not null && !c.CertificateDomains.IsKnown && c.RawData.IsKnown ? read([.. c.RawData.Value!]) : null));

    private static StoreCertificate Certificate(CapturedCertificate c, CertificateReading? reading)
    {
        StoreCertificate? facts = reading?.Bundle is { } bundle ? StoreCertificate.Of(bundle.Leaf) : null;
        string? subject = Text(c.Subject) ?? facts?.Subject;
        string? issuer = Text(c.Issuer) ?? facts?.Issuer;
        return new StoreCertificate
        {
            Server = Text(c.Server),
            Thumbprint = Text(c.Thumbprint),
            Subject = subject,
            Issuer = issuer,
            Names = List(c.CertificateDomains) is { } domains
                ? [.. domains.Concat(DistinguishedName.CommonNames(subject ?? string.Empty)).Where(n => n.Length > 0)
                    .Distinct(StringComparer.OrdinalIgnoreCase)]
                : facts?.Names,
            NotBefore = c.NotBefore.IsKnown ? c.NotBefore.Value : facts?.NotBefore,
            NotAfter = c.NotAfter.IsKnown ? c.NotAfter.Value : facts?.NotAfter,
            X509Version = facts?.X509Version,
            Services = List(c.Services),
            IsSelfSigned = c.IsSelfSigned.IsKnown ? c.IsSelfSigned.Value : facts?.IsSelfSigned is { } own ? own
                : subject is not null && issuer is not null ? DistinguishedName.AreEqual(subject, issuer) : null,
            HasPrivateKey = c.HasPrivateKey.IsKnown ? c.HasPrivateKey.Value : null,
            Status = Text(c.Status),
            Fault = reading?.Fault,
        };
    }

    private static string? Text(Captured<string> value) => value is { IsKnown: true, Value.Length: > 0 } ? value.Value : null;

    private static IReadOnlyList<string>? List(Captured<IReadOnlyList<string>> value) => value.IsKnown ? value.Value : null;
}
