using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Export-NamespacePlan and Import-NamespacePlan.</summary>
public sealed class PlanFileTests : CommandTest, IDisposable
{
    private const string Export = "ExportNamespacePlanCommand";
    private const string Import = "ImportNamespacePlanCommand";

    private const string Start =
        """
        param($Folder)
        [void] $ExecutionContext.SessionState.Path.SetLocation($Folder)
        $plan = @{ Name = 'EX1.corp.contoso.com'; IPAddress = '10.0.0.1' }, @{ Name = 'OLD1'; Version = '2010'; OutlookAnywhereEnabled = $true }, @{ Name = 'EX2'; InternetFacing = $false } |
            Get-NamespacePlan @given -LegacyHost legacy.contoso.com -CertificateName '*.contoso.com'

        """;

    private readonly TemporaryFolder _folder = new();

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Import-NamespacePlan plan.json")]
    [InlineData("Import-NamespacePlan -Path ./p*.json")]
    [InlineData("Import-NamespacePlan -LiteralPath plan.json")]
    [InlineData("'plan.json' | Import-NamespacePlan")]
    [InlineData("[pscustomobject] @{ PSPath = 'plan.json' } | Import-NamespacePlan")]
    public void A_plan_comes_back_with_the_same_lines_names_and_file(string import)
    {
        HostRun run = In(
            $"$plan | Export-NamespacePlan plan.json; $back = {import}; $back | Export-NamespacePlan again.json\n"
            + "(($plan | Export-VirtualDirectoryScript -AsCommand) -join '|') -ceq (($back | Export-VirtualDirectoryScript -AsCommand) -join '|')\n"
            + "\"$($plan.Findings)\" -ceq \"$($back.Findings)\"; \"$($plan.DnsRecords)\" -ceq \"$($back.DnsRecords)\"");

        Assert.Empty(run.Errors);
        Assert.Equal([true, true, true], run.Output);
        byte[] bytes = File.ReadAllBytes(Path("plan.json"));
        Assert.Equal(bytes, File.ReadAllBytes(Path("again.json")));
        Assert.Equal((byte)'{', bytes[0]);
    }

    [Fact]
    public void Findings_were_said_when_the_plan_was_made_and_are_not_said_again() =>
        Assert.Equal([HostStream.Output], In("$plan | Export-NamespacePlan plan.json; Import-NamespacePlan plan.json").Records.Select(r => r.Stream).Distinct());

    [Fact]
    public void A_file_that_exists_is_left_as_it_is_until_Force()
    {
        _folder.Write("plan.json", "mine");

        Assert.Equal(Path("plan.json"), Fault(In("$plan | Export-NamespacePlan plan.json"), Export, "FileExists", ErrorCategory.ResourceExists).TargetObject);
        Assert.Equal("mine", File.ReadAllText(Path("plan.json")));

        Assert.Equal(["plan.json"], In("$plan | Export-NamespacePlan plan.json -Force -PassThru | % { $_.Name }").Output);
        Assert.Equal(["plan.json"], Names());
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Assert.Empty(In("$plan | Export-NamespacePlan plan.json -WhatIf -PassThru").Output);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData("none/plan.json", "PathNotWritable", ErrorCategory.WriteError)]
    [InlineData("Variable:plan2", "PathNotFileSystem", ErrorCategory.InvalidArgument)]
    [InlineData(".", "PathNotFileSystem", ErrorCategory.InvalidArgument)]
    [InlineData("\"a`0b\"", "PathNotFileSystem", ErrorCategory.InvalidArgument)]
    public void A_place_that_takes_no_file_is_refused(string path, string id, ErrorCategory category)
    {
        Fault(In($"$plan | Export-NamespacePlan {path}"), Export, id, category);
        Assert.Empty(Names());
    }

    [Fact]
    public void Two_plans_do_not_fit_one_file()
    {
        Fault(In("$plan, $plan | Export-NamespacePlan plan.json"), Export, "SeveralPlans", ErrorCategory.InvalidOperation);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" -Force")]
    public void A_second_plan_does_not_overwrite_the_script_of_the_first(string force)
    {
        Assert.Empty(In("Get-NamespacePlan EX1 @given | Export-VirtualDirectoryScript -Path one.ps1").Errors);

        Fault(In($"(Get-NamespacePlan EX1 @given), (Get-NamespacePlan EX9 @given) | Export-VirtualDirectoryScript -Path two.ps1{force}"), "ExportVirtualDirectoryScriptCommand", "SeveralPlans", ErrorCategory.InvalidOperation);

        Assert.Equal(Undated("one.ps1"), Undated("two.ps1"));
    }

    [Fact]
    public void Where_no_plan_was_made_no_file_is_and_the_cause_is_the_only_error()
    {
        HostRun run = In("Get-NamespacePlan 'bad name' @given | Export-NamespacePlan plan.json");

        Fault(run, "GetNamespacePlanCommand", "NameHasSpace", ErrorCategory.InvalidArgument);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData("\"EX1\"", "\"EX 1\"", "NameHasSpace")]
    [InlineData("\"externalHost\": \"mail.contoso.com\"", "\"externalHost\": \"https://mail.contoso.com\"", "UrlWhereHostExpected")]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 99", "SchemaVersionUnsupported")]
    [InlineData("\"schemaVersion\": 1", "\"surprise\": 1, \"schemaVersion\": 1", "MemberUnknown")]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com/owa;Remove-Mailbox", "")]
    [InlineData("}", "", "JsonInvalid")]
    public void An_edited_file_is_checked_again(string old, string edited, string id)
    {
        Assert.Empty(In("$plan | Export-NamespacePlan plan.json").Errors);
        string text = File.ReadAllText(Path("plan.json"));
        Assert.Contains(old, text, StringComparison.Ordinal);
        int at = id == "JsonInvalid" ? text.LastIndexOf(old, StringComparison.Ordinal) : text.IndexOf(old, StringComparison.Ordinal);
        _folder.Write("plan.json", text[..at] + edited + text[(at + old.Length)..]);

        HostRun run = In("Import-NamespacePlan plan.json");

        Assert.NotEmpty(run.Errors);
        Assert.All(run.Errors, e => Assert.EndsWith(",ExchangeNamespace.Cmdlets." + Import, e.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Contains(run.Errors, e => e.FullyQualifiedErrorId.StartsWith(id, StringComparison.Ordinal));
        Assert.Empty(run.Output);
    }

    [Fact]
    public void What_is_not_json_names_the_file_and_the_place_in_words_of_its_own()
    {
        _folder.Write("plan.json", "#");

        ErrorRecord error = Fault(In("Import-NamespacePlan plan.json"), Import, "JsonInvalid", ErrorCategory.InvalidArgument);

        Assert.Equal(Path("plan.json"), error.TargetObject);
        Assert.Contains("plan.json': Not JSON at line 1, ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Path ''", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_end_is_refused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no device without end.");

        Assert.Equal("/dev/zero", Fault(In("Import-NamespacePlan /dev/zero"), Import, "FileTooLarge", ErrorCategory.LimitsExceeded).TargetObject);
    }

    [Fact]
    public void A_missing_folder_is_named_and_the_temporary_file_is_not()
    {
        string message = Fault(In("$plan | Export-NamespacePlan none/plan.json"), Export, "PathNotWritable", ErrorCategory.WriteError).ToString();

        Assert.Contains($"there is no folder '{Path("none")}'", message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.json", "FileNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Variable:PID", "PathNotFileSystem", ErrorCategory.InvalidArgument)]
    [InlineData(".", "PathNotFileSystem", ErrorCategory.InvalidArgument)]
    public void A_path_that_names_no_file_is_refused_and_the_next_is_read(string path, string id, ErrorCategory category)
    {
        HostRun run = In($"$plan | Export-NamespacePlan plan.json; '{path}', 'plan.json' | Import-NamespacePlan | % {{ \"$($_.Servers)\" }}");

        Assert.Equal(path, Fault(run, Import, id, category).TargetObject);
        Assert.Equal(["EX1 OLD1 EX2"], run.Output);
    }

    private HostRun In(string script) => Run(Start + script, _folder.Path);

    private string Path(string name) => System.IO.Path.Combine(_folder.Path, name);

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(_folder.Path).Select(f => System.IO.Path.GetFileName(f))];

    /// <summary>The lines of a script below the one that says when it was written.</summary>
    private string[] Undated(string script) => [.. File.ReadAllLines(Path(script)).Skip(1)];
}
