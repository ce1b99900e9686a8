using System;
using System.Linq;
using Xunit;

namespace ExchangeNamespace.Check.Tests;

public sealed class CheckRunTests : IDisposable
{
    private const string Passed = """<UnitTestResult testName="A.One" outcome="Passed" />""";
    private const string Failed = """
        <UnitTestResult testName="A.Two" outcome="Failed"><Output><ErrorInfo><Message>outcome="Passed"
        on two lines</Message></ErrorInfo></Output></UnitTestResult>
        """;
    private const string Aborted = """<UnitTestResult testName="A.Three" outcome="Aborted" />""";
    private const string Skipped = """
        <UnitTestResult testName="A.Four(s: &quot;x&quot;)" outcome="NotExecuted"><Output><ErrorInfo><Message>no server &lt;named&gt;
        </Message></ErrorInfo></Output></UnitTestResult>
        """;

    private readonly FakeMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void The_counts_of_all_projects_are_added()
    {
        _machine.Project("One", Passed, Passed, Skipped);
        _machine.Project("Two", Passed);
        (int code, string[] lines) = _machine.Check();
        Assert.Equal((0, "3 passed, 0 failed, 1 skipped"), (code, lines[^1]));
        Assert.Contains("One.Tests: 2 passed, 0 failed, 1 skipped, 70 s", lines);
    }

    [Fact]
    public void It_builds_and_tests_what_it_built()
    {
        _machine.Project("One", Passed);
        _machine.Check("--configuration", "Release");
        Assert.Equal(
            [
                "dotnet build src/ExchangeNamespace.slnx -c Release -p:UseSharedCompilation=true",
                "dotnet build-server shutdown --vbcscompiler",
                $"dotnet test tests/Check.proj -c Release --no-build --blame-hang-timeout 12m --blame-hang-dump-type none -m:{Environment.ProcessorCount + 1}",
            ],
            _machine.Calls);
    }

    [Fact]
    public void What_needs_wine_is_built_again_where_wine_came_beside_the_build()
    {
        _machine.Project("One", Passed);
        _machine.Uninstall(DebianPackages.Wine);
        _machine.Check();
        Assert.Equal(
            [
                "dotnet build src/ExchangeNamespace.slnx -c Debug -p:UseSharedCompilation=true",
                "dotnet build-server shutdown --vbcscompiler",
                "dotnet build tests/ExchangeNamespace.Specs.Tests -c Debug -p:UseSharedCompilation=true",
                "dotnet build-server shutdown --vbcscompiler",
                $"dotnet test tests/Check.proj -c Debug --no-build --blame-hang-timeout 12m --blame-hang-dump-type none -m:{Environment.ProcessorCount + 1}",
            ],
            _machine.Calls.Where(c => c.StartsWith("dotnet ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--no-install")]
    [InlineData]
    public void Nothing_is_built_again_where_wine_did_not_come(params string[] options)
    {
        _machine.Project("One", Passed);
        _machine.Uninstall(DebianPackages.Wine);
        _machine.Unavailable = [DebianPackages.Wine];
        _machine.Check(options);
        Assert.Single(_machine.Calls, c => c.StartsWith("dotnet build ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_passed_test_says_is_printed()
    {
        _machine.Project("One", """<UnitTestResult testName="A.Five" outcome="Passed"><Output><StdOut>3 of 3</StdOut></Output></UnitTestResult>""");
        Assert.Contains("said: A.Five: 3 of 3", _machine.Check().Lines);
    }

    [Fact]
    public void What_neither_passed_nor_was_skipped_failed()
    {
        _machine.Project("One", Passed, Failed, Aborted);
        (int code, string[] lines) = _machine.Check();
        Assert.Equal((1, "1 passed, 2 failed, 0 skipped"), (code, lines[^1]));
        Assert.Equal(
            ["FAILED: A.Two", "    outcome=\"Passed\"", "    on two lines", "FAILED: A.Three"],
            lines.SkipWhile(l => l != "FAILED: A.Two").Take(4).Select(l => l.TrimEnd()));
    }

    [Fact]
    public void Skipped_tests_are_listed_below_their_reason()
    {
        _machine.Project("One", Passed, Skipped, Skipped.Replace("A.Four", "A.Six", StringComparison.Ordinal));
        string[] lines = _machine.Check().Lines;
        Assert.Equal(
            ["Left out:", "- no server <named> Skipped:", "    A.Four(s: \"x\")", "    A.Six(s: \"x\")"],
            lines.SkipWhile(l => l != "Left out:").Take(4));
    }

    [Fact]
    public void Nothing_left_out_is_said()
    {
        _machine.Project("One", Passed);
        Assert.Contains("Nothing was left out.", _machine.Check().Lines);
    }

    [Fact]
    public void Skipped_tests_alone_are_no_success()
    {
        _machine.Project("One", Skipped);
        (int code, string[] lines) = _machine.Check();
        Assert.Equal((1, "0 passed, 0 failed, 1 skipped"), (code, lines[^1]));
        Assert.Contains("FAULT: no test ran", lines);
    }

    [Fact]
    public void A_project_without_results_is_a_fault()
    {
        _machine.Project("One", Passed);
        _machine.Project("Two");
        (int code, string[] lines) = _machine.Check();
        Assert.Equal((1, "1 passed, 0 failed, 0 skipped"), (code, lines[^1]));
        Assert.Contains("FAULT: Two.Tests gave no results", lines);
    }

    [Fact]
    public void Results_that_cannot_be_read_are_a_fault()
    {
        _machine.Project("One", Passed, "<");
        (int code, string[] lines) = _machine.Check();
        Assert.Equal((1, "0 passed, 0 failed, 0 skipped"), (code, lines[^1]));
    }

    [Fact]
    public void A_test_that_did_not_end_is_a_fault_with_its_name()
    {
        _machine.Project("One", Passed);
        _machine.Leave("results/one/Sequence_1.xml", """
            <TestSequence>
              <Test Name="A.One" DisplayName="A.One" Completed="True" />
              <Test Name="A.Waits" DisplayName="A.Waits(for: 1)" Completed="False" />
            </TestSequence>
            """);
        (int code, string[] lines) = _machine.Check();
        Assert.Equal((1, "1 passed, 0 failed, 0 skipped"), (code, lines[^1]));
        Assert.Equal(["FAULT: A.Waits(for: 1) did not end"], lines.Where(l => l.StartsWith("FAULT: ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("build", "0 passed, 0 failed, 0 skipped")]
    [InlineData("test", "1 passed, 0 failed, 0 skipped")]
    public void A_step_that_fails_is_a_fault(string step, string counts)
    {
        _machine.Project("One", Passed);
        _machine.Failing = step;
        (int code, string[] lines) = _machine.Check();
        Assert.Equal((1, counts), (code, lines[^1]));
        Assert.Contains($"FAULT: dotnet {step} failed", lines);
    }

    [Theory]
    [InlineData("--configuration")]
    [InlineData("--configuration", "Fast")]
    [InlineData("--noinstall")]
    public void A_command_line_that_is_not_understood_is_refused(params string[] arguments) => Assert.Null(CheckOptions.Read(arguments));
}
