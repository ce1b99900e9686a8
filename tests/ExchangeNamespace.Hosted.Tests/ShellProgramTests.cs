using System;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests;

public sealed class ShellProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_runs_with_the_module_imported()
    {
        (int exitCode, string[] output, string errors) = ShellProcess.Run("-Command", "(Get-Module).Name | ForEach-Object { \"'$_'\" } | Invoke-Expression");

        Assert.Equal("", errors);
        Assert.Equal(["ExchangeNamespace"], output);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void A_script_gets_its_arguments_by_name_and_by_position()
    {
        string script = _folder.Write("s.ps1", "param([string] $Name, [int] $Count, [switch] $All, [bool] $Flag) \"$Name $Count $All $Flag $($PSScriptRoot.Length -gt 0)\"");

        Assert.Equal(["a b 5 True True True"], ShellProcess.Run(script, "a b", "-Count", "5", "-All", "-Flag:$true").Output);
    }

    [Fact]
    public void An_error_in_a_script_is_shown_with_its_place_and_ends_in_1()
    {
        string script = _folder.Write("s.ps1", "'before'\nfunction Stop-It { throw 'boom' }\nStop-It\n'after'");

        (int exitCode, string[] output, string errors) = ShellProcess.Run(script);

        Assert.Equal(1, exitCode);
        Assert.Equal(["before"], output);
        Assert.Contains("s.ps1:2", errors, StringComparison.Ordinal);
        Assert.Contains("boom", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exit_of_a_script_is_the_exit_of_the_program() =>
        Assert.Equal(7, ShellProcess.Run(_folder.Write("s.ps1", "exit 7")).ExitCode);

    [Theory]
    [InlineData("Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -WarningAction Ignore | Test-Namespace -AsOf 2026-06-01 -As Nagios", 0, "OK")]
    [InlineData("Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion 2013 -WarningAction Ignore | Test-Namespace -As Nagios", 1, "WARNING")]
    [InlineData("$a = @{ InternalServer = '127.0.0.1:9'; ExternalServer = '127.0.0.1:9'; Timeout = 0.05 }; Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion SE -WarningAction Ignore | Test-Namespace @a -As Nagios", 3, "UNKNOWN")]
    [InlineData("Test-Namespace -As Nagios", 3, "UNKNOWN")]
    [InlineData("Test-Namespace -State @([pscustomobject]@{ CapturedBy = 'Get-ExchangeCertificate'; CapturedFrom = 'EX01'; Thumbprint = 'A'; Subject = 'CN=x'; NotBefore = [datetime]'2020-01-01'; NotAfter = [datetime]'2021-01-01' }) -As Nagios", 2, "CRITICAL")]
    public void The_code_of_a_monitoring_plug_in_is_the_exit_of_the_program(string text, int code, string word)
    {
        (int exitCode, string[] output, _) = ShellProcess.Run("-Command", text);

        Assert.StartsWith($"EXCHANGE NAMESPACE {word} - ", Assert.Single(output), StringComparison.Ordinal);
        Assert.Equal(code, exitCode);
    }

    [Fact]
    public void A_missing_script_is_named()
    {
        (int exitCode, _, string errors) = ShellProcess.Run(System.IO.Path.Combine(_folder.Path, "none.ps1"));

        Assert.Equal(1, exitCode);
        Assert.Contains("none.ps1", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("-Command")]
    [InlineData("-Command", "1", "2")]
    [InlineData("-Width", "none", "-Command", "1")]
    [InlineData("-Unknown", "x")]
    public void A_command_line_of_another_form_shows_the_form(params string[] arguments)
    {
        (int exitCode, string[] output, string errors) = ShellProcess.Run(arguments);

        Assert.Equal(64, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("Usage:", errors, StringComparison.Ordinal);
    }
}
