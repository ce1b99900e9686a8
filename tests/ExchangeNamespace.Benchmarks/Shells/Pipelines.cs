using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Benchmarks.Shells;

/// <summary>Plan and lines of many servers beside a command that only writes the same strings, and a function that interpolates them.</summary>
internal static class Pipelines
{
    private const string Ours = "Module";

    public static void Measure()
    {
        Table.Head("Pipelines, warm, in one process", "servers", "input", "module ms", "module, us per server", "prebuilt ms", "/ prebuilt (middle half)", "/ interpolated (middle half)");
        foreach (string kind in new[] { "Name", "Row" })
        {
            foreach ((int servers, int repetitions) in new[] { (1_000, 25), (10_000, 15), (100_000, 7), (1_000_000, 3) })
            {
                ILookup<string, double> times = ShellProcess
                    .RunScript("Compare.ps1", "-Module", ShellProcess.YardstickModule, "-Count", Table.Argument(servers), "-Kind", kind, "-Repetitions", Table.Argument(repetitions))
                    .Select(l => l.Split(' ')).ToLookup(w => w[0], w => Table.Number(w[1]));
                double[] ours = [.. times[Ours]];
                double[] prebuilt = [.. times["Prebuilt"]];
                Table.Row(Table.Whole(servers), kind, Table.Whole(Figures.Median(ours)), Table.Tenth(Figures.Median(ours) * 1000 / servers), Table.Whole(Figures.Median(prebuilt)),
                    Figures.PairedRatio(ours, prebuilt), Figures.PairedRatio(ours, [.. times["Interpolated"]]));
            }
        }

        Table.Head("Pipelines, pieces", "piece", "names, us per server", "rows, us per server");
        IReadOnlyList<string>[] pieces = [.. new[] { "Name", "Row" }.Select(k => ShellProcess.RunScript("Pieces.ps1", "-Module", ShellProcess.YardstickModule, "-Kind", k))];
        foreach ((string name, string row) in pieces[0].Zip(pieces[1]))
        {
            Table.Row(name.Split('|')[0], name.Split('|')[1], row.Split('|')[1]);
        }
    }
}
