using System;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Design;

/// <summary>The name behind which the 2010 servers of a site serve RPC.</summary>
internal static class ClientAccessArrayDesign
{
    public static void Add(DesignDraft draft)
    {
        foreach (CapturedClientAccessArray array in draft.State.ClientAccessArrays)
        {
            SiteHosts? site = draft.Sites.FirstOrDefault(s => s.Name.Length > 0
                && string.Equals(s.Name, array.Site.Value, StringComparison.OrdinalIgnoreCase));
            if (site is not null && Fqdn.TryParse(array.Fqdn.Value, "ClientAccessArray", out Fqdn? host, out _))
            {
                draft.Put("ClientAccessArray", host.Value, DesignCertainty.Certain, "client access array " + array.Name, site.Name);
            }
        }
    }
}
