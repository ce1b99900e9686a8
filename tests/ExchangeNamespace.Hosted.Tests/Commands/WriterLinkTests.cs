using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>A link is never followed to a file, and never replaced. A link to a folder leads where it leads when writing begins.</summary>
public sealed class WriterLinkTests : CommandTest, IDisposable
{
    private const string Theirs = "theirs";
    private static readonly int s_writes = RandomCases.Of(usual: 20, full: 300);
    private readonly TemporaryFolder _folder = new();
    private readonly ITestOutputHelper _output;

    public WriterLinkTests(ITestOutputHelper output)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows makes links for administrators only.");
        _output = output;
    }

    public static TheoryData<string> All => [.. Writers.All.Select(w => w.Command)];

    /// <summary>A script, which is written line by line, and a text that is written at once; or all.</summary>
    public static TheoryData<string> Raced =>
        [.. Writers.All.Select(w => w.Command).Where(c => RandomCases.AreAll || c is "ExportVirtualDirectoryScript" or "ExportNamespacePlan")];

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_link_as_the_target_is_refused_wherever_it_leads(string command)
    {
        Foreign();
        Directory.CreateDirectory(In("folder"));
        (string Name, string Target, string Id)[] links =
        [
            ("file", In(Theirs), "PathIsLink"), ("device", "/dev/full", "PathIsLink"), ("nothing", In("none"), "PathIsLink"),
            ("itself", In(Writers.FileName(command, "itself")), "PathIsLink"), ("folder", In("folder"), "PathNotFileSystem"),
        ];
        string[] files = [.. links.Select(l => In(Writers.FileName(command, l.Name)))];
        for (int i = 0; i < links.Length; i++)
        {
            File.CreateSymbolicLink(files[i], links[i].Target);
        }

        HostRun run = Write(command, files);

        Assert.Equal(links.Select((l, i) => (l.Id, files[i])), run.Errors.Where(Writers.IsFault).Select(e => (Writers.Id(e), (string)e.TargetObject)));
        Assert.Equal(links.Select(l => l.Target), files.Select(f => new FileInfo(f).LinkTarget));
        AssertForeign();
        Assert.Empty(Directory.EnumerateFileSystemEntries(In("folder")));
        Assert.Equal(files.Append(In("folder")).Append(In(Theirs)).Order(StringComparer.Ordinal), Directory.EnumerateFileSystemEntries(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_link_in_the_path_is_followed_to_a_folder_and_to_nothing_else(string command)
    {
        Foreign();
        string folder = Directory.CreateDirectory(In("folder")).FullName;
        (string Name, string Target)[] links = [("through", folder), ("file", In(Theirs)), ("nothing", In("none")), ("itself", In("itself"))];
        Array.ForEach(links, l => Directory.CreateSymbolicLink(In(l.Name), l.Target));
        string[] files = [.. links.Select(l => Path.Combine(In(l.Name), Writers.FileName(command)))];

        HostRun run = Write(command, files);

        Assert.Equal(files.Skip(1).Select(f => ("PathNotWritable", f)), run.Errors.Where(Writers.IsFault).Select(e => (Writers.Id(e), (string)e.TargetObject)));
        Assert.NotEmpty(File.ReadAllText(Assert.Single(Directory.EnumerateFileSystemEntries(folder))));
        AssertForeign();
        Assert.Equal(["file", "folder", "itself", "nothing", Theirs, "through"], Names());
    }

    [Theory]
    [MemberData(nameof(Raced))]
    public void A_place_that_changes_again_and_again_gets_the_whole_file_or_none(string command)
    {
        Foreign();
        string file = In(Writers.FileName(command));
        string aside = Directory.CreateDirectory(In("aside")).FullName;
        string[] texts = [Whole(command, aside), Theirs];
        ConcurrentBag<string> seen = [];

        HostRun run = Race(Writers.Script(command), file, s_writes, (random, i) =>
        {
            string taken = Path.Combine(aside, "taken" + i);
            Try(() => File.Move(file, taken));
            if (File.Exists(taken) && new FileInfo(taken).LinkTarget is null)
            {
                seen.Add(Minute.Without(File.ReadAllText(taken)));
            }

            File.Delete(taken);
            File.Delete(file);
            switch (random.Next(6))
            {
                case 0:
                    File.WriteAllText(taken, Theirs);
                    File.SetAttributes(taken, random.Next(2) == 0 ? FileAttributes.ReadOnly : FileAttributes.Normal);
                    Try(() => File.Move(taken, file, overwrite: true));
                    break;
                case 1:
                    Try(() => File.CreateSymbolicLink(file, In(Theirs)));
                    break;
                case 2:
                    Try(() => File.CreateSymbolicLink(file, In("none")));
                    break;
                case 3:
                    Try(() => File.CreateSymbolicLink(file, file));
                    break;
                case 4:
                    Try(() => File.CreateSymbolicLink(file, "/dev/full"));
                    break;
            }
        });

        AssertErrors(run, Reading(command));
        Assert.All(seen, t => Assert.Contains(t, texts));
        AssertForeign();
        Assert.Empty(Directory.EnumerateFileSystemEntries(aside));
        Assert.Empty(Names().Except(["aside", Theirs, Writers.FileName(command)]));
    }

    [Theory]
    [MemberData(nameof(Raced))]
    public void A_folder_behind_a_link_that_changes_again_and_again_has_the_whole_file_or_none(string command)
    {
        string[] folders = [.. new[] { "first", "second" }.Select(n => Directory.CreateDirectory(In(n)).FullName)];
        string text = Whole(command, _folder.Path);
        string link = In("link");

        HostRun run = Race(Writers.Script(command), Path.Combine(link, Writers.FileName(command)), s_writes, (random, i) =>
        {
            File.Delete(link);
            int next = random.Next(4);
            if (next < 3)
            {
                Directory.CreateSymbolicLink(link, next < 2 ? folders[next] : In("none"));
            }
        });

        AssertErrors(run, Reading(command));
        Assert.All(folders.SelectMany(Directory.EnumerateFileSystemEntries), f => Assert.Equal((Writers.FileName(command), text), (Path.GetFileName(f), Minute.Without(File.ReadAllText(f)))));
        Assert.Empty(Names().Except(["first", "second", "link"]));
    }

    [Fact]
    public void A_link_that_comes_and_goes_in_the_place_of_a_folder_of_files_is_not_followed()
    {
        string move = In("move");
        string theirs = Directory.CreateDirectory(In(Theirs)).FullName;
        string[] names = ["001-move.ps1", "README.md", "mine.txt"];
        Array.ForEach(names, n => File.WriteAllText(Path.Combine(theirs, n), Theirs));

        HostRun run = Race("$migration | Export-NamespaceMigrationScript -Folder $File -Force", move, writes: s_writes / 3, change: (random, i) =>
        {
            Try(() => Directory.Move(move, Path.Combine(Directory.CreateDirectory(In("aside")).FullName, "taken" + i)));
            int next = random.Next(4);
            if (next < 2)
            {
                Try(() => Directory.CreateSymbolicLink(move, next == 0 ? theirs : In("none")));
            }
        });

        AssertErrors(run);
        Assert.Equal(names, Directory.EnumerateFileSystemEntries(theirs).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(names, n => Assert.Equal(Theirs, File.ReadAllText(Path.Combine(theirs, n))));
        Assert.Empty(Names().Except(["aside", "move", Theirs, ".exchangenamespace-move.old"]));
    }

    private HostRun Write(string command, params string[] files) => Run(
        Writers.Inputs.Replace("$File, $Fault", "$Files, $Fault", StringComparison.Ordinal) + "foreach ($File in $Files) { " + Writers.Script(command) + " }", files, () => { });

    /// <summary>The text of a file that nothing disturbs, without the minute of the run.</summary>
    private string Whole(string command, string folder)
    {
        string file = Path.Combine(folder, Writers.FileName(command, "whole"));
        Assert.DoesNotContain(Write(command, file).Errors, Writers.IsFault);
        string text = Minute.Without(File.ReadAllText(file));
        File.Delete(file);
        return text;
    }

    /// <summary>Writes again and again while another thread changes the place; every other write may not replace a file.</summary>
    private HostRun Race(string script, string file, int writes, Action<Random, int> change)
    {
        int seed = Environment.TickCount;
        using CancellationTokenSource over = new();
        int changes = 0;
        Thread changer = new(() =>
        {
            for (Random random = new(seed); !over.IsCancellationRequested; changes++)
            {
                change(random, changes);
            }
        });
        changer.Start();
        try
        {
            return Run(Writers.Inputs + $"foreach ($i in 1..{writes}) {{ {script.Replace("-Force", "-Force:($i % 2)", StringComparison.Ordinal)} }}", file, () => { });
        }
        finally
        {
            over.Cancel();
            changer.Join();
            _output.WriteLine($"seed {seed}: {changes} changes in {writes} writes");
        }
    }

    /// <summary>A baseline is read before it is replaced.</summary>
    private static string[] Reading(string command) => command == "TestNamespace" ? ["JsonInvalid", "PathNotReadable"] : [];

    private void AssertErrors(HostRun run, params string[] others)
    {
        string[] ids = [.. run.Errors.Where(Writers.IsFault).Select(Writers.Id)];
        _output.WriteLine(string.Join(", ", ids.CountBy(id => id)));
        Assert.True(ids.Length <= s_writes, "More errors than writes.");
        Assert.Empty(ids.Except(["FileExists", "FolderNotEmpty", "PathIsLink", "PathNotFileSystem", "PathNotWritable", .. others]));
    }

    /// <summary>A file to which links lead. It is read-only.</summary>
    private void Foreign() => File.SetAttributes(_folder.Write(Theirs, Theirs), FileAttributes.ReadOnly);

    private void AssertForeign() => Assert.Equal((Theirs, FileAttributes.ReadOnly), (File.ReadAllText(In(Theirs)), File.GetAttributes(In(Theirs))));

    private static void Try(Action change)
    {
        try
        {
            change();
        }
        catch (IOException)
        {
            // The writer was faster.
        }
    }

    private string In(string name) => Path.Combine(_folder.Path, name);

    private IEnumerable<string> Names() => Directory.EnumerateFileSystemEntries(_folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);
}
