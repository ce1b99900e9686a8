namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>What a load balancer is described in.</summary>
public enum LoadBalancerFormat
{
    /// <summary>A configuration file of HAProxy 2.6 and later.</summary>
    HAProxy,

    /// <summary>A configuration file of nginx 1.22 and later, without its commercial parts.</summary>
    Nginx,

    /// <summary>Rows for an appliance: virtual services, pools, monitors, persistence.</summary>
    Table,
}

/// <summary>Where TLS of the clients ends.</summary>
public enum LoadBalancerMode
{
    /// <summary>On the servers: the balancer reads the name in the handshake alone, which always goes with Extended Protection.</summary>
    Passthrough,

    /// <summary>On the balancer, which encrypts again: it sees paths, and needs the certificate of the servers.</summary>
    Bridge,
}

/// <summary>A mail protocol that is passed on as TCP.</summary>
public enum MailService
{
    /// <summary>SMTP between servers, port 25.</summary>
    Smtp,

    /// <summary>SMTP of mail clients, port 587.</summary>
    Submission,

    /// <summary>IMAP with STARTTLS, port 143.</summary>
    Imap,

    /// <summary>IMAP in TLS, port 993.</summary>
    ImapTls,

    /// <summary>POP with STARTTLS, port 110.</summary>
    Pop,

    /// <summary>POP in TLS, port 995.</summary>
    PopTls,
}

/// <summary>What the balancer does with TLS of a virtual service.</summary>
public enum TlsHandling
{
    /// <summary>Nothing: bytes are passed on.</summary>
    Passthrough,

    /// <summary>Ends it and encrypts again towards the servers.</summary>
    Bridge,

    /// <summary>The service has none.</summary>
    None,
}

/// <summary>How a client comes back to the same server. 2013 and later need none.</summary>
public enum Persistence
{
    /// <summary>Any server takes any request.</summary>
    None,

    /// <summary>A cookie of the balancer.</summary>
    Cookie,

    /// <summary>The address of the client.</summary>
    SourceAddress,

    /// <summary>The Authorization header.</summary>
    AuthorizationHeader,
}
