using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Cmdlets;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Migration.Runbook;
using Xunit;

namespace ExchangeNamespace.Tests.Binding;

/// <summary>A process that is killed, or fails, while it replaces a folder loses no file of the user.</summary>
public sealed class FolderWriterTests : IDisposable
{
    private const string Old = ".exchangenamespace-move.old";

    private static readonly string[] Runbook = ["README.md", "001-a.ps1"];

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("exn-writer");
    private readonly ExportNamespaceMigrationScriptCommand _command = new();

    private string Folder => In("move");

    public void Dispose()
    {
        _command.Dispose();
        _parent.Delete(recursive: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whichever_move_was_the_last_the_next_write_finds_all_files(int moves)
    {
        Killed(moves);

        FolderWriter.Write(_command, Folder, Files("newest"));

        AssertWhole("newest");
        Assert.Equal(["move"], Names());
    }

    [Fact]
    public void A_file_that_was_made_again_meanwhile_stays_beside_the_first()
    {
        Killed(1);
        Directory.CreateDirectory(Folder);
        File.WriteAllText(In("move/mine.txt"), "mine again");

        Assert.Throws<FileFault>(() => FolderWriter.Write(_command, Folder, Files("newest")));

        Assert.Equal(("mine", "mine again"), (File.ReadAllText(In(Old + "/mine.txt")), File.ReadAllText(In("move/mine.txt"))));
    }

    /// <summary>A folder with the name of a file of the runbook is the user's, and stands where that file must come.</summary>
    [Fact]
    public void What_cannot_be_carried_over_leaves_the_folder_as_it_was()
    {
        Make(Folder, "old", others: true);
        File.Delete(In("move/README.md"));
        Directory.CreateDirectory(In("move/README.md"));

        Assert.Throws<FileFault>(() => FolderWriter.Write(_command, Folder, Files("new")));

        Assert.Equal("old", File.ReadAllText(In("move/001-a.ps1")));
        Assert.Equal(["001-a.ps1", "README.md", "mine", "mine.txt"], Names("move"));
        Assert.Equal(["move"], Names());
    }

    [Fact]
    public void A_link_in_the_place_of_the_other_name_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link needs a right of its own on Windows.");
        Make(In("theirs"), "theirs", others: true);
        Directory.CreateSymbolicLink(In(Old), In("theirs"));

        FileFault fault = Assert.Throws<FileFault>(() => FolderWriter.Write(_command, Folder, Files("new")));

        Assert.StartsWith("PathIsLink", fault.Record.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([Old, "theirs"], Names());
        Assert.Equal(["001-a.ps1", "README.md", "mine", "mine.txt"], Names("theirs"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_link_that_comes_into_the_place_of_the_folder_is_not_followed(bool isThere, bool whileWritten)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link needs a right of its own on Windows.");
        Make(In("theirs"), "theirs", others: true);
        if (isThere)
        {
            Make(Folder, "old", others: true);
        }

        FileFault fault = Assert.Throws<FileFault>(() => FolderWriter.Write(_command, Folder, Swapped()));

        Assert.StartsWith("PathIsLink", fault.Record.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(isThere ? ["aside", "move", "theirs"] : ["move", "theirs"], Names());
        Assert.Equal(In("theirs"), new DirectoryInfo(Folder).LinkTarget);
        Assert.Equal(["001-a.ps1", "README.md", "mine", "mine.txt"], Names("theirs"));
        Assert.All(Runbook, n => Assert.Equal("theirs", File.ReadAllText(Path.Combine(In("theirs"), n))));

        IEnumerable<RunbookFile> Swapped()
        {
            if (!whileWritten)
            {
                Swap();
            }

            return Files("new").Select((file, i) =>
            {
                if (whileWritten && i == 1)
                {
                    Swap();
                }

                return file;
            });
        }

        void Swap()
        {
            if (isThere)
            {
                Directory.Move(Folder, In("aside"));
            }

            Directory.CreateSymbolicLink(Folder, In("theirs"));
        }
    }

    [Fact]
    public void A_link_with_the_name_of_a_file_of_the_runbook_is_of_the_user_and_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link needs a right of its own on Windows.");
        string theirs = In("theirs.txt");
        File.WriteAllText(theirs, "theirs");
        File.SetAttributes(theirs, FileAttributes.ReadOnly);
        Make(Folder, "old", others: false);
        File.Delete(In("move/README.md"));
        File.CreateSymbolicLink(In("move/README.md"), theirs);

        Assert.Throws<FileFault>(() => FolderWriter.Write(_command, Folder, Files("new")));

        Assert.Equal(("old", theirs), (File.ReadAllText(In("move/001-a.ps1")), new FileInfo(In("move/README.md")).LinkTarget));
        Assert.Equal(FileAttributes.ReadOnly, File.GetAttributes(theirs) & FileAttributes.ReadOnly);
        Assert.Equal(["move", "theirs.txt"], Names());
    }

    [Fact]
    public void A_link_in_the_path_that_leads_elsewhere_meanwhile_takes_no_part_of_the_folder_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link needs a right of its own on Windows.");
        Array.ForEach(["first", "second"], n => Directory.CreateDirectory(In(n)));
        Directory.CreateSymbolicLink(In("link"), In("first"));

        FolderWriter.Write(_command, In("link/move"), Files("new").Select((file, i) =>
        {
            if (i == 1)
            {
                Directory.Delete(In("link"));
                Directory.CreateSymbolicLink(In("link"), In("second"));
            }

            return file;
        }));

        Assert.Equal(["move"], Names("first"));
        Assert.Empty(Names("second"));
        Assert.Equal(["001-a.ps1", "README.md"], Names("first/move"));
    }

    [Fact]
    public void A_link_with_the_name_of_what_a_kill_leaves_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link needs a right of its own on Windows.");
        string link = In(".exchangenamespace-0123456789abcdef0123456789abcdef.tmp");
        Make(In("theirs"), "theirs", others: false);
        Directory.SetLastWriteTimeUtc(In("theirs"), DateTime.UtcNow.AddDays(-2));
        Directory.CreateSymbolicLink(link, In("theirs"));
        File.SetLastWriteTimeUtc(link, DateTime.UtcNow.AddDays(-2));
        Assert.True(File.GetLastWriteTimeUtc(link) < DateTime.UtcNow.AddDays(-1));

        FolderWriter.Write(_command, Folder, Files("new"));

        Assert.Equal([Path.GetFileName(link), "move", "theirs"], Names());
        Assert.Equal(["001-a.ps1", "README.md"], Names("theirs"));
    }

    [Fact]
    public void What_is_a_day_old_is_removed_with_files_of_a_runbook_alone()
    {
        string left = In(".exchangenamespace-0123456789abcdef0123456789abcdef.tmp");
        string young = In(".exchangenamespace-1123456789abcdef0123456789abcdef.tmp");
        string theirs = In(".exchangenamespace-2123456789abcdef0123456789abcdef.tmp");
        foreach (string folder in (string[])[left, young, theirs])
        {
            Make(folder, "left", others: folder == theirs);
            Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow.AddDays(folder == young ? 0 : -2));
        }

        FolderWriter.Write(_command, Folder, Files("new"));

        Assert.Equal([Path.GetFileName(young), Path.GetFileName(theirs), "move"], Names());
        Assert.Equal(["mine", "mine.txt"], Names(Path.GetFileName(theirs)));
    }

    /// <summary>What lies on the disk after each of the moves that bring a new folder into the place of an old one.</summary>
    private void Killed(int moves)
    {
        Make(In(Old), "old", others: true);
        if (moves > 0)
        {
            Make(Folder, "new", others: false);
        }

        if (moves > 1)
        {
            File.Move(In(Old + "/mine.txt"), In("move/mine.txt"));
        }

        if (moves > 2)
        {
            Directory.Move(In(Old + "/mine"), In("move/mine"));
        }
    }

    private static void Make(string folder, string text, bool others)
    {
        Directory.CreateDirectory(folder);
        Array.ForEach(Runbook, n => File.WriteAllText(Path.Combine(folder, n), text));
        if (others)
        {
            File.WriteAllText(Path.Combine(folder, "mine.txt"), "mine");
            Directory.CreateDirectory(Path.Combine(folder, "mine"));
            File.WriteAllText(Path.Combine(folder, "mine", "too.txt"), "mine too");
        }
    }

    private void AssertWhole(string text)
    {
        Assert.Equal(["001-a.ps1", "README.md", "mine", "mine.txt"], Names("move"));
        Assert.All(Runbook, n => Assert.StartsWith(text, File.ReadAllText(Path.Combine(Folder, n)), StringComparison.Ordinal));
        Assert.Equal(("mine", "mine too"), (File.ReadAllText(In("move/mine.txt")), File.ReadAllText(In("move/mine/too.txt"))));
    }

    private static IEnumerable<RunbookFile> Files(string text) => Runbook.Select(n => new RunbookFile(n, [text], "A test.", IsScript: false));

    private string In(string name) => Path.Combine(_parent.FullName, name);

    private string[] Names(string folder = "") =>
        [.. Directory.EnumerateFileSystemEntries(In(folder)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
