using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace ExchangeNamespace.Benchmarks.WholeProcess;

/// <summary>The built programs and modules, and the shell host as a process of its own.</summary>
internal static class ShellProcess
{
    private const string Mark = "ExchangeNamespace.psd1";

    private static readonly string Root = FindRoot();

    /// <summary>The folder name of the configuration that this program was built in.</summary>
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The binary module without anything in it.</summary>
    public static string EmptyManifest { get; } = Built("tests/ExchangeNamespace.Benchmarks.EmptyModule", "netstandard2.0", "ExchangeNamespace.Benchmarks.EmptyModule.psd1");

    /// <summary>The module with the commands that ours is compared with.</summary>
    public static string YardstickModule { get; } = Built("tests/ExchangeNamespace.Benchmarks.Module", "netstandard2.0", "ExchangeNamespace.Benchmarks.Module.dll");

    private static string Shell { get; } = Built("src/ExchangeNamespace.Shell", "net10.0", "ExchangeNamespace.Shell.dll");

    /// <summary>A script of this program.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Scripts", name);

    /// <summary>Runs the shell host from start to exit.</summary>
    /// <returns>The time it took and the lines it printed.</returns>
    /// <exception cref="InvalidOperationException">It printed an error or ended with another exit code than 0.</exception>
    public static (TimeSpan Elapsed, IReadOnlyList<string> Lines) Run(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Shell);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        TimeSpan elapsed = watch.Elapsed;
        return process.ExitCode == 0 && errors.Result.Length == 0
            ? (elapsed, output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
            : throw new InvalidOperationException($"The shell host ended with {process.ExitCode}: {errors.Result}");
    }

    private static string Built(string project, string framework, string file) =>
        Path.Combine(Root, project, "bin", Configuration, framework, file);

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
