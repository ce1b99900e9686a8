namespace ExchangeNamespace.State;

/// <summary>What a captured object is, by the command that shows it.</summary>
public enum StateKind
{
    /// <summary><c>Get-ExchangeServer</c>.</summary>
    Server,

    /// <summary><c>Get-ClientAccessServer</c>, <c>Get-ClientAccessService</c>: the service connection point.</summary>
    ClientAccess,

    /// <summary><c>Get-WebServicesVirtualDirectory</c>.</summary>
    WebServices,

    /// <summary><c>Get-OabVirtualDirectory</c>.</summary>
    OfflineAddressBook,

    /// <summary><c>Get-OutlookAnywhere</c>.</summary>
    OutlookAnywhere,

    /// <summary><c>Get-ActiveSyncVirtualDirectory</c>.</summary>
    ActiveSync,

    /// <summary><c>Get-UMVirtualDirectory</c>.</summary>
    UnifiedMessaging,

    /// <summary><c>Get-OwaVirtualDirectory</c>.</summary>
    OutlookOnTheWeb,

    /// <summary><c>Get-EcpVirtualDirectory</c>.</summary>
    ControlPanel,

    /// <summary><c>Get-MapiVirtualDirectory</c>.</summary>
    Mapi,

    /// <summary><c>Get-PowerShellVirtualDirectory</c>.</summary>
    PowerShell,

    /// <summary><c>Get-AutodiscoverVirtualDirectory</c>: no client reads its URLs.</summary>
    AutodiscoverDirectory,

    /// <summary><c>Get-ExchangeCertificate</c>.</summary>
    Certificate,

    /// <summary><c>Get-ReceiveConnector</c>.</summary>
    ReceiveConnector,

    /// <summary><c>Get-SendConnector</c>.</summary>
    SendConnector,

    /// <summary><c>Get-AcceptedDomain</c>.</summary>
    AcceptedDomain,

    /// <summary><c>Get-OutlookProvider</c>.</summary>
    OutlookProvider,

    /// <summary><c>Get-OrganizationConfig</c>.</summary>
    Organization,

    /// <summary><c>Get-ClientAccessArray</c>: the name behind which 2010 serves RPC.</summary>
    ClientAccessArray,

    /// <summary><c>Get-TransportServer</c>, <c>Get-TransportService</c>: the certificate for mail between Exchange servers.</summary>
    TransportServer,
}
