using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning.Drafts;

/// <summary>
/// Which servers need the legacy name: 2007 beside anything newer. 2010 shares the name of 2013 and 2016, which proxy to it.
/// </summary>
internal static class LegacyServers
{
    public static bool IsLegacy(ExchangeVersion version) => FrontEnds.Of(version) == FrontEnds.Legacy;

    /// <summary>Whether 2007 servers need the legacy name for a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="frontEnd">The newest kind of server that answers under the name of the service.</param>
    public static bool NeedOwnName(ClientService service, int frontEnd)
    {
        LegacyNeed need = ServiceCatalog.Define(service).LegacyNeed;
        return need switch
        {
            LegacyNeed.Always => true,
            LegacyNeed.Never => false,
            LegacyNeed.Behind2010 => frontEnd == FrontEnds.Redirecting,
            _ => throw ClosedSet.Outside(need),
        };
    }

    /// <summary>
    /// Whether 2007 servers of a site stand behind newer ones, which have a host of the site. An internal host leads to them only where
    /// internal URLs have it.
    /// </summary>
    /// <param name="site">The site.</param>
    /// <param name="newer">The sites of newer servers.</param>
    public static bool HandOver(SiteDraft site, IEnumerable<SiteDraft> newer) => newer.Any(n => n == site
        || (!site.KeepsInternal && n.InternalHost.Equals(site.InternalHost))
        || (n.InternetFacing && site.InternetFacing && n.ExternalHost.Equals(site.ExternalHost)));
}
