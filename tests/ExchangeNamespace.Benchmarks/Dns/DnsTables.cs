using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Benchmarks.Dns;

/// <summary>Test-SplitDns beside dnsperf and dig, and what it keeps in memory; needs BIND, dnsperf and dig.</summary>
internal static class DnsTables
{
    private const int Names = 10_000;

    /// <summary>What to say where a program that is needed is not installed; null where all are.</summary>
    public static string? Missing => NamedServer.Program is null ? "The part dns needs BIND."
        : Array.Find(["dnsperf", "dig"], p => !IsInstalled(p)) is { } missing ? $"The part dns needs {missing}."
        : null;

    public static void Measure()
    {
        Table.Head("DNS", "names", "questions", "runs before", "module, questions/s", "dnsperf", "dig -f", "/ dnsperf (middle half)", "/ dig -f (middle half)", "module, us of processor per question");
        foreach (int warmUp in new[] { 0, 1, 3 })
        {
            (int questions, IReadOnlyList<double> ours, IReadOnlyList<double> perf, IReadOnlyList<double> dig, IReadOnlyList<double> processor) = DnsRun.Compare(Names, warmUp, rounds: 5);
            Table.Row(Table.Whole(Names), Table.Whole(questions), Table.Whole(warmUp), Table.Whole(questions / Figures.Median(ours)), Table.Whole(questions / Figures.Median(perf)),
                Table.Whole(questions / Figures.Median(dig)), Figures.PairedRatio(perf, ours), Figures.PairedRatio(dig, ours), Table.Tenth(Figures.Median(processor) * 1_000_000 / questions));
        }

        Table.Head("DNS, live memory", "names", "names and what is kept of them, KiB", "most alive beside, KiB");
        foreach (int names in new[] { 1_000, 10_000, 50_000 })
        {
            string[] words = DnsRun.Memory(names);
            Table.Row(Table.Whole(names), Table.Whole(Table.Number(words[0])), Table.Whole(Table.Number(words[1])));
        }
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Any(f => File.Exists(Path.Combine(f, program)));
}
