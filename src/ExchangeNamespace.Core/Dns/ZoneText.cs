using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Dns;

/// <summary>Zone text as BIND and NSD read it (RFC 1035 5): every target has its final dot, or the origin would be put after it.</summary>
internal static class ZoneText
{
    private const int DefaultTimeToLive = 3600;

    /// <summary>How often secondary servers look, in seconds, and for how long they answer alone.</summary>
    private const string SecondaryTimes = "3600 900 1209600";

    /// <summary>How long a missing name is remembered at most (RFC 2308 5).</summary>
    private const int MaximumNegativeTime = 3600;

    public static IEnumerable<string> Lines(ZoneRecords zone, DnsScriptOptions options)
    {
        int time = options.TimeToLive is { } stated ? (int)stated.TotalSeconds : DefaultTimeToLive;
        yield return ZoneLiteral.Comment($"=== zone {zone.Name}");
        if (zone.Note is not null)
        {
            yield return ZoneLiteral.Comment(zone.Note);
        }

        yield return "$ORIGIN " + ZoneLiteral.Name(zone.Name);
        yield return string.Format(CultureInfo.InvariantCulture, "$TTL {0}", time);
        foreach (string line in Top(options, time))
        {
            yield return line;
        }

        foreach (ZoneRecord record in zone.Records)
        {
            record.ThrowUnlessWritable();
            yield return ZoneLiteral.Comment(record.Reason);
            string line = $"{ZoneLiteral.RelativeName(record.Node)} IN {record.Type} {Data(record)}";
            yield return record.Withheld is null ? line : ZoneLiteral.Comment($"{line} : {record.Withheld}");
        }
    }

    private static IEnumerable<string> Top(DnsScriptOptions options, int time)
    {
        if (options.NameServers.Count == 0)
        {
            yield return ZoneLiteral.Comment("@ IN SOA and @ IN NS : no name server is stated, and no server loads a zone without them");
            yield break;
        }

        yield return string.Format(
            CultureInfo.InvariantCulture,
            "@ IN SOA {0} {1} ({2} {3} {4})",
            ZoneLiteral.Name(options.NameServers[0].Value),
            ZoneLiteral.Mailbox(options.HostMaster.Local, options.HostMaster.Domain.Value),
            options.Serial,
            SecondaryTimes,
            Math.Min(time, MaximumNegativeTime));
        foreach (string server in options.NameServers.Select(s => s.Value))
        {
            yield return "@ IN NS " + ZoneLiteral.Name(server);
        }
    }

    public static string Data(ZoneRecord record) => record.Value is { } value ? Data(record, value) : ZoneRecord.UnknownAddress;

    private static string Data(ZoneRecord record, string value) => record.Type switch
    {
        DnsRecordType.A or DnsRecordType.AAAA or DnsRecordType.TLSA => value,
        DnsRecordType.TXT => string.Join(" ", TextParts.Split(value, ZoneLiteral.MaximumOctets).Select(ZoneLiteral.Text)),
        DnsRecordType.MX => string.Format(CultureInfo.InvariantCulture, "{0} {1}", record.Preference, ZoneLiteral.Name(value)),
        DnsRecordType.SRV => string.Format(
            CultureInfo.InvariantCulture, "{0} {1} {2} {3}", ZoneRecord.ServicePriority, ZoneRecord.ServiceWeight, ZoneRecord.ServicePort,
            ZoneLiteral.Name(value)),
        DnsRecordType.CNAME or DnsRecordType.PTR => ZoneLiteral.Name(value),
        DnsRecordType.Address or DnsRecordType.SOA or DnsRecordType.NS or DnsRecordType.CAA or _ => throw ClosedSet.Outside(record.Type),
    };
}
