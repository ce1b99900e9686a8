using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Xunit;

namespace ExchangeNamespace.HelpBuilder.Tests.Repository;

/// <summary>.ci/run with a stand-in for dotnet: what it counts, and when it fails.</summary>
public sealed class CiRunTests : IDisposable
{
    private const string Passed = """<UnitTestResult testName="A.One" outcome="Passed" />""";
    private const string Failed = """<UnitTestResult testName="A.Two" outcome="Failed"><Output><ErrorInfo><Message>outcome="Passed"</Message></ErrorInfo></Output></UnitTestResult>""";
    private const string Aborted = """<UnitTestResult testName="A.Three" outcome="Aborted" />""";
    private const string Skipped = """<UnitTestResult testName="A.Four(s: &quot;x&quot;)" outcome="NotExecuted"><Output><ErrorInfo><Message>no server &lt;named&gt;</Message></ErrorInfo></Output></UnitTestResult>""";

    private readonly TemporaryFolder _folder = new();

    public CiRunTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), ".ci/run is for Linux");
        string script = _folder.Write("clone/.ci/run", File.ReadAllText(Path.Combine(Fixture.RepositoryRoot(), ".ci", "run")));
        MakeExecutable(script);
        Program("dotnet", """
            echo "dotnet $*" >> "$LOG"
            case $1 in
                test) cp "$TRX"/*.trx "$EXN_RESULTS"/ 2>/dev/null ;;
            esac
            [[ $1 != "$FAILS" ]]
            """);
        Program("pwsh", "exit 1");
        Program("dpkg-query", "echo install ok installed");
        Project("One");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Counts_of_all_projects_are_added()
    {
        Project("Two");
        Results("One", Passed, Passed, Skipped);
        Results("Two", Passed);
        (int code, string[] lines) = Run();
        Assert.Equal("3 passed, 0 failed, 1 skipped", lines[^1]);
        Assert.Equal(0, code);
        Assert.Contains("skipped: A.Four(s: \"x\"): no server <named>", lines);
        Assert.Contains("Pester specs did not run: Pester 5 is not installed", lines);
    }

    [Fact]
    public void What_a_passed_test_says_is_printed()
    {
        Results("One", """<UnitTestResult testName="A.Five" outcome="Passed"><Output><StdOut>3 of 3</StdOut></Output></UnitTestResult>""");

        (_, string[] lines) = Run();

        Assert.Contains("said: A.Five: 3 of 3", lines);
    }

    [Fact]
    public void The_commands_are_those_of_the_README_in_order()
    {
        Results("One", Passed);
        Run();
        Assert.Equal(
            [
                "dotnet build src/ExchangeNamespace.slnx",
                "dotnet run --project src/ExchangeNamespace.HelpBuilder --no-build -- --check",
                "dotnet test src/ExchangeNamespace.slnx",
            ],
            File.ReadAllLines(Path.Combine(_folder.Path, "log")));
    }

    [Fact]
    public void What_neither_passed_nor_was_skipped_failed()
    {
        Results("One", Passed, Failed, Aborted);
        Assert.Equal((1, "1 passed, 2 failed, 0 skipped"), CodeAndLastLine(Run()));
    }

    [Fact]
    public void Skipped_tests_alone_are_no_success()
    {
        Results("One", Skipped);
        Assert.Equal((1, "0 passed, 0 failed, 1 skipped"), CodeAndLastLine(Run()));
    }

    [Fact]
    public void A_project_without_results_is_a_fault()
    {
        Project("Two");
        Results("One", Passed);
        (int code, string[] lines) = Run();
        Assert.Equal((1, "1 passed, 0 failed, 0 skipped"), CodeAndLastLine((code, lines)));
        Assert.Contains("FAULT: Two.Tests gave no results", lines);
    }

    [Theory]
    [InlineData("build", "0 passed, 0 failed, 0 skipped", "FAULT: the build failed")]
    [InlineData("run", "1 passed, 0 failed, 0 skipped", "FAULT: the help files are not what docs/ gives")]
    [InlineData("test", "1 passed, 0 failed, 0 skipped", "FAULT: dotnet test failed")]
    public void A_step_that_fails_is_a_fault(string step, string counts, string fault)
    {
        Results("One", Passed);
        (int code, string[] lines) = Run(step);
        Assert.Equal((1, counts), CodeAndLastLine((code, lines)));
        Assert.Contains(fault, lines);
    }

    [Fact]
    public void Pester_counts_are_added()
    {
        Program("pwsh", """[[ $* != *build.ps1* ]] || echo "Pester: 4 passed, 0 failed, 1 skipped" """);
        Results("One", Passed);
        Assert.Equal((0, "5 passed, 0 failed, 1 skipped"), CodeAndLastLine(Run()));
    }

    [Theory]
    [InlineData("""[[ $* != *build.ps1* ]] || { echo "Pester: 4 passed, 1 failed, 0 skipped"; exit 1; }""", "5 passed, 1 failed, 0 skipped")]
    [InlineData("""[[ $* != *build.ps1* ]] || exit 1""", "1 passed, 0 failed, 0 skipped")]
    [InlineData("""exit 0""", "1 passed, 0 failed, 0 skipped")]
    public void Pester_that_fails_or_says_nothing_is_a_fault(string pwsh, string counts)
    {
        Program("pwsh", pwsh);
        Results("One", Passed);
        Assert.Equal((1, counts), CodeAndLastLine(Run()));
    }

    [Fact]
    public void The_committed_script_is_executable()
    {
        Assert.True(OperatingSystem.IsLinux() && File.GetUnixFileMode(Path.Combine(Fixture.RepositoryRoot(), ".ci", "run")).HasFlag(UnixFileMode.UserExecute));
    }

    private static (int Code, string LastLine) CodeAndLastLine((int Code, string[] Lines) run) => (run.Code, run.Lines[^1]);

    private void Project(string name) => _folder.Write($"clone/tests/{name}.Tests/{name}.Tests.csproj", "<Project />");

    private void Results(string project, params string[] results) => _folder.Write(
        $"trx/{project}.Tests.trx", $"<TestRun>\n<Results>\n  {string.Join("\n  ", results)}\n</Results>\n<ResultSummary outcome=\"Completed\" /></TestRun>\n");

    private void Program(string name, string body) => MakeExecutable(_folder.Write("programs/" + name, "#!/usr/bin/env bash\n" + body + "\n"));

    private static void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private (int Code, string[] Lines) Run(string failingStep = "none")
    {
        var start = new ProcessStartInfo(Path.Combine(_folder.Path, "clone/.ci/run"))
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = Path.Combine(_folder.Path, "programs") + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["TRX"] = Path.Combine(_folder.Path, "trx");
        start.Environment["LOG"] = Path.Combine(_folder.Path, "log");
        start.Environment["FAILS"] = failingStep;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, [.. output.TrimEnd('\n').Split('\n')]);
    }
}
