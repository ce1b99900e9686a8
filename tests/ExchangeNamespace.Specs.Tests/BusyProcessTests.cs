using System;
using System.Diagnostics;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Specs;

public sealed class BusyProcessTests
{
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_program_that_works_is_waited_for_however_long_it_takes() =>
        Assert.True(Waits("i=0; while [ $i -lt 1000000 ]; do i=$((i+1)); done", TimeSpan.FromTicks(1)));

    [Fact]
    public void A_program_that_waits_is_not_waited_for() => Assert.False(Waits("sleep 1000", TimeSpan.FromMilliseconds(500)));

    private static bool Waits(string command, TimeSpan leastWork)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the commands are those of a POSIX shell");
        using Process process = Process.Start("sh", ["-c", command]);
        try
        {
            return BusyProcess.WaitForExit(process, s_wait, leastWork);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
