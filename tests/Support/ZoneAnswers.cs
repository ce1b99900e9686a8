using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace ExchangeNamespace.Tests.Support;

/// <summary>
/// Answers from lines such as <c>mail.contoso.com A 192.0.2.1 3600</c>. A name without a line is not there. In place of a type stands
/// CODE with a return code, SILENT, LAME, TRUNCATED, FORGED or BROKEN for every question about the name; a name may begin with *. A line with
/// PROVEN makes a resolver that says that it has proved every answer.
/// </summary>
internal sealed partial class ZoneAnswers(IEnumerable<string> lines)
{
    private readonly List<string[]> _lines = [.. lines.Select(l => Word().Matches(l).Select(m => m.Value.Trim('"')).ToArray())];

    public byte[]? Answer(DnsPacket question)
    {
        List<string[]> found = Of(question.Name);
        if (found.Find(l => Failures.Contains(l[1])) is { } failure)
        {
            return Fail(question, failure);
        }

        List<byte[]> records = [];
        string owner = question.Name;
        for (int step = 0; step < 20 && question.Type != DnsPacket.Cname && found.Find(l => l[1] == "CNAME") is { } alias; step++)
        {
            records.Add(DnsPacket.Alias(owner, alias[2]));
            owner = alias[2];
            found = Of(owner);
        }

        records.AddRange(found.Where(l => TypeOf(l[1]) == question.Type).Select(l => Record(owner, l)));
        bool isKnown = found.Count > 0 || _lines.Exists(l => l[0].EndsWith("." + owner, StringComparison.Ordinal));
        return question.Answer(
            Flags | (isKnown ? 0 : 3), records, records.Count == 0 ? [.. Starts(owner)] : []);
    }

    private static readonly string[] Failures = ["CODE", "SILENT", "LAME", "TRUNCATED", "FORGED", "BROKEN"];

    /// <summary>A server with a start of authority holds the zone; another resolves for others.</summary>
    private int Flags => (_lines.Exists(l => l[1] == "SOA") ? DnsPacket.Authoritative : DnsPacket.Recursive)
        | (_lines.Exists(l => l[1] == "PROVEN") ? 0x20 : 0);

    private List<string[]> Of(string name)
    {
        List<string[]> own = _lines.FindAll(l => l[0] == name);
        return own.Count > 0 ? own
            : _lines.FindAll(l => l[0][0] == '*' && name.EndsWith(l[0][1..], StringComparison.Ordinal));
    }

    private IEnumerable<byte[]> Starts(string name) => _lines
        .Where(l => l[1] == "SOA" && (name == l[0] || name.EndsWith("." + l[0], StringComparison.Ordinal)))
        .OrderByDescending(l => l[0].Length)
        .Take(1)
        .Select(l => DnsPacket.Start(l[0], l[2]));

    private static byte[]? Fail(DnsPacket question, string[] line) => line[1] switch
    {
        "CODE" => question.Answer(DnsPacket.Recursive | Number(line[2])),
        "LAME" => question.Answer(DnsPacket.Plain, [], [DnsPacket.NameServer("com", "ns.example")]),
        "TRUNCATED" => question.IsTcp ? null : question.Answer(DnsPacket.Truncated),
        "FORGED" => question.Answer(DnsPacket.Recursive, idOffset: 1),
        "BROKEN" => [.. question.Query.AsSpan(0, 2), 1, 2, 3],
        _ => null,
    };

    private static ushort TypeOf(string type) => type switch
    {
        "A" => DnsPacket.A,
        "AAAA" => DnsPacket.Aaaa,
        "CNAME" => DnsPacket.Cname,
        "MX" => DnsPacket.Mx,
        "NS" => DnsPacket.Ns,
        "PTR" => DnsPacket.Ptr,
        "SOA" => DnsPacket.Soa,
        "SRV" => DnsPacket.Srv,
        "TXT" => DnsPacket.Txt,
        "TLSA" => 52,
        "CAA" => 257,
        _ => 0,
    };

    private static byte[] Record(string owner, string[] line) => line[1] switch
    {
        "A" or "AAAA" => DnsPacket.Address(owner, line[2], line.Length > 3 ? Number(line[3]) : 300),
        "CNAME" => DnsPacket.Alias(owner, line[2]),
        "MX" => DnsPacket.Record(owner, DnsPacket.Mx, [0, (byte)Number(line[2]), .. line[3] == "." ? [0] : DnsPacket.Encode(line[3])]),
        "NS" => DnsPacket.NameServer(owner, line[2]),
        "PTR" => DnsPacket.Pointer(owner, line[2]),
        "SOA" => DnsPacket.Start(owner, line[2]),
        "SRV" => DnsPacket.Record(
            owner, DnsPacket.Srv, [0, 0, 0, 0, (byte)(Number(line[2]) >> 8), (byte)Number(line[2]), .. DnsPacket.Encode(line[3])]),
        "TLSA" => DnsPacket.Record(
            owner, 52, [(byte)Number(line[2]), (byte)Number(line[3]), (byte)Number(line[4]), .. Convert.FromHexString(line[5])]),
        "CAA" => DnsPacket.Record(
            owner, 257, [(byte)Number(line[2]), (byte)line[3].Length, .. Encoding.ASCII.GetBytes(line[3] + line[4])]),
        _ => DnsPacket.Text(owner, [.. line[2].Chunk(255).Select(c => new string(c))]),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();
}
