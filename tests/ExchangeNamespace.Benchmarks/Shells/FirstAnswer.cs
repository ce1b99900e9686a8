using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Benchmarks.Shells;

/// <summary>What a user waits for first: a new process, the import, one server, eight lines.</summary>
internal static class FirstAnswer
{
    private const int Rounds = 21;

    private static readonly string Eight = string.Join(", ", Enumerable.Repeat(
        "'Set-WebServicesVirtualDirectory -Identity \"EX01\\EWS (Default Web Site)\" -InternalUrl https://mail.contoso.com/EWS/Exchange.asmx'", 8));

    private static readonly (string Name, string Command)[] Ways =
    [
        ("eight constant strings", Eight),
        ("import of an empty binary module", Import(ShellProcess.EmptyManifest)),
        ("import of a binary module, and one command of it that writes eight strings", $"{Import(ShellProcess.YardstickModule)}; Write-PrebuiltLine -Line {Eight}"),
        ("import of this module", Import(ShellProcess.Manifest)),
        ("import of this module, one server, eight lines",
            $"{Import(ShellProcess.Manifest)}; Get-NamespacePlan EX01 mail.contoso.com -ExchangeVersion 2016 -SmtpDomain contoso.com -WarningAction Ignore | Export-VirtualDirectoryScript"),
    ];

    public static void Measure()
    {
        Dictionary<string, List<double>> times = Ways.ToDictionary(w => w.Name, _ => new List<double>());
        for (int round = -1; round < Rounds; round++)
        {
            foreach ((string name, string command) in round % 2 == 0 ? Ways : Ways.Reverse())
            {
                double elapsed = ShellProcess.Time(command);
                if (round >= 0)
                {
                    times[name].Add(elapsed);
                }
            }
        }

        Table.Head("First answer, whole processes", "process", "median ms", "/ eight constant strings (middle half)");
        foreach ((string name, _) in Ways)
        {
            Table.Row(name, Table.Whole(Figures.Median(times[name])), Figures.PairedRatio(times[name], times[Ways[0].Name]));
        }

        Table.Head("First answer, in the process", "step", "ms", "methods compiled", "ms of compilation");
        List<string[]>[] rounds = [.. Enumerable.Range(0, 5).Select(_ => ShellProcess.RunScript("Steps.ps1").Select(l => l.Split('|')).ToList())];
        for (int step = 0; step < rounds[0].Count; step++)
        {
            Table.Row([rounds[0][step][0], .. Enumerable.Range(1, 3).Select(c => Table.Whole(Figures.Median(rounds.Select(r => Table.Number(r[step][c])))))]);
        }
    }

    private static string Import(string module) => $"Import-Module '{module}'";
}
