using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace ExchangeNamespace.Check;

/// <summary>Sets up what the machine allows, builds, runs every test, counts.</summary>
/// <param name="root">The repository.</param>
/// <param name="results">An empty folder, in which every test project leaves its results.</param>
/// <param name="machine">What runs the programs.</param>
internal sealed class CheckRun(string root, string results, IMachine machine)
{
    private const string Solution = "src/ExchangeNamespace.slnx";
    private const string Tests = "tests/Check.proj";

    /// <summary>Builds a host for the specs where Wine is, which the first build may not have found.</summary>
    private const string UnderWine = "tests/ExchangeNamespace.Specs.Tests";
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(60);

    /// <summary>How long one test may take: what waits without end is then named, and the other results count.</summary>
    private const string LongestTest = "12m";

    private readonly Report _report = new();

    /// <summary>Runs the check.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CheckOptions options, TextWriter output)
    {
        try
        {
            bool hadWine = machine.IsInstalled(DebianPackages.Wine);
            Task<(IReadOnlyList<string> LeftOut, TimeSpan Time)> packages = Task.Run(() => Install(options.Installs));
            bool built = Build(options.Configuration, Solution);
            (IReadOnlyList<string> leftOut, TimeSpan time) = packages.GetAwaiter().GetResult();
            _report.AddLeftOut(leftOut);
            _report.AddTime("Debian packages, beside the build", time);
            if (built && !hadWine && machine.IsInstalled(DebianPackages.Wine))
            {
                built = Build(options.Configuration, UnderWine);
            }

            if (built)
            {
                // A project more than processors: some wait for servers and other programs.
                Step("The tests", "test", Tests, "-c", options.Configuration, "--no-build",
                    "--blame-hang-timeout", LongestTest, "--blame-hang-dump-type", "none", $"-m:{Environment.ProcessorCount + 1}");
                Collect();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception or System.Xml.XmlException)
        {
            _report.AddFault(fault.Message);
        }

        return _report.Write(output);
    }

    /// <summary>Packages wait for the network and the disk while the compiler works.</summary>
    private (IReadOnlyList<string> LeftOut, TimeSpan Time) Install(bool wanted)
    {
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<string> leftOut = [.. PackageInstaller.Run(machine, wanted)];
        return (leftOut, watch.Elapsed);
    }

    /// <summary>One compiler process for all projects, which is not left behind to wait for more.</summary>
    private bool Build(string configuration, string what)
    {
        bool passed = Step($"The build of {what}", "build", what, "-c", configuration, "-p:UseSharedCompilation=true");
        machine.Run("dotnet", ["build-server", "shutdown", "--vbcscompiler"], s_limit);
        return passed;
    }

    private bool Step(string name, params string[] arguments)
    {
        bool passed = false;
        Timed(name, () => passed = machine.Run("dotnet", arguments, s_limit) == 0);
        if (!passed)
        {
            _report.AddFault($"dotnet {arguments[0]} failed");
        }

        return passed;
    }

    private void Timed(string name, Action step)
    {
        Stopwatch watch = Stopwatch.StartNew();
        step();
        _report.AddTime(name, watch.Elapsed);
    }

    private void Collect()
    {
        IEnumerable<string> projects = Directory.GetDirectories(Path.Combine(root, "tests"), "*.Tests")
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => File.Exists(Path.Combine(root, "tests", name, name + ".csproj")))
            .Order(StringComparer.Ordinal);
        foreach (string name in projects)
        {
            string file = Path.Combine(results, name + ".trx");
            if (File.Exists(file))
            {
                _report.Add(TestProject.Read(name, file));
            }
            else
            {
                _report.AddFault(name + " gave no results");
            }
        }

        // A run that was ended leaves the list of its tests, in which those that ran at the end are not completed.
        foreach (XElement test in Directory.GetFiles(results, "Sequence_*.xml", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Descendants("Test"))
            .Where(test => (string?)test.Attribute("Completed") == "False")
            .DistinctBy(test => (string?)test.Attribute("DisplayName")))
        {
            _report.AddFault((string?)test.Attribute("DisplayName") + " did not end");
        }
    }
}
