using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using ExchangeNamespace.Reports;
using ExchangeNamespace.Tests.Reports;
using Microsoft.Playwright;
using Xunit;

namespace ExchangeNamespace.Browser.Tests;

/// <summary>Whole reports in a real browser: on screens of every width, in light and dark, without scripts, and on paper.</summary>
public class ReportTests(TestBrowser browser)
{
    public static TheoryData<string, ReportLanguage> Reports
    {
        get
        {
            TheoryData<string, ReportLanguage> reports = [];
            foreach (string name in ReportSamples.All)
            {
                reports.Add(name, ReportLanguage.En);
                reports.Add(name, ReportLanguage.De);
            }

            return reports;
        }
    }

    /// <summary>What reaches over the edge of the view port, outside the containers that scroll.</summary>
    private const string TooWide = """
        () => [...document.body.querySelectorAll('*')]
          .filter(e => !e.closest('.skip, .quiet') && !e.parentElement.closest('.scroll'))
          .filter(e => e.getClientRects().length > 0 && e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
          .map(e => e.outerHTML.slice(0, 200))
          .concat(document.documentElement.scrollWidth > innerWidth ? ['the page: ' + document.documentElement.scrollWidth] : [])
          .concat([...document.body.querySelectorAll('*')].filter(e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
            && !e.matches('.scroll[role=group][tabindex="0"][aria-label]')).map(e => 'scrolls: ' + e.outerHTML.slice(0, 200)))
        """;

    private const string Shown = "() => [...document.querySelectorAll('svg')].filter(s => s.getClientRects().length > 0).map(s => s.classList.contains('exn-narrow'))";

    /// <summary>The text that is shown, without the buttons.</summary>
    private const string Text = "() => { document.querySelectorAll('button').forEach(b => b.remove()); return document.body.innerText; }";

    /// <summary>The rule that a colour scheme can break.</summary>
    private static AxeRunOptions Colours => new() { RunOnly = RunOnlyOptions.Rules("color-contrast") };

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Nothing_is_fetched_refused_or_wider_than_the_screen(string name, ReportLanguage language)
    {
        await using TestPage page = await browser.OpenAsync();
        await page.ShowAsync(Html(name, language));
        foreach (int width in new[] { 320, 768, 1280, 1920 })
        {
            await page.Page.SetViewportSizeAsync(width, 900);
            Assert.Empty((await page.Page.EvaluateAsync<string[]>(TooWide)).Select(e => $"{width}: {e}"));
        }

        Assert.Empty(page.Messages);
        Assert.Empty(page.Requests);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Axe_finds_nothing_in_light_and_dark(string name, ReportLanguage language)
    {
        await using TestPage page = await browser.OpenAsync();
        await page.ShowAsync(Html(name, language));
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            AxeResult result = scheme == ColorScheme.Light ? await page.Page.RunAxe() : await page.Page.RunAxe(Colours);
            Assert.NotEmpty(result.Passes);
            Assert.Empty(result.Violations.Select(v => $"{scheme} {v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Html))})"));
        }

        Assert.Empty(page.Messages);
    }

    [Theory]
    [InlineData(375, true)]
    [InlineData(1280, false)]
    public async Task The_drawing_has_the_form_for_the_screen_and_paper_has_the_wide_one(int width, bool narrow)
    {
        await using TestPage page = await browser.OpenAsync(width);
        await page.ShowAsync(Html("coexistence", ReportLanguage.En));
        bool[] onScreen = await page.Page.EvaluateAsync<bool[]>(Shown);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        bool[] onPaper = await page.Page.EvaluateAsync<bool[]>(Shown);

        Assert.Equal(3, onScreen.Length);
        Assert.Contains(narrow, onScreen);
        Assert.Equal(3, onPaper.Length);
        Assert.DoesNotContain(true, onPaper);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_copy_button_copies_the_lines_beside_it(bool secure)
    {
        await using TestPage page = await browser.OpenAsync();
        await page.ShowAsync(Html("article", ReportLanguage.En), secure);
        ILocator button = page.Page.Locator("button[data-copy]").Last;
        string lines = (await page.Page.Locator("#" + await button.GetAttributeAsync("data-copy")).TextContentAsync())!;
        await button.ClickAsync();
        await Assertions.Expect(button).ToContainTextAsync((await button.GetAttributeAsync("data-copied"))!, new() { Timeout = 60_000 });
        await page.Page.EvaluateAsync("() => document.body.prepend(document.createElement('textarea'))");
        await page.Page.Locator("textarea").FocusAsync();
        await page.Page.Keyboard.PressAsync("Control+V");

        Assert.Equal(lines.TrimEnd(), (await page.Page.Locator("textarea").InputValueAsync()).TrimEnd());
        Assert.Empty(page.Messages);
        Assert.Empty(page.Requests);
    }

    [Fact]
    public async Task All_can_be_read_without_scripts()
    {
        string html = Html("coexistence", ReportLanguage.En);
        await using TestPage with = await browser.OpenAsync();
        await using TestPage without = await browser.OpenAsync(scripts: false);
        await with.ShowAsync(html);
        await without.ShowAsync(html);

        Assert.Equal(0, await without.Page.Locator("button:visible").CountAsync());
        Assert.NotEqual(0, await with.Page.Locator("button:visible").CountAsync());
        Assert.Equal(await with.Page.EvaluateAsync<string>(Text), await without.Page.EvaluateAsync<string>(Text));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task No_row_of_a_table_is_cut_by_the_end_of_a_sheet(string name, ReportLanguage language)
    {
        await using TestPage page = await browser.OpenAsync();
        await page.ShowAsync(Html(name, language));
        int marks = await page.Page.EvaluateAsync<int>(PrintedRows.Mark);
        foreach (string format in new[] { "A4", "Letter" })
        {
            byte[] pdf = await page.Page.PdfAsync(new PagePdfOptions { Format = format, PreferCSSPageSize = false, PrintBackground = true });
            IReadOnlyList<(int Row, int Sheet)> found = PrintedRows.In(pdf);

            Assert.Equal(marks, found.Count);
            Assert.Empty(found.Distinct().GroupBy(f => f.Row).Where(g => g.Count() > 1).Select(g => $"{format}: row {g.Key} lies on sheets {string.Join(", ", g.Select(f => f.Sheet))}"));
        }
    }

    private static string Html(string name, ReportLanguage language) => ReportSamples.Html(ReportSamples.Request(name) with { Language = language });
}
