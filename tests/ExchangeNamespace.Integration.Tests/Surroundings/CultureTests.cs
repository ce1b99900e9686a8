using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Integration.Tests.Contacts;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Tests.Support.Network;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.Surroundings;

/// <summary>
/// What a command writes, says and returns is the same in every culture and time zone: each call of the table of contacts, with all its
/// streams, the values of its objects and the files that it writes.
/// </summary>
public sealed partial class CultureTests : IDisposable
{
    private const string Usual = "en-US Etc/UTC";

    /// <summary>
    /// Cultures with other years, letters, signs and separators, in zones with offsets in minutes and with other days: of the first two, which
    /// are 26 hours apart, one has another day than UTC at any time.
    /// </summary>
    private static readonly string[] Others =
    [
        "fa-IR Etc/GMT+12", "ar-SA Pacific/Kiritimati", "tr-TR Asia/Kathmandu",
        "th-TH America/St_Johns", "sv-SE Africa/Casablanca", "he-IL Australia/Lord_Howe", "de-CH Europe/Zurich", "ja-JP America/Sao_Paulo",
    ];

    private static readonly string[] Places = [Usual, .. Others.Take(RandomCases.Of(usual: 2, full: 8))];

    /// <summary>Without those of the DNS server of the machine, and of the shell.</summary>
    private static readonly ContactRow[] Rows =
        [.. ContactRow.All.Where(r => !r.Servers.Contains(ContactRow.Resolver) && r.Command.Contains('-', StringComparison.Ordinal))];

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-culture").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_call_comes_to_the_same_in_every_culture_and_time_zone()
    {
        RealPowerShell pwsh = RealPowerShell.PwshOrSkip();
        string said = RunOnOneDay(pwsh);
        Dictionary<string, Dictionary<string, string>> places = Parts("##### ", said).ToDictionary(p => p.Name, p => Parts("=== ", p.Text).ToDictionary(r => r.Name, r => WithoutClock(r.Text, p.Name)));

        Assert.Equal(Places, places.Keys);
        Assert.All(places, p => Assert.Equal(Rows.Select(r => r.Name), p.Value.Keys));
        Assert.All(places[Usual], r => Assert.NotEmpty(r.Value));
        string[] others =
        [
            .. from place in places
               from row in place.Value
               let usual = places[Usual][row.Key].Split('\n')
               let other = row.Value.Split('\n')
               from line in Enumerable.Range(0, Math.Max(usual.Length, other.Length)).Where(i => usual.ElementAtOrDefault(i) != other.ElementAtOrDefault(i)).Take(1)
               select $"{place.Key}, {row.Key}: {other.ElementAtOrDefault(line)}\n  and not {usual.ElementAtOrDefault(line)}",
        ];
        Assert.True(others.Length == 0, string.Join('\n', others));
    }

    [Fact]
    public void Every_command_is_here()
    {
        using ModuleHost host = ModuleHost.Open();

        Assert.Empty(host.Run("(Get-Command -Module ExchangeNamespace).Name").Output.Cast<string>().Except(Rows.Select(r => r.Command)));
    }

    /// <summary>What a call comes to may differ from day to day; a run in which the day ends is made again.</summary>
    private string RunOnOneDay(RealPowerShell pwsh)
    {
        while (true)
        {
            DateTime day = DateTime.UtcNow.Date;
            ProgramRun? run = null;
            NetworkNamespace.RunOrSkip(() =>
            {
                using NetworkWorld world = CallScript.Start();
                string script = Path.Combine(_folder, "script.ps1");
                File.WriteAllText(script, Script(world));
                ProcessStartInfo start = pwsh.StartInfo("-File", script);
                start.Environment["LDAPTLS_REQCERT"] = "never";
                start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0";
                run = RealPowerShell.Run(start);
            });
            Assert.Equal((0, string.Empty), (run!.ExitCode, run.Errors));
            if (day == DateTime.UtcNow.Date)
            {
                return Present().Replace(run.Output, m => IsPresent(m.Value) ? "now" : m.Value);
            }
        }
    }

    private string Script(NetworkWorld world) =>
        $$"""
        $folder = New-Item -ItemType Directory -Path '{{_folder}}/files'
        Set-Location $folder
        filter Show {
            if ($_ -is [string]) { $_ }
            elseif ($_ -is [System.Management.Automation.ErrorRecord]) { "error $($_.FullyQualifiedErrorId): $_" }
            elseif ($_ -is [System.Management.Automation.InformationalRecord]) { "warning $_" }
            elseif ($_ -is [System.Management.Automation.InformationRecord]) { "information $_" }
            else { [System.Management.Automation.PSSerializer]::Serialize($_, 3) }
        }
        function Call([string] $Name, [scriptblock] $Script) {
            "=== $Name"
            & $Script *>&1 | Show
            foreach ($file in [System.IO.Directory]::GetFiles($folder)) {
                "file $file"
                [System.IO.File]::ReadAllText($file)
                [System.IO.File]::Delete($file)
            }
        }
        foreach ($place in '{{string.Join("', '", Places)}}') {
            $culture, $env:TZ = $place.Split(' ')
            [TimeZoneInfo]::ClearCachedData()
            [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = $culture
            "##### $([cultureinfo]::CurrentCulture) $([TimeZoneInfo]::Local.Id)"
            . { {{CallScript.Begin(world)}} }
            $WarningPreference = $InformationPreference = 'Continue'
            {{string.Join('\n', Rows.Select(r => $"Call '{r.Name}' {{ {r.Script} }}"))}}
        }
        """;

    /// <summary>The parts of a text that begin with a mark and a name.</summary>
    private static IEnumerable<(string Name, string Text)> Parts(string mark, string text) =>
        ("\n" + text).Split("\n" + mark).Skip(1).Select(p => (p + "\n").Split('\n', 2)).Select(p => (p[0].TrimEnd(), p[1].TrimEnd()));

    /// <summary>The days of a migration are those of the clock of the computer, which they name.</summary>
    private static string WithoutClock(string text, string place) =>
        text.Replace("- Clock: " + place.Split(' ')[1], "- Clock: that of the place", StringComparison.Ordinal);

    /// <summary>The moment at which something was written or checked is that of the run.</summary>
    private static bool IsPresent(string moment) =>
        DateTime.Parse(moment.Replace(" UTC", "Z", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) - DateTime.UtcNow
            is var away && away.Duration() < TimeSpan.FromHours(1);

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(?::[0-9.]+)?(?:Z| UTC)", RegexOptions.CultureInvariant)]
    private static partial Regex Present();
}
