namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>What a service, or the certificate in front of it, was found to be.</summary>
public enum ServiceVerdict
{
    /// <summary>As a healthy server answers a client that it does not know yet.</summary>
    Healthy,

    /// <summary>No answer: nothing follows about the service.</summary>
    NotAnswered,

    /// <summary>An answer whose meaning is not known.</summary>
    NotKnown,

    /// <summary>The application pool is stopped.</summary>
    PoolDown,

    /// <summary>A proxy has no server that answers.</summary>
    NoServerBehind,

    /// <summary>The directory is missing or not published.</summary>
    DirectoryMissing,

    /// <summary>The service answers with an error.</summary>
    ServerError,

    /// <summary>Closed to this client.</summary>
    Forbidden,

    /// <summary>The request itself is refused.</summary>
    RequestRefused,

    /// <summary>A sign-on page stands in front.</summary>
    SignOnPage,

    /// <summary>Another site or device answers.</summary>
    OtherSite,

    /// <summary>It does not ask who is there.</summary>
    NoChallenge,

    /// <summary>A proxy asks in place of Exchange.</summary>
    ProxyChallenge,

    /// <summary>The schemes offered are not those expected.</summary>
    SchemesDiffer,

    /// <summary>Passwords go without encryption.</summary>
    WithoutSsl,

    /// <summary>The health page is away.</summary>
    Inactive,

    /// <summary>Another version or build answers.</summary>
    VersionDiffers,

    /// <summary>Another server answers.</summary>
    OtherServer,

    /// <summary>NTLM does not keep its connection.</summary>
    HandshakeBroken,

    /// <summary>The certificate is not as it should be, or not the same on proxy and server.</summary>
    Certificate,

    /// <summary>Strict-Transport-Security is not the same everywhere.</summary>
    TransportSecurity,

    /// <summary>Autodiscover in JSON does not say what the plan says.</summary>
    Json,
}
