using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Specs;

/// <summary>The Pester specs of tests/Pester, each It a test, in each shell of this machine and with each version of Pester.</summary>
public sealed class SpecTests
{
    /// <summary>A row for each It; a row that skips for what could not be restored.</summary>
    public static async Task<IEnumerable<TheoryDataRow<string, string>>> Specs()
    {
        (RealPowerShell? Shell, string Missing)[] shells = RealPowerShell.WindowsPowerShell is { } windows
            ? [(RealPowerShell.Pwsh, RealPowerShell.PwshMissing), (windows, "")]
            : [(RealPowerShell.Pwsh, RealPowerShell.PwshMissing)];
        IEnumerable<Task<IEnumerable<TheoryDataRow<string, string>>>> runs = shells.SelectMany(
            s => RealPowerShell.PesterVersions,
            (s, version) => Task.Run(() => Rows(s.Shell, s.Missing, version)));
        return (await Task.WhenAll(runs)).SelectMany(rows => rows);
    }

    [Theory]
    [MemberData(nameof(Specs), DisableDiscoveryEnumeration = true)]
    public void Spec(string result, string message) => Assert.True(result == nameof(SpecOutcome.Passed), message);

    private static IEnumerable<TheoryDataRow<string, string>> Rows(RealPowerShell? shell, string missing, string version)
    {
        string title = $"{shell?.Name ?? "pwsh"}, Pester {version}";
        string? pester = RealPowerShell.Pester(version);
        if (shell is null || pester is null)
        {
            string reason = shell is null ? missing : RealPowerShell.PesterMissing(version);
            return [new("", "") { TestDisplayName = title, Label = "", Skip = reason }];
        }

        string folder = Path.Combine(SharedData.RepositoryRoot(), "tests", "Pester");
        return SpecRun.Of(shell, pester, folder).Select(s => new TheoryDataRow<string, string>(s.Outcome.ToString(), s.Message)
        {
            TestDisplayName = $"{title}, {s.File}: {s.Name}",
            // Without the arguments behind the name.
            Label = "",
            Skip = s.Outcome == SpecOutcome.Skipped ? s.Message : null,
        });
    }
}
