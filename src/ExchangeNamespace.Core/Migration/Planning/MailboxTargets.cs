using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Which servers of the next plan take the mailboxes of a server that goes: only those that may stand beside it.</summary>
internal static class MailboxTargets
{
    /// <summary>The newest of the site that arrive, else that stay; without one in the site, one elsewhere. Empty where none may.</summary>
    public static IReadOnlyList<PlannedServer> Of(Hop hop, PlannedServer from)
    {
        foreach (IReadOnlyList<PlannedServer> servers in new[] { hop.Added, hop.To.Servers })
        {
            List<PlannedServer> same = [.. servers.Where(
                s => string.Equals(s.Site, from.Site, StringComparison.OrdinalIgnoreCase) && Takes(s, from))];
            if (same.Count > 0)
            {
                ExchangeProduct newest = same.Max(s => s.Version.Product);
                return [.. same.Where(s => s.Version.Product == newest)];
            }
        }

        return One(hop, [from]) is { } elsewhere ? [elsewhere] : [];
    }

    /// <summary>The first of the newest version that stays, a new one where there is one; null where none takes all of them.</summary>
    public static PlannedServer? One(Hop hop, IReadOnlyList<PlannedServer> from) => Newest(hop.Added, from) ?? Newest(hop.To.Servers, from);

    private static PlannedServer? Newest(IReadOnlyList<PlannedServer> servers, IReadOnlyList<PlannedServer> from) =>
        servers.Where(s => from.All(f => Takes(s, f))).OrderByDescending(s => s.Version.Product).FirstOrDefault();

    private static bool Takes(PlannedServer server, PlannedServer from) => VersionPairs.Allows(from.Version, server.Version);
}
