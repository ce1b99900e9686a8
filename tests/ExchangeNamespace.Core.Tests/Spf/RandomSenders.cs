using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Tests.Spf;

/// <summary>An organisation with servers, services and perhaps a record: what is said to the command, what stands in DNS, and who must pass.</summary>
internal sealed class RandomSenders
{
    public const string Domain = "contoso.com";
    public const string Stranger = "198.18.7.7";

    private static readonly string[] Services = ["spf.mailer.example", "_spf.news.example"];

    private readonly Random _random;
    private readonly List<string> _networks = [];
    private readonly List<string> _hosts = [];
    private readonly List<string> _includes = [];

    public RandomSenders(int seed)
    {
        _random = new Random(seed);
        BuildZone();
        Choose();
        Existing = _random.Next(3) == 0 ? null : ExistingRecord();
        if (Existing is not null)
        {
            Zone.Add(Domain, DnsRecordType.TXT, Existing);
        }

        Zone.Add(Domain, DnsRecordType.TXT, "MS=ms12345678");
        Input = new SpfRecordInput
        {
            Domains = [Domain],
            Addresses = _networks,
            Mx = Mx,
            A = A,
            Hosts = _hosts,
            Includes = _includes,
            All = All,
        };
    }

    public ZoneDns Zone { get; } = new();

    public SpfRecordInput Input { get; }

    public string? Existing { get; }

    public bool Mx { get; private set; }

    public bool A { get; private set; }

    public SpfQualifier? All { get; private set; }

    /// <summary>Every address that was said to send.</summary>
    public List<string> Senders { get; } = [];

    public override string ToString() => $"{string.Join(" ", _networks)} mx={Mx} a={A} hosts={string.Join(",", _hosts)} includes={string.Join(",", _includes)} all={All} existing='{Existing}'";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private void BuildZone()
    {
        for (int i = 0; i < 4; i++)
        {
            Zone.Add($"h{i}.{Domain}", DnsRecordType.A, $"203.0.113.{i + 1}");
        }

        Zone.Add(Domain, DnsRecordType.A, "203.0.113.80");
        Enumerable.Range(0, 1 + _random.Next(3)).ToList().ForEach(i => Zone.Add(Domain, DnsRecordType.MX, $"h{i}.{Domain}", 10 * (i + 1)));
        Zone.Add(Services[0], DnsRecordType.TXT, "v=spf1 ip4:192.0.2.128/28 -all");
        Zone.Add(Services[1], DnsRecordType.TXT, "v=spf1 include:deep.news.example ?all");
        Zone.Add("deep.news.example", DnsRecordType.TXT, "v=spf1 ip4:192.0.2.192/29 ~all");
        Zone.Add("policy.contoso.com", DnsRecordType.TXT, "v=spf1 ip4:192.0.2.240 ~all");
    }

    private void Choose()
    {
        int count = _random.Next(_random.Next(8) == 0 ? 60 : 6);
        for (int i = 0; i < count; i++)
        {
            AddNetwork(_random.Next(3) == 0);
        }

        Mx = _random.Next(2) == 0;
        A = _random.Next(4) == 0;
        Enumerable.Range(0, _random.Next(3)).ToList().ForEach(_ => _hosts.Add($"h{_random.Next(4)}.{Domain}"));
        Enumerable.Range(0, _random.Next(3)).ToList().ForEach(_ => _includes.Add(Services[_random.Next(2)]));
        if (count == 0 && !Mx && !A && _hosts.Count == 0 && _includes.Count == 0)
        {
            AddNetwork(six: false);
        }

        All = _random.Next(3) switch { 0 => SpfQualifier.Fail, 1 => SpfQualifier.SoftFail, _ => null };
        if (Mx)
        {
            Senders.AddRange(Zone.All.Where(r => r.Kind == DnsRecordType.MX).Select(r => "203.0.113." + Number(r.Preference / 10)));
        }

        Senders.AddRange(A ? ["203.0.113.80"] : []);
        Senders.AddRange(_hosts.Select(h => "203.0.113." + Number(h[1] - '0' + 1)));
        Senders.AddRange(_includes.Select(i => i == Services[0] ? "192.0.2.130" : "192.0.2.193"));
    }

    private void AddNetwork(bool six)
    {
        string start = six ? $"2001:db8:{_random.Next(16):x}::{_random.Next(1, 65536):x}" : $"100.{_random.Next(128, 256)}.{_random.Next(256)}.{_random.Next(256)}";
        int prefix = six ? _random.Next(48, 129) : _random.Next(20, 33);
        bool single = _random.Next(2) == 0;
        _networks.Add(single ? start : $"{start}/{prefix}");
        Senders.Add(start);
    }

    private string ExistingRecord()
    {
        string[] pieces =
        [
            "mx", "a", "a:h0.contoso.com", "+mx", "ip4:192.0.2.1", "ip4:100.128.0.0/9", "include:spf.mailer.example", "include:_spf.news.example", "ptr",
            "-ip4:100.200.0.0/16", "?a:h2.contoso.com", "~mx", "-ip4:203.0.113.0/29", "ip6:2001:db8::/32", "exists:%{i}.list.example",
        ];
        List<string> terms = [.. pieces.Where(_ => _random.Next(5) == 0)];
        for (int i = terms.Count - 1; i > 0; i--)
        {
            int j = _random.Next(i + 1);
            (terms[i], terms[j]) = (terms[j], terms[i]);
        }

        string[] ends = ["-all", "~all", "?all", "", "redirect=policy.contoso.com", "-all exp=why.contoso.com", "~all mx", "all"];
        return string.Join(' ', ["v=spf1", .. terms, ends[_random.Next(ends.Length)]]).Trim();
    }
}
