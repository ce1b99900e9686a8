using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>One virtual directory in one web site, and what Microsoft wants there.</summary>
/// <param name="Name">Its name in IIS, for example <c>EWS</c>, <c>MAPI/emsmdb</c>.</param>
/// <param name="Site">The web site.</param>
/// <param name="Wanted">The value on a server that supports Extended Protection.</param>
internal sealed record ProtectedDirectory(string Name, ExchangeWebSite Site, TokenCheckingMode Wanted)
{
    private const string FrontEnd = "Default Web Site";
    private const string BackEnd = "Exchange Back End";

    private static readonly IReadOnlyList<ProtectedDirectory> Rows =
    [
        .. Both("API", TokenCheckingMode.Require, TokenCheckingMode.Require).Select(d => d with { From = ExchangeBuilds.Exchange2016 }),
        .. Both("Autodiscover", TokenCheckingMode.None, TokenCheckingMode.None, "clients that find their settings with Windows "
            + "authentication"),
        .. Both("ECP", TokenCheckingMode.Require, TokenCheckingMode.Require),
        .. Both("EWS", TokenCheckingMode.Allow, TokenCheckingMode.Require, "Outlook for Mac"),
        new("MAPI", ExchangeWebSite.FrontEnd, TokenCheckingMode.Require),
        new("MAPI/emsmdb", ExchangeWebSite.BackEnd, TokenCheckingMode.Require),
        new("MAPI/nspi", ExchangeWebSite.BackEnd, TokenCheckingMode.Require),
        .. Both("Microsoft-Server-ActiveSync", TokenCheckingMode.Allow, TokenCheckingMode.Require,
            "the mail client of iOS and Outlook for iOS and Android"),
        .. Both("Microsoft-Server-ActiveSync/Proxy", TokenCheckingMode.Allow, TokenCheckingMode.Require,
            "the mail client of iOS and Outlook for iOS and Android"),
        .. Both("OAB", TokenCheckingMode.Allow, TokenCheckingMode.Require, "Outlook for Mac, which cannot load the address book then"),
        .. Both("OWA", TokenCheckingMode.Require, TokenCheckingMode.Require),
        .. Both("PowerShell", TokenCheckingMode.None, TokenCheckingMode.Require, "remote PowerShell")
            .Select(d => d with { WantsSsl = d.Site == ExchangeWebSite.BackEnd }),
        new("PushNotifications", ExchangeWebSite.BackEnd, TokenCheckingMode.Require),
        .. Both("RPC", TokenCheckingMode.Require, TokenCheckingMode.Require),
        new("RPCWithCert", ExchangeWebSite.BackEnd, TokenCheckingMode.Require),
    ];

    /// <summary>
    /// Every directory (learn.microsoft.com, "Configure Windows Extended Protection in Exchange Server", 2025-04-30, and CSS-Exchange,
    /// Get-ExtendedProtectionConfigurationResult.ps1, 2026-04, which agree).
    /// </summary>
    public static IReadOnlyList<ProtectedDirectory> All => Rows;

    /// <summary>The clients that a higher value locks out; null where no value is higher, or none is named.</summary>
    public string? LocksOut { get; init; }

    /// <summary>Whether IIS must ask for TLS there.</summary>
    public bool WantsSsl { get; init; } = true;

    /// <summary>The first build that has it.</summary>
    public Version From { get; init; } = ExchangeBuilds.Exchange2007;

    /// <summary>The place of the directory in IIS, for example <c>Default Web Site/EWS</c>.</summary>
    public string Path => SiteName(Site) + "/" + Name;

    /// <summary>Whether it is the one that clients reach and that a Hybrid Agent publishes.</summary>
    public bool IsPublishedByHybridAgent => Site == ExchangeWebSite.FrontEnd && Name == "EWS";

    /// <summary>Whether an IP filter on it once stood in for Extended Protection.</summary>
    public bool HadFilter => Site == ExchangeWebSite.BackEnd && Name == "EWS";

    /// <summary>The name of a directory with a captured service; null for a service without one.</summary>
    public static string? NameOf(ClientService service) => service switch
    {
        ClientService.Autodiscover or ClientService.UM => null,
        ClientService.ActiveSync => "Microsoft-Server-ActiveSync",
        ClientService.OutlookAnywhere => "RPC",
        ClientService.EWS or ClientService.OAB or ClientService.OWA or ClientService.ECP or ClientService.MAPI
            or ClientService.PowerShell => service.ToString(),
        _ => throw ClosedSet.Outside(service),
    };

    /// <summary>The name of a web site in IIS, which no language of Windows changes.</summary>
    public static string SiteName(ExchangeWebSite site) => site switch
    {
        ExchangeWebSite.FrontEnd => FrontEnd,
        ExchangeWebSite.BackEnd => BackEnd,
        _ => throw ClosedSet.Outside(site),
    };

    private static ProtectedDirectory[] Both(string name, TokenCheckingMode front, TokenCheckingMode back, string? locksOut = null) =>
    [
        new(name, ExchangeWebSite.FrontEnd, front) { LocksOut = locksOut },
        new(name, ExchangeWebSite.BackEnd, back),
    ];
}
