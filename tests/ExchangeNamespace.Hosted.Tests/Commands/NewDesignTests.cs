using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>The guided entry: with answers that are given, and with a person who types.</summary>
public sealed class NewDesignTests : CommandTest
{
    private const string Command = "NewNamespaceDesignCommand";
    private const string Few = "'EX01', 'SE', '', 'corp.contoso.com', 'mail.contoso.com', '', '', '', '', '', '', '', ''";
    private const string Many = "'ZRH01, ZRH02, BRN01, GVA-EX-01', '2019CU15, BRN*=2016CU23, GVA*=2010', 'ZRH*=\"Zurich, HQ\"; BRN*=Bern; GVA*=Gen\u00e8ve', 'corp.contoso.com', 'mail.contoso.com', '', '', "
        + "'Bern, \"Zurich, HQ\"', 'Bern=mail-bern.contoso.com', 'Gen\u00e8ve=mail-gva.contoso.com', 'Split', 'Public', '', 'Coexistence', 'contoso.com, fabrikam.com', 'mx.contoso.com'";

    private static readonly string Capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-new").FullName;

    private string File(string name) => Path.Combine(_folder, name);

    [Theory]
    [InlineData(Few + " | New-NamespaceDesign")]
    [InlineData("New-NamespaceDesign -Answer " + Few)]
    [InlineData("New-NamespaceDesign @(" + Few + ")")]
    public void Answers_come_through_the_pipe_or_as_a_parameter(string script) =>
        Assert.Equal(["mail.contoso.com (Pinpoint), 1 server(s)"], Lines(script + " | Get-NamespacePlan | % { \"$_\" }"));

    [Theory]
    [InlineData(Few)]
    [InlineData(Many)]
    public void The_next_commands_run_as_they_are_typed(string answers)
    {
        HostRun run = Run(
            "$null = $ExecutionContext.SessionState.Path.SetLocation($args[0]); $d = " + answers + " | New-NamespaceDesign -OutPath 'my design [1].json' -WarningAction Ignore; $WarningPreference = 'Ignore'; $d.NextCommands; $d.NextCommands | % { . ([scriptblock]::Create($_)) } | Out-Null; $plan",
            _folder);

        Assert.Empty(run.Errors);
        Assert.Equal(
            ["$plan = Get-NamespacePlan -LiteralPath 'my design [1].json'", "$plan | Export-VirtualDirectoryScript -Path urls.ps1", "$plan | New-SanCertificateRequest -AsName"],
            run.Output.Take(3).Select(o => o!.ToString()));
        Assert.NotEmpty(Directory.GetFiles(_folder, "urls*.ps1"));
        Assert.All(System.IO.File.ReadAllText(File("my design [1].json")), c => Assert.InRange(c, '\n', '~'));
    }

    [Fact]
    public void A_file_is_replaced_with_force_only_never_with_WhatIf_and_before_any_question_is_refused()
    {
        string file = File("design.json");
        Assert.Single(Run(Few + " | New-NamespaceDesign -OutPath $args[0] -WhatIf", file).Output);
        Assert.False(System.IO.File.Exists(file));

        System.IO.File.WriteAllText(file, "mine");
        HostRun refused = Run("New-NamespaceDesign -OutPath $args[0]", file);
        Fault(refused, Command, "FileExists", ErrorCategory.ResourceExists);
        Assert.Empty(refused.Output);
        Assert.Equal("mine", System.IO.File.ReadAllText(file));
        Fault(Run("New-NamespaceDesign -OutPath $args[0]", Path.Combine(_folder, "none", "x.json")), Command, "PathNotWritable", ErrorCategory.WriteError);

        Assert.Empty(Run(Few + " | New-NamespaceDesign -OutPath $args[0] -Force", file).Errors);
        Assert.StartsWith("{", System.IO.File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-NamespaceDesign", "EXN551", ErrorCategory.InvalidResult, "with -Answer or through the pipe")]
    [InlineData("'EX01' | New-NamespaceDesign", "EXN552", ErrorCategory.InvalidResult, "ExchangeVersion: The answers end before the question 'Which version")]
    [InlineData("@() | New-NamespaceDesign", "EXN552", ErrorCategory.InvalidResult, "Answers given: 0")]
    [InlineData(Few + ", 'x' | New-NamespaceDesign", "EXN553", ErrorCategory.InvalidResult, "answer 14, 'x'")]
    [InlineData("'' | New-NamespaceDesign", "ServerMissing", ErrorCategory.ObjectNotFound, "Name at least one, such as CAS01.")]
    [InlineData("'EX01', '2020' | New-NamespaceDesign", "VersionUnknown", ErrorCategory.InvalidArgument, "2020")]
    [InlineData("'EX_01' | New-NamespaceDesign", "NameHasUnderscore", ErrorCategory.InvalidArgument, "EX_01")]
    [InlineData("New-NamespaceDesign -State 7", "StateObjectNotRecognised", ErrorCategory.InvalidType, "State")]
    public void What_cannot_be_answered_is_one_error_and_no_design(string script, string id, ErrorCategory category, string text)
    {
        HostRun run = Run(script);

        Assert.Contains(text, Fault(run, Command, id, category).ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_person_is_asked_again_with_the_reason_gets_help_and_goes_back()
    {
        string file = File("typed.json");
        (var output, var errors, ScriptedScreen screen) = ScriptedScreen.Run(
            $"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder}'); New-NamespaceDesign",
            "", "EX_01", "?", "EX01", "<", "EX01, EX02", "2020", "SE", "a|b", "", "corp", "corp.contoso.com", "https://mail.contoso.com", "mail.contoso.com", "mail", "",
            "x y", "", "Both", "Split", "Me", "< Back", "Pinpoint", "I", "", "Co", "contoso", "", "10.0.0.1", "mx.contoso.com", "?", "none/x.json", "typed.json");

        Assert.Empty(errors);
        Assert.Equal(0, screen.Left);
        PSObject design = Assert.Single(output);
        Assert.Equal("typed.json", design.Properties["Path"].Value);
        Assert.True(System.IO.File.Exists(file));
        Assert.Equal("mail.contoso.com (Pinpoint), 2 server(s), in typed.json", design.ToString());
        Assert.Contains(screen.Shown, s => s.Contains("'EX_01' contains an underscore.", StringComparison.Ordinal));
        Assert.Contains(screen.Shown, s => s.Contains("Get-Help Get-NamespacePlan -Parameter Server", StringComparison.Ordinal));
        Assert.Contains(screen.Shown, s => s.Contains("there is no folder", StringComparison.Ordinal));
        Assert.All(screen.Shown, s => Assert.All(s.Split('\n').Where(l => !l.Contains('&', StringComparison.Ordinal)), l => Assert.InRange(l.Length, 0, 79)));
    }

    [Fact]
    public void A_person_who_goes_away_leaves_no_file()
    {
        (var output, _, _) = ScriptedScreen.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder}'); New-NamespaceDesign -OutPath x.json", "EX01", "SE");

        Assert.Empty(output);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_pipe_that_has_ended_is_not_asked_for_ever()
    {
        (var output, var errors, ScriptedScreen screen) = ScriptedScreen.Run("New-NamespaceDesign", [.. Enumerable.Repeat(string.Empty, 50)]);

        Assert.Empty(output);
        Assert.StartsWith("EXN551,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(30, screen.Left);
    }

    [Fact]
    public void A_state_gives_the_defaults()
    {
        string[] shown = [.. Lines(
            "$s = Import-ExchangeState $args[0]; $d = @('') * 13 | New-NamespaceDesign -State $s -WarningAction Ignore; $p = $s | ConvertTo-NamespaceDesign -WarningAction Ignore | Get-NamespacePlan -WarningAction Ignore; "
                + "\"$($d.Plan)\"; \"$p\"; \"$($d.Plan | Export-VirtualDirectoryScript -WarningAction Ignore)\"; \"$($p | Export-VirtualDirectoryScript -WarningAction Ignore)\"",
            Capture)];

        Assert.Equal(shown[0], shown[1]);
        Assert.Equal(shown[2], shown[3]);
        Assert.Contains("EX02", shown[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_answers_reach_no_terminal_and_no_file_as_they_are()
    {
        const string evil = "\u202e\u001b[31m";
        foreach (string answers in new[] { $"'{evil}'", $"'EX01', '{evil}'", $"'EX01', 'SE', '{evil}'", $"'EX01', 'SE', '', '{evil}'" })
        {
            HostRun run = Run(answers + " | New-NamespaceDesign -OutPath x.json");

            Assert.DoesNotContain(run.Errors, e => e.ToString().Any(c => c is '\u202e' or '\u001b'));
            Assert.NotEmpty(run.Errors);
            Assert.False(System.IO.File.Exists("x.json"));
        }
    }
}
