using System;
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
            s => NativeVersions,
            (s, version) => Task.Run(() => Rows(s.Shell?.Name ?? "pwsh", s.Shell is null ? null : s.Shell.RunFile, s.Missing, version)));
        if (!OperatingSystem.IsWindows())
        {
            runs = runs.Append(Task.Run(WineRows));
        }

        return (await Task.WhenAll(runs)).SelectMany(rows => rows);
    }

    [Theory]
    [MemberData(nameof(Specs), DisableDiscoveryEnumeration = true)]
    public void Spec(string result, string message) => Assert.True(result == nameof(SpecOutcome.Passed), message);

    /// <summary>The versions of Pester that Wine does not have, and all of them where all cases are asked for.</summary>
    private static IReadOnlyList<string> NativeVersions => RandomCases.AreAll || WineShell.Missing is not null
        ? RealPowerShell.PesterVersions : [.. RealPowerShell.PesterVersions.Skip(1)];

    /// <summary>With the first version of Pester only: Wine shows other files and paths, not another Pester.</summary>
    private static IEnumerable<TheoryDataRow<string, string>> WineRows()
    {
        if (RealPowerShell.Pwsh is null || WineShell.Missing is not null)
        {
            return Rows(WineShell.Name, null, WineShell.Missing ?? RealPowerShell.PwshMissing, RealPowerShell.PesterVersions[0]);
        }

        return Rows(WineShell.Name, WineSession.Shell.RunFile, "", RealPowerShell.PesterVersions[0]);
    }

    private static IEnumerable<TheoryDataRow<string, string>> Rows(
        string name,
        Func<string, string[], ProgramRun>? runFile,
        string missing,
        string version)
    {
        string title = $"{name}, Pester {version}";
        string? pester = RealPowerShell.Pester(version);
        if (runFile is null || pester is null)
        {
            string reason = runFile is null ? missing : RealPowerShell.PesterMissing(version);
            return [new("", "") { TestDisplayName = title, Label = "", Skip = reason }];
        }

        string folder = Path.Combine(SharedData.RepositoryRoot(), "tests", "Pester");
        return SpecRun.Of(runFile, pester, folder).Select(s => new TheoryDataRow<string, string>(s.Outcome.ToString(), s.Message)
        {
            TestDisplayName = $"{title}, {s.File}: {s.Name}",
            // Without the arguments behind the name.
            Label = "",
            Skip = s.Outcome == SpecOutcome.Skipped ? s.Message : null,
        });
    }
}
