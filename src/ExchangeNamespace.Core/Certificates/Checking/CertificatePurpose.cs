namespace ExchangeNamespace.Certificates.Checking;

/// <summary>What Exchange uses a certificate for, which decides by what it is judged.</summary>
public enum CertificatePurpose
{
    /// <summary>Clients see it: every rule applies. Files and endpoints are always judged so.</summary>
    Clients,

    /// <summary>Only mail servers see it, by STARTTLS: of the hosts those of mail are compared.</summary>
    Mail,

    /// <summary>The servers of the organisation prove themselves to each other and to Exchange Online with it (OAuth).</summary>
    ServerAuthentication,

    /// <summary>The remote management of the web server uses it (WMSVC).</summary>
    WebManagement,

    /// <summary>The organisation shares calendars with others under it.</summary>
    Federation,

    /// <summary>Setup made it for the connection between the front end and the back end of one server.</summary>
    BackEnd,
}
