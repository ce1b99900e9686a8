using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Spf;

/// <summary>The evaluator of pyspf, which is nothing of ours, over zone data of its own. A test that needs it skips where it is not installed.</summary>
internal static class IndependentEvaluator
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Answers questions from the zone of a case as the library's own tests do, and prints a result for each sender.</summary>
    private const string Driver = """
        import json, socket, sys
        import spf
        zone = {}
        def lookup(name, qtype, strict=True, timeout=20):
            name = name.rstrip('.').lower()
            for kind, value, preference in zone.get(name, ()):
                if kind == qtype:
                    if kind == 'AAAA': value = bytes(socket.inet_pton(socket.AF_INET6, value))
                    elif kind == 'MX': value = (preference, value)
                    elif kind == 'TXT': value = (value.encode('ascii'),)
                    yield ((name, kind), value)
        spf.DNSLookup = lookup
        for line in open(sys.argv[1], encoding='ascii'):
            case = json.loads(line)
            zone = case['zone']
            for sender in case['senders']:
                print(spf.query(i=sender, s='user@' + case['domain'], h='h0.' + case['domain']).check()[0])
        """;

    public static void SkipWithout()
    {
        if (!File.Exists(Python) || ProgramRun.Of(new ProcessStartInfo(Python, ["-c", "import spf"])).ExitCode != 0)
        {
            Assert.Skip("python3-spf is not installed.");
        }
    }

    /// <summary>What the evaluator says to each sender of each case, in order.</summary>
    public static IReadOnlyList<string> Judge(string domain, IEnumerable<(string Record, ZoneDns Zone, IReadOnlyList<string> Senders)> cases)
    {
        string folder = Directory.CreateTempSubdirectory("exn-spf-").FullName;
        try
        {
            string script = Path.Combine(folder, "judge.py");
            string data = Path.Combine(folder, "cases.json");
            File.WriteAllText(script, Driver);
            File.WriteAllLines(data, cases.Select(c => JsonSerializer.Serialize(new { domain, senders = c.Senders, zone = Zone(domain, c.Record, c.Zone) })));
            ProgramRun run = ProgramRun.Of(new ProcessStartInfo(Python, [script, data]));
            Assert.True(run.ExitCode == 0, run.Errors);
            return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, object[][]> Zone(string domain, string record, ZoneDns zone) => zone.All
        .Where(r => r.Owner != domain || r.Kind != DnsRecordType.TXT)
        .Append(new DnsAnswerRecord(domain, DnsRecordType.TXT, 0, record))
        .GroupBy(r => r.Owner)
        .ToDictionary(g => g.Key, g => g.Select(r => new object[] { r.Kind.ToString(), r.Value, r.Preference }).ToArray());
}
