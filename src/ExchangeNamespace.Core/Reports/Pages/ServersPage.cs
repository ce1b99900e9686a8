using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>Each site with its hosts and servers, their versions and the support of these.</summary>
internal static class ServersPage
{
    public static ReportPage Of(ReportRequest request, ReportWords words)
    {
        IReadOnlyList<SupportFacts> servers = SupportFacts.Of(request);
        return new ReportPage("servers", words["servers.title"],
        [
            new Paragraph(words.Format("servers.lead", DayText.Of(request.AsOf))),
            .. request.Plan.Sites.Select(s => Site(s, [.. servers.Where(f => f.Server.Site == s.Name)], request, words)),
            .. request.Certificates.Count == 0 ? [] : new[] { Certificates(request, words) },
        ]);
    }

    /// <summary>The name of a site on a page.</summary>
    public static string NameOf(string site, ReportWords words) => site.Length == 0 ? words["site.only"] : site;

    private static Part Site(PlannedSite site, IReadOnlyList<SupportFacts> servers, ReportRequest request, ReportWords words) => new(
        NameOf(site.Name, words),
        [
            new Terms([
                new Term(words["site.reached"], words[site.InternetFacing ? "yes" : "no"]),
                Host(words["site.external"], site.ExternalHost, words),
                Host(words["site.internal"], site.InternalHost, words),
                request.Plan.Servers.Any(s => s.Site == site.Name && s.ClearsConnectionPoint)
                    ? new Term(words["site.scp"], words["site.scp.cleared"]) : Host(words["site.scp"], site.AutodiscoverHost, words),
                .. site.SiteScope is null ? [] : new[] { new Term(words["site.scope"], string.Join(", ", site.SiteScope)) },
            ]),
            new Table(words.Format("servers.caption", NameOf(site.Name, words)),
                [words["column.server"], words["column.version"], words["column.support"], words["column.addresses"]],
                [.. servers.Select(f => Row(f, request, words))]),
        ]);

    private static Term Host(string label, Fqdn? host, ReportWords words) =>
        new(label, host is null ? words["none"] : (ReportText)TextPart.Code(host.Value));

    private static Cell[] Row(SupportFacts facts, ReportRequest request, ReportWords words)
    {
        SupportState support = facts.Calendar.On(request.AsOf);
        string end = DayText.Of(facts.Calendar.ExtendedEnd);
        return [
            TextPart.Code(facts.Server.Fqdn?.Value ?? facts.Server.Name),
            facts.Build is null ? "Exchange " + facts.Server.Version : facts.Build.Name + " (" + facts.Build.Build + ")",
            new Cell(words.Format("support." + support, end),
                support == SupportState.OutOfSupport || facts.Calendar.ExtendedEnd < request.AsOf.AddYears(1)
                    ? CheckOutcome.Warning : CheckOutcome.Passed),
            facts.Server.Addresses.Count == 0 ? words["unknown.address"] : ReportText.Codes(facts.Server.Addresses),
        ];
    }

    private static Part Certificates(ReportRequest request, ReportWords words) => new(
        words["installed.title"],
        [
            new Table(words["installed.caption"],
                [words["column.names"], words["column.end"], words["column.services"], words["column.servers"], words["column.thumbprint"]],
                [.. request.Certificates.Select(c => (Cell[])
                [
                    ReportText.Codes(c.Names),
                    new Cell(TextPart.Day(c.NotAfter), c.NotAfter < request.AsOf ? CheckOutcome.Failed
                        : c.NotAfter < request.AsOf.AddDays(CertificateEnds.SoonDays) ? CheckOutcome.Warning : CheckOutcome.Passed),
                    c.Services.Count == 0 ? words["unknown"] : string.Join(", ", c.Services),
                    c.Servers.Count == 0 ? words["unknown"] : ReportText.Codes(c.Servers),
                    c.Thumbprint.Length == 0 ? words["unknown"] : (ReportText)TextPart.Code(c.Thumbprint),
                ])]),
        ]);
}
