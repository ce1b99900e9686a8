using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Proof.Binding;

/// <summary>One plan for several versions: each shell gets its own lines and no other.</summary>
public class MixedVersionTests(ITestOutputHelper output)
{
    [Fact]
    public void Each_version_of_one_plan_binds_in_its_own_shell()
    {
        BindingProof proof = new(version => version.ToString());
        foreach (Scenario scenario in Scenarios.Mixed())
        {
            proof.Prove(scenario);
        }

        Assert.True(proof.OutlookProviders > 0, "No plan set the principal name.");
        output.WriteLine($"{proof.Plans} plans, {proof.Lines} lines, {proof.OutlookProviders} principal names");
    }

    [Fact]
    public void The_shells_together_have_every_line_once()
    {
        foreach (Scenario scenario in Scenarios.Mixed())
        {
            NamespacePlan plan = scenario.Plan();
            string[] all = Lines(plan, new CommandSelection());
            IEnumerable<string> byShell = System.Enum.GetValues<ShellGeneration>().SelectMany(g => Lines(plan, new CommandSelection { Generation = g }));
            Assert.Equal(all.Order(), byShell.Order());
        }

        static string[] Lines(NamespacePlan plan, CommandSelection selection) => Tests.Support.Plans.Lines(plan, selection);
    }
}
