using System.Diagnostics.CodeAnalysis;
using System.Net;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>
/// The address of a server or of what stands before it: not the unspecified one, multicast, the broadcast of IPv4 or IPv4 written as IPv6,
/// which is never sent (RFC 1122 3.2.1.3, 5771, 4291 2.5.2, 2.5.5.2, 2.7).
/// </summary>
internal static class HostAddress
{
    /// <summary>Reads an address in full notation.</summary>
    /// <param name="text">The text.</param>
    /// <param name="address">The address, written as all addresses are.</param>
    /// <param name="refusal">In which words the text is refused.</param>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? address, [NotNullWhen(false)] out string? refusal)
    {
        if (!AddressSyntax.TryRead(text, out IPAddress? read))
        {
            (address, refusal) = (null, AddressSyntax.Refusal(text));
            return false;
        }

        bool isHost = IsHost(read);
        address = isHost ? AddressSyntax.Write(read) : null;
        refusal = isHost ? null
            : $"'{VisibleText.Short(text!)}' is no address of a server: it is the unspecified one, multicast, broadcast, reserved, or IPv4 "
                + "written as IPv6. Give the address at which the server or the load balancer answers.";
        return isHost;
    }

    private static bool IsHost(IPAddress address)
    {
        byte[] octets = address.GetAddressBytes();
        return octets.Length == 4 ? octets[0] is > 0 and < 224
            : octets[0] != 0xFF && !address.IsIPv4MappedToIPv6 && !address.Equals(IPAddress.IPv6None);
    }
}
