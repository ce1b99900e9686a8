using System;
using System.IO;
using System.Text;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Cmdlets;
using ExchangeNamespace.Errors;
using Xunit;

namespace ExchangeNamespace.Tests.Binding;

/// <summary>Between the look at a place and the writing another process may put something there: without -Force that stays.</summary>
public sealed class FileWriterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("exn-writer");
    private readonly ExportNamespacePlanCommand _command = new();

    private string Target => Path.Combine(_folder.FullName, "plan.json");

    public void Dispose()
    {
        _command.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_file_that_appears_while_another_is_written_stays()
    {
        FileFault fault = Assert.Throws<FileFault>(() => Write(() => File.WriteAllText(Target, "theirs")));

        Assert.StartsWith("FileExists", fault.Record.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("theirs", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void So_does_a_link_and_what_it_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link needs a right of its own on Windows.");
        string other = Path.Combine(_folder.FullName, "other.txt");

        Assert.Throws<FileFault>(() => Write(() => File.CreateSymbolicLink(Target, other)));

        Assert.Equal(other, new FileInfo(Target).LinkTarget);
        Assert.False(File.Exists(other));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void A_link_in_the_path_that_leads_elsewhere_meanwhile_takes_no_part_of_the_file_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link needs a right of its own on Windows.");
        string[] folders = [_folder.CreateSubdirectory("first").FullName, _folder.CreateSubdirectory("second").FullName];
        string link = Path.Combine(_folder.FullName, "link");
        string target = Path.Combine(link, "plan.json");
        Directory.CreateSymbolicLink(link, folders[0]);

        Write(
            () =>
            {
                Directory.Delete(link);
                Directory.CreateSymbolicLink(link, folders[1]);
            },
            target);

        Assert.Equal("ours", File.ReadAllText(Assert.Single(Directory.GetFileSystemEntries(folders[0]))));
        Assert.Empty(Directory.GetFileSystemEntries(folders[1]));
    }

    [Fact]
    public void Where_nothing_appears_the_file_is_put_there()
    {
        Write(() => { });

        Assert.Equal("ours", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder.FullName));
    }

    private void Write(Action meanwhile, string? target = null) => FileWriter.Write(_command, target ?? Target, force: false, Encoding.ASCII, writer =>
    {
        meanwhile();
        writer.Write("ours");
    });
}
