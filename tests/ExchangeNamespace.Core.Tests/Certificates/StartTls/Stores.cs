using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates.StartTls;

/// <summary>Connectors and certificates as a user states them.</summary>
internal static class Stores
{
    public static readonly DateTime Today = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    public const string Issuer = "CN=Public CA, O=Trust";

    public static ReceiveConnector Connector(params (string Name, object? Value)[] members) => Read(
        [("Name", "Internet"), ("Server", "SRV1"), ("Fqdn", "mail.contoso.com"), ("AuthMechanism", "Tls"), .. members],
        (m, f) => StartTlsInputReader.Connector(m, "Connector[0]", strict: true, f));

    /// <summary>A certificate of an authority with its key, enabled for SMTP, valid today.</summary>
    public static StoreCertificate Certificate(string thumbprint, params (string Name, object? Value)[] members) => Read(
        [
            ("Thumbprint", thumbprint), ("Subject", "CN=mail.contoso.com, O=Contoso"), ("Issuer", Issuer), ("CertificateDomains", "mail.contoso.com"),
            ("NotBefore", "2026-01-01"), ("NotAfter", "2026-12-31"), ("Services", "IIS, SMTP"), .. members,
        ],
        (m, f) => StartTlsInputReader.Certificate(m, null, "Certificate[0]", strict: true, f));

    public static TransportServer Server(string? version = "2019", params (string Name, object? Value)[] members) => Read(
        [("Name", "SRV1"), ("Fqdn", "srv1.contoso.local"), ("AdminDisplayVersion", version), .. members],
        (m, f) => StartTlsInputReader.Server(m, "Server[0]", strict: true, f));

    public static StartTlsPrediction Predict(ReceiveConnector connector, TransportServer? server, params StoreCertificate[] certificates) =>
        StartTlsPredictor.Predict(connector, server, certificates, Today);

    public static ExchangeVersion Version(string text) => ExchangeVersionReader.TryParse(text, "version", out ExchangeVersion? version, out _) ? version : throw new ArgumentException(text);

    private static T Read<T>((string Name, object? Value)[] members, Func<IReadOnlyDictionary<string, object?>, ICollection<InputFault>, T?> read)
        where T : class
    {
        List<InputFault> faults = [];
        Dictionary<string, object?> map = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, object? value) in members)
        {
            map[name] = value is string[] texts ? texts.Cast<object?>().ToList() : value;
        }

        T? result = read(map, faults);
        Assert.Empty(faults);
        return result!;
    }
}
