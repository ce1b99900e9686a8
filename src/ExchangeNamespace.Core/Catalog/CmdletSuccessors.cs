using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>What stands in for a cmdlet in the versions that lack it.</summary>
/// <param name="Cmdlet">The cmdlet, in Microsoft's casing.</param>
/// <param name="Versions">The versions that lack it.</param>
/// <param name="Successor">What to use there; null when nothing does the same.</param>
/// <param name="IsRename">Whether another name is all that changes.</param>
/// <param name="Advice">What to do.</param>
internal sealed record CmdletSuccessor(string Cmdlet, VersionRanges Versions, string? Successor, bool IsRename, string Advice);

/// <summary>A parameter whose name alone differs between versions, or that is commonly misnamed.</summary>
/// <param name="Cmdlets">The cmdlets, in Microsoft's casing.</param>
/// <param name="Name">The name that the versions lack.</param>
/// <param name="Versions">The versions that lack it.</param>
/// <param name="Other">The name there.</param>
internal sealed record ParameterRename(IReadOnlyList<string> Cmdlets, string Name, VersionRanges Versions, string Other);

/// <summary>Cmdlets that came and went, and who took their place (Microsoft's cmdlet pages; docs/catalogue.md).</summary>
internal sealed class CmdletSuccessors(IReadOnlyList<CmdletSuccessor> successors, IReadOnlyList<ParameterRename> renames)
{
    private const string NoArray = "Exchange 2013 and later need no array. Leave the line out.";
    private const string NoClusteredServer =
        "Clustered mailbox servers end with Exchange 2007. Exchange 2010 and later have database availability groups.";
    private const string NoUnifiedMessagingDirectory =
        "The virtual directory of Unified Messaging ends with Exchange 2007. Leave the line out.";
    private const string NoMapi = "MAPI over HTTP begins with Exchange 2013 SP1 (CU4). Leave the line out.";
    private const string NoControlPanel = "This virtual directory begins with Exchange 2010. Leave the line out.";
    private const string NoRpcClientAccess = "The cmdlet ends with Exchange 2010. Leave the line out.";

    private static readonly (string Cmdlet, string Versions, string? Successor, bool IsRename, string Advice)[] Rows =
    [
        ("Enable-OutlookAnywhere", "2013..SE", "Set-OutlookAnywhere", false,
            "Setup enables Outlook Anywhere. Use Set-OutlookAnywhere -Identity \"<server>\\Rpc (Default Web Site)\"."),
        ("Disable-OutlookAnywhere", "2013..SE", null, false,
            "Outlook Anywhere cannot be disabled from Exchange 2013 on. Leave the line out."),
        ("Set-ClientAccessService", "2007RTM..2013", "Set-ClientAccessServer", true, "Use Set-ClientAccessServer."),
        ("Get-ClientAccessService", "2007RTM..2013", "Get-ClientAccessServer", true, "Use Get-ClientAccessServer."),
        ("Get-TransportService", "2007RTM..2010", "Get-TransportServer", true, "Use Get-TransportServer."),
        ("Get-FrontendTransportService", "2007RTM..2010", null, false,
            "Front end transport begins with Exchange 2013. Leave the line out."),
        ("New-ClientAccessArray", "2007RTM..2007SP3", null, false, "Client access arrays are of Exchange 2010 alone. Leave the line out."),
        ("Set-ClientAccessArray", "2007RTM..2007SP3", null, false, "Client access arrays are of Exchange 2010 alone. Leave the line out."),
        ("New-ClientAccessArray", "2013..SE", null, false, NoArray),
        ("Set-ClientAccessArray", "2013..SE", null, false, NoArray),
        ("New-RpcClientAccess", "2013..SE", null, false, NoRpcClientAccess),
        ("Set-UMVirtualDirectory", "2010..SE", null, false, NoUnifiedMessagingDirectory),
        ("Get-UMVirtualDirectory", "2010..SE", null, false, NoUnifiedMessagingDirectory),
        ("Set-MapiVirtualDirectory", "2007RTM..2013", null, false, NoMapi),
        ("Get-MapiVirtualDirectory", "2007RTM..2013", null, false, NoMapi),
        ("Set-EcpVirtualDirectory", "2007RTM..2007SP3", null, false, NoControlPanel),
        ("Get-EcpVirtualDirectory", "2007RTM..2007SP3", null, false, NoControlPanel),
        ("Set-PowerShellVirtualDirectory", "2007RTM..2007SP3", null, false, NoControlPanel),
        ("Get-PowerShellVirtualDirectory", "2007RTM..2007SP3", null, false, NoControlPanel),
        ("Stop-ClusteredMailboxServer", "2010..SE", null, false, NoClusteredServer),
        ("Start-ClusteredMailboxServer", "2010..SE", null, false, NoClusteredServer),
        ("Move-ClusteredMailboxServer", "2010..SE", null, false, NoClusteredServer),
        ("Get-ClusteredMailboxServerStatus", "2010..SE", null, false, NoClusteredServer),
    ];

    private static readonly (string Cmdlets, string Name, string Versions, string Other)[] RenameRows =
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

    private static readonly Lazy<CmdletSuccessors> Instance = new(() => new CmdletSuccessors(
        [.. Rows.Select(r => new CmdletSuccessor(r.Cmdlet, VersionRanges.Parse(r.Versions), r.Successor, r.IsRename, r.Advice))],
        [.. RenameRows.Select(r => new ParameterRename(r.Cmdlets.Split(','), r.Name, VersionRanges.Parse(r.Versions), r.Other))]));

    /// <summary>The rows of the module.</summary>
    public static CmdletSuccessors Default => Instance.Value;

    /// <summary>Cmdlets that came and went.</summary>
    public IReadOnlyList<CmdletSuccessor> Successors { get; } = successors;

    /// <summary>Parameters with another name.</summary>
    public IReadOnlyList<ParameterRename> Renames { get; } = renames;

    /// <summary>What stands in for a cmdlet in a version; null when nothing is known.</summary>
    public CmdletSuccessor? Find(string cmdlet, ExchangeVersion version) =>
        Successors.FirstOrDefault(r => r.Cmdlet == cmdlet && r.Versions.Contains(version));

    /// <summary>The name that a parameter has in every build of a version; null when none is known.</summary>
    public string? FindRename(CmdletEntry cmdlet, string parameter, ExchangeVersion version) => Renames
        .Where(r => r.Cmdlets.Contains(cmdlet.Name, StringComparer.Ordinal)
            && string.Equals(r.Name, parameter, StringComparison.OrdinalIgnoreCase)
            && r.Versions.Contains(version)
            && cmdlet.FindParameter(r.Other)?.Versions.ContainsAll(version) == true)
        .Select(r => r.Other)
        .FirstOrDefault();
}
