using System;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Reports.Drawing;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Reports;

/// <summary>
/// The drawings of three plans, byte for byte, and what holds for the drawing of any plan. Set EXN_UPDATE_GOLDEN=1 to write the files anew,
/// and look at them before they are committed.
/// </summary>
public class NamespaceDrawingTests
{
    private static readonly DrawingWords Words = new();

    [Theory]
    [InlineData("article")]
    [InlineData("three-sites")]
    [InlineData("coexistence")]
    public void A_drawing_equals_its_golden_files(string name)
    {
        Picture picture = NamespaceDrawing.Draw(Plan(name), Words);
        PictureChecks.AssertSound(picture);
        AssertGolden(name + ".golden.svg", SvgWriter.Write(picture.Alone()));
        AssertGolden(name + "-narrow.golden.svg", SvgWriter.Write(picture.Narrow!));
        AssertGolden(name + ".golden.mmd", picture.ToMermaid());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("de-CH")]
    public void A_drawing_is_the_same_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string expected = Texts();
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, Texts());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string Texts() => string.Concat(Enumerable.Range(0, 20).Select(DrawingPlans.Random).Append(DrawingPlans.Coexistence())
            .Select(p => NamespaceDrawing.Draw(p, Words)).Select(p => p.ToSvg() + p.ToMermaid()));
    }

    [Fact]
    public void No_text_leaves_its_box_or_meets_another_text_or_a_line()
    {
        for (int seed = 0; seed < RandomCases.Of(usual: 50, full: 200); seed++)
        {
            PictureChecks.AssertSound(NamespaceDrawing.Draw(DrawingPlans.Random(seed), Words));
        }
    }

    [Fact]
    public void Long_words_of_another_language_fit_as_well()
    {
        DrawingWords words = new()
        {
            Outside = "Draussen: das Internet und alles, was nicht zum eigenen Netz gehoert",
            Inside = "Drinnen: das eigene Netz mit allen seinen Standorten und den Aussenstellen",
            ReverseProxy = "Umgekehrter-Stellvertreterdienst",
            TlsEnds = "Transportverschluesselung endet hier",
            LoadBalancer = "ueber {0}, die Adresse eines Lastverteilers oder eines anderen Geraetes",
            KeyOutside = "Anfragen von Programmen und Geraeten ausserhalb des eigenen Netzes",
        };
        for (int seed = 0; seed < 40; seed++)
        {
            PictureChecks.AssertSound(NamespaceDrawing.Draw(DrawingPlans.Random(seed), words));
        }
    }

    [Fact]
    public void Servers_of_a_site_stand_in_one_box_with_their_count()
    {
        NamespacePlan plan = Plans.Make(
            Enumerable.Range(1, 40).Select(i => (object)Plans.Members(("Name", "EX" + i), ("Version", i < 3 ? "2016CU23" : "SE"))).ToArray(),
            ("ExternalHost", "mail.contoso.com"));

        PictureBox box = Assert.Single(NamespaceDrawing.Draw(plan, Words).Boxes, b => b.Kind == BoxKind.Servers);
        Assert.Equal(["38 servers, Exchange SE", "2 servers, Exchange 2016 CU23"],
            box.Lines.Where(l => l.IndexOf("servers", StringComparison.Ordinal) > 0));
        Assert.Contains("EX40", box.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_name_leads_to_the_servers_that_answer_for_it_and_requests_go_on_from_there()
    {
        Picture picture = NamespaceDrawing.Draw(DrawingPlans.ThreeSites(), Words);
        string[] Links(LinkKind kind) => [.. picture.Links.Where(l => l.Kind == kind && l.From is not null && l.To is not null)
            .Select(l => picture.Boxes[l.From!.Value].Lines[0] + " > " + picture.Boxes[l.To!.Value].Lines[1])
            .Where(l => l.IndexOf("Clients", StringComparison.Ordinal) < 0)];

        Assert.Equal(["mail.contoso.com > ZRH-EX01, ZRH-EX02", "mail-us.contoso.com > NYC-EX01"], Links(LinkKind.Outside));
        Assert.Equal(["mail.contoso.com > ZRH-EX01, ZRH-EX02", "mail-sg.contoso.com > SGP-EX01", "mail-us.contoso.com > NYC-EX01"],
            Links(LinkKind.Inside));
        Assert.Equal(["2 servers, Exchange SE > SGP-EX01", "2 servers, Exchange SE > NYC-EX01"], Links(LinkKind.Proxied));
        Assert.Equal(["2 servers, Exchange SE > NYC-EX01"], Links(LinkKind.Redirected));
    }

    [Fact]
    public void Requests_pass_the_proxy_which_shows_a_certificate_of_its_own()
    {
        Picture picture = NamespaceDrawing.Draw(DrawingPlans.Coexistence(), Words);
        PictureBox proxy = Assert.Single(picture.Boxes, b => b.Kind == BoxKind.FrontDoor);

        Assert.Contains("A TLS ends here", proxy.Lines);
        Assert.Equal(2, picture.Links.Count(l => l.From == proxy.Id));
        Assert.All(picture.Boxes.Where(b => b.Kind == BoxKind.Servers), b => Assert.Contains("B TLS ends here", b.Lines));
        Assert.Contains(picture.Boxes, b => b.Kind == BoxKind.Names
            && b.Lines.Contains("through 10.1.0.100, which is no server (load balancer)"));
    }

    private static NamespacePlan Plan(string name) => name switch
    {
        "article" => DrawingPlans.Article(),
        "three-sites" => DrawingPlans.ThreeSites(),
        _ => DrawingPlans.Coexistence(),
    };

    private static void AssertGolden(string file, string text) => GoldenText.Hold("Reports/Golden/" + file, text);
}
