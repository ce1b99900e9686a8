namespace ExchangeNamespace.Routing;

/// <summary>Codes of findings about client access routes, EXN430 to EXN439.</summary>
public static class RouteFindingCodes
{
    /// <summary>A server that is not Internet-facing has an ExternalUrl.</summary>
    public const string InternalSiteHasExternalUrl = "EXN430";

    /// <summary>Two sites of 2007 or 2010 have the same external host.</summary>
    public const string SameExternalHost = "EXN431";

    /// <summary>Requests are proxied to a virtual directory without Integrated Windows authentication.</summary>
    public const string TargetWithoutIntegrated = "EXN432";

    /// <summary>Requests are proxied to a site without an InternalUrl.</summary>
    public const string TargetWithoutInternalUrl = "EXN433";

    /// <summary>The certificate of the next hop does not cover the name that it checks.</summary>
    public const string NameNotOnCertificate = "EXN434";

    /// <summary>Some 2007 servers of a site have an ActiveSync ExternalUrl and some have none.</summary>
    public const string ExternalUrlOnSomeServers = "EXN435";

    /// <summary>Several sites have an ECP ExternalUrl.</summary>
    public const string EcpLoop = "EXN436";

    /// <summary>FailbackUrl is the same as ExternalUrl.</summary>
    public const string FailbackUrlSame = "EXN437";

    /// <summary>Clients outside are sent to an internal URL of 2007.</summary>
    public const string SentInside = "EXN438";
}
