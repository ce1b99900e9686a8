using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>What to choose instead of a name that is not there.</summary>
internal static class NearNames
{
    private const int Shown = 3;

    /// <summary>
    /// A sentence with the names that are one typing error away or begin like it; where there are none, with the first of all names.
    /// </summary>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="known">The names that are there.</param>
    /// <param name="all">How the list of all begins, for example <c>Its servers are</c>.</param>
    public static string Sentence(string name, IReadOnlyCollection<string> known, string all)
    {
        string[] near = [.. Near(name, known).Distinct(StringComparer.OrdinalIgnoreCase).Take(Shown)];
        return near.Length > 0 ? $"Near it: {string.Join(", ", near)}." : known.Count > 0
            ? $"{all} {NameList.Describe(known)}." : string.Empty;
    }

    private static IEnumerable<string> Near(string name, IReadOnlyCollection<string> known)
    {
        if (name.Length == 0)
        {
            return [];
        }

        string? near = NearMiss.Find(name, known);
        return known.Where(k => EditDistance.IsOne(k, name))
            .Concat(near is null ? [] : [near])
            .Concat(known.Where(k => k.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
    }
}
