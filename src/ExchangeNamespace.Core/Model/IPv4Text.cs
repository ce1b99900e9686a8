using System;
using System.Globalization;

namespace ExchangeNamespace.Model;

/// <summary>IPv4 addresses as text, in full notation only.</summary>
internal static class IPv4Text
{
    private const int Octets = 4;
    private const int MaximumOctet = 255;

    /// <summary>Whether the text is four decimal numbers from 0 to 255 without leading zeros.</summary>
    public static bool Is(string text)
    {
        string[] parts = text.Split('.');
        return parts.Length == Octets && Array.TrueForAll(parts, IsOctet);
    }

    private static bool IsOctet(string part) =>
        part.Length is > 0 and <= 3
        && Array.TrueForAll(part.ToCharArray(), c => c is >= '0' and <= '9')
        && (part.Length == 1 || part[0] != '0')
        && int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture) <= MaximumOctet;
}
