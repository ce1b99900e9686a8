using System.Collections.Generic;

namespace ExchangeNamespace.Idna;

/// <summary>Normalization form C (UAX 15) from the project's own table.</summary>
internal static class CanonicalForm
{
    private const int HangulFirst = 0xAC00;
    private const int LeadFirst = 0x1100;
    private const int VowelFirst = 0x1161;
    private const int TailFirst = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    /// <summary>The composed form of code points.</summary>
    public static List<int> Of(IEnumerable<int> points)
    {
        List<int> parts = [];
        foreach (int point in points)
        {
            Decompose(point, parts);
        }

        Order(parts);
        return Compose(parts);
    }

    private static void Decompose(int point, List<int> parts)
    {
        int syllable = point - HangulFirst;
        if (syllable is >= 0 and < Leads * Vowels * Tails)
        {
            parts.Add(LeadFirst + (syllable / (Vowels * Tails)));
            parts.Add(VowelFirst + (syllable % (Vowels * Tails) / Tails));
            if (syllable % Tails != 0)
            {
                parts.Add(TailFirst + (syllable % Tails));
            }
        }
        else if (IdnaTable.Current.TryDecompose(point, out int[] split))
        {
            foreach (int part in split)
            {
                Decompose(part, parts);
            }
        }
        else
        {
            parts.Add(point);
        }
    }

    /// <summary>Marks stand in the order of their classes, and those of one class in the order given.</summary>
    private static void Order(List<int> parts)
    {
        for (int i = 1; i < parts.Count; i++)
        {
            int mark = parts[i];
            int combining = IdnaTable.Current.CombiningClass(mark);
            int at = i;
            for (; combining > 0 && at > 0 && IdnaTable.Current.CombiningClass(parts[at - 1]) > combining; at--)
            {
                parts[at] = parts[at - 1];
            }

            parts[at] = mark;
        }
    }

    private static List<int> Compose(List<int> parts)
    {
        List<int> composed = [];
        int starter = -1;
        foreach (int part in parts)
        {
            int combining = IdnaTable.Current.CombiningClass(part);
            int before = composed.Count == 0 ? 0 : IdnaTable.Current.CombiningClass(composed[composed.Count - 1]);
            bool isBlocked = starter < 0 || (starter != composed.Count - 1 && before >= combining);
            if (!isBlocked && TryPair(composed[starter], part, out int pair))
            {
                composed[starter] = pair;
                continue;
            }

            composed.Add(part);
            starter = combining == 0 ? composed.Count - 1 : starter;
        }

        return composed;
    }

    private static bool TryPair(int first, int second, out int pair)
    {
        int lead = first - LeadFirst;
        int vowel = second - VowelFirst;
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
        {
            pair = HangulFirst + (((lead * Vowels) + vowel) * Tails);
            return true;
        }

        int syllable = first - HangulFirst;
        int tail = second - TailFirst;
        if (syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && tail is > 0 and < Tails)
        {
            pair = first + tail;
            return true;
        }

        return IdnaTable.Current.TryCompose(first, second, out pair);
    }
}
