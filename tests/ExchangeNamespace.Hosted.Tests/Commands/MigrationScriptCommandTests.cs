using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Export-NamespaceMigrationScript.</summary>
public sealed class MigrationScriptCommandTests : CommandTest, IDisposable
{
    private const string Export = "ExportNamespaceMigrationScriptCommand";

    private const string Start =
        """
        param($Folder)
        [void] $ExecutionContext.SessionState.Path.SetLocation($Folder)
        $WarningPreference = 'SilentlyContinue'
        $plan = @{ ExternalHost = 'mail.contoso.com'; ADDomain = 'contoso.com' }
        $present = Get-NamespacePlan @{ Name = 'OLD1'; IPAddress = '10.0.0.11' } -ExchangeVersion 2016CU23 @plan
        $target = Get-NamespacePlan @{ Name = 'NEW1'; IPAddress = '10.0.0.21' } -ExchangeVersion SE @plan
        $migration = New-NamespaceMigration $present $target -ForestFunctionalLevel Windows2016Forest
        $dates = @{ StartDate = '2026-12-07'; MaintenanceWindow = 'Sat 20:00-24:00'; TtlNow = 86400; AsOf = '2026-12-01' }

        """;

    private readonly TemporaryFolder _folder = new();

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("move.md", "# Migration of mail.contoso.com")]
    [InlineData("MOVE.JSON", "{\n  \"schemaVersion\": 1,\n")]
    public void The_end_of_the_name_chooses_the_form(string name, string start)
    {
        Assert.Equal([name], Lines($"$migration | Export-NamespaceMigrationScript -Path {name} @dates -PassThru | % {{ $_.Name }}"));

        byte[] bytes = File.ReadAllBytes(Path(name));
        Assert.StartsWith(start, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal([name], Names());
    }

    [Fact]
    public void The_same_input_gives_the_same_files_and_the_page_in_the_pipeline_is_that_of_the_file()
    {
        string[] page = [.. Lines(
            """
            $migration | Export-NamespaceMigrationScript -Path a.md @dates
            $migration | Export-NamespaceMigrationScript -Path a.json @dates
            $migration | Export-NamespaceMigrationScript -Folder b @dates
            $migration | Export-NamespaceMigrationScript @dates
            """)];

        Assert.Equal(page, File.ReadAllLines(Path("a.md")));
        Assert.Equal(File.ReadAllText(Path("a.md")), File.ReadAllText(Path("b/runbook.md")));
        Assert.Equal(File.ReadAllText(Path("a.json")), File.ReadAllText(Path("b/runbook.json")));
    }

    [Fact]
    public void Each_script_is_read_by_the_parser_and_has_nothing_that_its_shell_refuses()
    {
        Assert.Empty(In("$migration | Export-NamespaceMigrationScript -Folder move @dates").Errors);
        string[] scripts = [.. Directory.GetFiles(Path("move"), "*.ps1").OrderBy(s => s, StringComparer.Ordinal)];
        Assert.True(scripts.Length > 5, $"{scripts.Length} scripts.");

        foreach (string script in scripts)
        {
            Parser.ParseFile(script, out _, out ParseError[] errors);
            Assert.Empty(errors);
            byte[] bytes = File.ReadAllBytes(script);
            Assert.All(bytes, b => Assert.True(b is (byte)'\r' or (byte)'\n' or (>= (byte)' ' and <= (byte)'~')));
        }

        string[] refused = [.. Lines(
            """
            $texts = Get-ChildItem move -Filter *.ps1 | % {
                $version = if ((Get-Content $_ -Raw) -match 'Exchange Management Shell of Exchange (\S+?),? ') { $Matches[1] }
                if ($version) { Test-ExchangeScript -LiteralPath $_.FullName -ExchangeVersion $(if ($_.Name -match 'OLD1') { '2016CU23' } else { 'SE' }) }
            }
            $texts | ? { "$($_.Severity)" -eq 'Error' } | % { "$($_.Path) $($_.Code) $($_.Message)" }
            """.Replace("Get-ChildItem move -Filter *.ps1", "[System.IO.DirectoryInfo]::new(\"$Folder/move\").GetFiles('*.ps1')")
                .Replace("(Get-Content $_ -Raw)", "[System.IO.File]::ReadAllText($_.FullName)"))];
        Assert.Equal([], refused);
    }

    [Theory]
    [InlineData("-Path move.md", "move.md")]
    [InlineData("-Path move.json", "move.json")]
    [InlineData("-Folder move", "move/runbook.md")]
    public void What_the_simulation_finds_is_told_and_stands_in_what_is_written(string parameters, string file)
    {
        HostRun run = In(
            $$"""
            $old = Get-NamespacePlan OLD1 -ExchangeVersion 2007SP3 @plan
            $new = Get-NamespacePlan NEW1 -ExchangeVersion 2013CU23 @plan
            New-NamespaceMigration $old $new -ErrorAction Ignore | Export-NamespaceMigrationScript {{parameters}}
            """);

        ErrorRecord error = Assert.Single(run.Errors);
        Assert.StartsWith("EXN715,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(" The first is that of ", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("EXN715", File.ReadAllText(Path(file)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "EX02, ex02.contoso.com")]
    [InlineData("$plan.Remove('ADDomain')", "EX02")]
    public void A_server_that_receives_mail_under_a_name_without_a_certificate_is_named(string change, string names)
    {
        HostRun run = In(
            $$"""
            {{change}}
            $old = Get-NamespacePlan EX01 -ExchangeVersion SE @plan -MailHost smtp.contoso.com
            $new = Get-NamespacePlan EX02 -ExchangeVersion SE @plan
            New-NamespaceMigration $old $new -WarningAction Ignore | Export-NamespaceMigrationScript -Path move.md
            """);

        string message = Assert.Single(run.Errors).Exception.Message;
        Assert.StartsWith("A check of the simulation of these steps fails. It is that of MailIn, External: After action ", message, StringComparison.Ordinal);
        Assert.Contains(": EX02 receives mail under smtp.contoso.com, but its SMTP service shows the certificate that setup signed itself, for "
            + names + ", which does not cover that name.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    public void A_root_is_not_taken_for_the_present_folder(string root)
    {
        HostRun run = In($"$migration | Export-NamespaceMigrationScript -Folder {root} -Force");

        Assert.Equal(ErrorCategory.InvalidArgument, Assert.Single(run.Errors).CategoryInfo.Category);
        Assert.Empty(Names());
    }

    [Fact]
    public void The_calendar_is_objects_or_a_chart()
    {
        string[] said = [.. Lines(
            """
            $calendar = $migration | Export-NamespaceMigrationScript -Calendar @dates
            "$($calendar[0].Begin.ToString('yyyy-MM-dd HH:mm')) $($calendar.Count -ge $migration.Steps.Count) $(($calendar | ? { $_.Step }).Count -ge $migration.Steps.Count)"
            ($migration | Export-NamespaceMigrationScript -Calendar -AsGraph @dates).Split("`n")[0]
            """)];

        Assert.Equal("gantt", said[1]);
        Assert.EndsWith("True True", said[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-StartDate 2026-11-30 -AsOf 2026-12-01", "ValueOutOfRange", ErrorCategory.InvalidArgument)]
    [InlineData("-StartDate 2026-12-07 -AsOf 2026-12-01 -MaintenanceWindow Saturday", "HoursInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("-StartDate 2026-12-07 -AsOf 2026-12-01 -WorkingHours '9-17'", "HoursInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("-StartDate 2026-12-07 -AsOf 2026-12-01 -TtlNow 0", "ValueOutOfRange", ErrorCategory.InvalidArgument)]
    [InlineData("-StartDate 2026-12-07 -AsOf 2026-12-01 -PhaseTime @{ Lunch = '1:00' }", "ValueNotListed", ErrorCategory.InvalidArgument)]
    [InlineData("-MaintenanceWindow 'Sat 20:00-24:00'", "InputContradiction", ErrorCategory.InvalidData)]
    [InlineData("-TtlNow 3600", "InputContradiction", ErrorCategory.InvalidData)]
    public void A_date_that_cannot_be_meant_is_refused_and_nothing_is_written(string parameters, string id, ErrorCategory category)
    {
        HostRun run = In($"$migration | Export-NamespaceMigrationScript -Folder move {parameters}");

        Fault(run, Export, id, category);
        Assert.Empty(run.Output);
        Assert.Empty(Names());
    }

    [Fact]
    public void A_time_to_live_is_in_seconds()
    {
        string[] waits = [.. Lines(
            """
            $rest = @{ StartDate = '2026-12-07'; MaintenanceWindow = 'Daily 20:00-24:00'; AsOf = '2026-12-01' }
            3600, '3600', '1:00:00', [timespan]::FromHours(1) | % {
                $c = $migration | Export-NamespaceMigrationScript -Calendar @rest -TtlNow $_
                "$(($c | ? { "$($_.Step.Phase)" -eq 'LowerTimeToLive' }).WaitReason)"
            }
            """)];

        Assert.Equal(4, waits.Length);
        Assert.Single(waits.Distinct());
        Assert.Contains("1 hour (as stated)", waits[0]);
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        Assert.Empty(In("$migration | Export-NamespaceMigrationScript -Folder move @dates -WhatIf").Errors);
        Assert.Empty(In("$migration | Export-NamespaceMigrationScript -Path move.md @dates -WhatIf").Errors);
        HostRun lines = In("$migration | Export-NamespaceMigrationScript @dates -WhatIf");

        Fault(lines, Export, "LinesNotRehearsed", ErrorCategory.InvalidOperation);
        Assert.Empty(lines.Output);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData("-Path move.txt", "RunbookFormUnknown", ErrorCategory.InvalidArgument)]
    [InlineData("-Path none/move.md", "PathNotWritable", ErrorCategory.WriteError)]
    [InlineData("-Folder none/move", "PathNotWritable", ErrorCategory.WriteError)]
    [InlineData("-Folder Variable:x", "PathNotFileSystem", ErrorCategory.InvalidArgument)]
    [InlineData("-Folder 'move. '", "FileNameNotKept", ErrorCategory.InvalidArgument)]
    [InlineData("-Folder /dev/null", "PathNotFileSystem", ErrorCategory.InvalidArgument)]
    [InlineData("-Folder /dev/full/move", "PathNotFileSystem", ErrorCategory.InvalidArgument)]
    [InlineData("-Folder /proc/move", "PathNotWritable", ErrorCategory.WriteError)]
    public void A_place_that_takes_none_is_refused(string parameters, string id, ErrorCategory category)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && parameters.Contains(" /", StringComparison.Ordinal), "Folders of Unix.");
        ErrorRecord error = Assert.Single(In($"$migration | Export-NamespaceMigrationScript {parameters} @dates").Errors);

        Assert.Equal((id, category), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category));
        Assert.Empty(Names());
    }

    [Fact]
    public void A_folder_with_files_is_left_until_Force_which_replaces_those_of_a_runbook_alone()
    {
        Directory.CreateDirectory(Path("move/mine"));
        File.WriteAllText(Path("move/notes.txt"), "mine");
        File.WriteAllText(Path("move/mine/a.txt"), "mine too");
        File.WriteAllText(Path("move/999-old.ps1"), "of before");
        File.WriteAllText(Path("move/README.md"), "of before");

        Fault(In("$migration | Export-NamespaceMigrationScript -Folder move @dates"), Export, "FolderNotEmpty", ErrorCategory.ResourceExists);
        Assert.Equal("of before", File.ReadAllText(Path("move/README.md")));

        Assert.Empty(In("$migration | Export-NamespaceMigrationScript -Folder move/ @dates -Force").Errors);
        Assert.StartsWith("# Migration of", File.ReadAllText(Path("move/README.md")), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path("move/notes.txt")));
        Assert.Equal("mine too", File.ReadAllText(Path("move/mine/a.txt")));
        Assert.False(File.Exists(Path("move/999-old.ps1")));
        Assert.Equal(["move"], Names());
    }

    [Fact]
    public void A_folder_that_a_killed_process_left_under_its_other_name_is_not_lost()
    {
        Directory.CreateDirectory(Path(".exchangenamespace-move.old"));
        File.WriteAllText(Path(".exchangenamespace-move.old/notes.txt"), "mine");

        ErrorRecord error = Fault(In("$migration | Export-NamespaceMigrationScript -Folder move @dates"), Export, "FolderNotEmpty", ErrorCategory.ResourceExists);
        Assert.Contains(".exchangenamespace-move.old", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(In("$migration | Export-NamespaceMigrationScript -Folder move @dates -Force -WhatIf").Errors);
        Assert.Equal([".exchangenamespace-move.old"], Names());

        Assert.Empty(In("$migration | Export-NamespaceMigrationScript -Folder move @dates -Force").Errors);
        Assert.Equal("mine", File.ReadAllText(Path("move/notes.txt")));
        Assert.Equal(["move"], Names());
    }

    [Fact]
    public void An_empty_folder_is_used_and_one_that_is_a_file_or_link_is_refused()
    {
        Directory.CreateDirectory(Path("empty"));
        File.WriteAllText(Path("file"), "mine");
        Directory.CreateSymbolicLink(Path("link"), Path("empty"));

        Assert.Empty(In("$migration | Export-NamespaceMigrationScript -Folder empty @dates").Errors);
        Assert.True(File.Exists(Path("empty/README.md")));
        Fault(In("$migration | Export-NamespaceMigrationScript -Folder file @dates -Force"), Export, "FileExists", ErrorCategory.ResourceExists);
        Fault(In("$migration | Export-NamespaceMigrationScript -Folder link @dates -Force"), Export, "PathIsLink", ErrorCategory.InvalidArgument);
        Assert.Equal("mine", File.ReadAllText(Path("file")));
    }

    [Fact]
    public void A_second_migration_does_not_replace_the_first()
    {
        HostRun run = In("$migration, $migration | Export-NamespaceMigrationScript -Path move.md @dates -Force");

        Fault(run, Export, "SeveralMigrations", ErrorCategory.InvalidOperation);
        Assert.Equal(["move.md"], Names());
    }

    [Theory]
    [InlineData("'move.json'")]
    [InlineData("'SE'")]
    public void A_text_is_no_migration(string text)
    {
        ErrorRecord error = Assert.Single(In($"Export-NamespaceMigrationScript {text}").Errors);

        Assert.Contains("New-NamespaceMigration makes it", error.ToString(), StringComparison.Ordinal);
    }

    private string[] Lines(string script) => [.. base.Lines(Start + script, _folder.Path)];

    private HostRun In(string script) => Run(Start + script, _folder.Path);

    private string Path(string name) => System.IO.Path.Combine(_folder.Path, name);

    private string[] Names() => [.. new DirectoryInfo(_folder.Path).GetFileSystemInfos().Select(f => f.Name).OrderBy(n => n, StringComparer.Ordinal)];
}
