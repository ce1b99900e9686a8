namespace ExchangeNamespace.Migration.Planning;

/// <summary>The documents behind the steps, by page name.</summary>
internal static class MigrationSources
{
    public const string Roadmap = "Exchange team blog 4132742, Exchange Server roadmap update";
    public const string Requirements2010 =
        "Microsoft Learn, Exchange 2010 system requirements and Upgrade from Exchange 2007 Client Access";
    public const string Server2025 = "Exchange team blog, When is Exchange 2019 CU15 coming";
    public const string Checklist2007 = "Microsoft Learn, Checklist: Upgrade from Exchange 2007";
    public const string Checklist2010 = "Microsoft Learn, Checklist: Upgrade from Exchange 2010";
    public const string ActiveDirectorySites = "Exchange support blog 604329, Implementing Exchange using Active Directory sites";
    public const string AddingServers = "Exchange support blog, Considerations when adding a new server";
    public const string Decommission = "Exchange team blog 4214475, Decommissioning Exchange Server 2016";
    public const string Certificates = "Microsoft Learn, Digital certificates and SSL";
    public const string ClientAccess2013 = "Microsoft Learn, Exchange 2013 Client Access server configuration";
    public const string OutlookAnywhere = "Microsoft Learn, Outlook Anywhere";
    public const string MapiHttp = "Microsoft Learn, Configure MAPI over HTTP";
    public const string Imap = "Microsoft Learn, IMAP clients fail to log on when Exchange 2010 coexists with Exchange 2016";
    public const string Relay = "Microsoft Learn, Allow anonymous relay on Exchange servers";
    public const string SystemMailbox = "Microsoft Learn, Move the Exchange 2010 system mailbox";
    public const string BatchMigration = "Microsoft Learn, Use batch migration to migrate Exchange public folders";
    public const string Kerberos = "Microsoft Learn, Kerberos authentication for load-balanced client access services";
    public const string ExtendedProtection = "Microsoft Learn, Configure Windows Extended Protection in Exchange Server";
    public const string NamespaceChange = "practical365.com, changing namespaces during a migration";
    public const string CutOver = "practical365.com, namespace cut-over of the Not Real University migration";
    public const string Coexistence = "Exchange team blog, client connectivity in an Exchange 2016 coexistence environment";
    public const string OutlookAutodiscover = "Microsoft Support, KB 3211279, Autodiscover in Outlook";
    public const string EwsAutodiscover = "Microsoft Learn, How to refresh configuration information by using Exchange";
    public const string HybridPrerequisites = "Microsoft Learn, Hybrid deployment prerequisites";
    public const string Upgrade = "Microsoft Learn, Upgrade to Exchange Server SE";
    public const string Prerequisites = "Microsoft Learn, Exchange Server prerequisites and system requirements";
    public const string HighAvailability = "Microsoft Learn, Plan for high availability and site resilience";
    public const string Maintenance = "Microsoft Learn, Manage database availability groups";
    public const string Edge = "Microsoft Learn, Edge subscriptions and their procedures";
    public const string UnifiedMessaging = "Microsoft Learn, Checklist: Upgrade Exchange 2010 UM to Exchange 2013 UM";
    public const string SharedPublicFolders =
        "Microsoft Learn, Configure legacy public folders where user mailboxes are on Exchange 2013 servers";
    public const string Knowledge = "general knowledge of administrators";
}
