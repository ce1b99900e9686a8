using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.Benchmarks.Shells;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Benchmarks.Dns;

/// <summary>Test-SplitDns between two BIND servers, beside dnsperf and dig with the same questions to the same servers.</summary>
internal static class DnsRun
{
    /// <summary>A, AAAA and SOA in each view.</summary>
    private const int QuestionsPerName = 6;

    private static readonly string[] Kinds = ["A", "AAAA", "SOA"];

    /// <summary>Seconds of the three ways, in turn, and the seconds of processor that the command took.</summary>
    /// <param name="names">How many names.</param>
    /// <param name="warmUp">How many runs of the same size the command makes in its process before the one that counts.</param>
    /// <param name="rounds">How often.</param>
    public static (int Questions, IReadOnlyList<double> Ours, IReadOnlyList<double> DnsPerf, IReadOnlyList<double> Dig, IReadOnlyList<double> Processor) Compare(int names, int warmUp, int rounds)
    {
        using NamedServer inside = new(Zone(names, "10"));
        using NamedServer outside = new(Zone(names, "100"));
        string questions = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(questions, Enumerable.Range(0, names).SelectMany(i => Kinds.Select(k => $"n{i}.bench.example {k}")));
            List<double> ours = [];
            List<double> perf = [];
            List<double> dig = [];
            List<double> processor = [];
            for (int round = 0; round < rounds; round++)
            {
                (double seconds, double used) = TestSplitDns(names, warmUp, inside, outside);
                ours.Add(seconds);
                processor.Add(used);
                perf.Add(Both("dnsperf", inside, outside, port => ["-s", "127.0.0.1", "-p", port, "-d", questions, "-n", "1", "-q", "96", "-e"]));
                dig.Add(Both("dig", inside, outside, port => ["@127.0.0.1", "-p", port, "-f", questions, "+noall", "+answer"]));
            }

            return (names * QuestionsPerName, ours, perf, dig, processor);
        }
        finally
        {
            File.Delete(questions);
        }
    }

    /// <summary>KiB of the names, and the most that is alive beside them.</summary>
    /// <param name="names">How many names.</param>
    public static string[] Memory(int names)
    {
        using NamedServer inside = new(Zone(names, "10"));
        using NamedServer outside = new(Zone(names, "100"));
        return ShellProcess.RunScript("DnsMemory.ps1", "-Count", Table.Argument(names), "-Inside", Address(inside), "-Outside", Address(outside))[0].Split(' ');
    }

    private static (double Seconds, double Processor) TestSplitDns(int names, int warmUp, NamedServer inside, NamedServer outside)
    {
        string[] words = ShellProcess.RunScript("Dns.ps1", "-Count", Table.Argument(names), "-Inside", Address(inside), "-Outside", Address(outside), "-ThrottleLimit", "32", "-WarmUp", Table.Argument(warmUp))[0].Split(' ');
        return words[1] == Table.Argument(names)
            ? (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[2], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"Only {words[1]} of {names} names came out right.");
    }

    /// <summary>One process at a time, as the command is one: first the inside server, then the outside.</summary>
    private static double Both(string program, NamedServer inside, NamedServer outside, Func<string, string[]> arguments)
    {
        Stopwatch watch = Stopwatch.StartNew();
        foreach (NamedServer server in new[] { inside, outside })
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments(Table.Argument(server.Port))) { RedirectStandardOutput = true })!;
            _ = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
            }
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static Dictionary<string, string> Zone(int names, string network)
    {
        StringBuilder zone = new("$TTL 300\n$ORIGIN bench.example.\n@ SOA ns1 hostmaster 1 3600 600 86400 60\n@ NS ns1\nns1 A 127.0.0.1\n");
        for (int i = 0; i < names; i++)
        {
            zone.Append(CultureInfo.InvariantCulture, $"n{i} A {network}.{(i >> 16) & 255}.{(i >> 8) & 255}.{i & 255}\n");
        }

        return new Dictionary<string, string> { ["bench.example"] = zone.ToString() };
    }

    private static string Address(NamedServer server) => "127.0.0.1:" + Table.Argument(server.Port);

}
