using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace ExchangeNamespace.Model;

/// <summary>Whose key a TLSA record holds. The other two usages of RFC 6698 count for no mail (RFC 7672 3.1.3).</summary>
public enum TlsaUsage
{
    /// <summary>The key of the server itself (3 1 1): name, dates and chain of the certificate do not count (RFC 7671 5.1).</summary>
    EndEntity,

    /// <summary>The key of an authority in the chain that the server sends (2 1 1); the name counts.</summary>
    Authority,
}

/// <summary>The data of a TLSA record with the SHA-256 digest of a public key (RFC 6698 2.1).</summary>
/// <param name="Usage">Whose key.</param>
/// <param name="Digest">The digest in capital hexadecimal digits.</param>
internal sealed record TlsaData(TlsaUsage Usage, string Digest)
{
    private const string EndEntity = "3 1 1 ";
    private const string Authority = "2 1 1 ";
    private const int DigestDigits = 64;

    /// <summary>The data as zone text has it.</summary>
    public string Text => (Usage == TlsaUsage.Authority ? Authority : EndEntity) + Digest;

    /// <summary>Reads what <see cref="Text"/> gives.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static TlsaData Parse(string text) => TryParse(text, out TlsaData? data) ? data
        : throw new FormatException("The data of a TLSA record is 3 1 1 or 2 1 1 and a digest.");

    private static bool TryParse(string text, [NotNullWhen(true)] out TlsaData? data)
    {
        bool isAuthority = text.StartsWith(Authority, StringComparison.Ordinal);
        string digest = text.Length > EndEntity.Length ? text.Substring(EndEntity.Length) : string.Empty;
        data = (isAuthority || text.StartsWith(EndEntity, StringComparison.Ordinal)) && digest.Length == DigestDigits
            && digest.All(c => c is (>= '0' and <= '9') or (>= 'A' and <= 'F'))
            ? new TlsaData(isAuthority ? TlsaUsage.Authority : TlsaUsage.EndEntity, digest) : null;
        return data is not null;
    }
}
