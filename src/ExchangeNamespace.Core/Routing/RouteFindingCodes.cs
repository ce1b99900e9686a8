namespace ExchangeNamespace.Routing;

/// <summary>Codes of findings about client access routes, EXN430 to EXN459.</summary>
internal static class RouteFindingCodes
{
    public const string InternalSiteHasExternalUrl = "EXN430";
    public const string SameExternalHost = "EXN431";
    public const string TargetWithoutIntegrated = "EXN432";
    public const string TargetWithoutInternalUrl = "EXN433";
    public const string NameNotOnCertificate = "EXN434";
    public const string ExternalUrlOnSomeServers = "EXN435";
    public const string EcpLoop = "EXN436";
    public const string FailbackUrlSame = "EXN437";
    public const string SentInside = "EXN438";
}
