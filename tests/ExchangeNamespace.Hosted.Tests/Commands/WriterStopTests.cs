using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Ctrl+C at a random moment of a command that writes: the file of before or the new one, and nothing beside it.</summary>
public sealed class WriterStopTests(ITestOutputHelper output) : CommandTest, IDisposable
{
    private const string Folder = "Folder";

    /// <summary>A script that is changed where it lies.</summary>
    private const string InPlace = "InPlace";
    private const string Script = "Get–OwaVirtualDirectory –Server EX1\n";
    private const int Writes = 4;

    /// <summary>More servers than the other tests have, so that the moments of writing are many.</summary>
    private const string Larger =
        """
        $servers = foreach ($i in 1..30) { "EX$i" }
        $plan = Get-NamespacePlan $servers @given -MailHost smtp.contoso.com
        $balanced = foreach ($i in 1..30) { @{ Name = "EX$i"; IPAddress = "192.0.2.$i" } }
        $balanced = $balanced | Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion SE -DnsModel Split

        """;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> All => [.. Writers.All.Select(w => w.Command), Folder, InPlace];

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_was_written_is_whole_and_nothing_lies_beside_it(string command)
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        string target = Path.Combine(_folder.Path, command == Folder ? "runbook" : Writers.FileName(command));
        Begin(command, target, isThere: false);
        Assert.DoesNotContain(Write(command, target, _ => { }).Errors, Writers.IsFault);
        Dictionary<string, string> whole = Left();
        Assert.NotEmpty(whole);
        int stopped = 0;
        for (int round = 0; round < RandomCases.Of(usual: 2, full: 60); round++)
        {
            Dictionary<string, string> before = Begin(command, target, isThere: random.Next(2) == 0);
            int last = random.Next(1, Writes + 1);
            int wait = random.Next(300_000);
            int seen = 0;
            Task? stop = null;

            HostRun run = Write(command, target, _ =>
            {
                if (++seen == last)
                {
                    stop = Task.Run(() =>
                    {
                        Thread.SpinWait(wait);
                        Host.Stop();
                    });
                }
            });
            await stop!;

            string when = $"Stop after object {last} of seed {seed}, round {round}";
            Assert.DoesNotContain(run.Errors, Writers.IsFault);
            Dictionary<string, string> left = Left();
            Assert.True(IsSame(left, before) || IsSame(left, whole), $"{when} left {string.Join(", ", left.Keys)}");
            Assert.True(last == 1 || IsSame(left, whole), when + ": what was written before the stop is lost.");
            stopped += run.WasStopped ? 1 : 0;
        }

        output.WriteLine($"seed {seed}: {stopped} stops came before the end");
    }

    /// <summary>Writes again and again; a number goes before each write.</summary>
    private HostRun Write(string command, string target, Action<HostRecord> onNumber)
    {
        string script = command switch
        {
            Folder => "$migration | Export-NamespaceMigrationScript -Folder $File -Force",
            InPlace => "Test-ExchangeScript $File 2016 -Fix -Force",
            _ => Writers.Script(command),
        };
        return Run($"{Writers.Inputs}{Larger}foreach ($i in 1..{Writes}) {{ $i; $null = {script} }}",
            record =>
            {
                if (record.Value is int)
                {
                    onNumber(record);
                }
            },
            target,
            () => { });
    }

    /// <summary>Nothing, or what is of the user.</summary>
    private Dictionary<string, string> Begin(string command, string target, bool isThere)
    {
        if (command == Folder)
        {
            if (Directory.Exists(target))
            {
                Directory.Delete(target, recursive: true);
            }

            if (isThere)
            {
                File.WriteAllText(Path.Combine(Directory.CreateDirectory(target).FullName, "README.md"), "old");
            }
        }
        else
        {
            File.Delete(target);
            if (isThere || command == InPlace)
            {
                File.WriteAllText(target, command == InPlace ? Script : Writers.Old(command));
            }
        }

        return Left();
    }

    /// <summary>Every file with its text, and every folder without files.</summary>
    private Dictionary<string, string> Left() => Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).ToDictionary(
        f => f, f => File.Exists(f) ? Minute.Without(File.ReadAllText(f)) : "folder", StringComparer.Ordinal);

    private static bool IsSame(Dictionary<string, string> one, Dictionary<string, string> other) => one.Count == other.Count && !one.Except(other).Any();
}
