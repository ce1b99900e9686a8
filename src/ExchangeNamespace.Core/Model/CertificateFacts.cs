using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>The kinds of subject alternative names (RFC 5280, 4.2.1.6) that the module tells apart.</summary>
public enum AlternativeNameKind
{
    /// <summary>A host name or wildcard.</summary>
    Dns,

    /// <summary>An IP address.</summary>
    IPAddress,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>A URI.</summary>
    Uri,

    /// <summary>Anything else, such as a user principal name.</summary>
    Other,
}

/// <summary>One subject alternative name. The value is one line of printable ASCII, whatever the certificate holds.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The name.</param>
public sealed record AlternativeName(AlternativeNameKind Kind, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Kind == AlternativeNameKind.Dns ? Value : Kind + ":" + Value;
}

/// <summary>One subtree of names that an authority may issue for, or may not (name constraints, RFC 5280, 4.2.1.10).</summary>
/// <param name="Kind">The kind of name that it is about; <see cref="AlternativeNameKind.Other"/> for kinds that the module does not
/// judge.</param>
/// <param name="Value">A domain with all below it, or a network such as <c>10.0.0.0/255.0.0.0</c>.</param>
/// <param name="IsExcluded">Whether names in it are forbidden; else only names in one of the permitted subtrees are allowed.</param>
public sealed record NameConstraint(AlternativeNameKind Kind, string Value, bool IsExcluded)
{
    /// <inheritdoc/>
    public override string ToString() => (IsExcluded ? "not " : string.Empty) + Kind + ":" + Value;
}

/// <summary>
/// What a certificate, or a request for one, says. Every text is printable: control characters and the like are shown as code points.
/// </summary>
public sealed record CertificateFacts
{
    /// <summary>Whether it is a request (PKCS#10), which has no issuer, lifetime or thumbprint yet.</summary>
    public bool IsRequest { get; init; }

    /// <summary>The X.509 version, 3 for every current certificate; null for a request or where it is not known.</summary>
    public int? Version { get; init; }

    /// <summary>The subject in the order of Exchange and Windows, for example <c>CN=mail.contoso.com, O=Contoso</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The common names of the subject; mostly one.</summary>
    public required IReadOnlyList<string> CommonNames { get; init => field = Indexable.Of(value); }

    /// <summary>The issuer in the same order; empty for a request.</summary>
    public required string Issuer { get; init; }

    /// <summary>The subject alternative names in the order of the certificate.</summary>
    public required IReadOnlyList<AlternativeName> AlternativeNames { get; init => field = Indexable.Of(value); }

    /// <summary>The host names and wildcards among the alternative names.</summary>
    public IReadOnlyList<string> DnsNames =>
        Indexable.Of([.. AlternativeNames.Where(n => n.Kind == AlternativeNameKind.Dns).Select(n => n.Value)]);

    /// <summary>The IP addresses among the alternative names.</summary>
    public IReadOnlyList<string> IPAddresses =>
        Indexable.Of([.. AlternativeNames.Where(n => n.Kind == AlternativeNameKind.IPAddress).Select(n => n.Value)]);

    /// <summary>The serial number in hexadecimal; empty for a request.</summary>
    public string SerialNumber { get; init; } = string.Empty;

    /// <summary>The SHA-1 thumbprint in capitals, as Exchange prints it; empty for a request.</summary>
    public string Thumbprint { get; init; } = string.Empty;

    /// <summary>The first moment of the lifetime, UTC; null for a request.</summary>
    public DateTime? NotBefore { get; init; }

    /// <summary>The last moment of the lifetime, UTC; null for a request.</summary>
    public DateTime? NotAfter { get; init; }

    /// <summary>The kind of key, for example <c>RSA</c> or <c>ECDSA</c>; null where it is not known.</summary>
    public string? KeyAlgorithm { get; init; }

    /// <summary>The size of the key in bits; null where it is not known.</summary>
    public int? KeySize { get; init; }

    /// <summary>The SHA-256 digest of the public key (SubjectPublicKeyInfo) in capitals, as TLSA records hold it; empty where the bytes
    /// are not known.</summary>
    public string PublicKeySha256 => PublicKeyInfo.Length == 0 ? string.Empty : PublicKeyDigest.Sha256(PublicKeyInfo);

    /// <summary>The public key (SubjectPublicKeyInfo) in DER; empty where it is not known.</summary>
    internal byte[] PublicKeyInfo { get; init; } = [];

    /// <summary>The signature, for example <c>SHA256withRSA</c>; null where it is not known.</summary>
    public string? SignatureAlgorithm { get; init; }

    /// <summary>Whether it is signed with its own key: no authority stands behind it.</summary>
    public bool IsSelfSigned { get; init; }

    /// <summary>Whether it may sign other certificates; null where it is not known.</summary>
    public bool? IsAuthority { get; init; }

    /// <summary>For which names an authority may issue certificates; empty for no limit.</summary>
    public IReadOnlyList<NameConstraint> NameConstraints { get; init => field = Indexable.Of(value); } = [];

    /// <summary>Whether servers may use it for TLS (extended key usage); null where it is not known.</summary>
    public bool? AllowsServerAuthentication { get; init; }

    /// <summary>Whether clients may use it for TLS (extended key usage); null where it is not known.</summary>
    public bool? AllowsClientAuthentication { get; init; }

    /// <summary>Whether the private key is with it; null where it is not known.</summary>
    public bool? HasPrivateKey { get; init; }

    /// <summary>The services of Exchange that it is enabled for, in the words of Exchange; null where it is not known.</summary>
    public IReadOnlyList<string>? Services { get; init => field = Indexable.OrNull(value); }

    /// <inheritdoc/>
    public override string ToString() => Thumbprint.Length == 0 ? Subject : Subject + " (" + Thumbprint + ")";
}

/// <summary>The certificates of one source in the order in which it gave them.</summary>
internal sealed class CertificateBundle
{
    /// <summary>The certificates. The one that is judged need not be the first.</summary>
    public required IReadOnlyList<CertificateFacts> Certificates { get; init; }

    /// <summary>
    /// For each certificate the place of the one that signed it, by name and signature; null where no other certificate signed it.
    /// </summary>
    public required IReadOnlyList<int?> SignedBy { get; init; }

    /// <summary>Whether the order means something: it does in PEM files and on the wire, not in PKCS#7 and PKCS#12 files.</summary>
    public required bool IsOrdered { get; init; }

    /// <summary>Whether the first is that of the server whatever follows, as on the wire (RFC 8446, 4.4.2).</summary>
    public bool IsLeafFirst { get; init; }

    /// <summary>The place of the certificate of the server: the first that signs no other, where there is one.</summary>
    public int LeafIndex => IsLeafFirst ? 0 : Enumerable.Range(0, Certificates.Count)
        .Where(i => !SignedBy.Where((by, of) => of != i).Contains(i))
        .DefaultIfEmpty(0)
        .First();

    /// <summary>The certificate of the server.</summary>
    public CertificateFacts Leaf => Certificates[LeafIndex];

    /// <summary>From the certificate of the server along the signatures. A circle of signatures ends.</summary>
    public IReadOnlyList<int> Path()
    {
        List<int> path = [LeafIndex];
        while (SignedBy[path[path.Count - 1]] is { } next && !path.Contains(next))
        {
            path.Add(next);
        }

        return path;
    }
}

/// <summary>Why certificates were not read.</summary>
/// <param name="Id">One of <see cref="FaultIds"/>.</param>
/// <param name="Message">What to do.</param>
/// <param name="Code">The code of the finding for what is over a limit; null where it cannot be read.</param>
internal sealed record CertificateFault(string Id, string Message, string? Code = null)
{
    /// <summary>What could not be judged in time.</summary>
    public static CertificateFault TooSlow(TimeSpan time) => new(
        FaultIds.CertificateOverLimit,
        FormattableString.Invariant($"Its certificates could not be judged within {time.TotalMilliseconds:0} ms."),
        CertificateLimitFindingCodes.ChainOverLimit);

    /// <summary>The finding for what is over a limit; null where it cannot be read.</summary>
    public Finding? Finding(string subject) => Code is null ? null : CertificateLimitFindingCodes.Of(subject, Code, Message);
}

/// <summary>What came of reading: certificates, at least one, or a fault.</summary>
/// <param name="Bundle">The certificates; null for none.</param>
/// <param name="Fault">Why there are none.</param>
internal sealed record CertificateReading(CertificateBundle? Bundle, CertificateFault? Fault)
{
    /// <summary>Reads what a server sent in no more time than it had to answer; what takes longer is over a limit.</summary>
    /// <param name="time">How long it may take.</param>
    /// <param name="read">Reads it, and ends where its token is cancelled.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="OperationCanceledException">The caller has stopped it.</exception>
    public static CertificateReading Within(TimeSpan time, Func<CancellationToken, CertificateReading> read, CancellationToken cancel) =>
        TimeLimit.Within(time, read, cancel) ?? new CertificateReading(null, CertificateFault.TooSlow(time));
}
