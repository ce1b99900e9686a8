namespace ExchangeNamespace.Cluster;

/// <summary>The sources that steps name.</summary>
internal static class RunbookSources
{
    public const string Article = "www.shudnow.net, 2008-11-06: Recovering from Server 2008 CCR Cluster Failure with Forcequorum";
    public const string Force2003 = "KB947713 and KB258078";
    public const string Witness2003 = "KB921181 (the property MNSFileShare)";
    public const string ClusterExe2008 = "Microsoft documentation of a SQL Server 2008 R2 failover cluster";
    public const string MailboxServer = "Exchange Server 2007 help: bb124258, aa997179 and the topic on moving a clustered mailbox server";
    public const string Status = "Exchange Server 2007 help: bb691169";
}
