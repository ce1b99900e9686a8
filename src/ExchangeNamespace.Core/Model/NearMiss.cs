using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Model;

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
            .Select(k => (Name: k, Distance: Distance(name.ToUpperInvariant(), k.ToUpperInvariant())))
            .Where(k => k.Name.Length >= ShortestName && k.Distance <= MaximumDistance)
            .OrderBy(k => k.Distance)
            .ThenBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => k.Name)
            .FirstOrDefault();

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(row[j], row[j - 1]));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[b.Length];
    }
}
