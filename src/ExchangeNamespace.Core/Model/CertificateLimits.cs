namespace ExchangeNamespace.Model;

/// <summary>
/// How much of a certificate, chain or file of them is computed with. What is over a limit is said, and nothing is concluded from it.
/// </summary>
internal static class CertificateLimits
{
    /// <summary>Bytes of a file: more than a chain with keys and the most names.</summary>
    public const int FileBytes = 8 * 1024 * 1024;

    /// <summary>Certificates in one file: more than the bundle of a whole system.</summary>
    public const int FileCertificates = 256;

    /// <summary>Certificates that a server sends in one handshake; four are usual.</summary>
    public const int ServedCertificates = 32;

    /// <summary>Alternative names of one certificate.</summary>
    public const int AlternativeNames = 10_000;

    /// <summary>Subtrees of names that one authority permits, and that it excludes.</summary>
    public const int NameConstraints = 10_000;

    /// <summary>Comparisons of the names of one certificate with the constraints of its authorities.</summary>
    public const int NameComparisons = 1_000_000;

    /// <summary>Parts of one distinguished name; a usual one has six.</summary>
    public const int NameParts = 128;

    /// <summary>Characters that are shown of one name.</summary>
    public const int NameCharacters = 1000;

    /// <summary>Bytes of a serial number; RFC 5280 allows 20.</summary>
    public const int SerialNumberBytes = 64;

    /// <summary>Bits of an RSA key. Public authorities sign up to 4096, and some roots have 8192.</summary>
    public const int RsaBits = 8192;

    /// <summary>Bits of the public exponent of an RSA key; 17 are usual.</summary>
    public const int RsaExponentBits = 64;

    /// <summary>Bits of a DSA key; the standard ends at 3072.</summary>
    public const int DsaBits = 4096;

    /// <summary>Bits of the subgroup of a DSA key; the standard ends at 256.</summary>
    public const int DsaGroupBits = 512;

    /// <summary>Signatures that are checked in one file or chain.</summary>
    public const int Signatures = 512;

    /// <summary>Levels of structures inside each other.</summary>
    public const int Depth = 32;

    /// <summary>Values and structures of one file or chain, with those inside what is decrypted.</summary>
    public const int Elements = 250_000;

    /// <summary>
    /// Rounds of key derivation for one PKCS#12 file altogether. Windows and OpenSSL use some thousands, Firefox twice 600,000.
    /// </summary>
    public const int DerivationRounds = 2_000_000;

    /// <summary>Bytes of one derived key.</summary>
    public const int DerivedKeyBytes = 64;
}
