using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Net;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>
/// Reads and writes IP addresses in full notation. The base library takes more: it completes <c>10.1</c>, reads <c>010</c> as octal and
/// <c>0x10</c> as hexadecimal, so that another address would come out, and drops the port of <c>[::1]:25</c>. All of that is refused.
/// Text is never read or written by the base library, because runtimes differ.
/// </summary>
internal static class AddressSyntax
{
    private const int Octets = 4;

    public static bool TryNormalise(string text, [NotNullWhen(true)] out string? canonical)
    {
        canonical = IPv4Text.Is(text) ? text
            : IPv6Text.TryRead(text, out byte[]? octets) ? IPv6Text.Write(octets)
            : null;
        return canonical is not null;
    }

    /// <summary>Reads an address; every runtime reads the same one.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = text is null ? null
            : IPv4Text.Is(text) ? new IPAddress([.. text.Split('.').Select(o => byte.Parse(o, CultureInfo.InvariantCulture))])
            : IPv6Text.TryRead(text, out byte[]? octets) ? new IPAddress(octets)
            : null;
        return address is not null;
    }

    /// <summary>Reads a text that is known to be an address.</summary>
    public static IPAddress Read(string text) =>
        TryRead(text, out IPAddress? address) ? address : throw new ArgumentException("Not an IP address.", nameof(text));

    /// <summary>Writes an address; every runtime writes the same text, and no scope.</summary>
    public static string Write(IPAddress address)
    {
        byte[] octets = address.GetAddressBytes();
        return octets.Length == Octets ? string.Join(".", octets.Select(o => o.ToString(CultureInfo.InvariantCulture)))
            : IPv6Text.Write(octets);
    }

    /// <summary>In which words a text is refused as an address.</summary>
    public static string Refusal(string? text) =>
        $"'{VisibleText.Short(text ?? string.Empty)}' is not an IP address. Give it in full, such as 192.0.2.10 or 2001:db8::10.";
}
