using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

/// <summary>The zone readers of BIND, NSD, Knot, ldns and dnspython. A test that needs one skips where it is not installed.</summary>
internal static class ZoneChecker
{
    /// <summary>What BIND read, one record a line with full names.</summary>
    public static string Compile(string zone, IEnumerable<string> lines) =>
        Run(zone, lines, "named-checkzone", file => ["-q", "-D", "-i", "none", "-s", "full", "-o", "-", zone, file]).Output;

    /// <summary>Fails when BIND refuses the zone or warns of it.</summary>
    public static void AcceptedByBind(string zone, IEnumerable<string> lines)
    {
        (string output, _) = Run(zone, lines, "named-checkzone", file => ["-i", "local", "-k", "fail", "-m", "fail", "-M", "fail", "-n", "fail", "-r", "fail", "-S", "fail", zone, file]);
        Assert.EndsWith("OK\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Fails when NSD refuses the zone or warns of it.</summary>
    public static void AcceptedByNsd(string zone, IEnumerable<string> lines)
    {
        (string output, string messages) = Run(zone, lines, "nsd-checkzone", file => [zone, file]);
        Assert.Equal($"zone {zone} is ok\n", output + messages);
    }

    /// <summary>Fails when Knot refuses the zone or warns of it.</summary>
    public static void AcceptedByKnot(string zone, IEnumerable<string> lines)
    {
        (string output, string messages) = Run(zone, lines, "knotc", file =>
        {
            string settings = file + ".conf";
            File.WriteAllText(settings, $"zone:\n  - domain: {zone}\n    file: {file}\n    semantic-checks: on\n");
            return ["-c", settings, "zone-check", zone];
        });
        Assert.Equal("", output + messages);
    }

    /// <summary>What ldns read, one record a line with full names.</summary>
    public static string ReadByLdns(string zone, IEnumerable<string> lines) => Run(zone, lines, "ldns-read-zone", file => [file]).Output;

    /// <summary>What dnspython read, one record a line with full names.</summary>
    public static string ReadByDnspython(string zone, IEnumerable<string> lines)
    {
        const string Python = "/usr/bin/python3";
        if (!Directory.Exists("/usr/lib/python3/dist-packages/dns"))
        {
            Assert.Skip("python3-dnspython is not installed.");
        }

        return Run(zone, lines, Python, file =>
        [
            "-c",
            """
            import dns.rdatatype, dns.zone, sys
            for name, ttl, data in dns.zone.from_file(sys.argv[1], origin=sys.argv[2] + '.', relativize=False).iterate_rdatas():
                print(name, ttl, 'IN', dns.rdatatype.to_text(data.rdtype), data.to_text())
            """,
            file,
            zone,
        ]).Output;
    }

    public static void Refused(string zone, IEnumerable<string> lines) =>
        Assert.Throws<Xunit.Sdk.TrueException>(() => AcceptedByBind(zone, lines));

    private static (string Output, string Messages) Run(string zone, IEnumerable<string> lines, string program, Func<string, string[]> arguments)
    {
        string folder = Directory.CreateTempSubdirectory("exn-zone-").FullName;
        try
        {
            string file = Path.Combine(folder, "zone.db");
            File.WriteAllText(file, string.Join("\n", lines) + "\n");
            ProcessStartInfo start = new(program);
            foreach (string argument in arguments(file))
            {
                start.ArgumentList.Add(argument);
            }

            ProgramRun run = InstalledProgram.Run(start);
            Assert.True(run.ExitCode == 0, $"{program} refuses {zone}: {run.Output}{run.Errors}");
            return (run.Output, run.Errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
