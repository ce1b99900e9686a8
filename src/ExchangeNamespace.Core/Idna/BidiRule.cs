using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Idna;

/// <summary>Which labels stay readable where a name is written from right to left (RFC 5893 2).</summary>
internal static class BidiRule
{
    private static readonly HashSet<string> RightToLeft = ["R", "AL", "AN", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"];
    private static readonly HashSet<string> LeftToRight = ["L", "EN", "ES", "CS", "ET", "ON", "BN", "NSM"];

    /// <summary>Whether a label has letters that run from right to left.</summary>
    public static bool Concerns(IReadOnlyList<int> label) => label.Any(p => IdnaTable.Current.BidiClass(p) is "R" or "AL" or "AN");

    /// <summary>Whether a label may stand in a name that has such letters.</summary>
    public static bool Holds(IReadOnlyList<int> label)
    {
        string[] classes = [.. label.Select(IdnaTable.Current.BidiClass)];
        string last = classes.LastOrDefault(c => c != "NSM") ?? string.Empty;
        return classes[0] switch
        {
            "L" => classes.All(LeftToRight.Contains) && last is "L" or "EN",
            "R" or "AL" => classes.All(RightToLeft.Contains) && last is "R" or "AL" or "EN" or "AN"
                && !(classes.Contains("EN") && classes.Contains("AN")),
            _ => false,
        };
    }
}
