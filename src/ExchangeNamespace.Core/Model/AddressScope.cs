using System.Net;
using System.Net.Sockets;

namespace ExchangeNamespace.Model;

/// <summary>Which addresses are reached from inside only.</summary>
internal static class AddressScope
{
    /// <summary>Whether no route on the Internet leads to the address: RFC 1918, 3927, 4193, 4291, 6598 and the loopback.</summary>
    public static bool IsPrivate(string text)
    {
        IPAddress address = AddressSyntax.Read(text);
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        byte[] b = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? b[0] is 0 or 10 or 127 || (b[0] == 172 && (b[1] & 0xF0) == 16) || (b[0] == 192 && b[1] == 168)
                || (b[0] == 169 && b[1] == 254) || (b[0] == 100 && (b[1] & 0xC0) == 64)
            : (b[0] & 0xFE) == 0xFC || (b[0] == 0xFE && (b[1] & 0x80) == 0x80) || IPAddress.IsLoopback(address)
                || address.Equals(IPAddress.IPv6None);
    }

    /// <summary>
    /// Whether no public authority may put the address on a certificate: private ones, and those set aside for examples, measurements and
    /// multicast (Baseline Requirements 4.2.2; RFC 5737, 2544, 3849, 5771, 1112, 4291).
    /// </summary>
    public static bool IsReserved(string text)
    {
        IPAddress address = AddressSyntax.Read(text);
        byte[] b = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return IsPrivate(text) || (b.Length == 4
            ? b[0] >= 224 || (b[0] == 198 && (b[1] & 0xFE) == 18)
                || (b[0], b[1], b[2]) is (192, 0, 0) or (192, 0, 2) or (198, 51, 100) or (203, 0, 113)
            : b[0] == 0xFF || (b[0], b[1], b[2], b[3]) is (0x20, 0x01, 0x0D, 0xB8));
    }
}
