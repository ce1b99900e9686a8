using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Framework.Tests;

/// <summary>Runs the program on .NET Framework where this is Windows, else on Mono; where neither is there, the test skips.</summary>
internal static class OtherRuntime
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static string Metadata(string key) =>
        typeof(OtherRuntime).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    /// <summary>The answers: what the program wrote counts, because Mono may abort after its work is done.</summary>
    public static string[] Answers(string kind, params string[] more)
    {
        string program = Path.GetFullPath(Metadata("Program"));
        string file = Path.GetTempFileName();
        try
        {
            string[] arguments = [kind, file, Path.Combine(SharedData.RepositoryRoot(), "bin"), .. more];
            ProcessStartInfo start = OperatingSystem.IsWindows() ? new(program, arguments) : new(Mono(), [program, .. arguments]);
            start.RedirectStandardError = true;
            using Process process = Process.Start(start)!;
            string errors = process.StandardError.ReadToEnd();
            Assert.True(process.WaitForExit(Longest), "The program did not end.");
            string[] answers = File.ReadAllLines(file);
            Assert.True(answers.Length > 0, errors);
            return answers;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Mono()
    {
        string? mono = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "mono"))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(mono is null, "Mono is not installed (Debian package mono-devel).");
        return mono!;
    }
}
