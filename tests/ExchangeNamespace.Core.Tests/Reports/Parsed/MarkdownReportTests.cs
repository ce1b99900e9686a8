using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Reports.Pages;
using ExchangeNamespace.Reports.Writing;
using ExchangeNamespace.Tests.Support;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;
using Table = Markdig.Extensions.Tables.Table;

namespace ExchangeNamespace.Tests.Reports.Parsed;

/// <summary>The Markdown of reports, read by a reader with the extensions of GitHub, and formulas, footnotes and definitions.</summary>
public class MarkdownReportTests
{
    private static readonly MarkdownPipeline Reader = new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseTaskLists().UseFootnotes()
        .UseMathematics().UseDefinitionLists().Build();

    public static TheoryData<string> Samples => [.. ReportSamples.All];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_report_is_headings_tables_lists_and_blocks(string name)
    {
        MarkdownDocument report = Markdown.Parse(ReportSamples.Markdown(ReportSamples.Request(name)), Reader);

        Assert.Equal(["## "], report.OfType<HeadingBlock>().Where(h => h.Level == 2).Select(h => "## ").Distinct());
        Assert.NotEmpty(report.OfType<Table>());
        Assert.Contains(report.OfType<FencedCodeBlock>(), b => b.Info == "mermaid");
        Assert.All(report.Descendants<LinkInline>(), l => Assert.StartsWith("#", l.Url, StringComparison.Ordinal));
        Assert.Empty(report.Descendants<AutolinkInline>());
        Assert.All(report.OfType<Table>(), t => Assert.Single(t.OfType<TableRow>().Select(r => r.Count).Distinct()));
    }

    [Fact]
    [Trait("Takes", "Long")]
    public void Whatever_the_texts_are_the_structure_stays_the_same()
    {
        ReportRequest request = ReportSamples.Request("coexistence") with { Title = "Title" };

        HostileTexts.Source.Sample(
            source =>
            {
                ReportDocument report = ReportBuilder.Build(Refilled.Of(request, source));
                Assert.Equal(Skeleton(MarkdownReport.Write(PlainDocument.Of(report))), Skeleton(MarkdownReport.Write(report)));
            },
            iter: RandomCases.Of(usual: 40, full: 100),
            threads: 1,
            print: _ => "(texts)");
    }

    /// <summary>Blocks with their depth, and every inline that is more than text.</summary>
    private static IReadOnlyList<string> Skeleton(string text) => [.. Markdown.Parse(text, Reader).Descendants().Select(d => d switch
    {
        HeadingBlock heading => "h" + heading.Level,
        FencedCodeBlock code => "code " + code.Info,
        LinkInline link => "link " + link.Url,
        HtmlInline html => html.Tag,
        EmphasisInline emphasis => "emphasis " + emphasis.DelimiterChar,
        Block block => block.GetType().Name,
        AutolinkInline link => "autolink " + link.Url,
        LiteralInline or CodeInline or HtmlEntityInline or LineBreakInline or ContainerInline => string.Empty,
        _ => d.GetType().Name,
    }).Where(d => d.Length > 0)];
}
