using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Planning;
using ExchangeNamespace.Migration.Simulation;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Migration.Simulation;

/// <summary>What the generator makes is run by the simulator: no kind of client meets a violated moment.</summary>
public class CrossProductTests(ITestOutputHelper output)
{
    /// <summary>Prime to the number of each dimension, so that a part of the cases has every value and most pairs of values.</summary>
    private const int Stride = 43;

    [Fact]
    [Trait("Takes", "Long")]
    public void Every_pair_model_proxy_and_number_of_sites_has_no_violated_moment()
    {
        CrossedCase[] all = [.. Crossed.All()];
        int every = RandomCases.Of(Stride, 1);
        CrossedCase[] some = [.. all.Where((_, i) => i % every == 0)];
        Assert.Equal(2124, all.Length);
        Assert.All(Crossed.Pairs, p => Assert.Contains(some, c => (c.Old, c.New) == p));
        Assert.Equal([], some.SelectMany(one => Violations(one.Make()).Select(v => one + ": " + v)));

        output.WriteLine($"{some.Length} of {all.Length} migrations");
    }

    [Fact]
    public void Several_sites_of_2007_under_one_legacy_name_are_refused()
    {
        CrossedCase one = new("2007SP3", "2013CU23", "Split", "None", 2, "own hosts", "server") { LegacyPerSite = false };
        List<InputFault> faults = [];

        Assert.Null(MigrationPlanner.Plan(new MigrationInput { Present = one.Side("OLD", one.Old, 10), Plans = [one.Side("NEW", one.New, 20)] }, faults));
        InputFault fault = Assert.Single(faults);
        Assert.Equal(FaultIds.MigrationPathUnsupported, fault.Id);
        Assert.Contains("Give each site a LegacyHost of its own", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_goldens_have_no_violated_moment() =>
        Assert.All(
            new[] { Migrations.SideBySide(), Migrations.InPlace(), Migrations.TwoHops(), Migrations.OneSiteFirst() },
            m => Assert.Empty(Violations(m)));

    /// <summary>The verdicts that failed, as text.</summary>
    internal static IEnumerable<string> Violations(NamespaceMigration migration) => MigrationSimulator.Run(migration)
        .Where(v => v.Outcome == CheckOutcome.Failed).Select(v => $"{v.StepId}: {string.Join(" > ", v.Path)}");
}
