using System.Linq;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// How wide a character is at most in Arial, Liberation Sans, DejaVu Sans and Segoe UI, in thousandths of the size of the font. DejaVu
/// Sans decides for almost all, with what it adds between two of the same kind. What the table lacks is guessed, and the text is then drawn
/// with the guessed length.
/// </summary>
internal static class GlyphWidths
{
    private const int Guess = 1000;
    private const int WideGuess = 1300;

    /// <summary>The space to the tilde.</summary>
    private static readonly short[] Regular =
    [
        318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 343,
        637, 637, 637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 560,
        1020, 714, 687, 725, 771, 670, 611, 780, 752, 295, 500, 670, 558, 900, 749, 788,
        670, 788, 725, 670, 611, 732, 685, 989, 686, 670, 686, 391, 343, 391, 838, 560,
        500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 282, 580, 278, 975, 634, 612,
        635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
    ];

    private static readonly short[] Bold =
    [
        349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 600, 838, 380, 416, 380, 366,
        696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 615,
        1000, 774, 763, 734, 831, 684, 684, 821, 837, 373, 560, 785, 638, 996, 837, 851,
        733, 851, 771, 721, 712, 813, 774, 1104, 771, 736, 726, 458, 366, 458, 838, 560,
        500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 348, 672, 343, 1042, 712, 688,
        716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
    ];

    /// <summary>The width of a text, and whether a character of it was guessed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The size of the font in pixels.</param>
    /// <param name="bold">Whether it is bold.</param>
    public static (int Width, bool IsGuessed) Measure(string text, int size, bool bold)
    {
        int sum = text.Sum(c => Of(c, bold) ?? (IsWide(c) ? WideGuess : Guess));
        return (((sum * size) + 999) / 1000, text.Any(c => Of(c, bold) is null));
    }

    private static int? Of(char c, bool bold) => c switch
    {
        >= ' ' and <= '~' => (bold ? Bold : Regular)[c - ' '],
        '\u00B7' or '\u2019' => bold ? 400 : 340,
        '\u00D7' or '\u00F7' => 840,
        '\u2013' => 560,
        '\u2026' or '\u2192' => 1000,
        '\u00DF' => bold ? 725 : 640,
        '\u00C6' or '\u00E6' or '\u0152' or '\u0153' or '\u0126' or '\u0149' or '\u0174' or '\u0175' => bold ? 1170 : 1075,
        >= '\u00C0' and <= '\u017F' => char.IsLower(c) ? bold ? 945 : 800 : bold ? 880 : 800,
        _ => null,
    };

    /// <summary>Half of a character beyond the basic plane counts as one, so that a pair is as wide as two letters.</summary>
    private static bool IsWide(char c) => c is >= '\u1100';
}
