namespace ExchangeNamespace.Autodiscover;

/// <summary>The clients whose order of steps is known.</summary>
public enum AutodiscoverClient
{
    /// <summary>Outlook 2007 without updates: it does not know service records.</summary>
    Outlook2007Rtm,

    /// <summary>Outlook 2007 with the update of June 2007 (KB 939184) or Service Pack 1.</summary>
    Outlook2007,

    /// <summary>Outlook 2010.</summary>
    Outlook2010,

    /// <summary>Outlook 2013, which asks the service connection points and DNS at the same time.</summary>
    Outlook2013,

    /// <summary>Outlook 2016 and later, Microsoft 365 Apps among them.</summary>
    Outlook2016,

    /// <summary>A telephone or tablet with Exchange ActiveSync.</summary>
    ActiveSync,

    /// <summary>A program that uses Exchange Web Services as the EWS Managed API does.</summary>
    EwsClient,
}
