using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>The update that each old server needs beside what arrives.</summary>
internal static class MinimumUpdates
{
    /// <summary>The old servers with the highest minimum of all versions that arrive, and whether each has it.</summary>
    public static IEnumerable<(PlannedServer Server, KnownRelease Minimum, bool? Reached)> Of(Hop hop)
    {
        foreach (PlannedServer server in hop.From.Servers)
        {
            KnownRelease? highest = Rows(hop, server).Select(p => p.MinimumOld).OfType<KnownRelease>().OrderBy(m => m.Build)
                .LastOrDefault();
            if (highest is not null)
            {
                yield return (server, highest, highest.IsReached(server.Version));
            }
        }
    }

    /// <summary>The document that says it.</summary>
    public static string Source(Hop hop, PlannedServer server) =>
        Rows(hop, server).Where(p => p.MinimumOld is not null).OrderBy(p => p.MinimumOld!.Build).Last().Source;

    private static IEnumerable<VersionPair> Rows(Hop hop, PlannedServer server) => hop.Arriving.Select(v => v.Product).Distinct()
        .Where(p => p > server.Version.Product)
        .Select(p => VersionPairs.Find(server.Version.Product, p))
        .OfType<VersionPair>();
}
