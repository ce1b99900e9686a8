namespace ExchangeNamespace.Routing;

/// <summary>What a client speaks to a Client Access server.</summary>
public enum RouteProtocol
{
    /// <summary>Outlook on the web.</summary>
    OWA,

    /// <summary>Exchange Control Panel, Exchange admin centre.</summary>
    ECP,

    /// <summary>Exchange ActiveSync.</summary>
    ActiveSync,

    /// <summary>Exchange Web Services.</summary>
    EWS,

    /// <summary>Offline address book.</summary>
    OAB,

    /// <summary>Outlook Anywhere (RPC over HTTP).</summary>
    OutlookAnywhere,

    /// <summary>MAPI over HTTP.</summary>
    MAPI,

    /// <summary>Autodiscover.</summary>
    Autodiscover,

    /// <summary>POP3.</summary>
    POP,

    /// <summary>IMAP4.</summary>
    IMAP,
}

/// <summary>What a server does with a request.</summary>
public enum RouteAction
{
    /// <summary>It serves the request itself.</summary>
    Local,

    /// <summary>It sends the request on to another server and hands the answer back.</summary>
    Proxy,

    /// <summary>It sends the client to another URL.</summary>
    Redirect,

    /// <summary>The request ends without the mailbox.</summary>
    Fail,

    /// <summary>A value that decides is not known, or no source tells.</summary>
    Unknown,
}

/// <summary>How sure a rule is.</summary>
public enum RouteCertainty
{
    /// <summary>A document says it, and the text was read.</summary>
    Documented,

    /// <summary>It follows from rules that were read.</summary>
    Derived,

    /// <summary>It is told of a document that was not read again: try it before you rely on it.</summary>
    Unverified,
}
