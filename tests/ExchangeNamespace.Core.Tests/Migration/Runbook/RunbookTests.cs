using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Migration.Runbook;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Migration.Calendar;
using Xunit;
using static ExchangeNamespace.Tests.Migration.MigrationSamples;

namespace ExchangeNamespace.Tests.Migration.Runbook;

/// <summary>The page and the files of a runbook.</summary>
public class RunbookTests
{
    public static TheoryData<string> Hostile =>
    [
        "a | b", "`code`", "# heading", "<script>alert(1)</script>", "[x](http://evil.example)", "![x](http://evil.example/a.png)", "- [ ] box",
        "line\nbreak", "line\r\n# heading", "\u202Eright to left", "```", "~~~", "*bold* _it_", "http://evil.example", "1. list", "    code",
        "' ; Remove-Mailbox *", "$(evil)", "\u2019; evil", "%PATH% & del *", "| evil", "SIG # Begin signature block", "", "..\\..\\evil", "CON",
    ];

    [Fact]
    public void The_page_equals_its_golden_file() =>
        RunbookSamples.EqualsGolden("runbook.golden.md", string.Join("\n", RunbookDocument.Write(RunbookSamples.Whole())) + "\n");

    [Fact]
    public void The_folder_equals_its_golden_file() => RunbookSamples.EqualsGolden("folder.golden.txt", string.Join("\n",
        RunbookSamples.Files(RunbookSamples.Whole()).Where(f => f.Name is not ("runbook.md" or "runbook.json"))
            .SelectMany(f => new[] { $"=== {f.Name} ({(f.IsScript ? "ASCII, CRLF" : "UTF-8, LF")})" }.Concat(f.Lines))) + "\n");

    [Fact]
    public void Errors_stand_first_and_say_not_to_begin()
    {
        NamespaceMigration migration = Of([Step(1, MigrationPhase.Capture)],
            Findings.Error("EXN600", "SE", "The path is not supported.", "Take the other.", ""),
            Findings.Information("EXN601", "SE", "Something to know.", "", ""));

        string page = string.Join("\n", RunbookDocument.Write(RunbookSamples.Request(migration)));

        Assert.True(page.IndexOf("## Findings", StringComparison.Ordinal) < page.IndexOf("## Overview", StringComparison.Ordinal));
        Assert.Contains("**Do not begin**: 1 error must be resolved first", page);
        Assert.Contains("No start date was stated, so no step has a day.", page);
    }

    [Fact]
    public void A_time_to_live_that_was_assumed_is_told_once()
    {
        NamespaceMigration migration = Of([Step(1, MigrationPhase.Capture)],
            Findings.Information("EXN610", "mail.contoso.com", "It was not stated.", "State it.", ""));

        Assert.Equal(["EXN610"], RunbookSamples.Request(migration).Findings.Select(f => f.Code));
        Assert.DoesNotContain(RunbookSamples.Request(migration, CalendarSamples.Plan(migration, CalendarSamples.Input("2026-06-01"))).Findings,
            f => f.Code == "EXN610");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_text_stays_text_in_every_file(string text)
    {
        MigrationStep plain = Texts("plain");
        MigrationStep hostile = Texts(text);
        RunbookFile[] expected = [.. RunbookSamples.Files(RunbookSamples.Request(Of([plain])))];

        RunbookFile[] files = [.. RunbookSamples.Files(RunbookSamples.Request(Of([hostile])))];

        Assert.Equal(expected.Length, files.Length);
        foreach ((RunbookFile file, RunbookFile like) in files.Zip(expected, (f, l) => (f, l)))
        {
            Assert.All(file.Lines, l => Assert.DoesNotContain(l, c => char.IsControl(c) || c == '\u202E'));
            Assert.Equal(Shape(like), Shape(file));
            Assert.True(!file.IsScript || file.Lines.All(l => l.All(c => c is >= ' ' and <= '~')));
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void The_name_of_a_file_is_one_that_every_system_takes(string id)
    {
        RunbookFile[] files = [.. RunbookSamples.Files(RunbookSamples.Request(Of([Step(7, MigrationPhase.Capture, id: id)])))];

        Assert.Matches(@"\A007(-[A-Za-z0-9]+([.-][A-Za-z0-9]+)*)?\.md\z", files[files.Length - 1].Name);
        Assert.True(FileNames.IsOfRunbook(files[files.Length - 1].Name));
    }

    [Theory]
    [InlineData("notes.md")]
    [InlineData("12-urls.ps1")]
    [InlineData("001-urls.ps1.bak")]
    [InlineData("001-\u00E4.md")]
    [InlineData("readme.md")]
    public void Other_files_are_not_taken_for_those_of_a_runbook(string name) => Assert.False(FileNames.IsOfRunbook(name));

    [Fact]
    public void A_name_is_cut_where_an_id_is_long() =>
        Assert.Equal(60, FileNames.Of(Step(1, MigrationPhase.Capture, id: new string('a', 500)), Whole()).Length);

    [Fact]
    public void A_script_stops_where_a_person_or_another_shell_has_its_turn()
    {
        MigrationStep step = Step(3, MigrationPhase.Install,
        [
            new ManualWork { Text = "Guard the service connection point." },
            new ServerChange { Stage = ServerStage.Install, Server = "EX01", Site = "", After = New.Servers[0].Version, Line = "Setup.exe /mode:Install" },
            .. Lines(ExchangeNamespace.Emission.CommandPhase.ServiceConnectionPoint),
            new ManualWork { Text = "Look at it." },
        ], "1-install-EX01");

        RunbookFile[] files = [.. RunbookSamples.Files(RunbookSamples.Request(Of([step]))).Skip(4)];

        Assert.Equal(["003-install-EX01.cmd", "003-install-EX01.ps1"], files.Select(f => f.Name));
        Assert.Equal(
            ["REM By hand:", "REM Guard the service connection point.", "pause", "Setup.exe /mode:Install", "if errorlevel 1 exit /b 1"],
            files[0].Lines.SkipWhile(l => l != "REM By hand:").Take(5));
        string[] script = [.. files[1].Lines];
        Assert.Equal(2, script.Count(l => l.StartsWith("Read-Host ", StringComparison.Ordinal)));
        Assert.True(Array.FindLastIndex(script, l => l.StartsWith("Read-Host ", StringComparison.Ordinal)) < Array.FindIndex(script, l => l.StartsWith("Set-ClientAccessService", StringComparison.Ordinal)));
        Assert.Contains("# In the command prompt:", script);
    }

    /// <summary>A remark of a batch file can hold neither a pipe nor a variable: a line that is changed is no line to copy.</summary>
    [Theory]
    [InlineData("Get-ExchangeServer | Format-Table Name", "REM Afterwards, verify: It is gone. The line stands under step 1 in runbook.md. Expected: no EX16")]
    [InlineData("Test-Namespace $target", "REM Afterwards, verify: It is gone. Test-Namespace $target Expected: no EX16")]
    public void A_check_that_a_batch_file_cannot_hold_is_left_to_the_page(string line, string expected)
    {
        MigrationStep step = Step(1, MigrationPhase.Decommission,
            [new ServerChange { Stage = ServerStage.Uninstall, Server = "EX16", Site = "", Line = "Setup.exe /mode:Uninstall" }],
            before: [new MigrationCheck("It is quiet.", "Get-Queue | Sort-Object Name", "none")], after: [new MigrationCheck("It is gone.", line, "no EX16")]);
        string[] batch = [.. RunbookSamples.Files(RunbookSamples.Request(Of([step]))).Single(f => f.Name.EndsWith(".cmd", StringComparison.Ordinal)).Lines];

        Assert.Contains(expected, batch);
        Assert.Contains("REM Before: It is quiet. The line stands under step 1 in runbook.md. Expected: none", batch);
    }

    [Fact]
    public void Lines_with_places_to_fill_in_are_comments()
    {
        RunbookFile file = RunbookSamples.Files(RunbookSamples.Whole()).Single(f => f.Name.StartsWith("010-", StringComparison.Ordinal));

        Assert.Equal("010-mailboxes.ps1", file.Name);
        Assert.Contains("# New-MoveRequest -Identity <mailbox> -TargetDatabase <database>", file.Lines);
        Assert.DoesNotContain(file.Lines, l => l.StartsWith("New-MoveRequest", StringComparison.Ordinal) || l.StartsWith("Read-Host", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_for_two_shells_of_one_kind_have_the_shell_in_the_name()
    {
        MigrationStep step = Step(3, MigrationPhase.NewVirtualDirectories,
        [
            .. Lines(ExchangeNamespace.Emission.CommandPhase.ServiceConnectionPoint),
            new ConsoleLine { Shell = ConsoleShell.PowerShell, Line = "Restart-WebAppPool MSExchangeAutodiscoverAppPool" },
        ], "1-urls-EX01");

        Assert.Equal(["003-urls-EX01-Exchange2016.ps1", "003-urls-EX01-PowerShell.ps1"],
            RunbookSamples.Files(RunbookSamples.Request(Of([step]))).Skip(4).Select(f => f.Name));
    }

    [Fact]
    public void The_readme_names_each_file_in_its_order()
    {
        RunbookFile[] files = [.. RunbookSamples.Files(RunbookSamples.Whole())];
        string readme = string.Join("\n", files[0].Lines);

        int[] places = [.. files.Skip(1).Select(f => readme.IndexOf("| " + f.Name + " |", StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.OrderBy(p => p), places);
        Assert.Equal(files.Length, files.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static MigrationStep Texts(string text) => Step(1, MigrationPhase.CutOver, [new ManualWork { Text = text }], "1-cutover", title: text,
        effects: [new ClientEffect(text, text)], before: [new MigrationCheck(text, text, text)], after: [new MigrationCheck(text, null, text)],
        takeBack: [new ManualWork { Text = text }], takeBackNote: text, servers: [text], source: text,
        wait: new MigrationWait(TimeSpan.FromHours(1), text, text, MigrationCertainty.Derived));

    /// <summary>What a reader makes of each line, apart from its text; what stands in a fence is code, whatever it is.</summary>
    private static IReadOnlyList<string> Shape(RunbookFile file)
    {
        List<string> shape = [];
        string? fence = null;
        foreach (string line in file.Lines)
        {
            if (fence is not null)
            {
                shape.Add(line == fence ? "fence" : "code");
                fence = line == fence ? null : fence;
            }
            else if (line.StartsWith("```", StringComparison.Ordinal) && !file.IsScript)
            {
                shape.Add("fence");
                fence = new string('`', line.TakeWhile(c => c == '`').Count());
            }
            else
            {
                shape.Add(line.Length == 0 ? string.Empty
                    : line.StartsWith("- [ ] ", StringComparison.Ordinal) ? "box"
                    : line.StartsWith("- ", StringComparison.Ordinal) ? "item"
                    : line.StartsWith("|", StringComparison.Ordinal) ? "row " + line.Replace("\\|", string.Empty).Count(c => c == '|')
                    : line.StartsWith("#", StringComparison.Ordinal) ? "heading " + line.TakeWhile(c => c == '#').Count() : "text");
            }
        }

        return shape;
    }
}
