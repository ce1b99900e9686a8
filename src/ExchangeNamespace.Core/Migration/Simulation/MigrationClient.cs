namespace ExchangeNamespace.Migration.Simulation;

/// <summary>What is tried at every moment of a migration.</summary>
public enum MigrationClient
{
    /// <summary>The steps themselves: each finds what it expects, and can be done.</summary>
    Steps,

    /// <summary>Autodiscover of domain-joined Outlook, by the service connection points.</summary>
    OutlookByConnectionPoint,

    /// <summary>Autodiscover of Outlook outside, Outlook for Mac and mobile clients, by DNS alone.</summary>
    AutodiscoverByDns,

    /// <summary>Outlook over RPC over HTTP.</summary>
    OutlookAnywhere,

    /// <summary>Outlook over MAPI over HTTP.</summary>
    MapiOverHttp,

    /// <summary>Outlook inside that connects to the client access array of Exchange 2010 by RPC.</summary>
    ClientAccessArray,

    /// <summary>The download of the offline address book.</summary>
    OfflineAddressBook,

    /// <summary>Outlook on the web, Outlook Web App, Outlook Web Access.</summary>
    OutlookOnTheWeb,

    /// <summary>The Exchange admin centre and the Exchange Control Panel.</summary>
    ControlPanel,

    /// <summary>ActiveSync devices.</summary>
    ActiveSync,

    /// <summary>Programs that use Exchange Web Services, free/busy times and out-of-office messages.</summary>
    WebServices,

    /// <summary>Mail from the Internet.</summary>
    MailIn,

    /// <summary>Mail to the Internet.</summary>
    MailOut,

    /// <summary>Whether the last step leaves what the target plan says.</summary>
    Target,
}
