using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Specs;

public sealed class RealPowerShellTests
{
    [Fact]
    public void The_restored_shell_is_the_pinned_one()
    {
        RealPowerShell pwsh = RealPowerShell.PwshOrSkip();
        ProgramRun run = pwsh.RunText("'pwsh ' + $PSVersionTable.PSVersion; exit 7");
        Assert.Equal((pwsh.Name, "", 7), (run.Output.Trim(), run.Errors, run.ExitCode));
    }
}
