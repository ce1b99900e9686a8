using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning;

/// <summary>Which servers need the legacy name: 2007 beside anything newer. 2010 shares the name of 2013 and 2016, which proxy to it.</summary>
internal static class LegacyServers
{
    public static bool IsLegacy(ExchangeVersion version) => FrontEnds.Of(version) == FrontEnds.Legacy;

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
