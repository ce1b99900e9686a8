using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>The strip that says what lines mean: samples with their text, from left to right and on to further lines.</summary>
internal static class KeyStrip
{
    private const int Sample = 30;
    private const int Gap = 22;
    private const int LineHeight = 22;

    /// <summary>Adds the strip.</summary>
    /// <returns>Its lower edge.</returns>
    public static int Place(PictureBuilder picture, IEnumerable<(LinkKind Kind, string Text)> items, int x, int y, int width)
    {
        List<(LinkKind Kind, FittedLine Line, int X, int Y)> placed = [];
        int left = x;
        int top = y;
        foreach ((LinkKind kind, string text) in items)
        {
            FittedLine line = TextFit.One(text, LabelStyle.Quiet, width - Sample - 8);
            if (left > x && left + Sample + 8 + line.Width > x + width)
            {
                left = x;
                top += LineHeight;
            }

            placed.Add((kind, line, left, top));
            left += Sample + 8 + line.Width + Gap;
        }

        int box = picture.AddBox(BoxKind.Key, new PictureRect(x, y, width, top + LineHeight - y), null,
            [.. placed.Select(p => p.Line.Text)]);
        foreach ((LinkKind kind, FittedLine line, int itemX, int itemY) in placed)
        {
            int middle = itemY + (LineHeight / 2);
            picture.AddLink(kind, null, null, [new(itemX, middle), new(itemX + Sample, middle)]);
            picture.AddLabel(box, line, itemX + Sample + 8, itemY + 3);
        }

        return top + LineHeight;
    }

    /// <summary>The lines that a drawing has.</summary>
    public static IEnumerable<(LinkKind Kind, string Text)> Of(Scene scene, DrawingWords words) =>
        new (LinkKind Kind, string Text)[]
        {
            (LinkKind.Outside, words.KeyOutside),
            (LinkKind.Inside, words.KeyInside),
            (LinkKind.Proxied, words.KeyProxied),
            (LinkKind.Redirected, words.KeyRedirected),
        }.Where(k => k.Kind is LinkKind.Outside or LinkKind.Inside || scene.Passages.Any(p => p.Kind == k.Kind));
}
