using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Specs;

public sealed class SpecRunTests
{
    public static TheoryData<string> Versions { get; } = [.. RealPowerShell.PesterVersions];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Whatever_can_fail_in_a_spec_file_fails_with_its_message(string version)
    {
        RealPowerShell pwsh = RealPowerShell.PwshOrSkip();
        string? pester = RealPowerShell.Pester(version);
        Assert.SkipWhen(pester is null, RealPowerShell.PesterMissing(version));
        string fixtures = Path.Combine(SharedData.RepositoryRoot(), "tests", "ExchangeNamespace.Specs.Tests", "Fixtures");

        IReadOnlyList<SpecResult> results = SpecRun.Of(pwsh.RunFile, pester, fixtures);

        Assert.Equal(
            [
                "Empty.Tests.ps1: the file: Failed",
                "Outcomes.Tests.ps1: Outcomes.passes for 1: Passed",
                "Outcomes.Tests.ps1: Outcomes.passes for 2: Passed",
                "Outcomes.Tests.ps1: Outcomes.fails: Failed",
                "Outcomes.Tests.ps1: Outcomes.is skipped: Skipped",
                "Outcomes.Tests.ps1: Outcomes.is skipped for a reason: Skipped",
                "Outcomes.Tests.ps1: Outcomes.cannot tell: Inconclusive",
                "Outcomes.Tests.ps1: set-up or clean-up of Outcomes.with a set-up that fails: Failed",
                "Outcomes.Tests.ps1: Outcomes.with a set-up that fails.never starts: Failed",
                "Outcomes.Tests.ps1: set-up or clean-up of Outcomes.with a clean-up that fails: Failed",
                "Outcomes.Tests.ps1: Outcomes.with a clean-up that fails.passes before: Passed",
                "Session.Tests.ps1: The session of a spec.is not in strict mode: Passed",
                "Session.Tests.ps1: The session of a spec.goes on after an error: Passed",
                "Session.Tests.ps1: The session of a spec.starts without a module of ours: Passed",
                "Unreadable.Tests.ps1: the file: Failed",
                "Unreadable.Tests.ps1: Unreadable.is never reached: Passed",
            ],
            results.Select(r => r.ToString()));
        Assert.Contains("because this one must", Message("Outcomes.fails"));
        Assert.Contains("Outcomes.Tests.ps1:3", Message("Outcomes.fails"));
        Assert.Equal("The spec gives no reason.", Message("Outcomes.is skipped"));
        Assert.Equal("there is no server", Message("Outcomes.is skipped for a reason"));
        Assert.Equal("the server did not answer", Message("Outcomes.cannot tell"));
        Assert.Contains("no set-up", Message("set-up or clean-up of Outcomes.with a set-up that fails"));
        Assert.Contains("no clean-up", Message("set-up or clean-up of Outcomes.with a clean-up that fails"));
        Assert.Contains("holds no It", results.Single(r => r.File == "Empty.Tests.ps1").Message);
        Assert.Contains("cannot be read", results.First(r => r.File == "Unreadable.Tests.ps1").Message);

        string Message(string name) => results.Single(r => r.Name == name).Message;
    }
}
