using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.Model;

/// <summary>
/// IPv6 addresses as text: read as RFC 4291 2.2 says, written as RFC 5952 does. Runtimes read and write some of them differently.
/// </summary>
internal static class IPv6Text
{
    private const int Groups = 8;
    private const int GroupsOfIPv4 = 2;
    private const int DigitsOfGroup = 4;
    private const int BitsOfOctet = 8;

    /// <summary>Reads an address in full, without brackets, port, prefix and scope.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out byte[]? octets)
    {
        octets = null;
        int gap = text.IndexOf("::", StringComparison.Ordinal);
        int[]? front = gap < 0 ? Read(text, mayEndInIPv4: true) : Read(text.Substring(0, gap), mayEndInIPv4: false);
        int[]? back = gap < 0 ? [] : Read(text.Substring(gap + 2), mayEndInIPv4: true);
        if (front is null || back is null || (gap < 0 ? front.Length != Groups : front.Length + back.Length >= Groups))
        {
            return false;
        }

        int[] groups = [.. front, .. new int[Groups - front.Length - back.Length], .. back];
        octets = [.. groups.SelectMany(g => new[] { (byte)(g >> BitsOfOctet), (byte)g })];
        return true;
    }

    /// <summary>
    /// Writes an address: small letters, no leading zeros, the first longest run of zeros cut, an IPv4 address at the end of a mapped one.
    /// </summary>
    public static string Write(byte[] octets)
    {
        int[] groups = [.. Enumerable.Range(0, Groups).Select(i => (octets[2 * i] << BitsOfOctet) | octets[(2 * i) + 1])];
        if (groups.Take(5).All(g => g == 0) && groups[5] == 0xFFFF)
        {
            return "::ffff:" + string.Join(".", octets.Skip(12).Select(o => o.ToString(CultureInfo.InvariantCulture)));
        }

        (int start, int length) = LongestZeros(groups);
        return length < 2
            ? Join(groups)
            : Join([.. groups.Take(start)]) + "::" + Join([.. groups.Skip(start + length)]);
    }

    private static (int Start, int Length) LongestZeros(int[] groups)
    {
        (int Start, int Length) longest = (0, 0);
        for (int i = 0; i < Groups; i++)
        {
            int length = groups.Skip(i).TakeWhile(g => g == 0).Count();
            longest = length > longest.Length ? (i, length) : longest;
        }

        return longest;
    }

    private static string Join(int[] groups) => string.Join(":", groups.Select(g => g.ToString("x", CultureInfo.InvariantCulture)));

    private static int[]? Read(string text, bool mayEndInIPv4)
    {
        if (text.Length == 0)
        {
            return [];
        }

        string[] parts = text.Split(':');
        string last = parts[parts.Length - 1];
        bool endsInIPv4 = mayEndInIPv4 && IPv4Text.Is(last);
        int[] octets = endsInIPv4 ? [.. last.Split('.').Select(o => int.Parse(o, CultureInfo.InvariantCulture))] : [];
        string[] written = endsInIPv4 ? [.. parts.Take(parts.Length - 1)] : parts;
        return parts.Length <= Groups && written.All(IsGroup)
            ? [
                .. written.Select(p => int.Parse(p, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)),
                .. Enumerable.Range(0, octets.Length / GroupsOfIPv4).Select(i => (octets[2 * i] << BitsOfOctet) | octets[(2 * i) + 1]),
            ]
            : null;
    }

    private static bool IsGroup(string part) =>
        part.Length is > 0 and <= DigitsOfGroup && part.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));
}
