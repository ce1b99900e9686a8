using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Specs;

/// <summary>One run of Pester specs in a process of its own.</summary>
internal static class SpecRun
{
    /// <summary>What came out of each It of the files, and of what else can fail: a file, a set-up, a clean-up.</summary>
    /// <param name="runFile">Runs a script file with arguments in a shell.</param>
    /// <param name="pester">The manifest of Pester.</param>
    /// <param name="path">A spec file or a folder of them.</param>
    public static IReadOnlyList<SpecResult> Of(Func<string, string[], ProgramRun> runFile, string pester, string path)
    {
        string file = Path.GetTempFileName();
        try
        {
            string script = Path.Combine(SharedData.RepositoryRoot(), "tests", "Pester", "Invoke-Specs.ps1");
            ProgramRun run = runFile(script, ["-Path", path, "-Pester", pester, "-ResultPath", file]);
            Results? results = new FileInfo(file).Length == 0 ? null : JsonSerializer.Deserialize<Results>(File.ReadAllText(file));
            Assert.True(results is { Specs.Count: > 0 }, $"Pester gave no results, exit code {run.ExitCode}:\n{run.Output}{run.Errors}");
            bool failed = run.ExitCode != 0;
            Assert.True(
                failed == results.Specs.Exists(s => s.Outcome == SpecOutcome.Failed),
                $"Pester ended with exit code {run.ExitCode}, which the results do not tell:\n{run.Output}{run.Errors}");
            return results.Specs;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed record Results([property: System.Text.Json.Serialization.JsonPropertyName("Results")] List<SpecResult> Specs);
}
