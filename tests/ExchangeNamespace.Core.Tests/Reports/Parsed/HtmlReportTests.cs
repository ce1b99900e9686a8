using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Reports.Pages;
using ExchangeNamespace.Reports.Writing;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Reports.Parsed;

/// <summary>The HTML of reports, read as a browser reads it.</summary>
public class HtmlReportTests
{
    public static TheoryData<string> Samples => [.. ReportSamples.All];

    private static readonly HashSet<string> SvgElements = ["svg", "title", "desc", "rect", "path", "text", "tspan", "g", "polyline", "polygon", "line", "circle"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_file_holds_everything_itself_and_its_policy_allows_nothing_else(string name)
    {
        IHtmlDocument page = Parse(ReportSamples.Html(ReportSamples.Request(name)));
        string policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;

        Assert.Equal("default-src 'none'; style-src " + Hash(page.QuerySelector("style")!) + "; script-src " + Hash(page.QuerySelector("script")!)
            + "; base-uri 'none'; form-action 'none'", policy);
        Assert.Empty(page.QuerySelectorAll("link, img, iframe, object, embed, form, base, video, audio"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name is "style" or "src" || a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("[href]"), a => Assert.StartsWith("#", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_structure_is_one_that_can_be_read_aloud(string name)
    {
        IHtmlDocument page = Parse(ReportSamples.Html(ReportSamples.Request(name) with { Language = ReportLanguage.De }));
        int[] headings = [.. page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.LocalName[1] - '0')];
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(e => e.Id!)];

        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(1, headings.Count(h => h == 1));
        Assert.All(headings.Skip(1).Zip(headings), h => Assert.True(h.First <= h.Second + 1, "A level of headings is left out."));
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("a[href]"), a => Assert.Contains(a.GetAttribute("href")!.Substring(1), ids));
        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotEmpty(t.QuerySelector("caption")!.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll("th"), h => Assert.Contains(h.GetAttribute("scope"), new[] { "col", "row" }));
        Assert.All(page.QuerySelectorAll("table"), t => Assert.All(t.QuerySelectorAll("tr"), r => Assert.Equal(t.QuerySelectorAll("thead th").Length, r.Children.Length)));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("nav[aria-label]"));
        Assert.All(page.QuerySelectorAll("[tabindex='0']"), e => Assert.NotEmpty(e.GetAttribute("aria-label")!));
    }

    [Theory]
    [InlineData("Use pinpoint zones (-DnsModel Pinpoint) or -InternalHost.", "-DnsModel,-InternalHost")]
    [InlineData("A split-DNS zone, 2026-06-01, -1, --help and a-Name have no parameter name.", "")]
    [InlineData("<b>-Bold</b> \" -Quoted' -&amp;", "-Quoted")]
    public void A_parameter_name_in_a_sentence_stays_on_one_line(string sentence, string names)
    {
        IElement element = Parse(HtmlText.Sentences(sentence)).Body!;

        Assert.Equal(sentence, element.TextContent);
        Assert.Equal(names, string.Join(",", element.QuerySelectorAll("span.whole").Select(e => e.TextContent)));
    }

    /// <summary>Each report holds several hundred such texts: 20,000 and more in all.</summary>
    [Fact]
    [Trait("Takes", "Long")]
    public void Whatever_the_texts_are_the_elements_stay_the_same()
    {
        ReportRequest request = ReportSamples.Request("coexistence") with { Title = "Title" };

        HostileTexts.Source.Sample(
            source =>
            {
                ReportDocument report = ReportBuilder.Build(Refilled.Of(request, source));
                IHtmlDocument page = Parse(HtmlReport.Write(report));
                Assert.Equal(Skeleton(Parse(HtmlReport.Write(PlainDocument.Of(report)))), Skeleton(page));
                Assert.All(page.QuerySelectorAll("svg *"), e => Assert.Contains(e.LocalName, SvgElements));
                Assert.All(page.QuerySelectorAll("svg *").SelectMany(e => e.Attributes), a => Assert.False(a.Name.StartsWith("on", StringComparison.Ordinal)));
            },
            iter: RandomCases.Of(usual: 40, full: 100),
            threads: 1,
            print: _ => "(texts)");
    }

    [Fact]
    public void A_text_comes_out_as_it_went_in()
    {
        const string Title = "a<b>&amp;\"c'd</title><script>x</script>";
        IHtmlDocument page = Parse(ReportSamples.Html(ReportSamples.Request("article") with { Title = Title }));

        Assert.Equal(Title, page.Title);
        Assert.Equal(Title, page.QuerySelector("h1")!.TextContent);
    }

    /// <summary>Elements with the names of their attributes, and the values that no text decides. Drawings are laid out by their texts.</summary>
    private static IReadOnlyList<string> Skeleton(IHtmlDocument page) => [.. page.All
        .Where(e => e.Closest("svg") is null && !e.Matches("[lang] > span[class=whole]"))
        .Select(e => e.LocalName + string.Concat(e.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal)
            .Select(a => " " + a.Name + (a.Name is "aria-label" or "content" ? string.Empty : "=" + a.Value))))];

    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(html);

    private static string Hash(IElement element) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.TextContent))) + "'";
}
