namespace ExchangeNamespace.Autodiscover;

/// <summary>The ways in which a client looks for Autodiscover.</summary>
public enum AutodiscoverMethod
{
    /// <summary>What Outlook kept over its own restart.</summary>
    Restart,

    /// <summary>A local file that a policy puts before everything else (<c>PreferLocalXML</c>).</summary>
    PreferredLocalXml,

    /// <summary>The address that worked last time, kept in the profile.</summary>
    LastKnownGood,

    /// <summary>Microsoft 365, where Outlook believes that the mailbox is there.</summary>
    Microsoft365Priority,

    /// <summary>A service connection point (SCP) in Active Directory.</summary>
    ServiceConnectionPoint,

    /// <summary><c>https://</c> and the mail domain.</summary>
    RootDomain,

    /// <summary><c>https://autodiscover.</c> and the mail domain.</summary>
    AutodiscoverHost,

    /// <summary>A local file that the registry names.</summary>
    LocalXml,

    /// <summary>A redirect at <c>http://autodiscover.</c> and the mail domain.</summary>
    HttpRedirect,

    /// <summary>The service record <c>_autodiscover._tcp.</c> and the mail domain.</summary>
    ServiceRecord,

    /// <summary>Microsoft 365 as the last resort.</summary>
    Microsoft365Failsafe,
}

/// <summary>What becomes of one step.</summary>
public enum AutodiscoverVerdict
{
    /// <summary>The client does not take the step, or this check does not.</summary>
    Skipped,

    /// <summary>A step before has led to Autodiscover.</summary>
    NotReached,

    /// <summary>It depends on what is kept on the client, or on what neither plan nor state says.</summary>
    Depends,

    /// <summary>There is no such name or record.</summary>
    NoName,

    /// <summary>
    /// The server could not be asked: no answer in time, refused, or closed. A client goes on; nothing is said against the name.
    /// </summary>
    Inconclusive,

    /// <summary>The certificate does not cover the name, or its time is over or has not come: the user gets a warning.</summary>
    WrongCertificate,

    /// <summary>A web site answers, but it is not Autodiscover.</summary>
    NotAutodiscover,

    /// <summary>The redirect is one that no client may follow: too many, to http, or to something else than Autodiscover.</summary>
    RedirectRefused,

    /// <summary>A redirect leads to Autodiscover.</summary>
    Redirect,

    /// <summary>Autodiscover answers.</summary>
    Hit,
}

/// <summary>How sure the place of a step in the order is.</summary>
public enum OrderCertainty
{
    /// <summary>Stated by the maker of the client, in documentation or published source.</summary>
    Documented,

    /// <summary>Told by others than the maker, or by the maker without naming an order.</summary>
    Reported,

    /// <summary>Sources contradict each other: nothing is claimed about the order among the steps of the same rank.</summary>
    Disputed,
}
