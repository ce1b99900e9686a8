using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using ExchangeNamespace.Reports.Drawing;
using ExchangeNamespace.Tests.Reports;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Browser.Tests;

/// <summary>The rectangles that a drawing states for its texts hold in a real browser with a real font.</summary>
public class DrawingTests(TestBrowser browser)
{
    /// <summary>
    /// Where the browser would draw each text, in pixels of the picture: x, y, width and height in a row for each picture. Each picture is
    /// laid out and taken away again before anything is painted.
    /// </summary>
    private const string Measure = """
        pictures => { const main = document.querySelector('main'); return pictures.map(picture => { main.innerHTML = picture;
          const boxes = [...main.querySelectorAll('text')].map(text => text.getBBox()); main.innerHTML = '';
          return boxes.flatMap(box => [box.x, box.y, box.width, box.height]); }); }
        """;

    private static readonly DrawingWords Words = new();

    [Fact]
    public async Task Random_plans_have_no_text_over_another_or_outside_its_box()
    {
        Picture[] pictures = [.. Enumerable.Range(0, RandomCases.Of(usual: 25, full: 200)).Select(DrawingPlans.Random).Select(p => NamespaceDrawing.Draw(p, Words))
            .SelectMany(p => new[] { p, p.Narrow! })];
        await using TestPage page = await browser.OpenAsync();
        await page.ShowAsync(Html([]));
        float[][] measured = await page.Page.EvaluateAsync<float[][]>(Measure, pictures.Select(p => SvgWriter.Write(p.Alone())).ToArray());

        Assert.Empty(page.Messages);
        Assert.Empty(page.Requests);
        Assert.Equal(pictures.Select(p => p.Labels.Count * 4), measured.Select(m => m.Length));
        List<string> faults = [];
        for (int i = 0; i < pictures.Length; i++)
        {
            faults.AddRange(Faults(pictures[i], measured[i]));
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_table_of_glyph_widths_holds_for_each_character_and_style()
    {
        string characters = string.Concat(Enumerable.Range(' ' + 1, '~' - ' ').Concat(Enumerable.Range(0xC0, 0x180 - 0xC0)).Append(0xB7).Append(0xD7)
            .Append(0x2013).Append(0x2026).Append(0x2192).Select(c => (char)c));
        LabelStyle[] styles = Enum.GetValues<LabelStyle>();
        StringBuilder svg = new("<svg class='exn-picture' width='500' height='500'>");
        foreach (LabelStyle style in styles)
        {
            foreach (char c in characters)
            {
                svg.Append("<text class='exn-text exn-").Append(style.ToString().ToLowerInvariant()).Append("'>").Append(SvgText.Escape(new string(c, 20))).Append("</text>");
            }
        }

        await using TestPage page = await browser.OpenAsync();
        await page.ShowAsync(Html([]));
        float[] widths = [.. (await page.Page.EvaluateAsync<float[][]>(Measure, new[] { svg.Append("</svg>").ToString() }))[0].Where((_, i) => i % 4 == 2)];

        string[] tooWide = [.. styles.SelectMany(s => characters.Select(c => (s, c)))
            .Select((p, i) => (p.s, p.c, Stated: LabelFont.Of(p.s).Measure(new string(p.c, 20)).Width, Drawn: widths[i]))
            .Where(p => p.Drawn > p.Stated + 0.5).Select(p => $"{p.s} {p.c} U+{(int)p.c:X4}: {p.Drawn} > {p.Stated}")];
        Assert.True(tooWide.Length == 0, string.Join("; ", tooWide));
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(375, true)]
    public async Task Axe_finds_nothing_and_one_form_is_shown(int width, bool dark)
    {
        Picture[] pictures =
        [
            NamespaceDrawing.Draw(DrawingPlans.ThreeSites(), Words),
            NamespaceDrawing.Draw(DrawingPlans.Coexistence(), Words),
            TimeLine.Draw([new() { Kind = TimeLineKind.Support, Label = "Exchange SE", End = new DateTime(2035, 12, 31) }], new DateTime(2026, 6, 1), Words),
        ];
        await using TestPage page = await browser.OpenAsync(width, dark: dark);
        await page.ShowAsync(Html(pictures.Select(p => p.ToSvg())));

        AxeResult result = await page.Page.RunAxe();
        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Html))})"));
        Assert.Equal(pictures.Length, await page.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('svg')].filter(s => s.getClientRects().length > 0).length"));
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(Contrast));
        Assert.Empty(page.Messages);
    }

    /// <summary>The texts whose colour stands out too little against the box that they lie in. Axe does not look into pictures.</summary>
    private const string Contrast = """
        () => {
          const light = colour => { const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map(v => v / 255)
            .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const shown = element => element.getClientRects().length > 0;
          const found = [];
          for (const text of [...document.querySelectorAll('svg text')].filter(shown)) {
            const at = text.getBoundingClientRect(), x = at.x + at.width / 2, y = at.y + at.height / 2;
            const under = [...text.ownerSVGElement.querySelectorAll('rect')].filter(r => { const b = r.getBoundingClientRect();
              return b.left <= x && x <= b.right && b.top <= y && y <= b.bottom && getComputedStyle(r).fill !== 'none'; });
            const ground = under.length ? getComputedStyle(under.at(-1)).fill : getComputedStyle(document.body).backgroundColor;
            const [low, high] = [light(ground), light(getComputedStyle(text).fill)].sort((a, b) => a - b);
            if ((high + 0.05) / (low + 0.05) < 4.5) found.push(text.textContent + ' on ' + ground);
          }
          return found;
        }
        """;

    private static IEnumerable<string> Faults(Picture picture, float[] measured)
    {
        (PictureLabel Label, float X, float Y, float Right, float Bottom)[] texts =
            [.. picture.Labels.Select((l, i) => (l, measured[4 * i], measured[(4 * i) + 1], measured[4 * i] + measured[(4 * i) + 2], measured[(4 * i) + 1] + measured[(4 * i) + 3]))];
        for (int i = 0; i < texts.Length; i++)
        {
            (PictureLabel label, float x, float y, float right, float bottom) = texts[i];
            PictureRect box = picture.Boxes[label.Box].Bounds;
            if (x < box.X || y < box.Y || right > box.Right || bottom > box.Bottom)
            {
                yield return $"'{label}' at {x},{y},{right},{bottom} leaves {box}";
            }

            for (int j = i + 1; j < texts.Length; j++)
            {
                if (texts[j].X < right && x < texts[j].Right && texts[j].Y < bottom && y < texts[j].Bottom)
                {
                    yield return $"'{label}' meets '{texts[j].Label}'";
                }
            }
        }
    }

    private static string Html(IEnumerable<string> pictures) =>
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Drawings</title><link rel='icon' href='data:,'>"
        + "<meta name='viewport' content='width=device-width'><style>:root{color-scheme:light dark}body{background:#fff;color:#000}"
        + "@media (prefers-color-scheme:dark){body{background:#14181d;color:#fff}}" + SvgWriter.Styles
        + "</style></head><body><main><h1>Drawings</h1>" + string.Concat(pictures) + "</main></body></html>";
}
