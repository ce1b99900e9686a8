using System;
using System.Diagnostics;
using System.IO;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Check.Tests;

/// <summary>.ci/run with a stand-in for dotnet.</summary>
public sealed class CiRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("exn-ci").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_ends_as_the_check_ends() => Assert.Equal((3, "the check\n"), Run("""[[ $1 != run ]] || { echo the check; exit 3; }"""));

    [Fact]
    public void A_check_that_cannot_be_built_is_no_success()
    {
        (int code, string output) = Run("exit 1");
        Assert.Equal(1, code);
        Assert.EndsWith("\n0 passed, 0 failed, 0 skipped\n", output, StringComparison.Ordinal);
    }

    private (int Code, string Output) Run(string dotnet)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), ".ci/run is for Linux.");
        string program = Path.Combine(_folder, "dotnet");
        File.WriteAllText(program, "#!/usr/bin/env bash\n" + dotnet + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        ProcessStartInfo start = new(Path.Combine(SharedData.RepositoryRoot(), ".ci", "run"))
        {
            WorkingDirectory = _folder,
        };
        start.Environment["PATH"] = _folder + ":" + Environment.GetEnvironmentVariable("PATH");
        ProgramRun run = ProgramRun.Of(start);
        return (run.ExitCode, run.Output);
    }
}
