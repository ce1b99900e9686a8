using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// Writes a picture as SVG: a fixed set of elements, classes in place of styles, no identifiers, nothing that is loaded. Every value from
/// outside passes through <see cref="SvgText"/>.
/// </summary>
internal static partial class SvgWriter
{
    private const string NewLine = "\n";
    private const int CornerRadius = 8;
    private const int ArrowLength = 9;
    private const int ArrowHalf = 4;

    public static string Write(Picture picture)
    {
        StringBuilder svg = new();
        Form(svg, picture, picture.Narrow is null ? string.Empty : " exn-wide");
        if (picture.Narrow is { } narrow)
        {
            Form(svg, narrow, " exn-narrow");
        }

        return svg.ToString();
    }

    private static void Form(StringBuilder svg, Picture picture, string form)
    {
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"exn-picture").Append(form)
            .Append("\" role=\"img\" viewBox=\"0 0 ").Append(Number(picture.Width)).Append(' ').Append(Number(picture.Height))
            .Append("\" width=\"").Append(Number(picture.Width)).Append("\" height=\"").Append(Number(picture.Height)).Append("\">")
            .Append(NewLine).Append("<title>").Append(SvgText.Escape(picture.Title)).Append("</title>")
            .Append(NewLine).Append("<desc>").Append(SvgText.Escape(picture.Description)).Append("</desc>").Append(NewLine);
        foreach (PictureBox box in picture.Boxes.Where(b => IsGround(b.Kind)))
        {
            Box(svg, box);
        }

        foreach (PictureLink link in picture.Links)
        {
            Link(svg, link);
        }

        foreach (PictureBox box in picture.Boxes.Where(b => !IsGround(b.Kind)))
        {
            Box(svg, box);
        }

        foreach (PictureLabel label in picture.Labels)
        {
            Label(svg, label);
        }

        svg.Append("</svg>").Append(NewLine);
    }

    /// <summary>Whether lines run over a box of the kind; they end under all others.</summary>
    private static bool IsGround(BoxKind kind) => kind is BoxKind.Outside or BoxKind.Inside or BoxKind.Site or BoxKind.Key;

    private static void Box(StringBuilder svg, PictureBox box)
    {
        int radius = box.Kind == BoxKind.Badge ? box.Bounds.Height / 2 : CornerRadius;
        svg.Append("<rect class=\"exn-box exn-").Append(Word(box.Kind.ToString()));
        if (box.Variant is { } variant)
        {
            svg.Append(" exn-").Append(Word(variant.ToString()));
        }

        svg.Append("\" x=\"").Append(Number(box.Bounds.X)).Append("\" y=\"").Append(Number(box.Bounds.Y))
            .Append("\" width=\"").Append(Number(box.Bounds.Width)).Append("\" height=\"").Append(Number(box.Bounds.Height))
            .Append("\" rx=\"").Append(Number(radius)).Append("\"/>").Append(NewLine);
    }

    private static void Link(StringBuilder svg, PictureLink link)
    {
        svg.Append("<g class=\"exn-link exn-line-").Append(Word(link.Kind.ToString())).Append("\">");
        if (link.Meaning.Length > 0)
        {
            svg.Append("<title>").Append(SvgText.Escape(link.Meaning)).Append("</title>");
        }

        svg.Append("<path class=\"exn-line\" d=\"").Append(Path(link.Points)).Append("\"/>");
        if (link.To is not null)
        {
            svg.Append("<path class=\"exn-arrow\" d=\"").Append(Arrow(link.Points)).Append("\"/>");
        }

        svg.Append("</g>").Append(NewLine);
    }

    private static void Label(StringBuilder svg, PictureLabel label)
    {
        LabelFont font = LabelFont.Of(label.Style);
        svg.Append("<text class=\"exn-text exn-").Append(Word(label.Style.ToString())).Append(label.Centred ? " exn-centred" : string.Empty)
            .Append("\" x=\"").Append(Number(label.Centred ? label.Bounds.Centre : label.Bounds.X))
            .Append("\" y=\"").Append(Number(label.Bounds.Y + font.Ascent)).Append('"');
        if (label.IsGuessed)
        {
            svg.Append(" textLength=\"").Append(Number(label.Bounds.Width)).Append("\" lengthAdjust=\"spacingAndGlyphs\"");
        }

        svg.Append('>');
        if (label.FullText is { } full)
        {
            svg.Append("<title>").Append(SvgText.Escape(full)).Append("</title>");
        }

        svg.Append(SvgText.Escape(label.Text)).Append("</text>").Append(NewLine);
    }

    private static string Path(IReadOnlyList<PicturePoint> points) =>
        string.Concat(points.Select((p, i) => (i == 0 ? "M" : "L") + Number(p.X) + " " + Number(p.Y)));

    private static string Arrow(IReadOnlyList<PicturePoint> points)
    {
        PicturePoint tip = points[points.Count - 1];
        PicturePoint before = points[points.Count - 2];
        int x = tip.X == before.X ? 0 : tip.X > before.X ? -ArrowLength : ArrowLength;
        int y = tip.Y == before.Y ? 0 : tip.Y > before.Y ? -ArrowLength : ArrowLength;
        PicturePoint[] triangle = x != 0
            ? [tip, new(tip.X + x, tip.Y - ArrowHalf), new(tip.X + x, tip.Y + ArrowHalf)]
            : [tip, new(tip.X - ArrowHalf, tip.Y + y), new(tip.X + ArrowHalf, tip.Y + y)];
        return Path(triangle) + "Z";
    }

    private static string Word(string name) => name.ToLowerInvariant();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
