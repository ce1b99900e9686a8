using System;
using System.Threading.Tasks;
using CsCheck;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Reports.Pages;
using ExchangeNamespace.Reports.Writing;
using ExchangeNamespace.Tests.Reports;
using ExchangeNamespace.Tests.Reports.Parsed;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Browser.Tests;

/// <summary>Texts that mean something in a page stay texts in a real browser.</summary>
public class ReportInjectionTests(TestBrowser browser)
{
    /// <summary>Fewer texts than one report holds.</summary>
    private const int TextsOfOneReport = 200;

    /// <summary>
    /// The elements with their attributes and the values that no text decides. Drawings are laid out by their texts, and parameter names
    /// that a text holds are kept on one line.
    /// </summary>
    private const string Skeleton = """
        () => [...document.querySelectorAll('*')].filter(e => !e.closest('svg') && !e.matches('[lang] > span[class=whole]')).map(e => e.localName + [...e.attributes]
          .map(a => ' ' + a.name + (['aria-label', 'content'].includes(a.name) ? '' : '=' + a.value)).sort().join('')).join('\n')
        """;

    /// <summary>What stands in a drawing beside the elements, attributes and classes of drawings.</summary>
    private const string Strange = """
        () => [...document.querySelectorAll('svg, svg *')].filter(e => !['svg', 'title', 'desc', 'rect', 'path', 'text', 'g'].includes(e.localName)
          || [...e.attributes].some(a => !['xmlns', 'class', 'role', 'viewBox', 'width', 'height', 'x', 'y', 'rx', 'd', 'textLength', 'lengthAdjust'].includes(a.name)
            || !/^[-\w .:\/]*$/.test(a.value))).map(e => e.outerHTML.slice(0, 300))
        """;

    [Fact]
    [Trait("Takes", "Long")]
    public async Task Hostile_texts_make_no_element_attribute_script_or_request()
    {
        int wanted = RandomCases.Of(usual: 1_000, full: 20_000);
        int texts = 0;
        ReportRequest request = ReportSamples.Request("coexistence") with { Title = "Title" };
        await using TestPage page = await browser.OpenAsync();
        await HostileTexts.Source.SampleAsync(
            async source =>
            {
                ReportDocument report = ReportBuilder.Build(Refilled.Of(request, (text, isInLine) =>
                {
                    texts++;
                    return source(text, isInLine);
                }));
                await page.ShowAsync(HtmlReport.Write(PlainDocument.Of(report)));
                string expected = await page.Page.EvaluateAsync<string>(Skeleton);
                await page.ShowAsync(HtmlReport.Write(report));

                Assert.Equal(expected, await page.Page.EvaluateAsync<string>(Skeleton));
                Assert.Empty(await page.Page.EvaluateAsync<string[]>(Strange));
                Assert.Empty(page.Messages);
                Assert.Empty(page.Requests);
            },
            iter: wanted / TextsOfOneReport,
            threads: 1,
            print: _ => "(texts)");
        TestContext.Current.TestOutputHelper?.WriteLine($"{texts} texts");
        Assert.True(texts >= wanted, $"{texts} texts are fewer than {wanted}.");
    }
}
