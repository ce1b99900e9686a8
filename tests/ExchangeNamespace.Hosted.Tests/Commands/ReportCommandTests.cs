using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Export-NamespaceReport.</summary>
public sealed class ReportCommandTests : CommandTest, IDisposable
{
    private const string Export = "ExportNamespaceReportCommand";

    private const string Start =
        """
        param($Folder, $Capture)
        [void] $ExecutionContext.SessionState.Path.SetLocation($Folder)
        $env:DISPLAY = $env:WAYLAND_DISPLAY = $null
        $plan = @{ Name = 'EX01'; IPAddress = '10.0.0.1' }, @{ Name = 'EX02' } | Get-NamespacePlan @given

        """;

    private readonly TemporaryFolder _folder = new();

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("report.html", "<!DOCTYPE html>")]
    [InlineData("REPORT.HTML", "<!DOCTYPE html>")]
    [InlineData("report.md", "# Namespace report for mail")]
    public void The_end_of_the_name_chooses_the_form(string name, string start)
    {
        Assert.Equal([name], Lines($"$plan | Export-NamespaceReport {name} -AsOf 2026-06-01 -PassThru | % {{ $_.Name }}"));

        byte[] bytes = File.ReadAllBytes(Path(name));
        Assert.StartsWith(start, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal([name], Names());
    }

    [Fact]
    public void The_same_input_gives_the_same_file()
    {
        Assert.Empty(In("$plan | Export-NamespaceReport a.html -AsOf 2026-06-01; $plan | Export-NamespaceReport b.html -AsOf 2026-06-01").Records);

        Assert.Equal(File.ReadAllBytes(Path("a.html")), File.ReadAllBytes(Path("b.html")));
    }

    [Theory]
    [InlineData("report.txt")]
    [InlineData("report")]
    [InlineData("report.htm")]
    public void Another_end_is_refused(string name)
    {
        Assert.Equal(name, Fault(In($"$plan | Export-NamespaceReport {name}"), Export, "ReportFormUnknown", ErrorCategory.InvalidArgument).TargetObject);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData("none/report.html", "PathNotWritable", ErrorCategory.WriteError)]
    [InlineData("Variable:x.html", "PathNotFileSystem", ErrorCategory.InvalidArgument)]
    [InlineData("'a.html '", "FileNameNotKept", ErrorCategory.InvalidArgument)]
    public void A_place_that_takes_no_file_is_refused(string path, string id, ErrorCategory category)
    {
        Fault(In($"$plan | Export-NamespaceReport {path}"), Export, id, category);
        Assert.Empty(Names());
    }

    [Fact]
    public void A_file_that_exists_is_left_as_it_is_until_Force()
    {
        _folder.Write("report.md", "mine");

        Fault(In("$plan | Export-NamespaceReport report.md"), Export, "FileExists", ErrorCategory.ResourceExists);
        Assert.Equal("mine", File.ReadAllText(Path("report.md")));
        Assert.Empty(In("$plan | Export-NamespaceReport report.md -Force").Errors);
        Assert.NotEqual("mine", File.ReadAllText(Path("report.md")));
    }

    [Fact]
    public void WhatIf_writes_and_opens_nothing()
    {
        Assert.Empty(In("$plan | Export-NamespaceReport report.html -Show -Redact -RedactionMapPath map.tsv -WhatIf -PassThru").Output);
        Assert.Empty(Names());
    }

    [Fact]
    public void Two_plans_do_not_fit_one_file()
    {
        Fault(In("$plan, $plan | Export-NamespaceReport report.html"), Export, "SeveralPlans", ErrorCategory.InvalidOperation);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData("$true", true)]
    [InlineData("'EX01 failed'", "EX01 failed")]
    [InlineData("@($verdict, 5)", 5)]
    public void What_is_no_result_is_refused(string result, object target)
    {
        ErrorRecord error = Fault(In($"$verdict = $plan | Test-Namespace -AsOf 2026-06-01; $plan | Export-NamespaceReport report.html -Result {result}"),
            Export, "ReportResultNotRecognised", ErrorCategory.InvalidType);

        Assert.Equal(target, error.TargetObject is PSObject wrapped ? wrapped.BaseObject : error.TargetObject);
        Assert.Empty(Names());
    }

    [Fact]
    public void Results_of_any_check_make_the_verdict()
    {
        Assert.Empty(In(
            """
            $state = Import-ExchangeState $Capture -WarningAction Ignore
            $verdict = $plan | Test-Namespace -State $state -AsOf 2026-06-01
            $rows = $plan | Compare-NamespacePlan -State $state -WarningAction Ignore
            $plan | Export-NamespaceReport report.md -State $state -Result $verdict, $rows -AsOf 2026-06-01
            """).Errors);

        string report = File.ReadAllText(Path("report.md"));
        Assert.Contains("**Not as it should be** (Failed)", report, StringComparison.Ordinal);
        Assert.Contains("## Differences to the captured settings", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-OwaVirtualDirectory -Identity \"EX01\\owa (Default Web Site)\" -InternalUrl $null", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_results_nothing_is_known()
    {
        Assert.Empty(In("$plan | Export-NamespaceReport report.md -Result $null -AsOf 2026-06-01; $plan | Export-NamespaceReport empty.md -Result @() -AsOf 2026-06-01").Errors);

        Assert.Contains("**Not known** (Unknown)", File.ReadAllText(Path("empty.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_is_none_is_refused()
    {
        Fault(In("$plan | Export-NamespaceReport report.html -State 5"), Export, "StateObjectNotRecognised", ErrorCategory.InvalidType);
        Assert.Empty(Names());
    }

    [Fact]
    public void Substitutes_stand_in_the_place_of_names_and_the_map_is_written_on_request()
    {
        Assert.Equal(["report.html", "map.tsv"], Lines(
            "$plan | Export-NamespaceReport report.html -Redact -RedactionMapPath map.tsv -AsOf 2026-06-01 -Title 'contoso.com for Contoso' -PassThru | % { $_.Name }"));

        string report = File.ReadAllText(Path("report.html"));
        Assert.DoesNotContain("contoso", report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("EX01", report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("10.0.0.1<", report, StringComparison.Ordinal);
        Assert.Contains("Server\tEX01\tSERVER01", File.ReadAllLines(Path("map.tsv")));

        Assert.Empty(In("$plan | Export-NamespaceReport other.html -Redact -AsOf 2026-06-01").Errors);
        Assert.Equal(["map.tsv", "other.html", "report.html"], Names());
    }

    [Theory]
    [InlineData("-RedactionMapPath map.tsv")]
    [InlineData("-Redact -RedactionMapPath report.html")]
    public void A_map_that_makes_no_sense_is_refused(string parameters)
    {
        Fault(In("$plan | Export-NamespaceReport report.html " + parameters), Export, "InputContradiction", ErrorCategory.InvalidData);
        Assert.Empty(Names());
    }

    [Fact]
    public void A_map_without_a_place_leaves_no_report()
    {
        Fault(In("$plan | Export-NamespaceReport report.html -Redact -RedactionMapPath none/map.tsv"), Export, "PathNotWritable", ErrorCategory.WriteError);

        Assert.Empty(Names());
    }

    [Fact]
    public void A_title_is_a_text() =>
        Fault(In("$plan | Export-NamespaceReport report.html -Title @{ a = 1 }"), Export, "ParameterArgumentTransformationError", ErrorCategory.InvalidData);

    [Fact]
    public void A_map_that_exists_is_left_and_no_report_is_written()
    {
        _folder.Write("map.tsv", "mine");

        Fault(In("$plan | Export-NamespaceReport report.html -Redact -RedactionMapPath map.tsv"), Export, "FileExists", ErrorCategory.ResourceExists);
        Assert.Equal(["map.tsv"], Names());
    }

    [Fact]
    public void Without_a_desktop_the_report_is_written_and_not_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "This system has a desktop.");

        ErrorRecord error = Fault(In("$plan | Export-NamespaceReport report.html -Show -AsOf 2026-06-01"), Export, "ReportNotShown", ErrorCategory.OpenError);

        Assert.Equal(Path("report.html"), error.TargetObject);
        Assert.Contains("is written, but was not opened: This session has no desktop.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["report.html"], Names());
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_an_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "A folder cannot be closed to this user.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Fault(In("$plan | Export-NamespaceReport report.html"), Export, "PathNotWritable", ErrorCategory.WriteError);
    }

    [Theory]
    [InlineData("-Audience Dns,Firewall")]
    [InlineData("-Audience Everyone")]
    [InlineData("-Culture fr")]
    public void An_audience_or_language_that_is_not_there_is_refused(string parameter)
    {
        Assert.Single(In("$plan | Export-NamespaceReport report.html " + parameter).Errors);
        Assert.Empty(Names());
    }

    [Fact]
    public void The_plan_in_force_gives_what_changes()
    {
        Assert.Empty(In("$before = Get-NamespacePlan EX01, EX02 webmail.contoso.com -ExchangeVersion 2016 -DnsModel Split 3>$null; $plan | Export-NamespaceReport report.md -Reference $before -Culture de -AsOf 2026-06-01").Errors);

        Assert.Contains("## Vorher und nachher", File.ReadAllText(Path("report.md")), StringComparison.Ordinal);
    }

    private HostRun In(string script) => Run(Start + script, _folder.Path, Capture);

    private System.Collections.Generic.IReadOnlyList<string> Lines(string script) => base.Lines(Start + script, _folder.Path, Capture);

    private static string Capture => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");

    private string Path(string name) => System.IO.Path.Combine(_folder.Path, name);

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(_folder.Path).Select(f => System.IO.Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
}
