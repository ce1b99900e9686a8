using ExchangeNamespace.Model;

namespace ExchangeNamespace.Kerberos;

/// <summary>The kinds of keys that the tickets for the account may have (MS-KILE 2.2.7).</summary>
public enum TicketEncryption
{
    /// <summary>AES with 128 and 256 bits: what domain controllers take by default since the updates of 2026.</summary>
    Aes,

    /// <summary>AES, and RC4 for clients that know nothing newer.</summary>
    AesAndRc4,
}

/// <summary>What was said about the alternate service accounts of a plan.</summary>
public sealed class KerberosInput
{
    /// <summary>The plan.</summary>
    public required NamespacePlan Plan { get; init; }

    /// <summary>The account of 2013 and later, for example <c>CONTOSO\EXCHASA$</c>; null for none.</summary>
    public string? AccountName { get; init; }

    /// <summary>The account of 2010, which cannot share that of later versions; null for none.</summary>
    public string? LegacyAccountName { get; init; }

    /// <summary>The client access arrays of 2010: full names.</summary>
    public string[]? ClientAccessArray { get; init; }

    /// <summary>The kinds of keys.</summary>
    public TicketEncryption Encryption { get; init; }
}
