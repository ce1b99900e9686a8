using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>The size, the weight and the height of a line of each style, as the style sheet has them.</summary>
/// <param name="Size">The size of the font in pixels.</param>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="LineHeight">The room of one line.</param>
internal readonly record struct LabelFont(int Size, bool Bold, int LineHeight)
{
    /// <summary>How far the base line lies below the upper edge of the room.</summary>
    public int Ascent => LineHeight - ((LineHeight - Size) / 2) - (Size / 5);

    public static LabelFont Of(LabelStyle style) => style switch
    {
        LabelStyle.Half => new LabelFont(15, true, 22),
        LabelStyle.Strong => new LabelFont(13, true, 19),
        LabelStyle.Plain => new LabelFont(13, false, 18),
        LabelStyle.Quiet => new LabelFont(12, false, 17),
        LabelStyle.Badge => new LabelFont(12, true, 16),
        _ => throw ClosedSet.Outside(style),
    };

    public (int Width, bool IsGuessed) Measure(string text) => GlyphWidths.Measure(text, Size, Bold);
}
