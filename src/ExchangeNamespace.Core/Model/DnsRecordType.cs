namespace ExchangeNamespace.Model;

/// <summary>The types of DNS record that the module plans, writes and asks for.</summary>
public enum DnsRecordType
{
    /// <summary>An address record of a plan: A or AAAA, by the address. It is written and asked for as one of the two.</summary>
    Address,

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

    /// <summary>A service location.</summary>
    SRV,

    /// <summary>A text.</summary>
    TXT,

    /// <summary>The name of an address.</summary>
    PTR,

    /// <summary>The certificate or key of a TLS server (DANE, RFC 6698).</summary>
    TLSA,

    /// <summary>The authorities that may issue certificates for a name (RFC 8659).</summary>
    CAA,
}
