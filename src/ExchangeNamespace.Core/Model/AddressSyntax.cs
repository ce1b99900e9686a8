using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace ExchangeNamespace.Model;

/// <summary>Reads IP addresses in full notation: <c>10.1</c> and plain numbers, which the base library takes, are refused.</summary>
internal static class AddressSyntax
{
    public static bool TryNormalise(string text, [NotNullWhen(true)] out string? canonical)
    {
        bool isAddress = IPAddress.TryParse(text, out IPAddress? address)
            && (address.AddressFamily == AddressFamily.InterNetworkV6 || text.Split('.').Length == 4);
        canonical = isAddress ? address!.ToString() : null;
        return isAddress;
    }
}
