using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using ExchangeNamespace.Reports.Drawing;
using ExchangeNamespace.Tests.Certificates;
using ExchangeNamespace.Tests.Support;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Tests.Reports;

public class SvgWriterTests
{
    private static readonly string[] Words =
        ["<script>alert(1)</script>", "]]>", "<!--", "-->", "&amp;", "&#x3c;", "\"/><image href=x>", "' onload='x", "<![CDATA[", "<?xml?>", "\uFFFE", "\uFFFF", "\uD800", "\u202E", "</title>", "</text>", "</svg>", "javascript:x", "url(x)"];

    private static readonly string[] Elements = ["svg", "title", "desc", "rect", "g", "path", "text"];

    private static readonly string[] Attributes =
        ["xmlns", "class", "role", "viewBox", "width", "height", "x", "y", "rx", "d", "textLength", "lengthAdjust"];

    private static readonly Gen<string> Text =
        Gen.OneOf(Hostile.Any, Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 4].Select(string.Concat));

    [Fact]
    public void Whatever_a_value_says_it_stays_text() => Text.Sample(
        value =>
        {
            TimeLineEntry entry = new() { Kind = TimeLineKind.Step, Label = value, Start = new DateTime(2026, 6, 1) };
            DrawingWords words = new() { TimeLineTitle = value, Today = value, KeyStep = value };
            Picture picture = TimeLine.Draw([entry], new DateTime(2026, 6, 1), words);
            XElement svg = Read(SvgWriter.Write(picture.Alone()));

            Assert.Empty(svg.DescendantsAndSelf().Select(e => e.Name.LocalName).Except(Elements));
            Assert.Empty(svg.DescendantsAndSelf().Attributes().Select(a => a.Name.LocalName).Except(Attributes));
            Assert.All(svg.DescendantsAndSelf(), e => Assert.Equal("http://www.w3.org/2000/svg", e.Name.NamespaceName));
            Assert.Equal(picture.Boxes.Count, svg.Descendants().Count(e => e.Name.LocalName == "rect"));
            Assert.Equal(picture.Labels.Count, svg.Descendants().Count(e => e.Name.LocalName == "text"));
            Assert.Equal(Seen(value), svg.Elements().First(e => e.Name.LocalName == "title").Value);
        },
        iter: RandomCases.Of(usual: 600, full: 5_000));

    [Fact]
    public void Texts_of_any_length_stay_in_their_boxes() => Text.Sample(
        value =>
        {
            TimeLineEntry entry = new() { Kind = TimeLineKind.Rule, Label = value + value + value, End = new DateTime(2036, 6, 1) };
            PictureChecks.AssertSound(TimeLine.Draw([entry, entry], new DateTime(2026, 6, 1), new DrawingWords { KeyRule = value }));
        },
        iter: RandomCases.Of(usual: 250, full: 2_000));

    [Fact]
    public void Every_class_that_is_written_has_a_style()
    {
        string svg = string.Concat(new[] { DrawingPlans.ThreeSites(), DrawingPlans.Coexistence() }
            .Select(p => NamespaceDrawing.Draw(p, new DrawingWords()).ToSvg()));
        IEnumerable<string> classes = XElement.Parse("<all>" + svg + "</all>").Descendants().Attributes("class")
            .SelectMany(a => a.Value.Split(' ')).Distinct().Except(["exn-link", "exn-clients", "exn-names", "exn-firewall", "exn-servers", "exn-certificate"]);
        Assert.All(classes, c => Assert.Contains("." + c, SvgWriter.Styles, StringComparison.Ordinal));
    }

    private static string Seen(string value) => ShownText.Of(value)
        .Replace("\uFFFE", "<U+FFFE>").Replace("\uFFFF", "<U+FFFF>").Replace("\r\n", "\n");

    private static XElement Read(string svg)
    {
        using StringReader text = new(svg);
        using XmlReader reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
