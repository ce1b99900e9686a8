using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Reports.Pages;
using ExchangeNamespace.Tests.Verdicts;
using Xunit;

namespace ExchangeNamespace.Tests.Reports;

public class ReportBuilderTests
{
    [Theory]
    [InlineData(ReportAudience.All, "summary,namespace,time,names,servers,certificates,dns,firewall,lines,differences,change,findings,explanations,glossary,origin")]
    [InlineData(ReportAudience.Management, "summary,namespace,time,servers,change,findings,explanations,glossary,origin")]
    [InlineData(ReportAudience.Dns, "summary,namespace,names,dns,findings,explanations,glossary,origin")]
    [InlineData(ReportAudience.Firewall, "summary,namespace,firewall,findings,explanations,glossary,origin")]
    [InlineData(ReportAudience.Certificate, "summary,namespace,time,names,certificates,findings,explanations,glossary,origin")]
    public void The_audience_chooses_the_pages(ReportAudience audience, string pages) =>
        Assert.Equal(pages, string.Join(",", ReportBuilder.Build(ReportSamples.Request("coexistence") with { Audience = audience }).Pages.Select(p => p.Id)));

    [Fact]
    public void Without_state_and_reference_nothing_is_compared() =>
        Assert.Empty(Pages(ReportSamples.Request("article")).Select(p => p.Id).Intersect(["differences", "change"]));

    [Fact]
    public void Without_results_the_verdict_is_unknown_and_the_report_says_so()
    {
        VerdictBlock verdict = Verdict(ReportSamples.Request("three-sites"));

        Assert.Equal(CheckOutcome.Unknown, verdict.Outcome);
        Assert.Equal("The report was made without results of checks. It shows what is planned; whether it works is not known.", verdict.Text.ToString());
    }

    [Fact]
    public void The_worst_result_is_the_verdict_and_all_are_counted()
    {
        VerdictBlock verdict = Verdict(ReportSamples.Request("coexistence"));

        Assert.Equal(CheckOutcome.Failed, verdict.Outcome);
        Assert.Equal("5 checks: 2 failed, 1 unknown, 1 with a warning, 1 passed.", verdict.Text.ToString());
    }

    [Fact]
    public void A_result_beside_the_verdict_that_holds_it_counts_once()
    {
        ExchangeNamespace.Verdicts.NamespaceVerdict verdict = Results.Verdict(Results.Of("EX01", CheckOutcome.Failed));

        Assert.Single(ReportResult.Of([.. verdict.Results, verdict]));
    }

    [Fact]
    public void The_three_worst_things_stand_first_and_lead_to_their_findings()
    {
        ReportPage summary = Pages(ReportSamples.Request("coexistence"))[0];
        Part[] urgent = [.. summary.Blocks.OfType<Part>().Single().Blocks.OfType<Part>()];

        Assert.Equal([CheckOutcome.Failed, CheckOutcome.Failed, CheckOutcome.Unknown], urgent.Select(u => u.Outcome!.Value));
        Assert.Equal(["finding-1", "finding-2", "finding-3"], urgent.Select(u => ((Paragraph)u.Blocks[u.Blocks.Count - 1]).Text.Parts.Single().Target));
    }

    [Fact]
    public void What_has_the_same_remedy_is_one_finding()
    {
        ReportRequest request = ReportSamples.Request("article") with
        {
            Results = ReportResult.Of([Results.Verdict(Results.Of("EX01", CheckOutcome.Failed), Results.Of("EX02", CheckOutcome.Failed))]),
        };

        Assert.Equal(["EX01", "EX02"], Issue.Of(request)[0].Cases.Select(c => c.Subject));
    }

    [Fact]
    public void Each_finding_of_the_plan_is_in_the_report_once()
    {
        NamespacePlan plan = ReportSamples.ThreeSites();
        IssueCase[] cases = [.. Issue.Of(ReportSamples.Of(plan)).SelectMany(i => i.Cases)];

        Assert.Equal(plan.Findings.Concat(plan.Notes).Select(f => f.Subject + f.Message).OrderBy(f => f, StringComparer.Ordinal),
            cases.Select(c => c.Subject + c.Message).OrderBy(f => f, StringComparer.Ordinal));
    }

    [Fact]
    public void Each_link_leads_to_an_anchor_of_the_report()
    {
        foreach (string name in ReportSamples.All)
        {
            IReadOnlyList<ReportPage> pages = Pages(ReportSamples.Request(name));
            List<string> anchors = [.. pages.Select(p => p.Id)];
            List<string> targets = [];
            foreach (ReportBlock block in pages.SelectMany(p => p.Blocks))
            {
                Collect(block, anchors, targets);
            }

            Assert.Equal(anchors.Distinct(), anchors);
            Assert.Empty(targets.Except(anchors));
        }
    }

    [Fact]
    public void Names_have_the_services_that_carry_them()
    {
        NamespaceName[] names = [.. NamespaceNames.Of(ReportSamples.Article())];

        Assert.Equal(["autodiscover.shudnow.net", "webmail.shudnow.local", "webmail.shudnow.net"], names.Select(n => n.Name).OrderBy(n => n, StringComparer.Ordinal));
        Assert.Contains(ClientService.EWS, names.Single(n => n.Name == "webmail.shudnow.net").Services[DnsView.External]);
        Assert.Contains(ClientService.Autodiscover, names.Single(n => n.Name == "webmail.shudnow.local").Services[DnsView.Internal]);
        Assert.Equal(["autodiscover"], names.Single(n => n.Name == "autodiscover.shudnow.net").Roles);
        Assert.All(names, n => Assert.Equal([1], n.Certificates));
    }

    private static void Collect(ReportBlock block, List<string> anchors, List<string> targets)
    {
        switch (block)
        {
            case Part part:
                anchors.AddRange(part.Id is null ? [] : [part.Id]);
                targets.AddRange(TargetsOf(part.Heading));
                foreach (ReportBlock inner in part.Blocks)
                {
                    Collect(inner, anchors, targets);
                }

                break;
            case Paragraph paragraph:
                targets.AddRange(TargetsOf(paragraph.Text));
                break;
            case Terms terms:
                anchors.AddRange(terms.Rows.Select(t => t.Id).OfType<string>());
                break;
            default:
                break;
        }
    }

    private static IEnumerable<string> TargetsOf(ReportText text) => text.Parts.Select(p => p.Target).OfType<string>();

    private static IReadOnlyList<ReportPage> Pages(ReportRequest request) => ReportBuilder.Build(request).Pages;

    private static VerdictBlock Verdict(ReportRequest request) => Pages(request)[0].Blocks.OfType<VerdictBlock>().Single();
}
