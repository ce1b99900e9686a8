using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>A file system of one page in memory that is full: a file can be made in it, and nothing fits into the file.</summary>
public sealed class FullFileSystem : IDisposable
{
    private const string Filler = "filler";
    private readonly TemporaryFolder _folder = new();
    private readonly string? _why;

    public FullFileSystem()
    {
        _why = !OperatingSystem.IsLinux() ? "Only Linux mounts file systems in memory." : Run("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", _folder.Path);
        if (_why is null)
        {
            File.WriteAllBytes(Path.Combine(_folder.Path, Filler), new byte[4096]);
        }
    }

    /// <summary>Its folder; skips where it cannot be made.</summary>
    public string FolderOrSkip()
    {
        if (_why is not null)
        {
            Assert.Skip("A full file system cannot be made: " + _why);
        }

        return _folder.Path;
    }

    /// <summary>What lies in it beside what fills it.</summary>
    public string[] Left() => Array.FindAll(Directory.GetFileSystemEntries(_folder.Path), f => Path.GetFileName(f) != Filler);

    public void Dispose()
    {
        if (_why is null)
        {
            Run("umount", _folder.Path);
        }

        _folder.Dispose();
    }

    /// <summary>Runs a program.</summary>
    /// <returns>What it says where it fails; null where it does not.</returns>
    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            ProgramRun run = ProgramRun.Of(new ProcessStartInfo(program, arguments));
            return run.ExitCode == 0 ? null : run.Errors.Trim();
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
    }
}
