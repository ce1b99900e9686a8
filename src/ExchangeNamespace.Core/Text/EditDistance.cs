using System;
using System.Linq;

namespace ExchangeNamespace.Text;

/// <summary>How far two names are apart.</summary>
internal static class EditDistance
{
    /// <summary>How many letters have to be added, left out or changed; quadratic, so for short names only.</summary>
    public static int Of(string a, string b)
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

    /// <summary>
    /// Whether one typing error is between them, whatever the case: a letter too many, too few, another one, or two neighbours exchanged.
    /// Linear.
    /// </summary>
    public static bool IsOne(string a, string b)
    {
        if (a.Length < b.Length)
        {
            (a, b) = (b, a);
        }

        if (a.Length - b.Length > 1)
        {
            return false;
        }

        int start = 0;
        while (start < b.Length && Same(a[start], b[start]))
        {
            start++;
        }

        int end = 0;
        while (end < b.Length - start && Same(a[a.Length - 1 - end], b[b.Length - 1 - end]))
        {
            end++;
        }

        int left = b.Length - start - end;
        return a.Length != b.Length ? left == 0
            : left == 1 || (left == 2 && Same(a[start], b[start + 1]) && Same(a[start + 1], b[start]));
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
