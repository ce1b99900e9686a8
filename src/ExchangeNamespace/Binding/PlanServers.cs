using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Binding;

/// <summary>The servers of a plan that were named, by name, full name or with wildcards.</summary>
internal static class PlanServers
{
    /// <summary>Chooses servers.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="named">The names and patterns; null for all servers.</param>
    /// <param name="unknown">The names and patterns that fit no server of the plan, each once.</param>
    /// <returns>The names of the servers; null for all.</returns>
    public static ISet<string>? Select(NamespacePlan plan, IEnumerable<string?>? named, out IReadOnlyList<string> unknown)
    {
        List<string> missed = [];
        unknown = missed;
        if (named is null)
        {
            return null;
        }

        NamePatterns<PlannedServer> patterns = new(plan.Servers, s => s.Fqdn is null ? [s.Name] : [s.Name, s.Fqdn.Value]);
        HashSet<string> chosen = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in named.Select(n => n ?? string.Empty).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            PlannedServer[] found = [.. patterns.Select(name)];
            chosen.UnionWith(found.Select(s => s.Name));
            if (found.Length == 0)
            {
                missed.Add(name);
            }
        }

        return chosen;
    }
}
