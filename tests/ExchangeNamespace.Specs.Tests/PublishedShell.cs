using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Specs;

/// <summary>The shell host, published for Windows with a runtime of its own, as docs/shell-host.md says.</summary>
public sealed class PublishedShell : IDisposable
{
    // What the restore says where the runtime of Windows is neither on this machine nor to be had.
    private static readonly string[] s_notRestored = ["NU1100", "NU1101", "NU1102", "NU1301", "NU1801"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("exn-publish-");
    private readonly Lazy<ProgramRun> _publish;

    public PublishedShell() => _publish = new(Publish);

    private string Output => Path.Combine(_folder.FullName, "out");

    /// <summary>The folder with the program, or skips the calling test where the runtime of Windows cannot be restored.</summary>
    public string Folder()
    {
        ProgramRun run = _publish.Value;
        string said = run.Output + run.Errors;
        Assert.SkipWhen(
            run.ExitCode != 0 && Array.Exists(s_notRestored, code => said.Contains(code, StringComparison.Ordinal)),
            "The runtime of .NET for Windows cannot be restored: run 'dotnet publish src/ExchangeNamespace.Shell -r win-x64 --self-contained'.");
        Assert.True(run.ExitCode == 0, said);
        return Output;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ProgramRun Publish()
    {
        // The module is built; beside it nothing of the repository changes, which other tests read at the same time.
        ProcessStartInfo start = new("dotnet",
        [
            "publish", "src/ExchangeNamespace.Shell", "-r", "win-x64", "--self-contained", "-o", Output, "--nologo",
            "-nodeReuse:false", "-p:BuildProjectReferences=false", "-p:RunAnalyzers=false", "-p:ArtifactsPath=" + Path.Combine(_folder.FullName, "made"),
        ])
        {
            WorkingDirectory = SharedData.RepositoryRoot(),
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

        return RealPowerShell.Run(start);
    }
}
