using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Dns;

/// <summary>
/// The lines of a step before or after the cut-over: the time to live of the addresses and aliases of a zone, and nothing else. A line
/// that finds other data than it expects changes nothing.
/// </summary>
internal static class CutOverLines
{
    /// <summary>The cmdlet clones what it reads, so it needs no type and no address; the other formats state the record.</summary>
    public static bool NeedsData(DnsScriptFormat format) => format != DnsScriptFormat.DnsServer;

    public static IEnumerable<string> Header(NamespacePlan plan, DnsScriptOptions options)
    {
        bool lower = options.CutOverStep == DnsCutOverStep.LowerTimeToLive;
        string seconds = string.Format(CultureInfo.InvariantCulture, "{0:0}", options.TimeToLive!.Value.TotalSeconds);
        yield return $"Namespace {plan.ExternalHost}: a time to live of {seconds} seconds for its addresses and aliases, "
            + $"{options.View} view.";
        yield return lower
            ? "Before the cut-over, by at least the current time to live and the time that other servers of the zone need to follow."
            : "After the cut-over, when every client is right and nothing has to go back.";
        yield return options.Format switch
        {
            DnsScriptFormat.Bind => "Put each line in the place of the same record, and raise the serial number of the zone.",
            DnsScriptFormat.Dnscmd => "Each line takes a record away and adds it again; where it finds no such record, it adds nothing.",
            DnsScriptFormat.DnsServer => "Each line changes the time to live of what the name has, whatever address that is.",
            _ => throw ClosedSet.Outside(options.Format),
        };
    }

    public static IEnumerable<string> Lines(ZoneRecords zone, DnsScriptOptions options) => options.Format switch
    {
        DnsScriptFormat.Bind => Bind(zone, options.TimeToLive!.Value),
        DnsScriptFormat.Dnscmd => Dnscmd(zone, options.TimeToLive!.Value),
        DnsScriptFormat.DnsServer => DnsServer(zone, options.TimeToLive!.Value),
        _ => throw ClosedSet.Outside(options.Format),
    };

    private static IEnumerable<string> Bind(ZoneRecords zone, TimeSpan time)
    {
        yield return ZoneLiteral.Comment($"=== zone {zone.Name}");
        yield return "$ORIGIN " + ZoneLiteral.Name(zone.Name);
        foreach (ZoneRecord record in zone.Records)
        {
            string line = string.Format(CultureInfo.InvariantCulture, "{0} {1:0} IN {2} {3}", ZoneLiteral.RelativeName(record.Node),
                time.TotalSeconds, record.Type, ZoneText.Data(record));
            yield return record.Withheld is null ? line : ZoneLiteral.Comment($"{line} : {record.Withheld}");
        }
    }

    private static IEnumerable<string> Dnscmd(ZoneRecords zone, TimeSpan time)
    {
        yield return CmdComment.Line($"=== zone {zone.Name}");
        foreach (ZoneRecord record in zone.Records)
        {
            if (record.Withheld is { } why)
            {
                yield return CmdComment.Line($"{record.Name} {record.Type} {record.Value ?? ZoneRecord.UnknownAddress} : {why}");
                continue;
            }

            string place = $"{CmdLiteral.Quote(zone.Name)} {DnscmdLines.Node(record)}";
            string data = DnscmdLines.Data(record);
            yield return string.Format(CultureInfo.InvariantCulture,
                "dnscmd /recorddelete {0} {1} {2} /f && dnscmd /recordadd {0} {3:0} {1} {2}", place, record.Type, data, time.TotalSeconds);
        }
    }

    private static IEnumerable<string> DnsServer(ZoneRecords zone, TimeSpan time)
    {
        yield return ScriptComment.Line($"=== zone {zone.Name}");
        foreach (IGrouping<string, ZoneRecord> name in zone.Records.GroupBy(r => r.Node, StringComparer.Ordinal))
        {
            string line = DnsServer(zone.Name, name.Key, time);
            yield return name.All(r => r.Withheld is not null) ? ScriptComment.Line($"{line} : {name.First().Withheld}") : line;
        }
    }

    private static string DnsServer(string zone, string node, TimeSpan time)
    {
        string place = PowerShellLiteral.Quote(zone, LiteralForm.Bare);
        string name = PowerShellLiteral.Quote(node, LiteralForm.DoubleQuoted);
        string stated = PowerShellLiteral.Quote(time.ToString("c"), LiteralForm.DoubleQuoted);

        // The cmdlet gives the names below the node as well, and the two objects of a change must not be the same one.
        return $"Get-DnsServerResourceRecord -ZoneName {place} -Name {name} | "
            + $"Where-Object {{ $_.HostName -eq {name} -and 'A', 'AAAA', 'CNAME' -contains $_.RecordType }} | "
            + "ForEach-Object { $New = New-Object -TypeName Microsoft.Management.Infrastructure.CimInstance -ArgumentList $_; "
            + $"$New.TimeToLive = [TimeSpan] {stated}; "
            + $"Set-DnsServerResourceRecord -ZoneName {place} -OldInputObject $_ -NewInputObject $New }}";
    }
}
