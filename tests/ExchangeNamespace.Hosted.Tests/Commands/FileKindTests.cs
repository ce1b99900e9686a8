using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>What stands at a path decides whether a file may be put there, not how the path is written.</summary>
public sealed class FileKindTests : CommandTest, IDisposable
{
    private const string Command = "ExportNamespacePlanCommand";

    private readonly TemporaryFolder _folder = new();

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("//dev/null")]
    [InlineData("/dev/../dev//null")]
    [InlineData("/dev/no-such-device")]
    [InlineData("//dev//no-such-device")]
    public void A_device_is_never_replaced(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no folder of devices.");

        Fault(Export(path), Command, "PathNotFileSystem", ErrorCategory.InvalidArgument);
    }

    [Fact]
    public void A_pipe_is_never_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        string pipe = Path("pipe.json");
        Assert.Equal(0, ProgramRun.Of(new ProcessStartInfo("mkfifo", [pipe])).ExitCode);

        Fault(Export(pipe), Command, "PathNotFileSystem", ErrorCategory.InvalidArgument);
        Assert.Equal(["pipe.json"], Names());
    }

    [Theory]
    [InlineData("target.json", true)]
    [InlineData("target.json", false)]
    [InlineData("/dev/null", false)]
    public void A_link_is_neither_followed_nor_replaced(string target, bool exists)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows makes links for administrators only.");
        if (exists)
        {
            _folder.Write(target, "old");
        }

        File.CreateSymbolicLink(Path("link.json"), target);

        Fault(Export(Path("link.json")), Command, "PathIsLink", ErrorCategory.InvalidArgument);
        Assert.Equal(target, new FileInfo(Path("link.json")).LinkTarget);
        Assert.Equal(exists ? ["link.json", "target.json"] : ["link.json"], Names());
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead)]
    public void A_file_that_is_replaced_keeps_its_mode(UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        string file = _folder.Write("plan.json", "old");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);

            Assert.Empty(Export(file).Errors);

            Assert.Equal(mode, File.GetUnixFileMode(file));
        }

        Assert.StartsWith("{", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_process_left_is_taken_away_once_it_is_old()
    {
        string old = _folder.Write(".exchangenamespace-0123.tmp", "left");
        string young = _folder.Write(".exchangenamespace-4567.tmp", "being written");
        string other = _folder.Write(".other.tmp", "not ours");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-2));
        File.SetLastWriteTimeUtc(other, DateTime.UtcNow.AddDays(-2));

        Assert.Empty(Export(Path("plan.json")).Errors);

        Assert.Equal([".exchangenamespace-4567.tmp", ".other.tmp", "plan.json"], Names());
        Assert.True(File.Exists(young));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_not_written_over()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, .. Encoding.ASCII.GetBytes("Set-OwaVirtualDirectory"), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(" –Identity x\r\n")];
        File.WriteAllBytes(Path("a.ps1"), content);

        HostRun run = Run("param($File) Test-ExchangeScript $File 2016 -Fix -Force", Path("a.ps1"));

        Fault(run, "TestExchangeScriptCommand", "FileNotText", ErrorCategory.InvalidData);
        Assert.Equal(content, File.ReadAllBytes(Path("a.ps1")));
    }

    [Fact]
    public void A_plan_file_with_bytes_that_are_no_text_is_refused()
    {
        Assert.Empty(Export(Path("plan.json")).Errors);
        byte[] content = File.ReadAllBytes(Path("plan.json"));
        content[Array.IndexOf(content, (byte)'m')] = 0xFF;
        File.WriteAllBytes(Path("plan.json"), content);

        Fault(Run("param($File) Import-NamespacePlan $File", Path("plan.json")), "ImportNamespacePlanCommand", "FileNotText", ErrorCategory.InvalidData);
    }

    private HostRun Export(string path) => Run("param($File) Get-NamespacePlan EX1 @given | Export-NamespacePlan -Path $File -Force", path);

    private string Path(string name) => System.IO.Path.Combine(_folder.Path, name);

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(_folder.Path).Select(f => System.IO.Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
}
