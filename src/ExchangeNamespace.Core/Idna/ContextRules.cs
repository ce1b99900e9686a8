using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Idna;

/// <summary>Characters that are permitted beside certain others only (RFC 5892, appendix A).</summary>
internal static class ContextRules
{
    private const int ViramaClass = 9;
    private const int MiddleDot = 0xB7;

    /// <summary>Whether the character at the place may stand there.</summary>
    public static bool Hold(IReadOnlyList<int> label, int at) => label[at] switch
    {
        0x200C => IsAfterVirama(label, at) || JoinsBothSides(label, at),
        0x200D => IsAfterVirama(label, at),
        MiddleDot => At(label, at - 1) == 'l' && At(label, at + 1) == 'l',
        0x375 => Script(label, at + 1) == "Greek",
        0x5F3 or 0x5F4 => Script(label, at - 1) == "Hebrew",
        0x30FB => label.Any(p => IdnaTable.Current.Script(p) is "Hiragana" or "Katakana" or "Han"),
        >= 0x660 and <= 0x669 => !label.Any(p => p is >= 0x6F0 and <= 0x6F9),
        >= 0x6F0 and <= 0x6F9 => !label.Any(p => p is >= 0x660 and <= 0x669),
        _ => false,
    };

    private static bool IsAfterVirama(IReadOnlyList<int> label, int at) =>
        at > 0 && IdnaTable.Current.CombiningClass(label[at - 1]) == ViramaClass;

    private static bool JoinsBothSides(IReadOnlyList<int> label, int at) =>
        Joining(label, at, -1) is "L" or "D" && Joining(label, at, 1) is "R" or "D";

    /// <summary>The next letter on one side that is not transparent to joining.</summary>
    private static string? Joining(IReadOnlyList<int> label, int at, int step)
    {
        int next = at + step;
        while (next >= 0 && next < label.Count && IdnaTable.Current.JoiningType(label[next]) == "T")
        {
            next += step;
        }

        return next >= 0 && next < label.Count ? IdnaTable.Current.JoiningType(label[next]) : null;
    }

    private static string? Script(IReadOnlyList<int> label, int at) => At(label, at) is { } point ? IdnaTable.Current.Script(point) : null;

    private static int? At(IReadOnlyList<int> label, int at) => at >= 0 && at < label.Count ? label[at] : null;
}
