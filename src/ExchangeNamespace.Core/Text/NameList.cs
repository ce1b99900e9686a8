using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.Text;

/// <summary>Names in a sentence: all of a few, the first of many.</summary>
internal static class NameList
{
    private const int Shown = 3;

    public static string Describe(IReadOnlyCollection<string> names) => names.Count <= Shown + 1
        ? string.Join(", ", names)
        : string.Join(", ", names.Take(Shown)) + " and " + (names.Count - Shown).ToString(CultureInfo.InvariantCulture) + " more";
}
