using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class ExportFileTests : CommandTest, IDisposable
{
    private const string Plans =
        """
        param($Folder)
        function Set-Place($Path) { [void] $ExecutionContext.SessionState.Path.SetLocation($Path) }
        Set-Place $Folder
        $plan = Get-NamespacePlan EX1, EX2 @given
        $mixed = @{ Name = 'OLD1'; Version = '2010' }, @{ Name = 'EX1'; Version = '2016' } | Get-NamespacePlan @given

        """;

    private readonly TemporaryFolder _folder = new();

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_script_is_ASCII_with_CRLF_and_no_byte_order_mark()
    {
        Assert.Empty(In("$plan | Export-VirtualDirectoryScript -Path urls.ps1").Records);

        byte[] bytes = File.ReadAllBytes(Path("urls.ps1"));
        Assert.All(bytes, b => Assert.True(b is (byte)'\r' or (byte)'\n' or (>= (byte)' ' and <= (byte)'~')));
        string text = Encoding.ASCII.GetString(bytes);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        Assert.Equal(text.Count(c => c == '\r'), text.Split("\r\n").Length - 1);
    }

    [Fact]
    public void A_script_has_a_header_a_section_per_server_a_reason_above_each_line_and_the_one_liners()
    {
        HostRun run = In("$plan | Export-VirtualDirectoryScript -Path urls.ps1; $plan | Export-VirtualDirectoryScript");

        string[] lines = File.ReadAllText(Path("urls.ps1")).Split("\r\n");
        Assert.StartsWith("# Namespace mail.contoso.com: run in the Exchange Management Shell of Exchange 2016, 2019 and SE.", lines[3], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("# - inside, ", StringComparison.Ordinal) && l.Contains("mail.contoso.com", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("certificate", StringComparison.Ordinal) && l.Contains("IIS", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("no undo", StringComparison.Ordinal));
        Assert.Equal(["# === EX1 (Exchange 2016)", "# === EX2 (Exchange 2016)"], lines.Where(l => l.StartsWith("# ===", StringComparison.Ordinal)));
        Assert.Equal(run.Output, OneLiners(lines));
        Assert.All(Enumerable.Range(0, lines.Length).Where(i => IsOneLiner(lines[i])), i => Assert.Matches(@"\A# \S", lines[i - 1]));
    }

    [Fact]
    public void A_script_begins_with_its_origin_stops_at_an_error_and_ends_with_the_verification()
    {
        Assert.Empty(In("$plan | Export-VirtualDirectoryScript -Path urls.ps1").Errors);

        string[] lines = File.ReadAllText(Path("urls.ps1")).Split("\r\n");
        Assert.Matches(@"\A# Written by ExchangeNamespace 0\.1\.0 on \d{4}-\d\d-\d\d \d\d:\d\d UTC\. The script stops at the first error\.\z", lines[0]);
        Assert.Equal("$ErrorActionPreference = 'Stop'", lines[1]);
        string[] end = lines[^5..^1];
        Assert.Equal("# Afterwards, verify:", end[0]);
        Assert.EndsWith("Export-StateCaptureScript 2016 -Path capture.ps1", end[1], StringComparison.Ordinal);
        Assert.EndsWith("$plan | Compare-NamespacePlan -State (Import-ExchangeState <folder>)", end[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_ends_with_the_line_that_shows_the_service_connection_points()
    {
        HostRun run = In(
            """
            $plan | Export-VirtualDirectoryScript -Path urls.ps1
            function Get-ExchangeServer {
                [pscustomobject]@{ Name = 'EX1'; IsClientAccessServer = $true; DistinguishedName = 'CN=EX1,CN=Servers,DC=corp' }
                [pscustomobject]@{ Name = 'EDGE1'; IsClientAccessServer = $false; DistinguishedName = 'CN=EDGE1,CN=Servers,DC=corp' }
            }
            Invoke-Expression ([System.IO.File]::ReadAllLines("$pwd/urls.ps1")[-1] -replace '^# [^:]*: ')
            """);

        Assert.Equal(["CN=EX1,CN=Autodiscover,CN=Protocols,CN=EX1,CN=Servers,DC=corp"], run.Output);
    }

    [Fact]
    public void A_mixed_plan_gives_one_file_per_shell_and_none_by_the_plain_name()
    {
        HostRun run = In("$mixed | Export-VirtualDirectoryScript -Path urls.ps1 -PassThru | % { $_.Name }");

        Assert.Empty(run.Errors);
        Assert.Equal(["urls.Exchange2010.ps1", "urls.Exchange2016.ps1"], run.Output);
        Assert.Equal(["urls.Exchange2010.ps1", "urls.Exchange2016.ps1"], Names());
        Assert.DoesNotContain("EX1", File.ReadAllText(Path("urls.Exchange2010.ps1")).Split("\r\n").Where(l => l.StartsWith("Set-", StringComparison.Ordinal) || l.StartsWith("# ===", StringComparison.Ordinal)));
        Assert.Contains("\r\n# === OLD1 (Exchange 2010)\r\n", File.ReadAllText(Path("urls.Exchange2010.ps1")), StringComparison.Ordinal);
        Assert.Contains("\r\n# === EX1 (Exchange 2016)\r\n", File.ReadAllText(Path("urls.Exchange2016.ps1")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_leaves_one_shell_keeps_the_name()
    {
        Assert.Empty(In("$mixed | Export-VirtualDirectoryScript -Path urls.ps1 -ExchangeVersion 2016").Errors);

        Assert.Equal(["urls.ps1"], Names());
    }

    [Fact]
    public void A_file_that_exists_is_left_as_it_is_until_Force()
    {
        _folder.Write("urls.ps1", "mine");

        HostRun run = In("$plan | Export-VirtualDirectoryScript -Path urls.ps1");
        ErrorRecord error = Fault(run, "ExportVirtualDirectoryScriptCommand", "FileExists", ErrorCategory.ResourceExists);
        Assert.Equal(Path("urls.ps1"), error.TargetObject);
        Assert.Contains("-Force", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path("urls.ps1")));

        Assert.Empty(In("$plan | Export-VirtualDirectoryScript -Path urls.ps1 -Force").Errors);
        Assert.StartsWith("# Written by ExchangeNamespace ", File.ReadAllText(Path("urls.ps1")), StringComparison.Ordinal);
        Assert.Equal(["urls.ps1"], Names());
    }

    [Fact]
    public void A_read_only_file_is_replaced_with_Force_and_stays_read_only()
    {
        _folder.Write("urls.ps1", "mine");
        File.SetAttributes(Path("urls.ps1"), FileAttributes.ReadOnly);

        Assert.Empty(In("$plan | Export-VirtualDirectoryScript -Path urls.ps1 -Force").Errors);

        Assert.True(File.GetAttributes(Path("urls.ps1")).HasFlag(FileAttributes.ReadOnly));
        File.SetAttributes(Path("urls.ps1"), FileAttributes.Normal);
        Assert.StartsWith("# Written by ExchangeNamespace", File.ReadAllText(Path("urls.ps1")), StringComparison.Ordinal);
    }

    // Windows would write another file than the one that was named.
    [Theory]
    [InlineData("urls.ps1.")]
    [InlineData("urls.ps1 ")]
    [InlineData("urls. ")]
    public void A_name_that_Windows_would_shorten_is_refused(string name)
    {
        HostRun run = In($"$plan | Export-VirtualDirectoryScript -Path '{name}'");

        Assert.Equal(name, Fault(run, "ExportVirtualDirectoryScriptCommand", "FileNameNotKept", ErrorCategory.InvalidArgument).TargetObject);
        Assert.Empty(Names());
    }

    [Fact]
    public void One_file_of_several_that_exists_keeps_all_from_being_written()
    {
        _folder.Write("urls.Exchange2016.ps1", "mine");

        HostRun run = In("$mixed | Export-VirtualDirectoryScript -Path urls.ps1");

        Assert.Equal(Path("urls.Exchange2016.ps1"), Fault(run, "ExportVirtualDirectoryScriptCommand", "FileExists", ErrorCategory.ResourceExists).TargetObject);
        Assert.Equal(["urls.Exchange2016.ps1"], Names());
        Assert.Equal("mine", File.ReadAllText(Path("urls.Exchange2016.ps1")));
    }

    [Theory]
    [InlineData("$plan | Export-VirtualDirectoryScript -Path urls.ps1 -WhatIf")]
    [InlineData("$mixed | Export-VirtualDirectoryScript -Path urls.ps1 -WhatIf -PassThru")]
    [InlineData("$WhatIfPreference = $true; $plan | Export-VirtualDirectoryScript -Path urls.ps1")]
    public void WhatIf_writes_nothing(string script)
    {
        HostRun run = In(script);

        Assert.Empty(run.Errors);
        Assert.Empty(run.Output);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData("file/urls.ps1")]
    [InlineData("none/urls.ps1")]
    [InlineData("none/deeper/urls.ps1")]
    public void A_place_where_nothing_can_be_written_is_said_and_no_trace_is_left(string path)
    {
        _folder.Write("file", "mine");

        HostRun run = In($"$plan | Export-VirtualDirectoryScript -Path {path} -Force");

        ErrorRecord error = Fault(run, "ExportVirtualDirectoryScriptCommand", "PathNotWritable", ErrorCategory.WriteError);
        Assert.Equal(Path(path), error.TargetObject);
        Assert.Equal(["file"], Names());
    }

    [Fact]
    public void A_folder_of_the_kernel_takes_no_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /proc.");

        Fault(In("$plan | Export-VirtualDirectoryScript -Path /proc/urls.ps1"), "ExportVirtualDirectoryScriptCommand", "PathNotWritable", ErrorCategory.WriteError);
    }

    [Theory]
    [InlineData("Variable:urls")]
    [InlineData("Function:\\urls")]
    [InlineData("Env:urls")]
    [InlineData("Nowhere:\\urls.ps1")]
    [InlineData("sub")]
    [InlineData(".")]
    [InlineData("sub/")]
    public void What_is_not_a_file_is_refused(string path)
    {
        Directory.CreateDirectory(Path("sub"));

        HostRun run = In($"$plan | Export-VirtualDirectoryScript -Path '{path}' -Force");

        ErrorRecord error = Fault(run, "ExportVirtualDirectoryScriptCommand", "PathNotFileSystem", ErrorCategory.InvalidArgument);
        Assert.Equal(path, error.TargetObject);
        Assert.Empty(Names());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path("sub")));
    }

    [Theory]
    [InlineData("urls[1].ps1")]
    [InlineData("url s'.ps1")]
    [InlineData("urls*.ps1", false)]
    [InlineData("\u00fcrls.ps1")]
    public void Characters_of_patterns_are_characters_of_the_name(string name, bool onWindows = true)
    {
        Assert.SkipUnless(onWindows || !OperatingSystem.IsWindows(), "Windows has no such file name.");
        _folder.Write("urls1.ps1", "mine");

        HostRun run = In($"$plan | Export-VirtualDirectoryScript -Path '{name.Replace("'", "''", StringComparison.Ordinal)}'");

        Assert.Empty(run.Errors);
        Assert.Equal(new[] { name, "urls1.ps1" }.Order(StringComparer.Ordinal), Names());
        Assert.Equal("mine", File.ReadAllText(Path("urls1.ps1")));
    }

    [Fact]
    public void A_relative_path_starts_at_the_location_and_not_at_the_directory_of_the_process()
    {
        Directory.CreateDirectory(Path("here"));

        HostRun run = In("Set-Place here; $plan | Export-VirtualDirectoryScript -Path urls.ps1 -PassThru | % { $_.FullName }; $plan | Export-VirtualDirectoryScript -Path ../up.ps1");

        Assert.Empty(run.Errors);
        Assert.Equal([Path("here/urls.ps1")], run.Output);
        Assert.Equal(["up.ps1"], Names());
        Assert.False(File.Exists(System.IO.Path.GetFullPath("urls.ps1")));
    }

    [Fact]
    public void An_empty_path_is_not_bound() =>
        Assert.IsAssignableFrom<ParameterBindingException>(Assert.Single(In("$plan | Export-VirtualDirectoryScript -Path ''").Errors).Exception);

    [Fact]
    public void A_rehearsal_of_what_has_none_writes_no_file()
    {
        HostRun run = In("Get-NamespacePlan RTM1 -ExternalHost mail.contoso.com -ExchangeVersion 2007RTM -DnsModel Split -WarningAction SilentlyContinue | Export-VirtualDirectoryScript -Rehearse -Path urls.ps1");

        Fault(run, "ExportVirtualDirectoryScriptCommand", "RehearseNotInVersion", ErrorCategory.NotImplemented);
        Assert.Empty(Names());
    }

    [Fact]
    public void A_pipeline_that_ends_between_two_files_leaves_the_first_whole_and_no_second()
    {
        HostRun run = In("do { $mixed | Export-VirtualDirectoryScript -Path urls.ps1 -PassThru | % { break } } while ($false); $mixed | Export-VirtualDirectoryScript -ExchangeVersion 2010");

        Assert.Empty(run.Errors);
        Assert.Equal(["urls.Exchange2010.ps1"], Names());
        Assert.Equal(run.Output, OneLiners(File.ReadAllText(Path("urls.Exchange2010.ps1")).Split("\r\n")));
    }

    [Fact]
    public void A_stop_while_a_file_is_written_leaves_none_of_it()
    {
        using CancellationTokenSource over = new();
        Thread watcher = new(() =>
        {
            while (!Directory.EnumerateFiles(_folder.Path).Any())
            {
                if (over.IsCancellationRequested)
                {
                    return;
                }

                Thread.Yield();
            }

            Host.Stop();
        });
        HostRun run = Run(
            "param($Folder) $names = foreach ($i in 1..60000) { 'EX' + $i }; $plan = $names | Get-NamespacePlan @given; 'ready'; $plan | Export-VirtualDirectoryScript -Path \"$Folder/urls.ps1\"",
            record =>
            {
                if (record.Value is "ready")
                {
                    watcher.Start();
                }
            },
            _folder.Path);
        over.Cancel();
        watcher.Join();

        Assert.Empty(run.Errors);
        Assert.SkipUnless(run.WasStopped, "The file was complete before the stop arrived.");
        Assert.Empty(Names());
    }

    private HostRun In(string script) => Run(Plans + script, _folder.Path);

    private string Path(string name) => System.IO.Path.Combine(_folder.Path, name);

    private IReadOnlyList<string?> Names() => [.. new DirectoryInfo(_folder.Path).EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];

    private static string[] OneLiners(IEnumerable<string> lines) => [.. lines.Where(IsOneLiner)];

    private static bool IsOneLiner(string line) => line.Length > 0 && line[0] is not ('#' or '$');
}
