using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>A process that is killed while it writes leaves what was there, or what it was to write, and never a part.</summary>
public sealed partial class WriterKillTests(ITestOutputHelper output) : IDisposable
{
    private const string Writer =
        """
        param($Folder, [switch] $Once)
        $ErrorActionPreference = 'Stop'
        $PSDefaultParameterValues['*:WarningAction'] = 'Ignore'
        $servers = 1..150 | ForEach-Object { "EX$_" }
        $a = Get-NamespacePlan $servers mail.contoso.com -ExchangeVersion 2016 -DnsModel Split -AsOf 2026-06-01
        $b = Get-NamespacePlan $servers webmail.fabrikam.com -ExchangeVersion SE -DnsModel Split -AsOf 2026-06-01
        $one = Get-NamespacePlan EX1 -ExternalHost mail.contoso.com -ExchangeVersion 2016 -DnsModel Split -AsOf 2026-06-01
        $two = Get-NamespacePlan EX2 -ExternalHost mail.contoso.com -ExchangeVersion SE -DnsModel Split -AsOf 2026-06-01
        $three = Get-NamespacePlan EX3 -ExternalHost mail.contoso.com -ExchangeVersion 2019 -DnsModel Split -AsOf 2026-06-01
        $c = New-NamespaceMigration $one $two
        $d = New-NamespaceMigration $one $three
        function Write-First {
            [System.IO.File]::Delete("$Folder/first.ps1")
            $a | Export-VirtualDirectoryScript -Path $Folder/first.ps1
        }
        $a | Export-VirtualDirectoryScript -Path $Folder/a.ps1 -Force
        $b | Export-VirtualDirectoryScript -Path $Folder/b.ps1 -Force
        $c | Export-NamespaceMigrationScript -Folder $Folder/c -Force
        $d | Export-NamespaceMigrationScript -Folder $Folder/d -Force
        Write-First
        $a | Export-VirtualDirectoryScript -Path $Folder/replaced.ps1 -Force
        $c | Export-NamespaceMigrationScript -Folder $Folder/move -Force
        'ready'
        while (-not $Once) {
            'writes'
            $b | Export-VirtualDirectoryScript -Path $Folder/replaced.ps1 -Force
            'writes'
            Write-First
            'writes'
            $d | Export-NamespaceMigrationScript -Folder $Folder/move -Force
            'writes'
            $a | Export-VirtualDirectoryScript -Path $Folder/replaced.ps1 -Force
            'writes'
            $c | Export-NamespaceMigrationScript -Folder $Folder/move -Force
        }
        """;

    /// <summary>The name of the folder while another comes into its place.</summary>
    private const string Replaced = ".exchangenamespace-move.old";

    private static readonly string[] Targets = ["a.ps1", "b.ps1", "c", "d", "first.ps1", "move", "replaced.ps1"];

    /// <summary>Files of the user in the folder of the runbook: each is moved when it is replaced.</summary>
    private static readonly string[] Mine = [.. Enumerable.Range(100, 200).Select(i => $"mine{i}.txt")];

    private readonly TemporaryFolder _scripts = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _scripts.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_kill_leaves_the_old_text_or_the_new_one_and_the_next_run_succeeds()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        string script = _scripts.Write("write.ps1", Writer);
        Directory.CreateDirectory(Full("move"));
        Array.ForEach(Mine, f => File.WriteAllText(Full("move/" + f), "mine"));
        Written? first = null;
        int between = 0;
        for (int kill = 0; kill < RandomCases.Of(usual: 3, full: 100); kill++)
        {
            using Process process = ShellProcess.Start(script, "-Folder", _folder.Path);
            Task<string> errors = process.StandardError.ReadToEndAsync();
            AwaitReady(process, errors);
            Written written = new(Read("a.ps1"), Read("b.ps1"), Runbook("c"), Runbook("d"));
            Assert.Equal(first ??= written, written);
            Assert.True(written.A.Length > 100_000 && written.B.Length > 100_000 && written.A != written.B && written.C != written.D, "Not what was wanted.");

            for (int line = random.Next(1, 20); line > 0; line--)
            {
                Assert.Equal("writes", process.StandardOutput.ReadLine());
            }

            if (kill % 2 == 1)
            {
                // A folder takes a small part of the time.
                AwaitFolder(process);
            }

            Thread.SpinWait(random.Next(200_000));
            process.Kill();
            process.WaitForExit();
            AssertWhole(written, $"Kill {kill} of seed {seed}");
            between += Directory.Exists(Full(Replaced)) ? 1 : 0;
        }

        List<string> left = Others();
        output.WriteLine($"seed {seed}: {left.Count(File.Exists)} files and {left.Count(Directory.Exists)} folders left; {between} kills between moves");
        left.ForEach(f => Directory.SetLastWriteTimeUtc(f, DateTime.UtcNow.AddDays(-2)));
        (int exitCode, string[] said, string wrong) = ShellProcess.Run(script, "-Folder", _folder.Path, "-Once");
        Assert.Equal((0, "ready", ""), (exitCode, string.Join(",", said), wrong));
        Assert.Equal(first, new Written(Read("replaced.ps1"), Read("b.ps1"), Runbook("move"), Runbook("d")));
        Assert.Equal(Mine, MineIn("move"));
        Assert.Equal(Targets, Directory.EnumerateFileSystemEntries(_folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    private void AssertWhole(Written written, string when)
    {
        string replaced = Read("replaced.ps1");
        Assert.True(replaced == written.A || replaced == written.B, when + " left a part of a file that was replaced.");
        Assert.True(!File.Exists(Full("first.ps1")) || Read("first.ps1") == written.A, when + " left a part of a new file.");

        string runbook = Runbook(Directory.Exists(Full("move")) ? "move" : Replaced);
        Assert.True(runbook == written.C || runbook == written.D, when + " left a part of a runbook.");
        Assert.Equal(Mine, MineIn("move").Concat(MineIn(Replaced)).Order(StringComparer.Ordinal));
        Others();
    }

    private static void AwaitReady(Process process, Task<string> errors)
    {
        if (process.StandardOutput.ReadLine() != "ready")
        {
            process.WaitForExit();
            Assert.Fail(errors.Result);
        }
    }

    /// <summary>Looks until a folder is being written, which the process does again and again.</summary>
    private void AwaitFolder(Process process)
    {
        HashSet<string> before = [.. Temporary()];
        while (Temporary().All(before.Contains))
        {
            Assert.False(process.HasExited, "It ended by itself.");
        }

        IEnumerable<string> Temporary() => Directory.EnumerateDirectories(_folder.Path, ".exchangenamespace-*");
    }

    private string Full(string name) => Path.Combine(_folder.Path, name);

    /// <summary>The whole text; the minute in it is that of the run.</summary>
    private string Read(string name) => Minute.Without(File.ReadAllText(Full(name)));

    /// <summary>The files of a runbook with their names.</summary>
    private string Runbook(string folder) => string.Join("\0", Names(folder).Where(n => !Mine.Contains(n)).Select(n => n + "\0" + Read(folder + "/" + n)));

    private IEnumerable<string> MineIn(string folder) => Names(folder).Where(Mine.Contains);

    private IEnumerable<string> Names(string folder) => !Directory.Exists(Full(folder)) ? []
        : Directory.EnumerateFileSystemEntries(Full(folder)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    /// <summary>What lies beside the targets; it has the name that the documentation says.</summary>
    private List<string> Others()
    {
        List<string> others = [.. Directory.EnumerateFileSystemEntries(_folder.Path).Where(f => !Targets.Contains(Path.GetFileName(f)))];
        Assert.All(others, f => Assert.Matches(TemporaryName(), Path.GetFileName(f)));
        return others;
    }

    [GeneratedRegex(@"\A\.exchangenamespace-(?:[0-9a-f]{32}\.tmp|move\.old)\z", RegexOptions.CultureInvariant)]
    private static partial Regex TemporaryName();

    /// <summary>What stands in the two files and in the two folders that the process writes first.</summary>
    private sealed record Written(string A, string B, string C, string D);
}
