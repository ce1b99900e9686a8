using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Tests.Spf;

/// <summary>A resolver that answers from a list of records; what is not in it does not exist.</summary>
internal sealed class ZoneDns : IDnsResolver
{
    public static readonly DnsServerAddress Server = new("127.0.0.1", 53);

    private readonly Dictionary<string, List<DnsAnswerRecord>> _records = new(StringComparer.Ordinal);
    private readonly HashSet<(string, DnsRecordType)> _silent = [];

    public int Questions { get; private set; }

    /// <summary>Whether it says that it proves its answers.</summary>
    public bool IsAuthenticated { get; init; }

    /// <summary>The records as another reader may want them.</summary>
    public IEnumerable<DnsAnswerRecord> All => _records.Values.SelectMany(r => r);

    public SpfDns Spf => new(this, [Server]);

    public ZoneDns Add(string owner, DnsRecordType kind, string value, int preference = 0)
    {
        string name = SpfDomain.Normalise(owner);
        if (!_records.TryGetValue(name, out List<DnsAnswerRecord>? list))
        {
            _records.Add(name, list = []);
        }

        string read = kind is DnsRecordType.TXT ? value
            : kind is DnsRecordType.A or DnsRecordType.AAAA ? System.Net.IPAddress.Parse(value).ToString()
            : kind is DnsRecordType.TLSA or DnsRecordType.CAA ? value
            : SpfDomain.Normalise(value);
        list.Add(new DnsAnswerRecord(name, kind, 300, read) { Preference = preference });
        return this;
    }

    /// <summary>Adds a CAA record.</summary>
    public ZoneDns AddCaa(string owner, int flags, string tag, string value)
    {
        Add(owner, DnsRecordType.CAA, value);
        List<DnsAnswerRecord> list = _records[SpfDomain.Normalise(owner)];
        list[^1] = list[^1] with { Flags = flags, Tag = tag };
        return this;
    }

    /// <summary>Lets a question go unanswered.</summary>
    public void Silence(string owner, DnsRecordType kind) => _silent.Add((SpfDomain.Normalise(owner), kind));

    public Task<DnsAnswer> AskAsync(DnsServerAddress server, DnsQuestion question, CancellationToken cancel)
    {
        Questions++;
        if (_silent.Contains((question.Name, question.Kind)))
        {
            return Task.FromResult(new DnsAnswer { Server = server, Status = DnsAnswerStatus.Timeout });
        }

        bool exists = _records.TryGetValue(question.Name, out List<DnsAnswerRecord>? owned);
        List<DnsAnswerRecord> found = [.. (owned ?? []).Where(r => r.Kind == question.Kind || r.Kind == DnsRecordType.CNAME)];
        return Task.FromResult(new DnsAnswer
        {
            Server = server,
            Status = found.Count > 0 ? DnsAnswerStatus.Answered : exists ? DnsAnswerStatus.NoData : DnsAnswerStatus.NxDomain,
            Records = found,
            IsAuthenticated = IsAuthenticated,
        });
    }
}
