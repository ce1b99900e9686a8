using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>What a report says: its pages, chosen by the audience.</summary>
internal static class ReportBuilder
{
    private const ReportAudience Everyone = ReportAudience.All;

    /// <summary>The report of a request.</summary>
    public static ReportDocument Build(ReportRequest request)
    {
        ReportWords words = ReportWords.In(request.Language);
        IReadOnlyList<Issue> issues = Issue.Of(request);
        return new ReportDocument(
            request.Title is { Length: > 0 } title ? title : words.Format("report.title", request.Plan.ExternalHost.Value),
            words.Format("report.subtitle", request.Plan.ExternalHost.Value, words.Name(request.Audience), DayText.Of(request.AsOf)),
            [.. Pages(request, issues, words).Where(p => p.IsFor(request.Audience)).Select(p => p.Make())],
            words);
    }

    private static IEnumerable<PageChoice> Pages(ReportRequest request, IReadOnlyList<Issue> issues, ReportWords words)
    {
        NamespacePlan plan = request.Plan;
        yield return new(() => SummaryPage.Of(request, issues, words), AllAudiences);
        yield return new(() => DrawingPages.Namespace(request, words), AllAudiences);
        yield return new(() => DrawingPages.Time(request, words), [ReportAudience.Management, ReportAudience.Certificate]);
        yield return new(() => NamesPage.Of(plan, words), [ReportAudience.Dns, ReportAudience.Certificate]);
        yield return new(() => ServersPage.Of(request, words), [ReportAudience.Management]);
        yield return new(() => CertificatePage.Of(request, words), [ReportAudience.Certificate]);
        yield return new(() => DnsPage.Of(plan, words), [ReportAudience.Dns]);
        yield return new(() => FirewallPage.Of(plan, words), [ReportAudience.Firewall]);
        yield return new(() => LinesPage.Of(plan, words), []);
        if (request.State is { } state)
        {
            yield return new(() => DifferencesPage.Of(plan, state, words), []);
        }

        if (request.Reference is { } reference)
        {
            yield return new(() => ChangePage.Of(plan, reference, words), [ReportAudience.Management]);
        }

        yield return new(() => FindingsPage.Of(request, issues, words), AllAudiences);
        yield return new(() => FindingsPage.Explanations(issues, words), AllAudiences);
        yield return new(() => AppendixPages.Glossary(words), AllAudiences);
        yield return new(() => AppendixPages.Origin(request, words), AllAudiences);
    }

    private static ReportAudience[] AllAudiences { get; } =
        [ReportAudience.Management, ReportAudience.Dns, ReportAudience.Firewall, ReportAudience.Certificate];

    private sealed record PageChoice(Func<ReportPage> Make, ReportAudience[] Audiences)
    {
        public bool IsFor(ReportAudience audience) => audience == Everyone || Audiences.Contains(audience);
    }
}
