using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Binding;

/// <summary>Every line of every plan binds in its version, and afterwards the state is what the plan says and nothing else.</summary>
public class BindingProofTests(ITestOutputHelper output)
{
    /// <summary>What a user writes, and the builds that its lines must be right for.</summary>
    public static TheoryData<string, string> Versions => new()
    {
        { "2007RTM", "2007RTM" },
        { "2007SP1", "2007SP1" },
        { "2007SP2", "2007SP2" },
        { "2007SP3", "2007SP3" },
        { "2010", "2010" },
        { "2013RTM", "2013RTM" },
        { "2013SP1", "2013SP1" },
        { "2013", "2013" },
        { "2013", "2013SP1" },
        { "2016CU22", "2016CU22" },
        { "2016CU23", "2016CU23" },
        { "2019CU11", "2019CU11" },
        { "2019CU12", "2019CU12" },
        { "SE", "SE" },
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_line_binds_and_leaves_exactly_the_plan(string version, string standIn)
    {
        BindingProof proof = new(_ => standIn);
        int every = RandomCases.AreAll || IsTriedWhole(version, standIn) ? 1 : 4;
        foreach (Scenario scenario in Scenarios.Grid(version).Concat(Scenarios.Choices(version)).Where((_, i) => i % every == 0))
        {
            proof.Prove(scenario);
        }

        Assert.True(proof.OutlookProviders > 0, "No plan set the principal name.");
        output.WriteLine($"{version} in {standIn}: {proof.Plans} plans, {proof.Lines} lines, {proof.OutlookProviders} principal names");
    }

    /// <summary>One row of each dialect, in every run; of the rows that share its lines every fourth plan is tried.</summary>
    private static bool IsTriedWhole(string version, string standIn) => (version, standIn) is ("2013", "2013")
        || version is "2007RTM" or "2007SP3" or "2010" or "2013RTM" or "SE";
}
