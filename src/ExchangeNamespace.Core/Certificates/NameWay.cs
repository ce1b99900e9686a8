namespace ExchangeNamespace.Certificates;

/// <summary>What can be done with a name of a certificate.</summary>
public enum NameWay
{
    /// <summary>It stays on the certificate.</summary>
    Keep,

    /// <summary>A service record of Autodiscover sends clients to a name that stays.</summary>
    Srv,

    /// <summary>A web site without TLS redirects Autodiscover clients to a name that stays.</summary>
    HttpRedirect,

    /// <summary>A wildcard covers it.</summary>
    Wildcard,

    /// <summary>Internal URLs lead to a name that stays instead of the server's own.</summary>
    InternalUrl,

    /// <summary>Mail uses the external host as its banner too.</summary>
    MailHost,

    /// <summary>An alias: it never helps, because clients check the name that they asked for.</summary>
    Cname,
}
