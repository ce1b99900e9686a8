using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.Benchmarks.WholeProcess;

/// <summary>The measurements that need the real engine: each in processes of the shell host, printed as markdown tables.</summary>
internal static class WholeProcessRun
{
    private const string Ours = "Module";
    private const string Prebuilt = "Prebuilt";
    private const string Interpolated = "Interpolated";

    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    /// <summary>Runs the named parts, or all.</summary>
    /// <returns>The exit code.</returns>
    public static int Start(ReadOnlySpan<string> parts)
    {
        Dictionary<string, Action> known = new(StringComparer.OrdinalIgnoreCase)
        {
            ["pipeline"] = ComparePipelines,
            ["process"] = CompareProcesses,
            ["memory"] = MeasureMemory,
            ["import"] = CompareImports,
            ["dns"] = CompareDns,
        };
        foreach (string part in parts.IsEmpty ? [.. known.Keys] : parts)
        {
            if (!known.TryGetValue(part, out Action? run))
            {
                Console.Error.WriteLine($"'{part}' is not one of {string.Join(", ", known.Keys)}.");
                return 1;
            }

            run();
        }

        return 0;
    }

    /// <summary>The three ways in one process, warm and in turn.</summary>
    private static void ComparePipelines()
    {
        Head("Pipelines, warm, in one process", "servers | input | module ms | prebuilt ms | interpolated ms | / prebuilt | / interpolated | / prebuilt, processor | / interpolated, processor | module, us per server");
        foreach (string kind in new[] { "Name", "Row" })
        {
            foreach (int size in Sizes)
            {
                (_, IReadOnlyList<string> lines) = ShellProcess.Run(
                    ShellProcess.Script("Compare.ps1"), "-Module", ShellProcess.YardstickModule, "-Count", Text(size), "-Kind", kind, "-Repetitions", size < 100_000 ? "15" : "7");
                Dictionary<string, double[]> times = Times(lines, column: 1);
                Dictionary<string, double[]> processor = Times(lines, column: 2);
                double ours = Figures.Median(times[Ours]);
                Row(Text(size), kind, Tenth(ours), Tenth(Figures.Median(times[Prebuilt])), Tenth(Figures.Median(times[Interpolated])),
                    Hundredth(Figures.PairedRatio(times[Ours], times[Prebuilt])), Hundredth(Figures.PairedRatio(times[Ours], times[Interpolated])),
                    Hundredth(Figures.PairedRatio(processor[Ours], processor[Prebuilt])), Hundredth(Figures.PairedRatio(processor[Ours], processor[Interpolated])),
                    Tenth(ours * 1000 / size));
            }
        }
    }

    /// <summary>Each way once in a process of its own, from start to exit: what a scheduled task or a first call costs.</summary>
    private static void CompareProcesses()
    {
        const int Repetitions = 7;
        Head("Whole processes, cold, start to exit", "servers | module ms | prebuilt ms | interpolated ms | / prebuilt | / interpolated");
        foreach (int size in Sizes)
        {
            Dictionary<string, List<double>> times = new() { [Ours] = [], [Prebuilt] = [], [Interpolated] = [] };
            for (int i = 0; i < Repetitions; i++)
            {
                foreach (string way in i % 2 == 0 ? times.Keys : times.Keys.Reverse())
                {
                    times[way].Add(ShellProcess.Run(ShellProcess.Script("Once.ps1"), "-Module", ShellProcess.YardstickModule, "-Count", Text(size), "-Way", way).Elapsed.TotalMilliseconds);
                }
            }

            Row(Text(size), Tenth(Figures.Median(times[Ours])), Tenth(Figures.Median(times[Prebuilt])), Tenth(Figures.Median(times[Interpolated])),
                Hundredth(Figures.PairedRatio(times[Ours], times[Prebuilt])), Hundredth(Figures.PairedRatio(times[Ours], times[Interpolated])));
        }
    }

    /// <summary>What the plan keeps, and what is alive beside it while its lines are written.</summary>
    private static void MeasureMemory()
    {
        Head("Live memory", "servers | input | plan, bytes per server | most alive beside the plan while lines are written, KiB");
        foreach (string kind in new[] { "Name", "Row" })
        {
            foreach (int size in Sizes)
            {
                string[] words = ShellProcess.Run(ShellProcess.Script("Memory.ps1"), "-Count", Text(size), "-Kind", kind).Lines[0].Split(' ');
                Row(Text(size), kind, Tenth(Number(words[0])), Tenth(Number(words[1])));
            }
        }
    }

    /// <summary>The host with our module and with an empty one, in turn.</summary>
    private static void CompareImports()
    {
        const int Repetitions = 25;
        const string Nothing = "$null";
        List<double> ours = [];
        List<double> empty = [];
        for (int i = -1; i < Repetitions; i++)
        {
            double full = ShellProcess.Run("-Command", Nothing).Elapsed.TotalMilliseconds;
            double bare = ShellProcess.Run("-Module", ShellProcess.EmptyManifest, "-Command", Nothing).Elapsed.TotalMilliseconds;
            if (i >= 0)
            {
                ours.Add(full);
                empty.Add(bare);
            }
        }

        Head("Import, whole processes", "module ms | empty binary module ms | ratio | pairs");
        Row(Tenth(Figures.Median(ours)), Tenth(Figures.Median(empty)), Hundredth(Figures.PairedRatio(ours, empty)), Text(Repetitions));
    }

    /// <summary>Test-SplitDns beside dnsperf and dig, and what it keeps in memory; needs BIND, dnsperf and dig.</summary>
    private static void CompareDns()
    {
        const int Names = 10_000;
        Head("DNS", "names | questions | runs before | module, questions/s | dnsperf | dig -f | / dnsperf | / dig | module, us of processor per question");
        foreach (int warmUp in new[] { 0, 1, 3 })
        {
            (int questions, IReadOnlyList<double> ours, IReadOnlyList<double> perf, IReadOnlyList<double> dig, IReadOnlyList<double> processor) = DnsRun.Compare(Names, warmUp, rounds: 5);
            Row(Text(Names), Text(questions), Text(warmUp), Tenth(questions / Figures.Median(ours)), Tenth(questions / Figures.Median(perf)), Tenth(questions / Figures.Median(dig)),
                Hundredth(Figures.PairedRatio(perf, ours)), Hundredth(Figures.PairedRatio(dig, ours)), Tenth(Figures.Median(processor) * 1_000_000 / questions));
        }

        Head("DNS, live memory", "names | names and what is kept of them, KiB | most alive beside, KiB");
        foreach (int names in new[] { 1_000, 10_000, 50_000 })
        {
            string[] words = DnsRun.Memory(names);
            Row(Text(names), words[0], words[1]);
        }
    }

    private static Dictionary<string, double[]> Times(IEnumerable<string> lines, int column) =>
        lines.Select(l => l.Split(' ')).ToLookup(w => w[0], w => Number(w[column])).ToDictionary(g => g.Key, g => g.ToArray());

    private static void Head(string title, string columns)
    {
        Console.WriteLine();
        Console.WriteLine("## " + title);
        Console.WriteLine();
        Console.WriteLine("| " + columns + " |");
        Console.WriteLine("|" + string.Concat(columns.Split('|').Select(_ => "---|")));
    }

    private static void Row(params string[] cells) => Console.WriteLine("| " + string.Join(" | ", cells) + " |");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Tenth(double value) => value.ToString("f1", CultureInfo.InvariantCulture);

    private static string Hundredth(double value) => value.ToString("f2", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
