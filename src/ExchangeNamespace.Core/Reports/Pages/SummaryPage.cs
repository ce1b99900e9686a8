using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Pages;

/// <summary>The verdict, the most urgent things and the numbers at a glance.</summary>
internal static class SummaryPage
{
    private const int MostUrgent = 3;

    public static ReportPage Of(ReportRequest request, IReadOnlyList<Issue> issues, ReportWords words) =>
        new("summary", words["summary.title"], [Verdict(request, words), Numbers(request, words), Urgent(issues, words)]);

    /// <summary>Without results nothing is known, whatever the plan looks like.</summary>
    private static VerdictBlock Verdict(ReportRequest request, ReportWords words)
    {
        CheckOutcome outcome = request.Results.Count == 0 ? CheckOutcome.Unknown
            : CheckSummary.Worst(request.Results.Select(r => r.Outcome));
        return new VerdictBlock(outcome, words["verdict." + outcome], request.Results.Count == 0 ? words["verdict.nothing"]
            : words.Format("verdict.counts", request.Results.Count, Count(CheckOutcome.Failed), Count(CheckOutcome.Unknown),
                Count(CheckOutcome.Warning), Count(CheckOutcome.Passed)));

        int Count(CheckOutcome wanted) => request.Results.Count(r => r.Outcome == wanted);
    }

    private static Figures Numbers(ReportRequest request, ReportWords words)
    {
        int servers = request.Plan.Servers.Count;
        int names = NamespaceNames.Of(request.Plan).Count;
        int supported = SupportFacts.Of(request).Count(s => s.Calendar.On(request.AsOf) != Builds.SupportState.OutOfSupport);
        List<KeyFigure> figures = [
            new(Text(names), words.Count("figure.names", names)),
            new(Text(servers), words.Count("figure.servers", servers)),
            new(Text(request.Plan.Sites.Count), words.Count("figure.sites", request.Plan.Sites.Count)),
            new(words.Format("figure.of", supported, servers), words["figure.supported"],
                supported == servers ? CheckOutcome.Passed : CheckOutcome.Warning),
        ];
        if (CertificateEnds.First(request) is { } end)
        {
            figures.Add(new(DayText.Of(end), words[end < request.AsOf ? "figure.certificateEnded" : "figure.certificateEnd"],
                end < request.AsOf ? CheckOutcome.Failed
                    : end < request.AsOf.AddDays(CertificateEnds.SoonDays) ? CheckOutcome.Warning : CheckOutcome.Passed));
        }

        return new Figures(figures);
    }

    private static Part Urgent(IReadOnlyList<Issue> issues, ReportWords words)
    {
        (Issue Issue, int Index)[] urgent = [
            .. issues.Select((issue, index) => (issue, index)).Where(i => i.issue.Outcome != CheckOutcome.Passed).Take(MostUrgent)];
        return new Part(words["urgent.title"], urgent.Length == 0
            ? [new Paragraph(words["urgent.none"])]
            : [.. urgent.Select(u => IssueParts.Brief(u.Issue, u.Index, words))]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
