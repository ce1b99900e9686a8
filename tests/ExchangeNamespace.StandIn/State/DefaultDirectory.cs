using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.StandIn.State;

/// <summary>A virtual directory that setup creates.</summary>
/// <param name="Kind">Noun of its cmdlets.</param>
/// <param name="Name">Name with the web site.</param>
/// <param name="Path">URL path; null where there is no default URL.</param>
/// <param name="Versions">Version cell in the notation of the catalogue.</param>
/// <param name="HttpVersions">The versions whose default URL is http.</param>
internal sealed record DefaultDirectory(string Kind, string Name, string? Path, string Versions, string HttpVersions = "")
{
    /// <summary>What setup creates in one version or another.</summary>
    public static IReadOnlyList<DefaultDirectory> All { get; } =
    [
        new("OwaVirtualDirectory", "owa (Default Web Site)", "/owa", "2007RTM..SE"),
        new("OwaVirtualDirectory", "Exchange (Default Web Site)", null, "2007RTM..2007SP3"),
        new("OwaVirtualDirectory", "Public (Default Web Site)", null, "2007RTM..2007SP3"),
        new("OwaVirtualDirectory", "Exchweb (Default Web Site)", null, "2007RTM..2007SP3"),
        new("OwaVirtualDirectory", "Exadmin (Default Web Site)", null, "2007RTM..2007SP3"),
        new("EcpVirtualDirectory", "ecp (Default Web Site)", "/ecp", "2010..SE"),
        new("WebServicesVirtualDirectory", "EWS (Default Web Site)", "/EWS/Exchange.asmx", "2007RTM..SE"),
        new("OabVirtualDirectory", "OAB (Default Web Site)", "/OAB", "2007RTM..SE", "2007RTM..2010"),
        new("ActiveSyncVirtualDirectory", "Microsoft-Server-ActiveSync (Default Web Site)", "/Microsoft-Server-ActiveSync", "2007RTM..SE"),
        new("UMVirtualDirectory", "UnifiedMessaging (Default Web Site)", "/UnifiedMessaging/Service.asmx", "2007RTM..2007SP3"),
        new("AutodiscoverVirtualDirectory", "Autodiscover (Default Web Site)", null, "2007RTM..SE"),
        new("MapiVirtualDirectory", "mapi (Default Web Site)", "/mapi", "2013..SE"),
        new("PowerShellVirtualDirectory", "PowerShell (Default Web Site)", "/PowerShell", "2010..SE", "2010..SE"),
    ];

    /// <summary>Name of the Outlook Anywhere directory.</summary>
    public const string OutlookAnywhere = "Rpc (Default Web Site)";

    /// <summary>What setup creates in one version.</summary>
    public static IEnumerable<DefaultDirectory> For(StandInVersion version) => All.Where(
        d => VersionRanges.Parse(d.Versions).Contains(version.Exchange)
            && CmdletCatalog.Default.Exists("Set-" + d.Kind, version.Exchange));

    /// <summary>Scheme of the default URL in one version.</summary>
    public string SchemeFor(StandInVersion version) =>
        VersionRanges.Parse(HttpVersions).Contains(version.Exchange) ? "http" : "https";
}
