using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Benchmarks.Shells;

/// <summary>PowerShell as users have it, in processes of their own, and the built modules.</summary>
internal static class ShellProcess
{
    private const string Mark = "ExchangeNamespace.psd1";

    private static readonly string Root = FindRoot();

    /// <summary>The folder name of the configuration that this program was built in.</summary>
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The module, of the configuration of this program.</summary>
    public static string Manifest { get; } = FindManifest();

    /// <summary>The binary module without anything in it.</summary>
    public static string EmptyManifest { get; } = Built("tests/ExchangeNamespace.Benchmarks.EmptyModule", "ExchangeNamespace.Benchmarks.EmptyModule.psd1");

    /// <summary>The module with the commands that ours is compared with.</summary>
    public static string YardstickModule { get; } = Built("tests/ExchangeNamespace.Benchmarks.Module", "ExchangeNamespace.Benchmarks.Module.dll");

    private static RealPowerShell Shell { get; } = RealPowerShell.Pwsh ?? throw new InvalidOperationException(RealPowerShell.PwshMissing);

    /// <summary>Runs a script of this program with the module imported, and gives the lines that it printed.</summary>
    /// <exception cref="InvalidOperationException">It printed an error or ended with another exit code than 0.</exception>
    public static IReadOnlyList<string> RunScript(string name, params IEnumerable<string> arguments) =>
        Checked(RealPowerShell.Run(Shell.StartInfo(["-File", Path.Combine(AppContext.BaseDirectory, "Scripts", name), "-Manifest", Manifest, .. arguments])));

    /// <summary>The milliseconds of a whole process, from start to exit, that runs a command.</summary>
    public static double Time(string command)
    {
        ProcessStartInfo start = Shell.StartInfo("-Command", command);
        Stopwatch watch = Stopwatch.StartNew();
        ProgramRun run = RealPowerShell.Run(start);
        double elapsed = watch.Elapsed.TotalMilliseconds;
        _ = Checked(run);
        return elapsed;
    }

    private static string[] Checked(ProgramRun run) => run.ExitCode == 0 && run.Errors.Length == 0
        ? run.Output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
        : throw new InvalidOperationException($"PowerShell ended with {run.ExitCode}: {run.Errors}");

    private static string Built(string project, string file) => Path.Combine(Root, project, "bin", Configuration, "netstandard2.0", file);

    /// <summary>The module below the root is that of the last build, whatever its configuration was.</summary>
    private static string FindManifest()
    {
        const string Library = "ExchangeNamespace.Core.dll";
        return File.ReadAllBytes(Path.Combine(Root, "bin", Library)).SequenceEqual(File.ReadAllBytes(Built("src/ExchangeNamespace", Library)))
            ? Path.Combine(Root, Mark)
            : throw new InvalidOperationException($"The module in bin is not of this configuration: dotnet build src/ExchangeNamespace -c {Configuration}");
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
            {
                return folder.FullName;
            }
        }

        throw new FileNotFoundException($"No {Mark} above '{AppContext.BaseDirectory}'.", Mark);
    }
}
