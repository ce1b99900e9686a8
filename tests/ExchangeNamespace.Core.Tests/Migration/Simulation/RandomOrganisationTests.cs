using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Simulation;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Migration.Simulation;

/// <summary>Random organisations, among them those that have a fault before the first step: the migration adds none.</summary>
public class RandomOrganisationTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Takes", "Long")]
    public void No_kind_of_client_meets_a_violated_moment()
    {
        int cases = RandomCases.Of(50, 3000);
        int made = 0;
        int refused = 0;
        int faulty = 0;
        HashSet<ExchangeProduct> met = [];
        for (int seed = 1; made < cases; seed++)
        {
            if (RandomOrganisations.Make(seed) is not { } migration)
            {
                refused++;
                continue;
            }

            IReadOnlyList<MigrationVerdict> verdicts = MigrationSimulator.Run(migration);
            Assert.Equal([], verdicts.Where(v => v.Outcome == CheckOutcome.Failed).Select(v => $"seed {seed}, {v.StepId}: {string.Join(" > ", v.Path)}"));
            faulty += verdicts.Any(v => v.Findings.Any(f => f.Code == SimulationFindingCodes.SoBefore)) ? 1 : 0;
            met.UnionWith(migration.Present.Servers.Concat(migration.Target.Servers).Select(s => s.Version.Product));
            made++;
        }

        output.WriteLine($"{made} migrations, {refused} refused, {faulty} with a fault of before");
        Assert.Equal(Enum.GetValues<ExchangeProduct>().Length, met.Count);
        Assert.True(refused < made && faulty < made / 2, $"{refused} refused, {faulty} faulty");
    }
}
