using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>
/// Builds as a cell of a table names them: <c>2007RTM,2010..SE</c> are single versions and ranges with both ends, <c>2013..&lt;2016CU23</c>
/// ends before its second name. Everything that depends on a version asks here, so that all of it draws the line at the same build.
/// </summary>
internal sealed class VersionRanges
{
    private const string To = "..";

    private readonly IReadOnlyList<VersionRange> _ranges;

    private VersionRanges(IReadOnlyList<VersionRange> ranges) => _ranges = ranges;

    /// <summary>Reads a cell, oldest first; an empty cell has no build.</summary>
    /// <exception cref="ArgumentException">A name is unknown, or the parts are not in order.</exception>
    public static VersionRanges Parse(string cell)
    {
        var ranges = new List<VersionRange>();
        foreach (string part in CatalogResource.List(cell, ','))
        {
            VersionRange range = ParsePart(part);
            VersionRange? last = ranges.LastOrDefault();
            bool isEmpty = range.Below is not null && range.Below <= range.From;
            if (isEmpty || (last is not null && (last.Below is null || last.Below > range.From)))
            {
                throw new ArgumentException($"The versions '{cell}' are not in order, oldest first.", nameof(cell));
            }

            if (last is not null && last.Below == range.From)
            {
                ranges[ranges.Count - 1] = last with { Below = range.Below };
            }
            else
            {
                ranges.Add(range);
            }
        }

        return new VersionRanges(ranges);
    }

    /// <summary>Whether the build of a version belongs to it; a bare product name has the lowest that its lines are written for.</summary>
    public bool Contains(ExchangeVersion version) => _ranges.Any(r => r.Contains(version));

    /// <summary>Whether every build that a version may stand for belongs to it: of a bare product name, its later updates too.</summary>
    public bool ContainsAll(ExchangeVersion version) => _ranges.Any(r => r.ContainsAll(version, VersionNames.EndOf(version.Product)));

    /// <summary>The versions in words: <c>2007RTM, 2010 to 2016CU22</c>.</summary>
    public override string ToString() => string.Join(", ", _ranges.Select(Describe));

    private static string Describe(VersionRange range)
    {
        string first = VersionNames.First(range.From);
        string last = VersionNames.Last(range.Below);
        return first == last ? first : first + " to " + last;
    }

    private static VersionRange ParsePart(string part)
    {
        int dots = part.IndexOf(To, StringComparison.Ordinal);
        if (dots < 0)
        {
            return VersionNames.Find(part);
        }

        string last = part.Substring(dots + To.Length);
        Version? below = last.StartsWith("<", StringComparison.Ordinal)
            ? VersionNames.Find(last.Substring(1)).From
            : VersionNames.Find(last).Below;
        return new VersionRange(VersionNames.Find(part.Substring(0, dots)).From, below);
    }
}
