namespace ExchangeNamespace.Autodiscover;

/// <summary>Permanent codes of the findings about Autodiscover, EXN460 to EXN499.</summary>
public static class AutodiscoverFindingCodes
{
    /// <summary>The mail domain itself answers on https with a certificate for something else.</summary>
    public const string RootDomainTrap = "EXN460";

    /// <summary>The mail domain itself answers on https with a page that is not Autodiscover.</summary>
    public const string RootDomainPage = "EXN461";

    /// <summary>A wildcard in DNS answers for autodiscover.</summary>
    public const string WildcardTrap = "EXN462";

    /// <summary>A service record leads to another port than 443.</summary>
    public const string ServicePort = "EXN463";

    /// <summary>The target of a service record is an alias.</summary>
    public const string ServiceTargetAlias = "EXN464";

    /// <summary>The user is asked once whether the redirect may be followed.</summary>
    public const string UserIsAsked = "EXN465";

    /// <summary>The certificate of a step does not cover its host, or its time is not now.</summary>
    public const string WrongCertificate = "EXN466";

    /// <summary>More redirects than a client follows.</summary>
    public const string TooManyRedirects = "EXN467";

    /// <summary>A redirect leads from https to http.</summary>
    public const string RedirectDowngrade = "EXN468";

    /// <summary>A redirect leads to something else than Autodiscover.</summary>
    public const string RedirectElsewhere = "EXN469";

    /// <summary>No step leads to Autodiscover.</summary>
    public const string NotFound = "EXN470";

    /// <summary>A step could not be asked.</summary>
    public const string StepInconclusive = "EXN471";

    /// <summary>A service connection point leads to a host that the certificate does not cover.</summary>
    public const string ConnectionPointNotCovered = "EXN472";

    /// <summary>A service connection point is left as it is, so its URL is not known.</summary>
    public const string ConnectionPointUnknown = "EXN473";

    /// <summary>No service connection point is scoped to the site of the client.</summary>
    public const string SiteUnclaimed = "EXN474";

    /// <summary>Two steps of the same rank lead to different places.</summary>
    public const string OrderDecides = "EXN475";

    /// <summary>Only the service record leads to Autodiscover, and the client does not know service records.</summary>
    public const string ClientWithoutServiceRecord = "EXN476";

    /// <summary>A URL is handed out whose host the certificate does not cover.</summary>
    public const string UrlNotCovered = "EXN477";

    /// <summary>A service has no URL for the place where the client is.</summary>
    public const string UrlMissing = "EXN478";

    /// <summary>Autodiscover answers without asking who is there.</summary>
    public const string AnsweredAnonymously = "EXN479";

    /// <summary>This machine does not trust the certificate.</summary>
    public const string CertificateUntrusted = "EXN480";

    /// <summary>The mail domain is not among those of the plan or state.</summary>
    public const string DomainNotPlanned = "EXN481";

    /// <summary>A redirect leads to another port than 443.</summary>
    public const string RedirectPort = "EXN482";

    /// <summary>A redirect leads to an address or a short name, which no certificate for clients carries.</summary>
    public const string RedirectNoHost = "EXN483";

    /// <summary>From outside, a redirect or a service record leads to a private address.</summary>
    public const string PrivateTarget = "EXN484";
}
