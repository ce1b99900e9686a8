using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Framework.Tests;

/// <summary>Runs programs on .NET Framework where this is Windows, else on Mono.</summary>
internal static class OtherRuntime
{
    public const string Missing = "Mono is not installed (Debian package mono-devel).";

    private static string? Mono { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "mono"))
        .FirstOrDefault(File.Exists);

    public static bool IsThere => OperatingSystem.IsWindows() || Mono is not null;

    public static string Metadata(string key) =>
        typeof(OtherRuntime).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    /// <summary>The answers; where no such runtime is there, the test skips.</summary>
    public static string[] Answers(string kind, params string[] more)
    {
        Assert.SkipUnless(IsThere, Missing);
        string file = Path.GetTempFileName();
        try
        {
            string said = Run(Metadata("Program"), [kind, file, Path.Combine(SharedData.RepositoryRoot(), "bin"), .. more]);
            string[] answers = File.ReadAllLines(file);
            Assert.True(answers.Length > 0, said);
            return answers;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>
    /// Runs a program to its end. The exit code does not count, because Mono may abort after its work is done. Mono may also wait for
    /// itself without end, so a program that does so is ended and runs a second time, which the output of the test says.
    /// </summary>
    /// <returns>What it said, errors last.</returns>
    public static string Run(string program, IReadOnlyList<string> arguments)
    {
        string path = Path.GetFullPath(program);
        if (RunOnce(path, arguments) is { } said)
        {
            return said;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{path} did nothing for {BusyProcess.LongestWait.TotalMinutes} minutes and ran again.");
        return RunOnce(path, arguments) ?? throw new TimeoutException(path + " did nothing, twice.");
    }

    private static string? RunOnce(string path, IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = OperatingSystem.IsWindows() ? new(path, arguments) : new(Mono!, [path, .. arguments]);
        return ProgramRun.Of(start, BusyProcess.EndOrKill) is { } run ? run.Output + run.Errors : null;
    }
}
