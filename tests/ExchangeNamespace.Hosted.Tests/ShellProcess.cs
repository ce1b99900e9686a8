using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Hosted.Tests;

/// <summary>The shell host as a process of its own, for what one process can show only once.</summary>
internal static class ShellProcess
{
    /// <summary>Runs the host to its end.</summary>
    /// <param name="environment">Variables beside the inherited ones.</param>
    /// <param name="arguments">The host's command line.</param>
    public static (int ExitCode, string[] Output, string Errors) Run(
        IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = StartInfo(arguments);
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        ProgramRun run = ProgramRun.Of(start);
        return (run.ExitCode, run.Output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries), run.Errors);
    }

    public static (int ExitCode, string[] Output, string Errors) Run(params string[] arguments) =>
        Run(new Dictionary<string, string>(), arguments);

    /// <summary>Starts the host, for a test that ends it.</summary>
    public static Process Start(params string[] arguments) => Process.Start(StartInfo(arguments))!;

    private static ProcessStartInfo StartInfo(string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "ExchangeNamespace.Shell.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
}
