using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ExchangeNamespace.Check.Tests;

/// <summary>A clone with test projects, on a machine whose programs only say that they were called.</summary>
internal sealed class FakeMachine : IMachine, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("exn-check").FullName;
    private readonly HashSet<string> _installed = [.. DebianPackages.All.Select(p => p.Name)];

    public FakeMachine() => Directory.CreateDirectory(Path.Combine(_folder, "results"));

    public List<string> Calls { get; } = [];

    /// <summary>The time that the last call was given.</summary>
    public TimeSpan Limit { get; private set; }

    /// <summary>The first argument of the call that fails.</summary>
    public string? Failing { get; set; }

    /// <summary>Packages that cannot be had.</summary>
    public string[] Unavailable { get; set; } = [];

    public bool IsDebian { get; set; } = true;

    public bool MayInstall { get; set; } = true;

    /// <summary>A test project; without results where none are given.</summary>
    public void Project(string name, params string[] results)
    {
        Leave($"tests/{name}.Tests/{name}.Tests.csproj", "<Project />");
        if (results.Length > 0)
        {
            Leave($"results/{name}.Tests.trx", $"""
                <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
                  <Times start="2026-01-01T10:00:00.0+00:00" finish="2026-01-01T10:01:10.0+00:00" />
                  <Results>{string.Concat(results)}</Results>
                  <ResultSummary outcome="Completed"><Output><StdOut>a run has output of its own</StdOut></Output></ResultSummary>
                </TestRun>
                """);
        }
    }

    public void Uninstall(params string[] packages) => _installed.ExceptWith(packages);

    public bool IsInstalled(string package)
    {
        lock (_installed)
        {
            return _installed.Contains(package);
        }
    }

    public int Run(string program, IEnumerable<string> arguments, TimeSpan limit)
    {
        string[] all = [.. arguments];
        lock (_installed)
        {
            return Run(program, all, limit);
        }
    }

    private int Run(string program, string[] all, TimeSpan limit)
    {
        Limit = limit;
        Calls.Add(program + " " + string.Join(' ', all));
        if (program == "apt-get" && all.Contains("install"))
        {
            if (all.Intersect(Unavailable).Any())
            {
                return 100;
            }

            _installed.UnionWith(all.SkipWhile(a => a != "--no-install-recommends").Skip(1));
        }

        return all[0] == Failing ? 1 : 0;
    }

    public (int Code, string[] Lines) Check(params string[] arguments)
    {
        StringWriter output = new();
        int code = new CheckRun(_folder, Path.Combine(_folder, "results"), this).Run(CheckOptions.Read(arguments)!, output);
        return (code, output.ToString().TrimEnd().Split(Environment.NewLine));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Leaves a file, which a program would have written.</summary>
    public void Leave(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
