namespace ExchangeNamespace.Verification;

/// <summary>The kinds of record that are asked for.</summary>
public enum DnsRecordKind
{
    /// <summary>An IPv4 address.</summary>
    A,

    /// <summary>An IPv6 address.</summary>
    AAAA,

    /// <summary>An alias.</summary>
    CNAME,

    /// <summary>The start of a zone.</summary>
    SOA,

    /// <summary>A name server of a zone.</summary>
    NS,

    /// <summary>A mail exchanger.</summary>
    MX,

    /// <summary>The place of a service.</summary>
    SRV,

    /// <summary>A text.</summary>
    TXT,

    /// <summary>The name of an address.</summary>
    PTR,
}
