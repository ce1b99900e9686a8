using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Text;

/// <summary>Finds the known name that a mistyped one most likely stands for.</summary>
internal static class NearMiss
{
    private const int MaximumDistance = 2;

    /// <summary>Short names differ by two letters without being related.</summary>
    private const int ShortestName = 5;

    public static string? Find(string name, IEnumerable<string> known) => name.Length < ShortestName || name.Length > 64
        ? null
        : known
            .Where(k => Math.Abs(k.Length - name.Length) <= MaximumDistance)
            .Select(k => (Name: k, Distance: EditDistance.Of(name.ToUpperInvariant(), k.ToUpperInvariant())))
            .Where(k => k.Name.Length >= ShortestName && k.Distance <= MaximumDistance)
            .OrderBy(k => k.Distance)
            .ThenBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => k.Name)
            .FirstOrDefault();
}
