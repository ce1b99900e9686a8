using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>Hosts that the same servers answer for.</summary>
/// <param name="Name">A name for the group, unique among them.</param>
/// <param name="Hosts">The hosts.</param>
/// <param name="Servers">The servers, in the order of the plan.</param>
/// <param name="Older">Servers that have these hosts too and stand behind the newer ones.</param>
/// <param name="Services">The services that the plan has under these hosts.</param>
internal sealed record HostGroup(string Name, IReadOnlyList<Fqdn> Hosts, IReadOnlyList<PlannedServer> Servers,
    IReadOnlyList<PlannedServer> Older, IReadOnlyList<ClientService> Services)
{
    /// <summary>
    /// Groups the hosts that servers of the chosen sites have. Newer servers proxy for older ones and not the other way round, so only the
    /// newest kind stands behind a host.
    /// </summary>
    /// <param name="served">Which server has which host.</param>
    /// <param name="isLocal">Whether a server is in a chosen site.</param>
    /// <param name="perService">Whether only hosts of the same services are together.</param>
    public static IReadOnlyList<HostGroup> Of(IReadOnlyList<ServedHost> served, Func<PlannedServer, bool> isLocal, bool perService)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        return [.. served.GroupBy(h => h.Host)
            .Where(h => h.Any(s => isLocal(s.Server)))
            .Select(h => (Host: h.Key, Served: h.ToList(),
                Newest: FrontEnds.Newest(h.Where(s => isLocal(s.Server)).Select(s => s.Server.Version))))
            .Select(h => (h.Host, h.Served, Servers: Fitting(h.Served, v => v == h.Newest), Older: Fitting(h.Served, v => v < h.Newest)))
            .GroupBy(
                h => Key(h.Servers.Select(s => s.Name).Concat(
                    perService ? h.Served.Select(s => s.Service).Distinct().OrderBy(s => s).Select(s => s.ToString()) : [])),
                StringComparer.Ordinal)
            .Select(g => new HostGroup(
                Unique(taken, g.First().Host.FirstLabel),
                [.. g.Select(h => h.Host)],
                g.First().Servers,
                [.. g.SelectMany(h => h.Older).Distinct()],
                [.. g.SelectMany(h => h.Served).Select(s => s.Service).Distinct().OrderBy(s => s)]))];
    }

    private static IReadOnlyList<PlannedServer> Fitting(IEnumerable<ServedHost> served, Func<int, bool> fits) =>
        [.. served.Select(s => s.Server).Distinct().Where(s => fits(FrontEnds.Of(s.Version)))];

    private static string Key(IEnumerable<string> parts) => string.Join("|", parts);

    private static string Unique(HashSet<string> taken, string name)
    {
        string unique = name;
        for (int i = 2; !taken.Add(unique); i++)
        {
            unique = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }
}
