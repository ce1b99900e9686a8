using System.Management.Automation.Language;
using Xunit;

namespace ExchangeNamespace.Proof.Scripts;

/// <summary>Whether a script can be read is decided by the parser of PowerShell alone. Each row is the cause of a false finding in a public script.</summary>
public class SyntaxTests
{
    [Theory]
    [InlineData("$table.Configuration.Views | Out-Null")]
    [InlineData("$web.configuration.'system.web' | Out-Null")]
    [InlineData("$settings.using = 1")]
    [InlineData("$x = @{ configuration = 1; Using = 2; workflow = 3 }")]
    [InlineData("Write-Host -Configuration x -Reusing 1")]
    [InlineData("$configuration = $using + $workflow")]
    [InlineData("function Read-Configuration { param($Configuration) $Configuration }\nRead-Configuration 1")]
    [InlineData("[System.Configuration.ConfigurationManager]::AppSettings | Out-Null")]
    [InlineData("$a = @(1); $b = [string[,]]::new(1, 1)\n$a[0], $b[0, 0] | Out-Null")]
    [InlineData("$map = [System.Collections.Generic.Dictionary[string, System.Collections.Generic.List[int]]]::new()")]
    [InlineData("$map = [System.Collections.Generic.Dictionary[System.Collections.Generic.List[int], string]]::new()")]
    [InlineData("[System.Uri, System, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089] | Out-Null")]
    [InlineData("[System.Collections.Generic.List[string], System.Private.CoreLib].FullName | Out-Null")]
    [InlineData("$script:table[$key], $script:list[0], $env:PSModulePath + [System.IO.Path]::PathSeparator | Out-Null")]
    [InlineData("if ($script:counts[$name] -gt $script:counts[$other]) { $true }")]
    [InlineData("Write-Host \"Servers [EX01, EX02]: \" ('[{0}, {1}]' -f 1, 2)")]
    [InlineData("Write-Host '\n    Get-ExchangeServer\n    exit\n'")]
    [InlineData("Set-Content -Path x -Value \"\nGet-ExchangeServer $a\n\" -Force")]
    [InlineData("using namespace System.Management.Automation\nusing namespace System.Text\n\nparam ([Parameter(Mandatory)] $Name)\n$Name")]
    [InlineData("# said first\n<# and this #>\nusing namespace System.Text\r\n[CmdletBinding()]\r\nparam()\r\n1")]
    [InlineData("Invoke-Command { $using:name; \"$using:name\" }")]
    public void What_the_parser_reads_has_no_syntax_finding(string script)
    {
        Parser.ParseInput(script, out _, out ParseError[] errors);

        Assert.Empty(errors);
        Assert.DoesNotContain(Lint.Check(script, "SE"), f => f.Code is "EXN419" or "EXN421" or "EXN424");
    }

    [Theory]
    [InlineData("using namespace System.Collections.Generic\nclass Store { [List[string]] $Names; [ImportedType] $Other }")]
    [InlineData("class Rule : BaseRule { [Custom()] [string] $Name }")]
    public void A_type_that_is_not_loaded_here_is_no_syntax_fault(string script) => Lint.AssertClean(script, "SE");

    [Theory]
    [InlineData("& { $using:name }", "EXN422")]
    [InlineData("using namespace System.Text\nparam($x)", "EXN422")]
    [InlineData("$x.configuration.y = 1; @{ using = 1 }; & configuration; 1 | using", "")]
    [InlineData("Get-ExchangeServer 'x\nGet-ExchangeServer 'x\n", "EXN419 EXN419")]
    public void What_a_keyword_is_depends_on_its_place(string script, string codes) => Assert.Equal(codes, Lint.Codes(script, "2007SP1"));
}
