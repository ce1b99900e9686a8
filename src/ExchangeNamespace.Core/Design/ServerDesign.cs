using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Design;

/// <summary>What a design says of each server, and which sites and servers clients on the Internet do not reach.</summary>
internal static class ServerDesign
{
    private const string Member = "InternetFacing";

    public static void Add(DesignDraft draft)
    {
        bool anyFacing = draft.Servers.Any(s => s.InternetFacing == true);
        bool isSaidOfAll = anyFacing && draft.Sites.Any(s => draft.IsOneSite || s.Name.Length == 0 || !s.IsKnownInside
            ? s.Servers.Any(v => v.InternetFacing == false) : false);
        foreach (SiteHosts site in draft.Sites)
        {
            bool isSaidOfSite = anyFacing && !draft.IsOneSite && site.Name.Length > 0 && site.IsKnownInside;
            if (isSaidOfSite)
            {
                draft.Put(Member, false, DesignCertainty.Certain, "no server of the site has an external URL", site.Name);
            }

            foreach (ServerView server in site.Servers)
            {
                Add(draft, server, isSaidOfSite, isSaidOfAll);
            }
        }
    }

    private static void Add(DesignDraft draft, ServerView server, bool isSaidOfSite, bool isSaidOfAll)
    {
        const string AsCaptured = "as captured";
        if (server.Fqdn is { } full)
        {
            draft.Put("Fqdn", full.Value, DesignCertainty.Certain, AsCaptured, server: server.Name);
        }

        if (server.Version is { } version)
        {
            draft.Put("Version", version.ToString(), DesignCertainty.Certain,
                server.Captured?.Version is null ? "the version of its directories" : AsCaptured, server: server.Name);
        }

        if (server.Site.Length > 0)
        {
            draft.Put("Site", server.Site, DesignCertainty.Certain, AsCaptured, server: server.Name);
        }

        if (server.InternetFacing == false && !isSaidOfSite)
        {
            draft.Put(Member, false, DesignCertainty.Certain, "it has no external URL", server: server.Name);
        }
        else if (server.InternetFacing == true && isSaidOfAll)
        {
            draft.Put(Member, true, DesignCertainty.Certain, "it has external URLs, or others of its site have", server: server.Name);
        }

        if (server.Version?.Product < ExchangeProduct.Exchange2013
            && server.Captured is { OutlookAnywhereEnabled: { IsKnown: true } enabled })
        {
            draft.Put("OutlookAnywhereEnabled", enabled.Value, DesignCertainty.Certain, AsCaptured, server: server.Name);
        }

        if (server.Captured?.ExtendedProtection.Value == true)
        {
            draft.Put("ExtendedProtection", true, DesignCertainty.Certain, "its directories check tokens", server: server.Name);
        }
    }
}
