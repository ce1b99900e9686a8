using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;
using ExchangeNamespace.Reports.Drawing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>The two drawings: the namespace, and the time line of certificates and support.</summary>
internal static class DrawingPages
{
    public static ReportPage Namespace(ReportRequest request, ReportWords words) => new("namespace", words["drawing.title"],
    [
        new Paragraph(words["drawing.lead"]),
        .. request.Reference is { } before
            ?
            [
                new Part(words["drawing.after"], [Draw(request.Plan, words)]),
                new Part(words["drawing.before"], [Draw(before, words)]),
            ]
            : new ReportBlock[] { Draw(request.Plan, words) },
    ]);

    public static ReportPage Time(ReportRequest request, ReportWords words)
    {
        TimeLineEntry[] entries = [.. Supports(request, words), .. Certificates(request, words), .. MigrationSpans.Of(request, words)];
        return new ReportPage("time", words["time.title"],
        [
            new Paragraph(words.Format("time.lead", DayText.Of(request.AsOf))),
            .. request.Calendar.Count > 0 ? [new Paragraph(words["time.steps"])] : Array.Empty<ReportBlock>(),
            new Drawn(TimeLine.Draw(entries, request.AsOf, Words(words)), words["time.caption"]),
            new Table(words["time.table"], [words["column.item"], words["column.begin"], words["column.last"]],
                [.. entries.OrderBy(e => e.End).Select(e => (Cell[])[e.Label, e.Start is { } begin ? TextPart.Day(begin) : string.Empty,
                    TextPart.Day(e.End!.Value)])]),
            .. request.Certificates.Count == 0 ? [new Remark(words["time.noCertificates"])] : Array.Empty<ReportBlock>(),
        ]);
    }

    private static Drawn Draw(NamespacePlan plan, ReportWords words) => new(
        NamespaceDrawing.Draw(plan, Words(words)), words.Fill("drawing.caption", TextPart.Code(plan.ExternalHost.Value)));

    private static IEnumerable<TimeLineEntry> Supports(ReportRequest request, ReportWords words) => SupportFacts.Of(request)
        .Select(f => (Product: f.Build?.Product ?? f.Server.Version.Product, f.Calendar.ExtendedEnd)).Distinct()
        .OrderBy(f => f.Product)
        .Select(f => new TimeLineEntry
        {
            Kind = TimeLineKind.Support,
            Label = words.Format("time.support", ExchangeVersionReader.ProductText(f.Product)),
            End = f.ExtendedEnd,
        });

    private static IEnumerable<TimeLineEntry> Certificates(ReportRequest request, ReportWords words) => request.Certificates
        .Select(c => new TimeLineEntry
        {
            Kind = TimeLineKind.Certificate,
            Label = words.Format("time.certificate", c.Names.Count > 0 ? c.Names[0] : c.Thumbprint),
            Start = c.NotBefore,
            End = c.NotAfter,
        });

    /// <summary>Each word of a drawing stands in the table of words under its name.</summary>
    private static DrawingWords Words(ReportWords words)
    {
        DrawingWords drawing = new();
        foreach (PropertyInfo word in typeof(DrawingWords).GetProperties())
        {
            word.SetValue(drawing, words[nameof(DrawingWords) + "." + word.Name]);
        }

        return drawing;
    }
}
