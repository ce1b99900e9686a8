using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.Idna;

/// <summary>A property of code points, kept as ranges in order.</summary>
internal sealed class CodePointMap
{
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly string[] _values;

    /// <summary>Takes lines of the table: a value, and the ranges that have it.</summary>
    public CodePointMap(IEnumerable<(string Value, string Ranges)> lines)
    {
        (int First, int Last, string Value)[] ranges =
            [.. lines.SelectMany(l => l.Ranges.Split(' ').Select(r => Range(r, l.Value))).OrderBy(r => r.First)];
        _first = [.. ranges.Select(r => r.First)];
        _last = [.. ranges.Select(r => r.Last)];
        _values = [.. ranges.Select(r => r.Value)];
    }

    /// <summary>The value of a code point; null where the table has none.</summary>
    public string? this[int point]
    {
        get
        {
            int at = System.Array.BinarySearch(_first, point);
            at = at < 0 ? ~at - 1 : at;
            return at >= 0 && point <= _last[at] ? _values[at] : null;
        }
    }

    private static (int First, int Last, string Value) Range(string text, string value)
    {
        int dash = text.IndexOf('-');
        return dash < 0 ? (Hex(text), Hex(text), value) : (Hex(text.Substring(0, dash)), Hex(text.Substring(dash + 1)), value);
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
