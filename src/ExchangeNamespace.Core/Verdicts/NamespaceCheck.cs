namespace ExchangeNamespace.Verdicts;

/// <summary>A check of Test-Namespace.</summary>
public enum NamespaceCheck
{
    /// <summary>Settings of the servers as planned.</summary>
    Comparison,

    /// <summary>Certificates of the servers against the hosts of the plan.</summary>
    Certificate,

    /// <summary>How long the certificates of the servers are still valid.</summary>
    CertificateLifetime,

    /// <summary>The certificate that each receive connector presents in STARTTLS.</summary>
    StartTls,

    /// <summary>Whether the versions of the servers are still supported.</summary>
    BuildSupport,

    /// <summary>The way of requests from server to server.</summary>
    ClientAccessRoute,

    /// <summary>The steps in which clients look for Autodiscover, by what is planned or captured.</summary>
    AutodiscoverRoute,

    /// <summary>Names and zones in both views of DNS.</summary>
    SplitDns,

    /// <summary>The chain between each mail domain and its mail servers.</summary>
    MailIdentity,

    /// <summary>The certificates that endpoints show.</summary>
    Endpoint,

    /// <summary>The steps in which clients look for Autodiscover, asked over the network.</summary>
    LiveAutodiscover,

    /// <summary>The services of the hosts of a plan, asked what a client asks first.</summary>
    Service,
}
