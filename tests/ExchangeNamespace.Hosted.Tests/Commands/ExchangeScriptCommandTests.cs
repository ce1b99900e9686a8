using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class ExchangeScriptCommandTests : CommandTest, IDisposable
{
    private const string Command = "TestExchangeScriptCommand";
    private const string Curly = "Set-OwaVirtualDirectory -Identity “CAS01\\owa (Default Web Site)” –ExternalUrl https://mail.contoso.com/owa";
    private const string Plain = "Set-OwaVirtualDirectory -Identity \"CAS01\\owa (Default Web Site)\" -ExternalUrl https://mail.contoso.com/owa";

    private readonly TemporaryFolder _folder = new();

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_clean_script_writes_nothing() => Assert.Empty(Lines("param($s) Test-ExchangeScript -Script $s -ExchangeVersion 2016", Plain));

    [Fact]
    public void Lines_from_the_pipeline_are_one_script() => Assert.Equal(
        ["2 EXN403 Set-OutlookAnywhere False"],
        Lines("'Get-ExchangeServer', 'Enable-OutlookAnywhere' | Test-ExchangeScript -ExchangeVersion 2013 | ForEach-Object { \"$($_.Line) $($_.Code) $($_.Replacement) $($_.CanFix)\" }"));

    [Fact]
    public void What_the_module_writes_is_piped_in_and_is_clean() => Assert.Empty(
        Lines("Get-NamespacePlan EX01 @given | Export-VirtualDirectoryScript | Test-ExchangeScript -ExchangeVersion 2016"));

    [Fact]
    public void A_host_that_the_plan_does_not_have_is_found_and_written_anew()
    {
        const string Script = "param($s) $plan = Get-NamespacePlan EX01 @given; Test-ExchangeScript -Script $s -ExchangeVersion 2016 -Plan $plan";
        string mistyped = Plain.Replace("mail.", "mial.", StringComparison.Ordinal);

        Assert.Equal(
            ["EXN440 https://mail.contoso.com/owa True"],
            Lines(Script + " | ForEach-Object { \"$($_.Code) $($_.Replacement) $($_.CanFix)\" }", mistyped));
        Assert.Equal([Plain], Run(Script + " -Fix", mistyped).Output);
        Assert.Empty(Lines(Script, Plain));
    }

    [Fact]
    public void Findings_are_the_output_and_go_to_no_other_stream()
    {
        HostRun run = Run("param($s) Test-ExchangeScript -Script $s -ExchangeVersion 2010", Curly + "\nEnable-OutlookAnywher");

        Assert.Empty(run.Errors);
        Assert.Empty(run.Warnings);
        Assert.Equal(4, run.Output.Count);
    }

    [Fact]
    public void Fix_writes_the_text_and_says_each_change()
    {
        HostRun run = Run("param($s) 'Get-ExchangeServer', $s, 'Enable-OutlookAnywhere' | Test-ExchangeScript -ExchangeVersion 2016 -Fix", Curly);

        Assert.Equal(["Get-ExchangeServer", Plain, "Enable-OutlookAnywhere"], run.Output);
        Assert.Equal(3, run.Warnings.Count(w => w.StartsWith("EXN41", StringComparison.Ordinal) && w.Contains("line 2, column", StringComparison.Ordinal) && w.Contains(" became ", StringComparison.Ordinal)));
        ErrorRecord left = Fault(run, Command, "EXN403", ErrorCategory.InvalidResult);
        Assert.Equal("line 3, column 1", left.TargetObject);
    }

    [Fact]
    public void A_file_is_replaced_only_with_Force_and_keeps_its_encoding()
    {
        string file = Path.Combine(_folder.Path, "a.ps1");
        byte[] before = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Curly + " # é\r\n")];
        File.WriteAllBytes(file, before);

        Fault(Run("param($f) Test-ExchangeScript $f 2016 -Fix", file), Command, "FileExists", ErrorCategory.ResourceExists);
        Assert.Equal(before, File.ReadAllBytes(file));

        Assert.Equal(["False", "False", "False"], Lines("param($f) Test-ExchangeScript $f 2016 -Fix -Force -WhatIf | ForEach-Object { \"$($_.Fixed)\" }", file));
        Assert.Equal(before, File.ReadAllBytes(file));

        Assert.Equal(["True", "True", "True"], Lines("param($f) Test-ExchangeScript $f 2016 -Fix -Force | ForEach-Object { \"$($_.Fixed)\" }", file));
        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Plain + " # é\r\n")], File.ReadAllBytes(file));
    }

    [Fact]
    public void A_destination_leaves_the_script_as_it_was()
    {
        string file = Path.Combine(_folder.Path, "a.ps1");
        string target = Path.Combine(_folder.Path, "b.ps1");
        File.WriteAllText(file, Curly);

        Run("param($f, $t) Test-ExchangeScript $f 2016 -Fix -Destination $t", file, target);

        Assert.Equal(Curly, File.ReadAllText(file));
        Assert.Equal(Plain, File.ReadAllText(target));
    }

    [Fact]
    public void A_script_of_a_Windows_code_page_is_read_and_written_as_it_is()
    {
        string file = Path.Combine(_folder.Path, "a.ps1");
        File.WriteAllBytes(file, Curly.Select(c => c switch { '“' => (byte)0x93, '”' => (byte)0x94, '–' => (byte)0x96, _ => (byte)c }).Concat([(byte)' ', (byte)'#', (byte)0xE9]).ToArray());

        Assert.Equal(["EXN417", "EXN417", "EXN418"], Lines("param($f) Test-ExchangeScript $f 2016 -Fix -Force | ForEach-Object { $_.Code }", file));

        Assert.Equal([.. Encoding.ASCII.GetBytes(Plain + " #"), 0xE9], File.ReadAllBytes(file));
    }

    [Fact]
    public void Files_come_from_wildcards_and_from_the_pipeline()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "a.ps1"), "Enable-OutlookAnywhere");
        File.WriteAllText(Path.Combine(_folder.Path, "b[1].ps1"), "Get-UMVirtualDirectory");

        Assert.Equal(["a.ps1 1", "b[1].ps1 1"], Lines("param($d) Test-ExchangeScript \"$d/*.ps1\" SE | ForEach-Object { \"$([IO.Path]::GetFileName($_.Path)) $($_.Line)\" }", _folder.Path).Order());
        Assert.Equal(2, Lines("param($d) [IO.DirectoryInfo]::new($d).GetFiles() | Test-ExchangeScript -ExchangeVersion SE | ForEach-Object { $_.Code }", _folder.Path).Count);
        Assert.Single(Lines("param($d) Test-ExchangeScript -LiteralPath \"$d/b[1].ps1\" -ExchangeVersion SE | ForEach-Object { $_.Code }", _folder.Path));
    }

    [Theory]
    [InlineData("-Script x -ExchangeVersion 2003", "VersionUnknown", ErrorCategory.InvalidArgument)]
    [InlineData("-Script x -ExchangeVersion 2007", "VersionAmbiguous", ErrorCategory.InvalidArgument)]
    [InlineData("-Path nowhere.ps1 -ExchangeVersion 2016", "FileNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("-Path nowhere.ps1 -ExchangeVersion 2016 -Destination x.ps1", "InputContradiction", ErrorCategory.InvalidData)]
    public void What_is_refused_is_an_error(string arguments, string id, ErrorCategory category)
    {
        HostRun run = Run("Test-ExchangeScript " + arguments);

        Fault(run, Command, id, category);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Nothing_of_a_script_runs()
    {
        string file = Path.Combine(_folder.Path, "made");

        Run("param($s) Test-ExchangeScript -Script $s -ExchangeVersion 2016", $"\"$(New-Item '{file}')\"; New-Item '{file}'");

        Assert.False(File.Exists(file));
    }
}
