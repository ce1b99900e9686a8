using System;
using System.Collections.Generic;

namespace ExchangeNamespace.Catalog;

/// <summary>The nine version keys of the catalogue, and the range notation of its tables.</summary>
internal static class VersionKeys
{
    /// <summary>All keys, oldest first.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["2007RTM", "2007SP1", "2007SP2", "2007SP3", "2010", "2013", "2016", "2019", "SE"];

    /// <summary>Position of a key in <see cref="All"/>.</summary>
    /// <exception cref="ArgumentException">Not one of the nine keys.</exception>
    public static int IndexOf(string key)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (string.Equals(All[i], key, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new ArgumentException("'" + key + "' is not a version key. Known: " + string.Join(", ", All) + ".", nameof(key));
    }

    /// <summary>Reads <c>2007RTM,2010..SE</c>: keys and closed ranges, oldest first.</summary>
    public static IReadOnlyList<string> Parse(string cell)
    {
        var keys = new List<string>();
        foreach (string part in CatalogResource.List(cell, ','))
        {
            int dots = part.IndexOf("..", StringComparison.Ordinal);
            int first = IndexOf(dots < 0 ? part : part.Substring(0, dots));
            int last = dots < 0 ? first : IndexOf(part.Substring(dots + 2));
            for (int i = first; i <= last; i++)
            {
                keys.Add(All[i]);
            }
        }

        return keys;
    }

    /// <summary>True when the list holds the key.</summary>
    public static bool Contains(IReadOnlyList<string> versions, string key)
    {
        string known = All[IndexOf(key)];
        foreach (string version in versions)
        {
            if (version == known)
            {
                return true;
            }
        }

        return false;
    }
}
