namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>What may be wrong with one directory of one server.</summary>
internal enum FrontEndFault
{
    /// <summary>The application pool is stopped: 503 from HTTP.sys.</summary>
    PoolDown,

    /// <summary>The directory is not there: 404 from IIS.</summary>
    Missing,

    /// <summary>500 of Exchange, from behind its front end.</summary>
    BackEndBroken,

    /// <summary>The redirect to the error page of Exchange.</summary>
    ErrorPage,

    /// <summary>A redirect to the sign-on page of a portal.</summary>
    Portal,

    /// <summary>A page of another web site.</summary>
    OtherSite,

    /// <summary>JSON of another device.</summary>
    OtherDevice,

    /// <summary>A challenge without Negotiate.</summary>
    NoNegotiate,

    /// <summary>A challenge without NTLM.</summary>
    NoNtlm,

    /// <summary>Basic in place of every other scheme.</summary>
    BasicOnly,

    /// <summary>401 without any scheme.</summary>
    NoScheme,

    /// <summary>403 of a rule.</summary>
    Forbidden,

    /// <summary>400 of HTTP.sys: the host is not bound.</summary>
    HostNotBound,

    /// <summary>502 of a proxy.</summary>
    BadGateway,

    /// <summary>504 of a proxy.</summary>
    GatewayTimeout,

    /// <summary>The connection ends without an answer.</summary>
    Closed,

    /// <summary>No answer at all.</summary>
    Silent,

    /// <summary>The connection ends when the first message of NTLM comes.</summary>
    DroppedAfterFirstLeg,

    /// <summary>The first message of NTLM is answered with a fresh challenge.</summary>
    FirstLegForgotten,

    /// <summary>The answer to the first message of NTLM closes the connection.</summary>
    ClosedAfterFirstLeg,

    /// <summary>The health page is taken away: the component is inactive.</summary>
    Inactive,

    /// <summary>Requests over plain http are answered as those over https.</summary>
    OpenOverHttp,

    /// <summary>Everything that names Exchange is taken out of the answer.</summary>
    HeadersStripped,

    /// <summary>The challenge of ISA and TMG.</summary>
    ProxyChallenge,

    /// <summary>200 for everybody.</summary>
    Open,
}
