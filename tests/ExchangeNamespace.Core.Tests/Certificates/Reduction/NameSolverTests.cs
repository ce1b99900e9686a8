using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Reduction;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates.Reduction;

/// <summary>The solver against every assignment of small inputs.</summary>
public class NameSolverTests
{
    private static readonly Gen<ReducibleName> AnyName =
        from srv in Gen.Int[0, 4]
        from redirect in Gen.Int[0, 4]
        from zone in Gen.Int[0, 3]
        select new ReducibleName(
            "n",
            [.. new[] { (Way: NameWay.Srv, Cost: srv), (Way: NameWay.HttpRedirect, Cost: redirect) }.Where(w => w.Cost > 0)],
            zone == 0 ? null : "*.zone" + zone);

    private static readonly Gen<(ReducibleName[] Names, int Budget)> Cases = Gen.Select(AnyName.Array[0, 5], Gen.Int[-1, 7]);

    [Fact]
    public void No_assignment_is_cheaper_and_none_is_missed() => Cases.Sample(
        c =>
        {
            NameSolution? solution = NameSolver.Solve(c.Names, c.Budget);
            List<(NameWay[] Ways, int Count, int Cost)> all = [.. Assignments(c.Names).Select(w => (w, Count(c.Names, w), Cost(c.Names, w)))];
            int[] within = [.. all.Where(a => a.Count <= c.Budget).Select(a => a.Cost)];

            Assert.Equal(within.Length == 0 ? null : within.Min(), solution?.Cost);
            Assert.Equal(all.Min(a => a.Count), NameSolver.Least(c.Names));
            if (solution is not null)
            {
                Assert.Equal((solution.Cost, solution.Count), (Cost(c.Names, [.. solution.Ways]), Count(c.Names, [.. solution.Ways])));
                Assert.InRange(solution.Count, 0, c.Budget);
                Assert.All(c.Names.Zip(solution.Ways), x => Assert.Contains(x.Second, WaysOf(x.First)));
            }
        },
        iter: 1500);

    [Fact]
    public void Enough_names_change_nothing()
    {
        ReducibleName[] names = [new("a", [(NameWay.Srv, 3)], "*.x.com"), new("b", [], null)];
        NameSolution solution = NameSolver.Solve(names, 2)!;
        Assert.Equal(0, solution.Cost);
        Assert.All(solution.Ways, w => Assert.Equal(NameWay.Keep, w));
    }

    [Fact]
    public void Redirects_share_one_site_so_many_of_them_beat_service_records()
    {
        ReducibleName[] names = [.. Enumerable.Range(0, 8).Select(i => new ReducibleName("n" + i, [(NameWay.Srv, NameCosts.Of(NameWay.Srv)), (NameWay.HttpRedirect, NameCosts.Of(NameWay.HttpRedirect))], null))];

        Assert.DoesNotContain(NameWay.HttpRedirect, NameSolver.Solve(names, 6)!.Ways);
        Assert.DoesNotContain(NameWay.Srv, NameSolver.Solve(names, 0)!.Ways);
    }

    [Fact]
    public void A_thousand_names_are_solved()
    {
        ReducibleName[] names = [.. Enumerable.Range(0, 1000).Select(i => new ReducibleName("n" + i, i % 3 == 0 ? [] : [(NameWay.Srv, 3)], "*.z" + (i % 50)))];
        Assert.Equal(50 * NameCosts.Of(NameWay.Wildcard), NameSolver.Solve(names, 50)!.Cost);
        Assert.Null(NameSolver.Solve(names, 49));
    }

    private static IEnumerable<NameWay> WaysOf(ReducibleName name) => [NameWay.Keep, .. name.Ways.Select(w => w.Way), .. name.Wildcard is null ? Array.Empty<NameWay>() : [NameWay.Wildcard]];

    private static IEnumerable<NameWay[]> Assignments(ReducibleName[] names) => names.Aggregate(
        (IEnumerable<NameWay[]>)[[]], (sofar, name) => sofar.SelectMany(s => WaysOf(name).Select(w => (NameWay[])[.. s, w])));

    private static int Count(ReducibleName[] names, NameWay[] ways) => ways.Count(w => w == NameWay.Keep) + Wildcards(names, ways);

    private static int Cost(ReducibleName[] names, NameWay[] ways) =>
        names.Zip(ways).Sum(x => x.Second is NameWay.Keep or NameWay.Wildcard ? 0 : x.First.Ways.First(w => w.Way == x.Second).Cost)
        + (Wildcards(names, ways) * NameCosts.Of(NameWay.Wildcard))
        + (ways.Contains(NameWay.HttpRedirect) ? NameCosts.RedirectSite : 0);

    private static int Wildcards(ReducibleName[] names, NameWay[] ways) => names.Zip(ways).Where(x => x.Second == NameWay.Wildcard).Select(x => x.First.Wildcard).Distinct().Count();
}
