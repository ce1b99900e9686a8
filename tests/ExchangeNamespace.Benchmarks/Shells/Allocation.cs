namespace ExchangeNamespace.Benchmarks.Shells;

/// <summary>What is allocated for a line, and what is alive while lines are written.</summary>
internal static class Allocation
{
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static void Measure()
    {
        Table.Head("Allocation for each line", "servers", "text of the line, bytes", "prebuilt strings, bytes", "module, bytes", "module beside the shell / text", "collections of the third generation");
        foreach (int servers in Sizes)
        {
            string[] words = ShellProcess.RunScript("Allocation.ps1", "-Module", ShellProcess.YardstickModule, "-Count", Table.Argument(servers))[0].Split(' ');
            (double text, double prebuilt, double ours) = (Table.Number(words[0]), Table.Number(words[1]), Table.Number(words[2]));
            Table.Row(Table.Whole(servers), Table.Whole(text), Table.Whole(prebuilt), Table.Whole(ours), Table.Hundredth((ours - prebuilt) / text), words[3]);
        }

        Table.Head("Live memory", "servers", "input", "plan, bytes per server", "most alive beside the plan while lines are written, KiB");
        foreach (string kind in new[] { "Name", "Row" })
        {
            foreach (int servers in Sizes)
            {
                string[] words = ShellProcess.RunScript("Memory.ps1", "-Count", Table.Argument(servers), "-Kind", kind)[0].Split(' ');
                Table.Row(Table.Whole(servers), kind, Table.Whole(Table.Number(words[0])), Table.Whole(Table.Number(words[1])));
            }
        }
    }
}
