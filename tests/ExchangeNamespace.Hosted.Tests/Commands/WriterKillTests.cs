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
        function Write-First {
            [System.IO.File]::Delete("$Folder/first.ps1")
            $a | Export-VirtualDirectoryScript -Path $Folder/first.ps1
        }
        $a | Export-VirtualDirectoryScript -Path $Folder/a.ps1 -Force
        $b | Export-VirtualDirectoryScript -Path $Folder/b.ps1 -Force
        Write-First
        $a | Export-VirtualDirectoryScript -Path $Folder/replaced.ps1 -Force
        'ready'
        while (-not $Once) {
            'writes'
            $b | Export-VirtualDirectoryScript -Path $Folder/replaced.ps1 -Force
            'writes'
            Write-First
            'writes'
            $a | Export-VirtualDirectoryScript -Path $Folder/replaced.ps1 -Force
        }
        """;

    private static readonly string[] Targets = ["a.ps1", "b.ps1", "first.ps1", "replaced.ps1"];

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
        (string A, string B)? expected = null;
        int left = 0;
        for (int kill = 0; kill < RandomCases.Of(usual: 3, full: 100); kill++)
        {
            using Process process = ShellProcess.Start(script, "-Folder", _folder.Path);
            Task<string> errors = process.StandardError.ReadToEndAsync();
            AwaitReady(process, errors);
            (string A, string B) = (Read("a.ps1"), Read("b.ps1"));
            Assert.Equal(expected ?? (A, B), (A, B));
            expected = (A, B);
            Assert.True(A.Length > 100_000 && B.Length > 100_000 && A != B, "Too small to be met in the middle.");

            for (int line = random.Next(1, 15); line > 0; line--)
            {
                Assert.Equal("writes", process.StandardOutput.ReadLine());
            }

            Thread.SpinWait(random.Next(200_000));
            process.Kill();
            process.WaitForExit();

            string replaced = Read("replaced.ps1");
            Assert.True(replaced == A || replaced == B, $"Kill {kill} of seed {seed} left {replaced.Length} characters of {A.Length} or {B.Length}.");
            Assert.True(!File.Exists(Full("first.ps1")) || Read("first.ps1") == A, $"Kill {kill} of seed {seed} left a part of a new file.");
            left = Others().Count;
        }

        output.WriteLine($"{left} temporary files left, seed {seed}");
        Others().ForEach(f => File.SetLastWriteTimeUtc(f, DateTime.UtcNow.AddDays(-2)));
        (int exitCode, string[] said, string wrong) = ShellProcess.Run(script, "-Folder", _folder.Path, "-Once");
        Assert.Equal((0, "ready", ""), (exitCode, string.Join(",", said), wrong));
        Assert.Equal(expected!.Value.A, Read("replaced.ps1"));
        Assert.Equal(Targets, Directory.EnumerateFileSystemEntries(_folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    private static void AwaitReady(Process process, Task<string> errors)
    {
        if (process.StandardOutput.ReadLine() != "ready")
        {
            process.WaitForExit();
            Assert.Fail(errors.Result);
        }
    }

    private string Full(string name) => Path.Combine(_folder.Path, name);

    /// <summary>The whole text; the minute in its first line is that of the run.</summary>
    private string Read(string name) => Minute().Replace(File.ReadAllText(Full(name)), "on some day", count: 1);

    /// <summary>What lies beside the targets; it has the name that the documentation says.</summary>
    private List<string> Others()
    {
        List<string> others = [.. Directory.EnumerateFileSystemEntries(_folder.Path).Where(f => !Targets.Contains(Path.GetFileName(f)))];
        Assert.All(others, f => Assert.Matches(TemporaryName(), Path.GetFileName(f)));
        return others;
    }

    [GeneratedRegex(@"(?<=\A# Written by ExchangeNamespace [0-9.]+ )on [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Minute();

    [GeneratedRegex(@"\A\.exchangenamespace-[0-9a-f]{32}\.tmp\z", RegexOptions.CultureInvariant)]
    private static partial Regex TemporaryName();
}
