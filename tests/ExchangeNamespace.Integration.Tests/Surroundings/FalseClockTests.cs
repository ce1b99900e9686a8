using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Integration.Tests.Contacts;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Tests.Support.Network;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.Surroundings;

/// <summary>
/// A shell whose clock is false, and one whose clock is set while a command waits for an answer. What a command judges and writes is of that
/// clock; how long it waits is not.
/// </summary>
public sealed class FalseClockTests : IDisposable
{
    private const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    /// <summary>Longer than any call waits, and no day on which a certificate of the servers ends.</summary>
    private const string DayBack = "-86400";
    private const string DayOn = "+86400";
    private const double Long = 30;
    private const double Brief = 0.3;

    /// <summary>A moment after which another process has hung.</summary>
    private static readonly TimeSpan Hung = TimeSpan.FromMinutes(10);

    /// <summary>The first days of the clock of Unix, a later century, the end of a clock in 32 bits, and a day that few years have.</summary>
    private static readonly string[] Dates = ["1970-01-02", "2105-12-31", "2038-01-19", "2028-02-29"];

    /// <summary>What looks at the clock.</summary>
    private static readonly string[] ByClock =
    [
        "Export-NamespaceReport", "Export-CertificateRenewalScript", "ConvertTo-NamespaceDesign without views", "New-NamespaceDesign", "Get-StartTlsCertificate",
        "Export-NamespaceMigrationScript of days", "Test-SplitDns before a cut-over", "Test-NamespaceCertificate of a file", "Test-MailIdentity", "Test-Namespace without servers",
    ];

    /// <summary>The library for LDAP gives no answer at all under this clock.</summary>
    private static readonly NetworkCommand[] Waiting = [.. NetworkCommand.All.Where(c => c.Needing(FaultPlace.Directory) is null)];

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-clock").FullName;
    private readonly Stack<NetworkWorld> _worlds = new();

    private string Clock => Path.Combine(_folder, "clock");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_day_is_that_of_the_clock_and_a_clock_that_is_set_meanwhile_changes_neither_a_result_nor_how_long_is_waited()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        string[] dates = Some(random, Dates, 1);
        string[] byClock = Some(random, ByClock, 6);

        // The clock is read from its file at each look, which costs more than the calls.
        NetworkCommand[] waiting = Some(random, Waiting, 0);

        Dictionary<string, string> said = Run(Offset(dates[0]), world => string.Join('\n', dates.Select(d => On(d, byClock, world)).Concat(waiting.SelectMany(c => Stepped(c, random.Next(1, 40))))));

        Assert.All(dates, d => Assert.Equal($"{d} {d} 1", said[d + " day"].Split('\n')[0]));
        Assert.All(dates, d => Assert.True(said[d + " day"].Split('\n')[1] == (d[0] == '1' ? "NotYetValid" : "Expired"), said[d + " day"]));
        Assert.All(dates, d => Assert.All(byClock, c => Assert.True(said.ContainsKey($"{d} {c}"), c)));
        Assert.All(waiting, c => Assert.True(said[c.Name + " on"] == said[c.Name + " back"], $"Seed {seed}, {c.Name}: {said[c.Name + " on"]}\n\n{said[c.Name + " back"]}"));
        Assert.All(waiting, c => Assert.Matches("Passed|Warning", said[c.Name + " on"]));
        Assert.All(waiting, c => Assert.All(new[] { "on", "back", "silent" }, n => Assert.EndsWith("clock True", said[$"{c.Name} {n}"], StringComparison.Ordinal)));
        Assert.All(said.Values.SelectMany(s => s.Split('\n')).Where(l => l.StartsWith("error ", StringComparison.Ordinal)),
            e => Assert.Matches(@"\Aerror [A-Z]\w+,ExchangeNamespace\.Cmdlets\.\w+:", e));
        Assert.Equal(byClock.Where(c => c == "Export-NamespaceReport").Select(_ => "report.html"), Directory.EnumerateFiles(Path.Combine(_folder, "files")).Select(f => Path.GetFileName(f)));
    }

    /// <summary>A few of them, in a full run all.</summary>
    private static T[] Some<T>(Random random, T[] all, int usual)
    {
        T[] mixed = [.. all];
        random.Shuffle(mixed);
        return [.. mixed.Take(RandomCases.Of(usual, full: all.Length))];
    }

    /// <summary>The calls on a date.</summary>
    private string On(string date, string[] calls, NetworkWorld world) =>
        $$"""
        [System.IO.File]::WriteAllText('{{Clock}}', '{{Offset(date)}}')
        . { {{CallScript.Begin(world)}} }
        "=== {{date}} day"
        $plan | Export-VirtualDirectoryScript -Path urls.ps1
        $lines = @((Get-Content urls.ps1) -match 'on {{date}} ..:.. UTC')
        Remove-Item urls.ps1
        "$($plan.AsOf.ToString('yyyy-MM-dd')) $((Get-ExchangeBuild SERTM).AsOf.ToString('yyyy-MM-dd')) $($lines.Count)"
        Test-NamespaceCertificate -Endpoint "127.0.0.1:$($world.Web)" -HostName mail.contoso.com -Timeout $time 2>$null | ForEach-Object { $_.Expiry; $_.Findings }
        {{string.Join('\n', ContactRow.All.Where(r => calls.Contains(r.Name)).Select(r => Said($"{date} {r.Name}", r.Script)))}}
        """;

    /// <summary>The call of a command whose clock is put forward, or back, after some bytes, and back where a server is silent.</summary>
    private string[] Stepped(NetworkCommand command, int after)
    {
        NetworkFault silent = NetworkFaults.All.First(f => f.Place == command.Needs[0].Place && f.End == FaultEnd.Silence);
        return
        [
            Call(command, "on", NetworkFaults.None, heard => heard >= after, DayOn, Long),
            Call(command, "back", NetworkFaults.None, heard => heard >= after, DayBack, Long),
            Call(command, "silent", silent, heard => heard == int.MaxValue, DayBack, Brief),
        ];
    }

    private static string Offset(string date) => string.Format(CultureInfo.InvariantCulture, "{0:+0;-0}",
        (long)(DateTime.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddHours(12) - DateTime.UtcNow).TotalSeconds);

    /// <summary>A call of a command with servers of its own, one of which sets the clock.</summary>
    private string Call(NetworkCommand command, string name, NetworkFault fault, Func<int, bool> isTime, string offset, double seconds)
    {
        int isSet = 0;
        NetworkWorld world = new(fault, heard =>
        {
            if (isTime(heard) && Interlocked.Exchange(ref isSet, 1) == 0)
            {
                File.WriteAllText(Clock, offset);
            }
        });
        _worlds.Push(world);
        return $$"""
            [System.IO.File]::WriteAllText('{{Clock}}', '+0')
            $world = [pscustomobject]@{ Web = {{world.Web}}; Http = {{world.Http}}; Mail = {{world.Mail}} }
            $dns = '127.0.0.1:{{world.Dns}}'
            $time = [timespan]::FromSeconds({{seconds.ToString(CultureInfo.InvariantCulture)}})
            {{Said(command.Name + " " + name, command.Script)}}
            "clock $([System.IO.File]::ReadAllText('{{Clock}}') -ne '+0')"
            """;
    }

    private static string Said(string name, string script) =>
        $$"""
        "=== {{name}}"
        & { {{script}} } 2>&1 | ForEach-Object {
            if ($_ -is [System.Management.Automation.ErrorRecord]) { "error $($_.FullyQualifiedErrorId): $_" }
            else { "$($_.Outcome) $_".Replace(":$($world.Web)", ':web').Replace(":$($world.Mail)", ':mail') }
        }
        """;

    /// <summary>What a shell with that clock says, by call.</summary>
    private Dictionary<string, string> Run(string offset, Func<NetworkWorld, string> calls)
    {
        RealPowerShell pwsh = RealPowerShell.PwshOrSkip();
        Assert.SkipUnless(File.Exists(Library), "faketime is not installed.");
        ProgramRun? run = null;
        NetworkNamespace.RunOrSkip(() =>
        {
            using NetworkWorld world = CallScript.Start();
            string script = Path.Combine(_folder, "script.ps1");
            string files = Directory.CreateDirectory(Path.Combine(_folder, "files")).FullName;
            File.WriteAllText(Clock, offset);
            File.WriteAllText(script, calls(world));
            ProcessStartInfo start = pwsh.StartInfo("-File", script);
            start.WorkingDirectory = files;
            start.Environment["TMPDIR"] = files;
            start.Environment["LDAPTLS_REQCERT"] = "never";
            start.Environment["LD_PRELOAD"] = Library;
            start.Environment["FAKETIME_TIMESTAMP_FILE"] = Clock;
            start.Environment["FAKETIME_NO_CACHE"] = RandomCases.AreAll ? "1" : "0";
            start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
            run = RealPowerShell.Run(start, Hung);
            while (_worlds.TryPop(out NetworkWorld? made))
            {
                made.Dispose();
            }
        });
        Assert.True(run is not null, "It did not end.");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        return ("\n" + run.Output).Split("\n=== ").Skip(1).Select(p => (p + "\n").Split('\n', 2)).ToDictionary(p => p[0], p => p[1].TrimEnd());
    }
}
