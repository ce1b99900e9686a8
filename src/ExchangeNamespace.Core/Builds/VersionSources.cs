namespace ExchangeNamespace.Builds;

/// <summary>The documents that say which versions stand beside each other and what they need, by page name.</summary>
internal static class VersionSources
{
    public const string UpgradeToSE =
        "Exchange team blog 4241305, Upgrading your organization from current versions to Exchange Server SE";
    public const string Supportability = "Microsoft Learn, Exchange Server supportability matrix";
    public const string SystemRequirements = "Microsoft Learn, Exchange Server system requirements";
    public const string Requirements2013 = "Microsoft Learn, Exchange 2013 system requirements";
    public const string SetupRefuses2007 = "Microsoft Learn, setup readiness check Exchange 2007 servers in the organization";
    public const string Upgrade2007To2010 = "general knowledge of upgrades from Exchange 2007 to 2010";
}
