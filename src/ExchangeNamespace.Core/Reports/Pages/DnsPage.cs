using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>A record sheet for each view and zone, for the team that runs it.</summary>
internal static class DnsPage
{
    public static ReportPage Of(NamespacePlan plan, ReportWords words) => new("dns", words["dns.title"],
    [
        new Paragraph(words["dns.lead"]),
        new Terms([.. plan.Zones.Select(z => new Term(TextPart.Code(z.Name.Value), words["DnsModelText." + z.Model]))]),
        .. new[] { DnsView.External, DnsView.Internal }.Select(v => View(plan, v, words)),
        new Remark(words.Fill("dns.scripts", TextPart.Code("Export-DnsScript"))),
    ]);

    private static Part View(NamespacePlan plan, DnsView view, ReportWords words)
    {
        IReadOnlyList<ZoneRecords> zones = Zones(plan, view);
        return new Part(words["dns." + view], zones.Count == 0
            ? [new Paragraph(words["dns.nothing"])]
            : [.. zones.SelectMany(z => Zone(z, view, words))]);
    }

    private static IEnumerable<ReportBlock> Zone(ZoneRecords zone, DnsView view, ReportWords words)
    {
        yield return new Table(
            words.Fill("dns.caption", TextPart.Code(zone.Name), new TextPart(words.Name(view)), new TextPart(words.Name(zone.Origin))),
            [words["column.record"], words["column.type"], words["column.value"], words["column.why"]],
            [.. zone.Records.Select(r => Row(r, words))]);
        if (zone.Note is not null)
        {
            yield return new Paragraph(TextPart.English(zone.Note));
        }
    }

    private static Cell[] Row(ZoneRecord record, ReportWords words) =>
    [
        TextPart.Code(record.Name),
        record.Type.ToString(),
        record.Value is null ? new Cell(words["unknown.address"], CheckOutcome.Unknown)
            : new Cell(TextPart.Code(record.Data), record.Withheld is null ? null : CheckOutcome.Warning),
        record.Withheld is null ? TextPart.English(record.Reason) : TextPart.English(record.Reason + " (" + record.Withheld + ")"),
    ];

    /// <summary>What Export-DnsScript writes for the view.</summary>
    private static IReadOnlyList<ZoneRecords> Zones(NamespacePlan plan, DnsView view)
    {
        List<InputFault> faults = [];
        DnsScriptInput input = new() { View = view, Format = DnsScriptFormat.DnsServer, PlannedSpf = PlannedSpf.Of(plan) };
        return DnsScript.Build(plan, input, faults)?.Zones ?? [];
    }
}
