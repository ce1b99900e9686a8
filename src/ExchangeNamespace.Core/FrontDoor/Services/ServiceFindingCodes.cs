namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>The permanent codes of findings about services that were asked over the network. A code is never reused.</summary>
public static class ServiceFindingCodes
{
    /// <summary>There was no answer, so nothing follows.</summary>
    public const string NotAnswered = "EXN860";

    /// <summary>Windows answers in place of a stopped application pool.</summary>
    public const string PoolDown = "EXN861";

    /// <summary>A proxy has no server that answers.</summary>
    public const string NoServerBehind = "EXN862";

    /// <summary>The directory is missing or not published.</summary>
    public const string DirectoryMissing = "EXN863";

    /// <summary>The service answers with an error of its own.</summary>
    public const string ServerError = "EXN864";

    /// <summary>The service is closed to this client.</summary>
    public const string Forbidden = "EXN865";

    /// <summary>The admin centre is closed to this client.</summary>
    public const string PanelClosed = "EXN866";

    /// <summary>The request itself is refused.</summary>
    public const string RequestRefused = "EXN867";

    /// <summary>A sign-on page stands before a service whose clients cannot use one.</summary>
    public const string SignOnPage = "EXN868";

    /// <summary>People sign on elsewhere.</summary>
    public const string SignOnElsewhere = "EXN869";

    /// <summary>Another site answers.</summary>
    public const string OtherSite = "EXN870";

    /// <summary>The service does not ask who is there.</summary>
    public const string NoChallenge = "EXN871";

    /// <summary>The challenge is that of a proxy.</summary>
    public const string ProxyChallenge = "EXN872";

    /// <summary>A scheme is gone that was planned or captured, or that the servers offer.</summary>
    public const string SchemeGone = "EXN873";

    /// <summary>A scheme is not offered that setup leaves on.</summary>
    public const string SchemeNotOffered = "EXN874";

    /// <summary>A scheme is offered that was not captured.</summary>
    public const string SchemeAdded = "EXN875";

    /// <summary>The service asks for passwords without encryption.</summary>
    public const string PublishedWithoutSsl = "EXN876";

    /// <summary>A server takes logons without encryption from whatever reaches it.</summary>
    public const string PlainHttpAtServer = "EXN877";

    /// <summary>The health page is not there.</summary>
    public const string HealthPageAway = "EXN878";

    /// <summary>Another product answers.</summary>
    public const string OtherVersion = "EXN879";

    /// <summary>Another update answers.</summary>
    public const string OtherBuild = "EXN880";

    /// <summary>Servers of one product behind a host have different builds.</summary>
    public const string BuildsUneven = "EXN881";

    /// <summary>Another server answers than the one that was asked.</summary>
    public const string OtherServer = "EXN882";

    /// <summary>A server answers that is not in the plan.</summary>
    public const string ServerNotPlanned = "EXN883";

    /// <summary>The first step of NTLM does not keep its connection.</summary>
    public const string HandshakeBroken = "EXN884";

    /// <summary>Proxy and server show different certificates where the plan has one.</summary>
    public const string LeafDiffers = "EXN885";

    /// <summary>Proxy and server show different certificates, as planned.</summary>
    public const string LeafDiffersByPlan = "EXN886";

    /// <summary>Something ends TLS in front of the servers that the plan does not have.</summary>
    public const string TlsEndsInFront = "EXN887";

    /// <summary>Strict-Transport-Security is not the same everywhere, or cannot be read.</summary>
    public const string TransportSecurity = "EXN888";

    /// <summary>Autodiscover in JSON gave no answer from which anything follows.</summary>
    public const string JsonUnknown = "EXN889";

    /// <summary>Autodiscover in JSON names a host that the plan does not have.</summary>
    public const string JsonOtherHost = "EXN890";

    /// <summary>An answer whose meaning is not known.</summary>
    public const string OtherAnswer = "EXN891";

    /// <summary>What came back is no HTTP.</summary>
    public const string NotHttp = "EXN892";
}
