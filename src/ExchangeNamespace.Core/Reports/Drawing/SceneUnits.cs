using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// The servers of a plan as rows. Sites that share an outside name stand together, those that clients outside do not reach stand below the
/// first site, which passes requests on to them; within a site newer servers stand above older ones.
/// </summary>
internal static class SceneUnits
{
    public static IReadOnlyList<SceneUnit> Of(NamespacePlan plan)
    {
        List<SceneUnit> units = [];
        foreach (PlannedSite site in InOrder(plan))
        {
            int before = units.Count;
            foreach (IGrouping<int, PlannedServer> group in plan.Servers
                .Where(s => string.Equals(s.Site, site.Name, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(s => s.Version)
                .GroupBy(s => RouteTopology.GenerationOf(s.Version.Product))
                .OrderByDescending(g => g.Key))
            {
                units.Add(new SceneUnit(units.Count, site, group.Key, [.. group]));
            }

            if (units.Count == before)
            {
                units.Add(new SceneUnit(before, site, 0, []));
            }
        }

        return units;
    }

    private static IEnumerable<PlannedSite> InOrder(NamespacePlan plan)
    {
        List<PlannedSite> sites = [.. plan.Sites];
        int first = Math.Max(0, sites.FindIndex(s => s.InternetFacing && plan.ExternalHost.Equals(s.ExternalHost)));
        int Group(PlannedSite site) =>
            site.InternetFacing ? sites.FindIndex(s => s.InternetFacing && Equals(s.ExternalHost, site.ExternalHost)) : first;
        return sites.OrderBy(Group).ThenBy(s => s.InternetFacing ? 0 : 1);
    }
}
