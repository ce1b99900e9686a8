using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Idna;

/// <summary>The encoding of RFC 3492: code points as letters, digits and hyphens.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int SmallestThreshold = 1;
    private const int LargestThreshold = 26;
    private const int Skew = 38;
    private const int Damping = 700;
    private const int FirstBias = 72;
    private const int FirstNonAscii = 0x80;
    private const int LastCodePoint = 0x10FFFF;
    private const char Delimiter = '-';

    /// <summary>Encodes the code points of one label.</summary>
    public static string Encode(IReadOnlyList<int> points)
    {
        StringBuilder text = new();
        foreach (int point in points.Where(p => p < FirstNonAscii))
        {
            text.Append((char)point);
        }

        int basic = text.Length;
        int done = basic;
        if (basic > 0)
        {
            text.Append(Delimiter);
        }

        int next = FirstNonAscii;
        int bias = FirstBias;
        long delta = 0;
        while (done < points.Count)
        {
            int smallest = points.Where(p => p >= next).Min();
            delta += (long)(smallest - next) * (done + 1);
            next = smallest;
            foreach (int point in points)
            {
                if (point < next)
                {
                    delta++;
                }
                else if (point == next)
                {
                    Append(text, delta, bias);
                    bias = Adapt(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }

            delta++;
            next++;
        }

        return text.ToString();
    }

    /// <summary>Decodes what stands behind the prefix of a label; null where it is not in this encoding.</summary>
    public static List<int>? Decode(string text)
    {
        int delimiter = text.LastIndexOf(Delimiter);
        List<int> points = [.. text.Take(delimiter < 0 ? 0 : delimiter).Select(c => (int)c)];
        int at = delimiter < 0 ? 0 : delimiter + 1;
        int bias = FirstBias;
        long next = FirstNonAscii;
        long position = 0;
        while (at < text.Length)
        {
            long start = position;
            long weight = 1;
            for (int k = Base; ; k += Base)
            {
                int digit = at < text.Length ? Digit(text[at++]) : Base;
                position += digit * weight;
                if (digit == Base || position > int.MaxValue)
                {
                    return null;
                }

                int threshold = Threshold(k, bias);
                if (digit < threshold)
                {
                    break;
                }

                weight *= Base - threshold;
                if (weight > int.MaxValue)
                {
                    return null;
                }
            }

            int count = points.Count + 1;
            bias = Adapt(position - start, count, start == 0);
            next += position / count;
            position %= count;
            if (next > LastCodePoint || next is >= 0xD800 and <= 0xDFFF)
            {
                return null;
            }

            points.Insert((int)position++, (int)next);
        }

        return points;
    }

    private static void Append(StringBuilder text, long delta, int bias)
    {
        long rest = delta;
        int k = Base;
        for (int threshold = Threshold(k, bias); rest >= threshold; k += Base, threshold = Threshold(k, bias))
        {
            text.Append(Letter(threshold + (int)((rest - threshold) % (Base - threshold))));
            rest = (rest - threshold) / (Base - threshold);
        }

        text.Append(Letter((int)rest));
    }

    private static int Threshold(int k, int bias) =>
        k <= bias ? SmallestThreshold : k >= bias + LargestThreshold ? LargestThreshold : k - bias;

    private static int Adapt(long delta, int count, bool isFirst)
    {
        long rest = isFirst ? delta / Damping : delta / 2;
        rest += rest / count;
        int k = 0;
        for (; rest > (Base - SmallestThreshold) * LargestThreshold / 2; k += Base)
        {
            rest /= Base - SmallestThreshold;
        }

        return k + (int)((Base - SmallestThreshold + 1) * rest / (rest + Skew));
    }

    private static char Letter(int digit) => (char)(digit < 26 ? 'a' + digit : '0' + digit - 26);

    private static int Digit(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= 'A' and <= 'Z' => c - 'A',
        >= '0' and <= '9' => c - '0' + 26,
        _ => Base,
    };
}
