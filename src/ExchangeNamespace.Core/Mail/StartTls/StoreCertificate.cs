using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>
/// A certificate in the store of a server, as far as it is known. What is null was not stated: it is unknown, not absent.
/// </summary>
public sealed class StoreCertificate
{
    internal StoreCertificate()
    {
    }

    /// <summary>The NetBIOS name of the server that has it; null where it counts for every server.</summary>
    public string? Server { get; init; }

    /// <summary>The thumbprint in capitals; null when it was not stated.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The subject, as it was stated.</summary>
    public string? Subject { get; init; }

    /// <summary>The issuer, as it was stated.</summary>
    public string? Issuer { get; init; }

    /// <summary>Alternative names and common name; null when they are not known.</summary>
    public IReadOnlyList<string>? Names { get; init => field = Indexable.OrNull(value); }

    /// <summary>The first moment of the lifetime, UTC.</summary>
    public DateTime? NotBefore { get; init; }

    /// <summary>The last moment of the lifetime, UTC.</summary>
    public DateTime? NotAfter { get; init; }

    /// <summary>The services it is enabled for; null when they are not known.</summary>
    public IReadOnlyList<string>? Services { get; init => field = Indexable.OrNull(value); }

    /// <summary>Whether it is signed with its own key.</summary>
    public bool? IsSelfSigned { get; init; }

    /// <summary>Whether the private key is there; null where it is not known.</summary>
    public bool? HasPrivateKey { get; init; }

    /// <summary>The X.509 version; null when it is not known.</summary>
    public int? X509Version { get; init; }

    /// <summary>
    /// The status that Exchange shows, for example <c>Valid</c>, <c>Untrusted</c> or <c>PendingRequest</c>; null when it is not known.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>Whether SMTP is among the services; null when they are not known.</summary>
    public bool? IsEnabledForSmtp => Services?.Contains("SMTP", StringComparer.OrdinalIgnoreCase);

    /// <summary>Why its own bytes were not read; null where they were, or where there was no need.</summary>
    internal CertificateFault? Fault { get; init; }

    internal bool IsPending => string.Equals(Status, "PendingRequest", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether Exchange has said that its chain does not hold.</summary>
    internal bool IsDistrusted =>
        Status is { } status && new[] { "Untrusted", "Revoked", "Invalid" }.Contains(status, StringComparer.OrdinalIgnoreCase);

    /// <summary>Thumbprint and subject as one line, with control characters made visible.</summary>
    /// <returns>For example <c>CN=mail.contoso.com (0123...)</c>.</returns>
    public override string ToString()
    {
        string what = VisibleText.Short(
            string.IsNullOrEmpty(Subject) ? Names is { Count: > 0 } ? NameList.Describe(Names) : "certificate" : Subject!);
        return Thumbprint is null ? what : $"{what} ({VisibleText.Short(Thumbprint)})";
    }

    /// <summary>What the bytes of a certificate say; what Exchange adds to them stays unknown.</summary>
    internal static StoreCertificate Of(CertificateFacts facts) => new()
    {
        Thumbprint = facts.Thumbprint.Length == 0 ? null : facts.Thumbprint,
        Subject = facts.Subject,
        Issuer = facts.Issuer,
        Names = [.. facts.DnsNames.Concat(facts.CommonNames).Distinct(StringComparer.OrdinalIgnoreCase)],
        NotBefore = facts.NotBefore,
        NotAfter = facts.NotAfter,
        IsSelfSigned = facts.IsSelfSigned,
        X509Version = facts.Version,
    };

    /// <summary>Whether it belongs to the store of a server.</summary>
    internal bool IsIn(string? server) =>
        Server is null || server is null || string.Equals(Server, server, StringComparison.OrdinalIgnoreCase);
}
