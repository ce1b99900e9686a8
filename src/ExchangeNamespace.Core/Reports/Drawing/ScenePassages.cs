using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// What happens to requests from outside for mailboxes of servers that did not get them, by the rules of the versions. Two protocols stand
/// for the others: the web mail, which may be redirected, and the protocol of phones, which may be refused.
/// </summary>
internal static class ScenePassages
{
    private static readonly RouteProtocol[] Protocols = [RouteProtocol.OWA, RouteProtocol.ActiveSync];

    public static IReadOnlyList<ScenePassage> Of(NamespacePlan plan, IReadOnlyList<SceneUnit> units, IReadOnlyList<SceneName> outside)
    {
        if (Entry(plan, units, outside) is not { } entry)
        {
            return [];
        }

        RouteTopology topology = RouteTopologyReader.Read(plan);
        RouteSimulator simulator = new(topology);
        List<ScenePassage> passages = [];
        foreach (SceneUnit unit in units)
        {
            SceneUnit from = units.First(u => u.Site == unit.Site) is { IsPublished: true } newest && newest != unit ? newest : entry;
            if (from == unit || unit.Servers.Count == 0 || outside.Any(n => n.Rows.Contains(from.Row) && n.Rows.Contains(unit.Row)))
            {
                continue;
            }

            RouteServer server = topology.Servers.First(s => s.Name == from.Servers[0].Name);
            passages.AddRange(Protocols
                .Select(p => (Protocol: p, simulator.Trace(new RouteQuestion(p, DnsView.External, server, unit.Site.Name,
                    unit.Servers[0].Version.Product)).Hops[0].Action))
                .Where(t => t.Action is RouteAction.Proxy or RouteAction.Redirect or RouteAction.Fail)
                .GroupBy(t => t.Action, t => t.Protocol)
                .Select(g => new ScenePassage(from.Row, unit.Row,
                    g.Key == RouteAction.Proxy ? LinkKind.Proxied : g.Key == RouteAction.Redirect ? LinkKind.Redirected : null,
                    string.Join(", ", g))));
        }

        return passages;
    }

    /// <summary>Where the outside host of the plan leads, else the first servers that clients outside reach.</summary>
    private static SceneUnit? Entry(NamespacePlan plan, IReadOnlyList<SceneUnit> units, IReadOnlyList<SceneName> outside) =>
        outside.FirstOrDefault(n => n.Name == plan.ExternalHost.Value) is { Rows.Count: > 0 } main ? units[main.Rows[0]]
            : units.FirstOrDefault(u => u.IsPublished);
}
