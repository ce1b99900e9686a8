namespace ExchangeNamespace.Model;

/// <summary>The client-access services that carry a name, in the order in which their lines are emitted.</summary>
public enum ClientService
{
    /// <summary>The service connection point (SCP) that domain-joined clients read.</summary>
    Autodiscover,

    /// <summary>Exchange Web Services.</summary>
    EWS,

    /// <summary>Offline address book distribution.</summary>
    OAB,

    /// <summary>Outlook Anywhere (RPC over HTTP).</summary>
    OutlookAnywhere,

    /// <summary>Exchange ActiveSync.</summary>
    ActiveSync,

    /// <summary>The Unified Messaging web service (2007 only).</summary>
    UM,

    /// <summary>Outlook on the web, Outlook Web App, Outlook Web Access.</summary>
    OWA,

    /// <summary>Exchange Control Panel, Exchange admin centre.</summary>
    ECP,

    /// <summary>MAPI over HTTP.</summary>
    MAPI,

    /// <summary>The PowerShell virtual directory; left alone unless asked for.</summary>
    PowerShell,
}
