using System;
using System.IO;

namespace ExchangeNamespace.Check;

/// <summary>
/// The check that counts: sets up what the machine allows, builds, runs every .NET test and every Pester spec, says what was
/// left out and how to get it, and ends with the line "N passed, N failed, N skipped". Exit code 0 only when everything was
/// built, something ran and nothing failed.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (CheckOptions.Read(arguments) is not { } options)
        {
            Console.Error.WriteLine(CheckOptions.Usage);
            return 2;
        }

        string root = RepositoryRoot();
        string results = Directory.CreateTempSubdirectory("exn-results").FullName;
        // Read by tests/Directory.Build.props.
        Environment.SetEnvironmentVariable("EXN_RESULTS", results);
        // Most processes are too short for what .NET learns of their code, and learning costs them a fifth of their time.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        try
        {
            return new CheckRun(root, results, new Machine(root)).Run(options, Console.Out);
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }

    private static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "src", "ExchangeNamespace.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above this program holds src/ExchangeNamespace.slnx.");
    }
}
