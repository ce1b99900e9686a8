namespace ExchangeNamespace.Mail.Identity;

/// <summary>The links of the chain, in the order in which they are judged (S41 to S51).</summary>
public enum MailLink
{
    /// <summary>The mail exchangers of the domain.</summary>
    MailExchanger,

    /// <summary>The addresses of an exchanger.</summary>
    ExchangerAddress,

    /// <summary>The connection to an address of an exchanger, up to the answer to EHLO.</summary>
    Connection,

    /// <summary>The name in the banner.</summary>
    Banner,

    /// <summary>The name in the answer to EHLO.</summary>
    HelloName,

    /// <summary>STARTTLS.</summary>
    StartTls,

    /// <summary>The version of TLS.</summary>
    TlsVersion,

    /// <summary>The certificate against the name of the exchanger.</summary>
    Certificate,

    /// <summary>First grade of S43: the sending address has a name. Some receivers refuse mail without it.</summary>
    PointerRequired,

    /// <summary>Second grade: the name leads back to the address. Most receivers want it.</summary>
    PointerForwardConfirmed,

    /// <summary>Third grade: the name is the one that the server goes by. Few receivers want it; it is good practice.</summary>
    PointerMatchesBanner,

    /// <summary>The SPF record of the domain for a sending address.</summary>
    SenderPolicy,

    /// <summary>The SPF record of the name in EHLO for a sending address.</summary>
    HelloPolicy,

    /// <summary>The DMARC record.</summary>
    Dmarc,

    /// <summary>The MTA-STS record.</summary>
    MtaSts,

    /// <summary>The TLS-RPT record.</summary>
    TlsReport,

    /// <summary>The MTA-STS policy that the record announces; no link without one.</summary>
    MtaStsPolicy,

    /// <summary>The TLSA records of an exchanger; no link without one.</summary>
    Tlsa,
}

/// <summary>What a link came to.</summary>
public enum MailLinkStatus
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,

    /// <summary>Works, with a consequence to know.</summary>
    Warning,

    /// <summary>Mail will be refused or lost, or will go in clear.</summary>
    Failed,

    /// <summary>Could not be told: no answer, refused, or an earlier link did not hold. Never counts as failed.</summary>
    Inconclusive,
}
