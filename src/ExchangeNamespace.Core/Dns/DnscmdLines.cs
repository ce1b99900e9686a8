using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Dns;

/// <summary>Lines of <c>dnscmd</c>, typed at the prompt of cmd.exe or run from a batch file. Targets have their final dot.</summary>
internal static class DnscmdLines
{
    public static bool CanCarry(string text) => TextParts.Split(text, ZoneLiteral.MaximumOctets).All(CmdLiteral.CanQuote);

    public static IEnumerable<string> Lines(ZoneRecords zone, DnsScriptOptions options)
    {
        yield return CmdComment.Line($"=== zone {zone.Name}");
        if (zone.Note is not null)
        {
            yield return CmdComment.Line(zone.Note);
        }

        string make = $"dnscmd /zoneadd {CmdLiteral.Quote(zone.Name)} {Storage(zone.Name, options.Storage)}";
        if (zone.Origin != ZoneOrigin.Existing)
        {
            yield return zone.Origin == ZoneOrigin.New ? make : CmdComment.Line($"{make} : only where the zone is not there yet");
        }

        string time = options.TimeToLive is { } stated
            ? string.Format(CultureInfo.InvariantCulture, "{0:0} ", stated.TotalSeconds) : string.Empty;
        foreach (ZoneRecord record in zone.Records)
        {
            record.ThrowUnlessWritable();
            yield return CmdComment.Line(record.Reason);
            yield return record.Withheld is null
                ? $"dnscmd /recordadd {CmdLiteral.Quote(zone.Name)} {Node(record)} {time}{record.Type} {Data(record)}"
                : CmdComment.Line($"dnscmd /recordadd {zone.Name} {record.Node} {time}{record.Type} {Withheld(record)} : "
                    + record.Withheld);
        }
    }

    /// <summary>The data of a line that is a comment, also of types and texts that no command line carries.</summary>
    private static string Withheld(ZoneRecord record) => record.Value is null ? ZoneRecord.UnknownAddress
        : record.Type is DnsRecordType.MX or DnsRecordType.SRV or DnsRecordType.CNAME or DnsRecordType.PTR ? Data(record)
        : record.Value;

    private static string Storage(string zone, DnsZoneStorage storage) => storage switch
    {
        DnsZoneStorage.File => "/primary /file " + CmdLiteral.Quote(zone + ".dns"),
        DnsZoneStorage.Forest => "/dsprimary /dp /enterprise",
        DnsZoneStorage.Legacy => "/dsprimary /dp /legacy",
        DnsZoneStorage.Domain => "/dsprimary /dp /domain",
        _ => throw ClosedSet.Outside(storage),
    };

    public static string Node(ZoneRecord record) => record.Node == ZoneLiteral.Apex ? ZoneLiteral.Apex : CmdLiteral.Quote(record.Node);

    public static string Data(ZoneRecord record) => record.Type switch
    {
        DnsRecordType.A or DnsRecordType.AAAA => CmdLiteral.Quote(record.Value!),
        DnsRecordType.TXT => string.Join(" ", TextParts.Split(record.Value!, ZoneLiteral.MaximumOctets).Select(CmdLiteral.QuoteAlways)),
        DnsRecordType.MX => string.Format(CultureInfo.InvariantCulture, "{0} {1}", record.Preference, Target(record)),
        DnsRecordType.SRV =>
            string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} {3}", ZoneRecord.ServicePriority, ZoneRecord.ServiceWeight,
                ZoneRecord.ServicePort, Target(record)),
        DnsRecordType.CNAME or DnsRecordType.PTR => Target(record),
        DnsRecordType.Address or DnsRecordType.SOA or DnsRecordType.NS or DnsRecordType.TLSA or DnsRecordType.CAA or _
            => throw ClosedSet.Outside(record.Type),
    };

    private static string Target(ZoneRecord record) => CmdLiteral.Quote(record.Value + ".");
}
