using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Package;

/// <summary>The sources in a folder of another name, and all that a package is made of built there.</summary>
internal sealed class SecondFolder : IDisposable
{
    private static readonly string[] s_parts = ["ExchangeNamespace.psd1", "LICENSE", "build.ps1", ".editorconfig", ".config", "docs", "src",
        "tests/Support/CleanShell.ps1"];
    private static readonly string[] s_built = ["bin", "obj"];

    private readonly TemporaryFolder _folder = new();

    public SecondFolder()
    {
        Root = _folder.Folder("another name than the first");
        foreach (string part in s_parts)
        {
            string to = Path.Combine([Root, .. part.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            Copy(Repository.At(part), to);
        }

        // A compiler process of its own: what depends on the process would hide in one that the first build left. Analysers write nothing
        // into an assembly, and have judged these files.
        ProcessStartInfo start = new("dotnet", ["build", "src/ExchangeNamespace.Packager", "-c", Repository.Configuration,
            "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false"])
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The build that runs these tests says where its own parts lie.
        foreach (string name in start.Environment.Keys
                     .Where(static k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        ProgramRun run = RealPowerShell.Run(start);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    /// <summary>Its root.</summary>
    public string Root { get; }

    public void Dispose() => _folder.Dispose();

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to);
            return;
        }

        Directory.CreateDirectory(to);
        foreach (string entry in Directory.GetFileSystemEntries(from).Where(static e => !s_built.Contains(Path.GetFileName(e))))
        {
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
        }
    }
}
