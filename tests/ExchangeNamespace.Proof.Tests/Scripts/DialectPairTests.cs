using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Proof.Binding;
using ExchangeNamespace.StandIn;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Scripts;

/// <summary>Lines of one version, checked for another: something is found exactly where the line does not bind in the stand-in of that version.</summary>
public class DialectPairTests(ITestOutputHelper output)
{
    private static readonly string[] Versions = ["2007RTM", "2007SP1", "2007SP2", "2007SP3", "2010", "2013RTM", "2013SP1", "2016CU22", "2016CU23", "2019CU11", "2019CU12", "SERTM"];

    private static readonly Dictionary<string, string[]> Lines = Versions.ToDictionary(v => v, v => LinesOf(v).ToArray());

    /// <summary>In every run one version of each dialect, in full those beside it too.</summary>
    public static TheoryData<string> Targets =>
        new(RandomCases.AreAll ? Versions : ["2007RTM", "2007SP3", "2010", "2013RTM", "2013SP1", "2016CU22", "2019CU12"]);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_difference_that_the_binder_meets_is_found_and_no_other(string target)
    {
        using StandInExchange exchange = StandInExchange.CreateForBinding(target);
        Dictionary<string, bool> known = [];
        int refused = 0;
        foreach (string source in Versions)
        {
            bool differs = false;
            foreach (string line in Lines[source].Where(l => !Lint.LeavesOut(l, target)))
            {
                if (!known.TryGetValue(line, out bool binds))
                {
                    StandInResult result = exchange.Invoke(line);
                    binds = result.Succeeded;
                    known.Add(line, binds);
                    Assert.True(binds != Lint.Finds(line, target), $"{source} in {target}: {result}\n{line}\n{string.Join("\n", Lint.Check(line, target))}");
                }

                differs |= !binds;
                refused += binds ? 0 : 1;
            }

            Assert.True(differs == !SameDialect(source, target), source + " in " + target);
        }

        output.WriteLine($"{target}: {refused} lines refused and found");
    }

    private static IEnumerable<string> LinesOf(string version) => Scenarios.Choices(version)
        .SelectMany(s => Plans.Lines(s.Plan()))
        .Concat(CertificateLines(version))
        .GroupBy(Shape)
        .Select(g => g.First());

    private static IEnumerable<string> CertificateLines(string version) => [.. Tests.Certificates.CertificatePlans.Lines(Tests.Certificates.CertificatePlans.Plan(version)).Where(l => !l.StartsWith('#'))];

    // One line for each cmdlet with the same parameters.
    private static string Shape(string line) => line.Split(' ')[0] + string.Concat(line.Split(' ').Where(w => w.StartsWith('-')).Select(w => w.Split(':')[0]));

    /// <summary>Versions whose lines are valid in the other.</summary>
    private static bool SameDialect(string source, string target) => (source, target) switch
    {
        _ when source == target => true,
        ("2007SP1" or "2007SP2" or "2007SP3", "2007SP1" or "2007SP2" or "2007SP3") => true,
        ("2013RTM", "2013SP1" or "2016CU22" or "2019CU11") => true,
        ("2013SP1", "2016CU22" or "2019CU11") => true,
        _ => From2016(source) && From2016(target),
    };

    private static bool From2016(string version) => version is "2016CU22" or "2016CU23" or "2019CU11" or "2019CU12" or "SERTM";
}
