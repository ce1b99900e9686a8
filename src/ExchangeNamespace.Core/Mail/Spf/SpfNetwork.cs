using System.Net;
using System.Net.Sockets;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>Compares addresses by their leading bits.</summary>
internal static class SpfNetwork
{
    private const int BitsOfOctet = 8;

    /// <summary>Whether both addresses are of one family and agree in so many leading bits.</summary>
    public static bool Contains(IPAddress network, int prefix4, int prefix6, IPAddress address)
    {
        if (network.AddressFamily != address.AddressFamily)
        {
            return false;
        }

        byte[] left = network.GetAddressBytes();
        byte[] right = address.GetAddressBytes();
        int bits = network.AddressFamily == AddressFamily.InterNetwork ? prefix4 : prefix6;
        for (int i = 0; bits > 0; i++, bits -= BitsOfOctet)
        {
            int mask = bits >= BitsOfOctet ? 0xFF : 0xFF << (BitsOfOctet - bits);
            if (((left[i] ^ right[i]) & mask & 0xFF) != 0)
            {
                return false;
            }
        }

        return true;
    }
}
