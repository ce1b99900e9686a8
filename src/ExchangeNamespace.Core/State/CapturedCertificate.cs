using System;
using System.Collections.Generic;

namespace ExchangeNamespace.State;

/// <summary>
/// A certificate as <c>Get-ExchangeCertificate</c> shows it. Full captures carry the raw bytes only: what else they had lies in a
/// serialized blob that is never read.
/// </summary>
public sealed class CapturedCertificate
{
    internal CapturedCertificate()
    {
    }

    /// <summary>The server that holds it; absent where the capture does not tell.</summary>
    public Captured<string> Server { get; init; }

    /// <summary>The SHA-1 thumbprint in capital letters, computed from the raw bytes where it was not captured.</summary>
    public Captured<string> Thumbprint { get; init; }

    /// <summary>The certificate in DER.</summary>
    public Captured<IReadOnlyList<byte>> RawData { get; init; }

    /// <summary>The subject, for example <c>CN=mail.contoso.com</c>.</summary>
    public Captured<string> Subject { get; init; }

    /// <summary>The issuer.</summary>
    public Captured<string> Issuer { get; init; }

    /// <summary>The serial number.</summary>
    public Captured<string> SerialNumber { get; init; }

    /// <summary>The first moment of validity, in universal time.</summary>
    public Captured<DateTime> NotBefore { get; init; }

    /// <summary>The last moment of validity, in universal time.</summary>
    public Captured<DateTime> NotAfter { get; init; }

    /// <summary>The services it is enabled for, for example <c>IIS</c>, <c>SMTP</c>; absent means unknown, not none.</summary>
    public Captured<IReadOnlyList<string>> Services { get; init; }

    /// <summary>The host names on it.</summary>
    public Captured<IReadOnlyList<string>> CertificateDomains { get; init; }

    /// <summary>Whether the server has the private key.</summary>
    public Captured<bool> HasPrivateKey { get; init; }

    /// <summary>Whether it is signed by its own key.</summary>
    public Captured<bool> IsSelfSigned { get; init; }

    /// <summary>The judgement of Exchange, for example <c>Valid</c>, <c>PendingRequest</c>.</summary>
    public Captured<string> Status { get; init; }

    /// <summary>The kind of authority, for example <c>ThirdParty</c>, <c>Enterprise</c>.</summary>
    public Captured<string> RootCAType { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Subject.IsKnown ? Subject.ToString() : Thumbprint.ToString();
}
