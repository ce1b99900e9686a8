using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>What happens to the disk while a command works leaves one clear error, no part of a file, and what lies elsewhere as it was.</summary>
public sealed class WriterFaultTests(FullFileSystem full) : CommandTest, IClassFixture<FullFileSystem>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> All => [.. Writers.All.Select(w => w.Command)];

    /// <summary>Those whose work can be interrupted between the check of the place and the writing.</summary>
    public static TheoryData<string> Piped => [.. Writers.All.Where(w => w.Script.Contains("Meanwhile", StringComparison.Ordinal)).Select(w => w.Command)];

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_full_disk_is_one_error_and_leaves_no_file(string command)
    {
        string file = Path.Combine(full.FolderOrSkip(), Writers.FileName(command));

        ErrorRecord error = Fails(command, file, fault: null);

        Assert.Equal(("PathNotWritable", ErrorCategory.WriteError), (Writers.Id(error), error.CategoryInfo.Category));
        Assert.StartsWith($"'{file}' cannot be written, and nothing was: ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([], full.Left());
    }

    [Theory]
    [MemberData(nameof(Piped))]
    public void A_link_that_comes_meanwhile_is_not_followed(string command)
    {
        string file = Path.Combine(_folder.Path, Writers.FileName(command));
        string elsewhere = _folder.Write("elsewhere", "theirs");

        ErrorRecord error = Fails(command, file, () => File.CreateSymbolicLink(file, elsewhere));

        Assert.Equal("PathIsLink", Writers.Id(error));
        Assert.Equal("theirs", File.ReadAllText(elsewhere));
        Assert.Equal(["elsewhere", Writers.FileName(command)], Directory.EnumerateFileSystemEntries(_folder.Path).Select(f => Path.GetFileName(f)).Order());
    }

    [Theory]
    [MemberData(nameof(Piped))]
    public void A_folder_that_goes_meanwhile_is_one_error(string command)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "folder")).FullName;

        ErrorRecord error = Fails(command, Path.Combine(folder, Writers.FileName(command)), () => Directory.Delete(folder));

        Assert.Equal("PathNotWritable", Writers.Id(error));
        Assert.Contains($"there is no folder '{folder}'", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Every_command_that_replaces_files_is_here()
    {
        HostRun run = Run("Get-Command -Module ExchangeNamespace | Where-Object { $_.Parameters.ContainsKey('Force') } | ForEach-Object { $_.Name.Replace('-', '') }");

        // A baseline is replaced without -Force.
        Assert.Equal(run.Output.Select(o => o!.ToString()!).Append("TestNamespace").Order(StringComparer.Ordinal), Writers.All.Select(w => w.Command).Order(StringComparer.Ordinal));
    }

    /// <summary>The one error that is no finding about the input.</summary>
    private ErrorRecord Fails(string command, string file, Action? fault) =>
        Assert.Single(Run(Writers.Inputs + Writers.Script(command), file, fault ?? (() => { })).Errors, Writers.IsFault);
}
