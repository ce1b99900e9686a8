namespace ExchangeNamespace.Routing;

/// <summary>The documents behind the decision tables.</summary>
internal static class RouteSources
{
    public const string Proxying2010 = "Understanding Proxying and Redirection, Exchange 2010 SP2/SP3 (bb310763, v=exchg.141)";
    public const string Proxying2007 = "Understanding Proxying and Redirection, Exchange 2007 (bb310763, v=exchg.80)";
    public const string Owa2007 = "Exchange team blog 2007-09-10, proxying and redirection of OWA in Exchange 2007";
    public const string Sites2007 = "Exchange team blog 2007-09-04, a Client Access server in every site with a mailbox server";
    public const string Http451 =
        "Remote Connectivity Analyzer page 2009-08-18, Exchange ActiveSync Returned an HTTP 451 Error; MS-ASHTTP 3.1.5.2.2";
    public const string Mail2007 = "Exchange 2007 help, cross-site connectivity for POP3 and IMAP4 (AllowCrossSiteSessions)";
    public const string Autodiscover2007 = "bb204246, Autodiscover of Exchange 2007 SP2 beside 2010";
    public const string Legacy2010 = "TechNet on proxying and redirection of 2010 beside 2007, as quoted in a migration post of 2012";
    public const string Offload2013 = "OfficeDocs-Exchange, configuring SSL offloading in Exchange 2013, coexistence with 2007";
    public const string Coexistence2013 = "Exchange team blog 2014-03-12, client connectivity in an Exchange 2013 coexistence environment";
    public const string Interop2013 =
        "vanhybrid.com 2012-10-09, Exchange 2013 interoperability with legacy versions, corrected with Microsoft";
    public const string Coexistence2016 =
        "Exchange team blog 2015-10-28 and 2015-10-30, client connectivity in an Exchange 2016 coexistence environment";

    /// <summary>By which name the older server is reached.</summary>
    public const string OlderServer =
        "KB 4294204, a 2010 server is taken out of the proxying by 2013 and 2016 under its own name; KB 3128706, the front end chooses "
            + "among older servers";
    public const string EcpLoop = "KB 4056664, ECP of Exchange 2016 with an ExternalUrl in several sites";
    public const string Support = "Exchange Server supportability matrix, coexistence";
    public const string None = "no document found";
}
