using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace ExchangeNamespace.Model;

/// <summary>
/// Reads IP addresses in full notation. The base library takes more: it completes <c>10.1</c>, reads <c>010</c> as octal and <c>0x10</c>
/// as hexadecimal, so that another address would come out, and drops the port of <c>[::1]:25</c>. All of that is refused.
/// </summary>
internal static class AddressSyntax
{
    private const int Octets = 4;
    private const int MaximumOctet = 255;

    public static bool TryNormalise(string text, [NotNullWhen(true)] out string? canonical)
    {
        canonical = IsIPv4(text) ? text
            : IsPlainIPv6(text) && IPAddress.TryParse(text, out IPAddress? address) ? address.ToString()
            : null;
        return canonical is not null;
    }

    /// <summary>In which words a text is refused as an address.</summary>
    public static string Refusal(string? text) => $"'{NameSyntax.Printable(text ?? string.Empty)}' is not an IP address. Give it in full, such as 192.0.2.10 or 2001:db8::10.";

    /// <summary>Whether the text is four decimal numbers from 0 to 255 without leading zeros.</summary>
    public static bool IsIPv4(string text)
    {
        string[] parts = text.Split('.');
        return parts.Length == Octets && Array.TrueForAll(parts, IsOctet);
    }

    private static bool IsOctet(string part) =>
        part.Length is > 0 and <= 3
        && Array.TrueForAll(part.ToCharArray(), c => c is >= '0' and <= '9')
        && (part.Length == 1 || part[0] != '0')
        && int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture) <= MaximumOctet;

    /// <summary>Without brackets, port and scope: a scope has a meaning on one machine only.</summary>
    private static bool IsPlainIPv6(string text) =>
        text.IndexOf(':') >= 0 && Array.TrueForAll(text.ToCharArray(), c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F') or ':' or '.');
}
