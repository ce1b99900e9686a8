using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Certificates.Reduction;

/// <summary>One name and how it can leave the certificate.</summary>
/// <param name="Name">The name.</param>
/// <param name="Ways">The ways in which it can be dropped, each with its cost.</param>
/// <param name="Wildcard">The wildcard that would cover it; null for none.</param>
internal sealed record ReducibleName(string Name, IReadOnlyList<(NameWay Way, int Cost)> Ways, string? Wildcard);

/// <summary>What to do with each name.</summary>
/// <param name="Ways">A way for each name, in the order of the names.</param>
/// <param name="Wildcards">The wildcards that come in.</param>
/// <param name="Cost">The sum of the costs.</param>
internal sealed record NameSolution(IReadOnlyList<NameWay> Ways, IReadOnlyList<string> Wildcards, int Cost)
{
    /// <summary>How many names the certificate has.</summary>
    public int Count => Ways.Count(w => w == NameWay.Keep) + Wildcards.Count;
}

/// <summary>
/// Finds the cheapest way to bring names under a budget. Names share costs in two ways only: a wildcard covers all names of one parent, and
/// the web site of redirects is set up once. So the names fall into groups by wildcard, each group has a least cost for each number of
/// names that it keeps, and these are put together group by group; once without redirects and once with.
/// </summary>
internal static class NameSolver
{
    private const int Impossible = int.MaxValue / 4;

    /// <summary>Solves; null where even the least set is over the budget.</summary>
    public static NameSolution? Solve(IReadOnlyList<ReducibleName> names, int budget) =>
        new[] { Try(names, budget, redirects: false), Try(names, budget, redirects: true) }.OfType<NameSolution>()
            .OrderBy(s => s.Cost).FirstOrDefault();

    /// <summary>The smallest number of names that can be reached.</summary>
    public static int Least(IReadOnlyList<ReducibleName> names) =>
        Groups(names).Sum(g => Math.Min(g.Key is null ? int.MaxValue : 1, g.Count(i => names[i].Ways.Count == 0)));

    private static NameSolution? Try(IReadOnlyList<ReducibleName> names, int budget, bool redirects)
    {
        List<IGrouping<string?, int>> groups = [.. Groups(names)];
        List<Option[]> options = [.. groups.Select(g => Options(names, g, redirects))];
        int most = Math.Max(0, Math.Min(budget, options.Sum(o => o.Length - 1)));
        int[] cost = new int[most + 1];
        List<Option[]> choices = [];
        foreach (Option[] group in options)
        {
            int[] next = [.. Enumerable.Repeat(Impossible, most + 1)];
            Option[] choice = new Option[most + 1];
            for (int used = 0; used <= most; used++)
            {
                for (int kept = 0; kept < group.Length && kept <= used; kept++)
                {
                    int sum = group[kept].Cost >= Impossible || cost[used - kept] >= Impossible ? Impossible
                        : cost[used - kept] + group[kept].Cost;
                    if (sum < next[used])
                    {
                        (next[used], choice[used]) = (sum, group[kept]);
                    }
                }
            }

            cost = next;
            choices.Add(choice);
        }

        if (budget < 0 || cost[most] >= Impossible)
        {
            return null;
        }

        NameWay[] ways = new NameWay[names.Count];
        List<string> wildcards = [];
        for (int g = groups.Count - 1, left = most; g >= 0; g--)
        {
            Option chosen = choices[g][left];
            foreach ((int name, NameWay way) in chosen.Ways)
            {
                ways[name] = way;
            }

            if (chosen.HasWildcard)
            {
                wildcards.Insert(0, groups[g].Key!);
            }

            left -= chosen.Kept;
        }

        return new NameSolution(ways, wildcards, cost[most] + (ways.Contains(NameWay.HttpRedirect) ? NameCosts.RedirectSite : 0));
    }

    private static IEnumerable<IGrouping<string?, int>> Groups(IReadOnlyList<ReducibleName> names) =>
        Enumerable.Range(0, names.Count).GroupBy(i => names[i].Wildcard, StringComparer.OrdinalIgnoreCase);

    /// <summary>The least cost of a group for each number of names that it has on the certificate.</summary>
    private static Option[] Options(IReadOnlyList<ReducibleName> names, IGrouping<string?, int> group, bool redirects)
    {
        List<int> all = [.. group];

        // The cheapest leave first; among equals the last, so that the first of the list stays.
        List<(int Name, NameWay Way, int Cost)> leaving = [.. all
            .Select(i => (Name: i,
                Ways: names[i].Ways.Where(w => redirects || w.Way != NameWay.HttpRedirect).OrderBy(w => w.Cost).ToList()))
            .Where(x => x.Ways.Count > 0)
            .Select(x => (x.Name, x.Ways[0].Way, x.Ways[0].Cost))
            .OrderBy(x => x.Cost)
            .ThenByDescending(x => x.Name)];
        Option[] options = new Option[all.Count + 1];
        int sum = 0;
        for (int dropped = 0; dropped <= all.Count; dropped++)
        {
            if (dropped > 0)
            {
                sum = dropped > leaving.Count ? Impossible : sum + leaving[dropped - 1].Cost;
            }

            HashSet<int> gone = [.. leaving.Take(dropped).Select(x => x.Name)];
            options[all.Count - dropped] = new Option(
                all.Count - dropped,
                sum,
                [.. leaving.Take(dropped).Select(x => (x.Name, x.Way)),
                    .. all.Where(i => !gone.Contains(i)).Select(i => (i, NameWay.Keep))],
                HasWildcard: false);
        }

        if (group.Key is not null && NameCosts.Of(NameWay.Wildcard) < options[1].Cost)
        {
            options[1] = new Option(1, NameCosts.Of(NameWay.Wildcard), [.. all.Select(i => (i, NameWay.Wildcard))], HasWildcard: true);
        }

        return options;
    }

    private sealed record Option(int Kept, int Cost, IReadOnlyList<(int Name, NameWay Way)> Ways, bool HasWildcard);
}
