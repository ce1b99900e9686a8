using System;
using System.Linq;

namespace ExchangeNamespace.Catalog;

/// <summary>What stands in for a cmdlet in the versions that lack it.</summary>
/// <param name="Cmdlet">The cmdlet, in Microsoft's casing.</param>
/// <param name="Versions">The versions that lack it, in the notation of the tables.</param>
/// <param name="Successor">What to use there; null when nothing does the same.</param>
/// <param name="IsRename">Whether another name is all that changes.</param>
/// <param name="Advice">What to do.</param>
internal sealed record CmdletSuccessor(string Cmdlet, string Versions, string? Successor, bool IsRename, string Advice);

/// <summary>Cmdlets that came and went, and who took their place (Microsoft's cmdlet pages; docs/catalogue.md).</summary>
internal static class CmdletSuccessors
{
    private const string NoArray = "Exchange 2013 and later need no array. Leave the line out.";
    private const string NoClusteredServer = "Clustered mailbox servers end with Exchange 2007. Exchange 2010 and later have database availability groups.";
    private const string NoUnifiedMessagingDirectory = "The virtual directory of Unified Messaging ends with Exchange 2007. Leave the line out.";
    private const string NoMapi = "MAPI over HTTP begins with Exchange 2013 SP1 (CU4). Leave the line out.";
    private const string NoControlPanel = "This virtual directory begins with Exchange 2010. Leave the line out.";
    private const string NoRpcClientAccess = "The cmdlet ends with Exchange 2010. Leave the line out.";

    private static readonly CmdletSuccessor[] Rows =
    [
        new("Enable-OutlookAnywhere", "2013..SE", "Set-OutlookAnywhere", false, "Setup enables Outlook Anywhere. Use Set-OutlookAnywhere -Identity \"<server>\\Rpc (Default Web Site)\"."),
        new("Disable-OutlookAnywhere", "2013..SE", null, false, "Outlook Anywhere cannot be disabled from Exchange 2013 on. Leave the line out."),
        new("Set-ClientAccessService", "2007RTM..2013", "Set-ClientAccessServer", true, "Use Set-ClientAccessServer."),
        new("Get-ClientAccessService", "2007RTM..2013", "Get-ClientAccessServer", true, "Use Get-ClientAccessServer."),
        new("Get-TransportService", "2007RTM..2010", "Get-TransportServer", true, "Use Get-TransportServer."),
        new("Get-FrontendTransportService", "2007RTM..2010", null, false, "Front end transport begins with Exchange 2013. Leave the line out."),
        new("New-ClientAccessArray", "2007RTM..2007SP3", null, false, "Client access arrays are of Exchange 2010 alone. Leave the line out."),
        new("Set-ClientAccessArray", "2007RTM..2007SP3", null, false, "Client access arrays are of Exchange 2010 alone. Leave the line out."),
        new("New-ClientAccessArray", "2013..SE", null, false, NoArray),
        new("Set-ClientAccessArray", "2013..SE", null, false, NoArray),
        new("New-RpcClientAccess", "2013..SE", null, false, NoRpcClientAccess),
        new("Set-UMVirtualDirectory", "2010..SE", null, false, NoUnifiedMessagingDirectory),
        new("Get-UMVirtualDirectory", "2010..SE", null, false, NoUnifiedMessagingDirectory),
        new("Set-MapiVirtualDirectory", "2007RTM..2013", null, false, NoMapi),
        new("Get-MapiVirtualDirectory", "2007RTM..2013", null, false, NoMapi),
        new("Set-EcpVirtualDirectory", "2007RTM..2007SP3", null, false, NoControlPanel),
        new("Get-EcpVirtualDirectory", "2007RTM..2007SP3", null, false, NoControlPanel),
        new("Set-PowerShellVirtualDirectory", "2007RTM..2007SP3", null, false, NoControlPanel),
        new("Get-PowerShellVirtualDirectory", "2007RTM..2007SP3", null, false, NoControlPanel),
        new("Stop-ClusteredMailboxServer", "2010..SE", null, false, NoClusteredServer),
        new("Start-ClusteredMailboxServer", "2010..SE", null, false, NoClusteredServer),
        new("Move-ClusteredMailboxServer", "2010..SE", null, false, NoClusteredServer),
        new("Get-ClusteredMailboxServerStatus", "2010..SE", null, false, NoClusteredServer),
    ];

    /// <summary>Parameters whose name alone differs between versions, or that are commonly misnamed.</summary>
    private static readonly (string Cmdlets, string Name, string Versions, string Other)[] Renames =
    [
        ("Enable-OutlookAnywhere,Set-OutlookAnywhere", "ExternalAuthenticationMethod", "2007SP1..2010", "ClientAuthenticationMethod"),
        ("Enable-OutlookAnywhere,Set-OutlookAnywhere", "ClientAuthenticationMethod", "2007RTM", "ExternalAuthenticationMethod"),
        ("Set-OutlookAnywhere", "ClientAuthenticationMethod", "2013..SE", "ExternalClientAuthenticationMethod"),
        ("Set-OutlookAnywhere", "ExternalAuthenticationMethod", "2013..SE", "ExternalClientAuthenticationMethod"),
        ("Set-OutlookAnywhere", "ExternalClientAuthenticationMethod", "2007RTM", "ExternalAuthenticationMethod"),
        ("Set-OutlookAnywhere", "ExternalClientAuthenticationMethod", "2007SP1..2010", "ClientAuthenticationMethod"),
        ("New-ExchangeCertificate", "Path", "2013..2019", "RequestFile"),
        ("New-ExchangeCertificate", "RequestFile", "2007RTM..2007SP3", "Path"),
        ("Import-ExchangeCertificate,Export-ExchangeCertificate", "Path", "2013..2019", "FileName"),
        ("Import-ExchangeCertificate,Export-ExchangeCertificate", "FileName", "2007RTM..2007SP3", "Path"),
        ("Set-ActiveSyncVirtualDirectory", "BasicAuthentication", "2007RTM..SE", "BasicAuthEnabled"),
        ("Set-ActiveSyncVirtualDirectory", "WindowsAuthentication", "2007RTM..SE", "WindowsAuthEnabled"),
        ("Set-ClientAccessServer,Set-ClientAccessService", "AutodiscoverServiceSiteScope", "2007RTM..SE", "AutoDiscoverSiteScope"),
    ];

    /// <summary>What stands in for a cmdlet in a version; null when nothing is known.</summary>
    public static CmdletSuccessor? Find(string cmdlet, string version) => Rows.FirstOrDefault(
        r => r.Cmdlet == cmdlet && VersionKeys.Contains(VersionKeys.Parse(r.Versions), version));

    /// <summary>The name that a parameter has in a version; null when none is known.</summary>
    public static string? FindRename(CmdletEntry cmdlet, string parameter, string version, int? cumulativeUpdate) => Renames
        .Where(r => r.Cmdlets.Split(',').Contains(cmdlet.Name, StringComparer.Ordinal)
            && string.Equals(r.Name, parameter, StringComparison.OrdinalIgnoreCase)
            && VersionKeys.Contains(VersionKeys.Parse(r.Versions), version)
            && cmdlet.FindParameter(r.Other)?.ExistsIn(version, cumulativeUpdate) == true)
        .Select(r => r.Other)
        .FirstOrDefault();
}
