using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using Xunit;

namespace ExchangeNamespace.HelpBuilder.Tests.Repository;

/// <summary>The scripts that must run on Windows PowerShell 5.1, read by the real parser.</summary>
public class ScriptSyntaxTests
{
    public static TheoryData<string> Scripts()
    {
        string root = Fixture.RepositoryRoot();
        IEnumerable<string> specs = new[] { "Pester", "Support" }.SelectMany(
            folder => Directory.GetFiles(Path.Combine(root, "tests", folder), "*.ps1", SearchOption.AllDirectories));
        return [.. specs.Append(Path.Combine(root, "build.ps1")).Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))];
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_has_no_parse_error_and_nothing_newer_than_5_1(string script)
    {
        Assert.Empty(Faults(File.ReadAllText(Path.Combine(Fixture.RepositoryRoot(), script))));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_is_ASCII_because_5_1_reads_unmarked_files_in_its_own_code_page(string script)
    {
        Assert.All(File.ReadAllBytes(Path.Combine(Fixture.RepositoryRoot(), script)), b => Assert.InRange(b, (byte)0x09, (byte)0x7E));
    }

    [Theory]
    [InlineData("if (")]
    [InlineData("$a ? 1 : 2")]
    [InlineData("$a ?? 1")]
    [InlineData("$a ??= 1")]
    [InlineData("${a}?.Length")]
    [InlineData("${a}?[0]")]
    [InlineData("Get-Item . && Get-Item .")]
    [InlineData("Get-Item . || Get-Item .")]
    [InlineData("Get-Item . &")]
    [InlineData("'a' | ForEach-Object -Parallel { $_ }")]
    [InlineData("if ($IsWindows) { 1 }")]
    [InlineData("Join-Path a b c")]
    [InlineData("'a' | ConvertFrom-Json -AsHashtable")]
    [InlineData("clean { 1 }")]
    [InlineData("1 -is [int] ? 'a' : 'b'")]
    public void What_5_1_does_not_read_is_found(string script)
    {
        Assert.NotEmpty(Faults(script));
    }

    [Fact]
    public void What_5_1_reads_is_not_reported()
    {
        Assert.Empty(Faults("foreach ($a in 1, 2) { Join-Path a \"b$a\" | Where-Object { $_ -match 'b' -and $true } }"));
    }

    private static List<string> Faults(string text)
    {
        ScriptBlockAst script = Parser.ParseInput(text, out Token[] tokens, out ParseError[] errors);
        List<string> faults = [.. errors.Select(e => $"{e.Extent.StartLineNumber}: {e.Message}")];
        faults.AddRange(tokens.Where(IsNewToken).Select(t => $"{t.Extent.StartLineNumber}: {t.Text}"));
        faults.AddRange(script.FindAll(IsNewNode, searchNestedScriptBlocks: true).Select(a => $"{a.Extent.StartLineNumber}: {a.Extent.Text}"));
        return faults;
    }

    private static bool IsNewToken(Token token) => token.Kind is TokenKind.AndAnd or TokenKind.OrOr or TokenKind.QuestionQuestion
        or TokenKind.QuestionQuestionEquals or TokenKind.QuestionDot or TokenKind.QuestionLBracket or TokenKind.QuestionMark or TokenKind.Clean;

    private static bool IsNewNode(Ast node) => node switch
    {
        TernaryExpressionAst or PipelineChainAst => true,
        PipelineAst pipeline => pipeline.Background,
        CommandParameterAst { ParameterName: "Parallel" or "AsHashtable" or "AdditionalChildPath" } => true,
        CommandAst command when command.GetCommandName() is "Join-Path" => command.CommandElements.Skip(1).Count(e => e is not CommandParameterAst) > 2,
        VariableExpressionAst variable => variable.VariablePath.UserPath is "IsWindows" or "IsLinux" or "IsMacOS" or "IsCoreCLR",
        _ => false,
    };
}
