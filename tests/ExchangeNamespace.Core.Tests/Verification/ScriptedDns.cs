using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.SplitDns;

namespace ExchangeNamespace.Tests.Verification;

/// <summary>Two views written down as zones and lines of records, without a network.</summary>
internal sealed class ScriptedDns : IDnsResolver
{
    public static readonly DnsServerAddress Inside = new("10.0.0.1", 53);
    public static readonly DnsServerAddress Outside = new("192.0.2.53", 53);

    private readonly Dictionary<DnsServerAddress, (string[] Zones, List<DnsAnswerRecord> Records, DnsAnswerStatus? Failure)> _servers = [];

    /// <summary>How many seconds a record that is added may be kept.</summary>
    public int TimeToLive { get; init; } = 300;

    /// <summary>Every question that was asked.</summary>
    public List<(DnsServerAddress Server, DnsQuestion Question)> Asked { get; } = [];

    /// <summary>Adds a server.</summary>
    /// <param name="server">Its address.</param>
    /// <param name="zones">The zones it holds, separated by blanks.</param>
    /// <param name="records">Records as <c>owner kind value</c>, separated by semicolons; SRV values as <c>target:port:priority:weight</c>, the last two at will, MX values as <c>preference:host</c>.</param>
    /// <param name="failure">What every question ends in.</param>
    public ScriptedDns With(DnsServerAddress server, string zones, string records, DnsAnswerStatus? failure = null)
    {
        string[] held = zones.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<DnsAnswerRecord> list = [.. records.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(r => Read(r.Trim()))];
        list.AddRange(held.Select(z => new DnsAnswerRecord(z, DnsRecordType.SOA, 300, "ns." + server.Address + "." + z)));
        list.AddRange(held.Select(z => new DnsAnswerRecord(z, DnsRecordType.NS, 300, "ns." + z)));
        _servers[server] = (held, list, failure);
        return this;
    }

    public SplitDnsObserver Observer(params DnsServerAddress[] inside) => new(this, inside.Length == 0 ? [Inside] : inside, [Outside]);

    public Task<DnsAnswer> AskAsync(DnsServerAddress server, DnsQuestion question, CancellationToken cancel)
    {
        lock (Asked)
        {
            Asked.Add((server, question));
        }

        return Task.FromResult(Answer(server, question));
    }

    private DnsAnswer Answer(DnsServerAddress server, DnsQuestion question)
    {
        (string[] zones, List<DnsAnswerRecord> records, DnsAnswerStatus? failure) = _servers[server];
        string? zone = zones.Where(z => question.Name == z || question.Name.EndsWith("." + z, StringComparison.Ordinal)).OrderByDescending(z => z.Length).FirstOrDefault();
        if (failure is not null)
        {
            return new DnsAnswer { Server = server, Status = failure.Value };
        }

        if (zone is null)
        {
            // A resolver: what it does not hold itself it knows from the outside.
            DnsAnswer outer = server == Outside ? new DnsAnswer { Server = server, Status = DnsAnswerStatus.NxDomain } : Answer(Outside, question);
            return new DnsAnswer { Server = server, Status = outer.Status, Records = outer.Records, Authority = outer.Authority };
        }

        List<DnsAnswerRecord> owned = [.. records.Where(r => r.Owner == question.Name)];
        if (owned.Count == 0)
        {
            owned = [.. records.Where(r => r.Owner == "*." + zone && question.Name != zone).Select(r => r with { Owner = question.Name })];
        }

        List<DnsAnswerRecord> found = [.. owned.Where(r => r.Kind == question.Kind || r.Kind == DnsRecordType.CNAME)];
        return new DnsAnswer
        {
            Server = server,
            Status = found.Count > 0 ? DnsAnswerStatus.Answered : owned.Count > 0 ? DnsAnswerStatus.NoData : DnsAnswerStatus.NxDomain,
            Authoritative = true,
            Records = found,
            Authority = found.Count > 0 ? [] : [.. records.Where(r => r.Owner == zone && r.Kind == DnsRecordType.SOA)],
        };
    }

    private DnsAnswerRecord Read(string line)
    {
        string[] parts = line.Split(' ');
        DnsRecordType kind = Enum.Parse<DnsRecordType>(parts[1]);
        string[] value = kind is DnsRecordType.SRV or DnsRecordType.MX ? parts[2].Split(':') : [parts[2]];
        return kind switch
        {
            DnsRecordType.SRV => new DnsAnswerRecord(parts[0], kind, TimeToLive, value[0]) { Port = Number(value, 1), Preference = Number(value, 2), Weight = Number(value, 3) },
            DnsRecordType.MX => new DnsAnswerRecord(parts[0], kind, TimeToLive, value[1]) { Preference = Number(value, 0) },
            _ => new DnsAnswerRecord(parts[0], kind, TimeToLive, value[0]),
        };
    }

    private static int Number(string[] parts, int index) => parts.Length > index ? int.Parse(parts[index], System.Globalization.CultureInfo.InvariantCulture) : 0;
}
