using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning.Drafts;

/// <summary>
/// Which servers need the legacy name: 2007 beside anything newer. 2010 shares the name of 2013 and 2016, which proxy to it.
/// </summary>
internal static class LegacyServers
{
    public static bool IsLegacy(ExchangeVersion version) => FrontEnds.Of(version) == FrontEnds.Legacy;

    /// <summary>
    /// Whether 2007 servers need the legacy name for a service. Newer servers take requests of Autodiscover and Outlook Anywhere on their
    /// behalf; those of ActiveSync too from 2013 on, while 2010 answers them with 451 and the ExternalUrl of the 2007 server.
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="frontEnd">The newest kind of server that answers under the name of the service.</param>
    public static bool NeedOwnName(ClientService service, int frontEnd) => service switch
    {
        ClientService.Autodiscover or ClientService.OutlookAnywhere => false,
        ClientService.ActiveSync => frontEnd == FrontEnds.Redirecting,
        ClientService.EWS or ClientService.OAB or ClientService.UM or ClientService.OWA or ClientService.ECP
            or ClientService.MAPI or ClientService.PowerShell => true,
        _ => throw ClosedSet.Outside(service),
    };

    public static bool Exist(IEnumerable<ServerRequest> servers, NamespaceRequest request)
    {
        bool old = false;
        bool newer = false;
        foreach (ServerRequest server in servers)
        {
            bool legacy = IsLegacy(server.Version ?? request.Version!);
            old |= legacy;
            newer |= !legacy;
        }

        return old && newer;
    }
}
