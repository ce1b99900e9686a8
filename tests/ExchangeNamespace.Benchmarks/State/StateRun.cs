using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ExchangeNamespace.Benchmarks.Shells;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Requests;
using ExchangeNamespace.State;
using ExchangeNamespace.State.CliXml;

namespace ExchangeNamespace.Benchmarks.State;

/// <summary>What reading a captured state, comparing it and writing the smallest script cost beside reading the same CliXml.</summary>
internal static class StateRun
{
    private const int Repetitions = 9;

    private static readonly int[] Sizes = [1_000, 10_000];

    private static readonly HashSet<string> Wanted = new(StateKinds.Default.AllProperties, StringComparer.OrdinalIgnoreCase);

    public static void Measure()
    {
        Table.Head("Captured state, the core", "servers", "capture MB", "CliXml alone ms", "state ms", "compare ms", "script ms", "undo ms", "state / CliXml alone (middle half)",
            "(compare + script) / CliXml alone (middle half)", "state, bytes per server", "rows", "lines");
        foreach (int size in Sizes)
        {
            Measure(size);
        }

        Table.Head("Captured state, in PowerShell", "servers", "Import-Clixml ms", "Import-ExchangeState ms", "Export-VirtualDirectoryScript -CurrentState ms", "import / Import-Clixml (middle half)", "script / Import-Clixml (middle half)");
        MeasureInShell(Sizes[0]);
    }

    private static void Measure(int servers)
    {
        IReadOnlyList<(string Name, byte[] Content)> files = GeneratedCapture.Files(servers);
        NamespacePlan plan = Plan(servers);
        List<double>[] times = [.. Enumerable.Range(0, 5).Select(_ => new List<double>())];
        int rows = 0;
        int lines = 0;
        for (int i = 0; i < Repetitions; i++)
        {
            times[0].Add(Time(() => files.Sum(f => CliXmlReader.Read(new MemoryStream(f.Content), Wanted).Count())));
            ExchangeState state = null!;
            times[1].Add(Time(() => (state = Read(files)).Services.Count));
            times[2].Add(Time(() => rows = PlanComparer.Compare(plan, state).Count()));
            times[3].Add(Time(() => lines = new ChangePlanner(state, new CommandSelection()).Build(plan).Count(c => c.ToString().Length > 0)));
            times[4].Add(Time(() => new ChangePlanner(state, new CommandSelection()).BuildUndo(plan).Count(c => c.ToString().Length > 0)));
        }

        double[] both = [.. times[2].Zip(times[3], (a, b) => a + b)];
        Table.Row([
            Table.Whole(servers), Table.Whole(files.Sum(f => (double)f.Content.Length) / 1024 / 1024), .. times.Select(t => Table.Whole(Figures.Median(t))),
            Figures.PairedRatio(times[1], times[0]), Figures.PairedRatio(both, times[0]), Table.Whole(Weight(files) / servers), Table.Whole(rows), Table.Whole(lines),
        ]);
    }

    private static void MeasureInShell(int servers)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("exn-state");
        try
        {
            foreach ((string name, byte[] content) in GeneratedCapture.Files(servers))
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, name), content);
            }

            double[][] runs = [.. ShellProcess.RunScript("State.ps1", "-Folder", folder.FullName, "-Count", Table.Argument(servers), "-Repetitions", "3")
                .Select(l => l.Split(' ').Select(Table.Number).ToArray())];
            double[][] times = [.. Enumerable.Range(0, 3).Select(i => runs.Select(r => r[i]).ToArray())];
            Table.Row([Table.Whole(servers), .. times.Select(t => Table.Whole(Figures.Median(t))), Figures.PairedRatio(times[1], times[0]), Figures.PairedRatio(times[2], times[0])]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ExchangeState Read(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        StateReader reader = new();
        foreach ((string name, byte[] content) in files)
        {
            using MemoryStream stream = new(content);
            reader.ReadFile(stream, name, inFolder: true);
        }

        return reader.Finish() ?? throw new InvalidOperationException(reader.Faults[0].Message);
    }

    /// <summary>What the state keeps alive.</summary>
    private static double Weight(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        ExchangeState state = Read(files);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(state);
        return after - before;
    }

    private static NamespacePlan Plan(int servers)
    {
        List<ServerRequest> requests = [.. Enumerable.Range(0, servers).Select(i => ServerReader.Read(GeneratedCapture.Name(i) + ".corp.contoso.com", "Server").Server!)];
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase)
        {
            ["ExternalHost"] = "mail.contoso.com",
            ["ExchangeVersion"] = "2016",
            ["ServiceHost"] = new Dictionary<string, object?> { ["PowerShell"] = "mail.contoso.com" },
        };
        List<InputFault> faults = [];
        NamespaceRequest request = RequestReader.Read(members, requests, new DateTime(2026, 6, 1), faults) ?? throw new InvalidOperationException(faults[0].Message);
        return NamespacePlanner.Plan(request).Plan!;
    }

    private static double Time(Func<int> work)
    {
        Stopwatch watch = Stopwatch.StartNew();
        int result = work();
        double elapsed = watch.Elapsed.TotalMilliseconds;
        GC.KeepAlive(result);
        return elapsed;
    }
}
