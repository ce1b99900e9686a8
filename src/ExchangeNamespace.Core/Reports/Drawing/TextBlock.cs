using System.Collections.Generic;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>What a box says, laid out for a width before the box has a place.</summary>
/// <param name="kind">What the box stands for.</param>
/// <param name="width">The width of the box.</param>
internal sealed class TextBlock(BoxKind kind, int width)
{
    public const int Padding = 12;

    private const int BadgeHeight = 18;
    private const int BadgeGap = 5;

    private readonly List<(FittedLine Line, int X, int Y)> _lines = [];
    private readonly List<(FittedLine Line, PictureRect Bounds)> _badges = [];
    private readonly List<string> _said = [];
    private int _y = Padding - 2;

    public int Width => width;

    public int Height => _y + Padding - 2;

    private int Room => width - (2 * Padding);

    /// <summary>Adds a text of at most a number of lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="lines">How many lines it may take.</param>
    /// <param name="full">A longer form of it, which is not drawn.</param>
    public TextBlock Add(string text, LabelStyle style, int lines = 2, string? full = null)
    {
        Flow(text, style, lines, full, Padding);
        _said.Add(full ?? text);
        return this;
    }

    /// <summary>Adds badges with a text beside them.</summary>
    public TextBlock AddBadged(IReadOnlyList<string> letters, string text, LabelStyle style)
    {
        int x = Padding;
        _y += 3;
        foreach (string letter in letters)
        {
            FittedLine line = TextFit.One(letter, LabelStyle.Badge, Room);
            int wide = System.Math.Max(BadgeHeight, line.Width + 10);
            if (x + wide + BadgeGap > width - Padding)
            {
                x = Padding;
                _y += BadgeHeight + BadgeGap;
            }

            _badges.Add((line, new PictureRect(x, _y, wide, BadgeHeight)));
            x += wide + BadgeGap;
        }

        if (x + LabelFont.Of(style).Measure(text).Width + 2 > width - Padding)
        {
            x = Padding;
            _y += BadgeHeight + 1;
        }

        Flow(text, style, 2, null, x + (x > Padding ? 2 : 0));
        _y += 2;
        _said.Add(string.Join(" ", letters) + " " + text);
        return this;
    }

    public TextBlock Gap(int height)
    {
        _y += height;
        return this;
    }

    /// <summary>Adds the box and its texts to a picture; its height may be larger than needed.</summary>
    /// <returns>The number of the box.</returns>
    public int Place(PictureBuilder picture, int x, int y, int height, int? parent = null)
    {
        int id = picture.AddBox(kind, new PictureRect(x, y, width, height), parent, _said);
        foreach ((FittedLine line, int dx, int dy) in _lines)
        {
            picture.AddLabel(id, line, x + dx, y + dy);
        }

        foreach ((FittedLine line, PictureRect bounds) in _badges)
        {
            int badge = picture.AddBox(BoxKind.Badge, bounds with { X = x + bounds.X, Y = y + bounds.Y }, id);
            picture.AddCentred(badge, line, x + bounds.X, bounds.Width, y + bounds.Y + 1);
        }

        return id;
    }

    private void Flow(string text, LabelStyle style, int lines, string? full, int x)
    {
        foreach (FittedLine line in TextFit.Wrap(text, style, width - Padding - x, lines))
        {
            _lines.Add((full is null ? line : line with { FullText = full }, x, _y));
            _y += line.Height;
        }
    }
}
