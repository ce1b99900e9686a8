using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using ExchangeNamespace.Tests.Certificates;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Tests.Routing;

public class MermaidTests
{
    private static readonly string[] Words =
        ["style a:x#35;", "classDef x:#1;", "www.contoso.com", "https://mail.contoso.com/owa?a=b&c=d", "%%{init: {}}%%", "<script>", "`code`", "1. list", "- list", "**bold**", "fa:fa-ban", "end", "]-->n1[", "\"]", "#quot;", "subgraph", "click n1", "a@b.example"];

    private static readonly Gen<string> Text = Gen.OneOf(Hostile.Any, Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 4].Select(string.Concat));

    [Theory]
    [InlineData("EX01 (site A)", "\"EX01 (site A)\"")]
    [InlineData("https://mail.contoso.com/owa", "\"https#58;//mail.contoso.com/owa\"")]
    [InlineData("style", "\"#115;tyle\"")]
    [InlineData("1. x", "\"1#46; x\"")]
    [InlineData("a\nb", "\"a#60;U#43;000A#62;b\"")]
    [InlineData("Zürich \ud83d\ude00", "\"Z#252;rich #128512;\"")]
    [InlineData("", "\"#160;\"")]
    public void Known_labels(string text, string expected) => Assert.Equal(expected, MermaidLiteral.Quote([text]));

    [Fact]
    public void A_label_comes_back_through_the_passes_of_mermaid() => Text.Sample(
        text =>
        {
            string label = MermaidLiteral.Quote([text]);
            Assert.Matches("""\A"([A-Za-z0-9 .\-/,()]|#[0-9]+;)+"\z""", label);
            string read = Passes("    n1[" + label + "] ");
            Assert.Equal("    n1[\"" + ShownText.Of(text) + "\"] ", read);
        },
        iter: 20_000);

    [Fact]
    public void A_label_is_neither_a_link_nor_a_list() => Text.Sample(
        text =>
        {
            string inner = MermaidLiteral.Quote([text])[1..^1];
            Assert.DoesNotContain("://", inner, StringComparison.Ordinal);
            Assert.DoesNotContain("www.", inner, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(@"\A *([0-9]+[.)]|-)", inner);
        },
        iter: 20_000);

    [Fact]
    public void Every_line_of_a_chart_is_a_node_or_an_arrow() => Text.Select(Text, Text).Sample(
        (a, b, c) =>
        {
            MermaidFlowchart chart = new();
            MermaidNode from = chart.AddNode(MermaidShape.Rounded, a, null, string.Empty, b);
            chart.AddArrow(from, chart.AddNode(MermaidShape.Hexagon, c), a, dotted: true);
            chart.AddArrow(from, from);
            string[] lines = chart.ToString().Split('\n');
            Assert.Equal("flowchart TD", lines[0]);
            const string Label = "\"([A-Za-z0-9 .\\-/,()]|#[0-9]+;|<br/>)+\"";
            Assert.Matches($@"\A    n1\(\[{Label}\]\)\z", lines[1]);
            Assert.Matches($@"\A    n2\{{\{{{Label}\}}\}}\z", lines[2]);
            Assert.Matches($@"\A    n1 -\.->\|{Label}\| n2\z", lines[3]);
            Assert.Equal("    n1 --> n1", lines[4]);
            Assert.Equal(5, lines.Length);
        },
        iter: 2_000);

    /// <summary>What Mermaid does with entity codes before and after its parser (encodeEntities and decodeEntities).</summary>
    private static string Passes(string line)
    {
        foreach (string word in new[] { "style", "classDef" })
        {
            line = Regex.Replace(line, word + @".*:\S*#.*;", m => m.Value[..^1]);
        }

        string encoded = Regex.Replace(line, @"#(\w+);", m => "&" + (m.Groups[1].Value.All(char.IsDigit) ? "#" : "") + m.Groups[1].Value + ";");
        return WebUtility.HtmlDecode(encoded).ToString(CultureInfo.InvariantCulture);
    }
}
