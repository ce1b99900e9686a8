using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>Names of addresses: <c>in-addr.arpa</c> by octets (RFC 1035 3.5), <c>ip6.arpa</c> by half octets (RFC 3596 2.5).</summary>
public static class ReverseName
{
    private const string IPv4Suffix = "in-addr.arpa";
    private const string IPv6Suffix = "ip6.arpa";
    private const int BitsOfOctet = 8;
    private const int BitsOfNibble = 4;

    /// <summary>The zone of an address where nothing is said: a /24.</summary>
    private const int DefaultIPv4Labels = 3;

    /// <summary>The zone of an address where nothing is said: a /64.</summary>
    private const int DefaultIPv6Labels = 16;

    /// <summary>The name at which the PTR record of an address stands.</summary>
    /// <param name="address">The address.</param>
    /// <returns>For example <c>10.2.0.192.in-addr.arpa</c>.</returns>
    public static string Of(IPAddress address) => Join(Labels(address), address.AddressFamily);

    /// <summary>The zone that usually holds an address: its /24, or its /64.</summary>
    /// <param name="address">The address.</param>
    /// <returns>For example <c>2.0.192.in-addr.arpa</c>.</returns>
    public static string UsualZone(IPAddress address) => Join(
        Labels(address)
            .Take(address.AddressFamily == AddressFamily.InterNetwork ? DefaultIPv4Labels : DefaultIPv6Labels), address.AddressFamily);

    /// <summary>Reads a reverse zone: its name, or the prefix that it is for.</summary>
    /// <param name="text">For example <c>2.0.192.in-addr.arpa</c>, <c>192.0.2.0/24</c> or <c>2001:db8::/32</c>.</param>
    /// <param name="parameter">Where it came from, for the fault.</param>
    /// <param name="zone">The name of the zone.</param>
    /// <param name="fault">Why it was refused.</param>
    /// <returns>Whether the text is a reverse zone.</returns>
    public static bool TryReadZone(string? text, string parameter, out string zone, out InputFault? fault)
    {
        string name = (text ?? string.Empty).ToLowerInvariant();
        fault = null;
        if (IsZoneName(name))
        {
            zone = name;
            return true;
        }

        if (ZoneOfPrefix(name) is { } found)
        {
            zone = found;
            return true;
        }

        zone = string.Empty;
        fault = new InputFault(FaultIds.ValueNotListed, parameter, text,
            $"'{VisibleText.Short(text ?? string.Empty)}' is not a reverse zone. Give its name, such as 2.0.192.in-addr.arpa, or its "
                + "prefix: /8, /16 or /24 for IPv4, a multiple of 4 bits for IPv6. Records of a smaller IPv4 block are made by its "
                + "provider.");
        return false;
    }

    private static bool IsZoneName(string name) =>
        (IsUnder(name, IPv4Suffix, out string[] octets) && octets.Length <= DefaultIPv4Labels && octets.All(IsOctet))
        || (IsUnder(name, IPv6Suffix, out string[] nibbles) && nibbles.Length < 32
        && nibbles.All(n => n.Length == 1 && n[0] is (>= '0' and <= '9') or (>= 'a' and <= 'f')));

    private static bool IsUnder(string name, string suffix, out string[] labels)
    {
        bool under = name.EndsWith("." + suffix, StringComparison.Ordinal);
        labels = under ? name.Substring(0, name.Length - suffix.Length - 1).Split('.') : [];
        return under;
    }

    private static bool IsOctet(string label) =>
        byte.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out byte value)
            && label == value.ToString(CultureInfo.InvariantCulture);

    private static string? ZoneOfPrefix(string text)
    {
        int slash = text.IndexOf('/');
        if (slash < 0
            || !AddressSyntax.TryRead(text.Substring(0, slash), out IPAddress? address)
            || !int.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int bits))
        {
            return null;
        }

        bool v4 = address.AddressFamily == AddressFamily.InterNetwork;
        int step = v4 ? BitsOfOctet : BitsOfNibble;
        int last = (address.GetAddressBytes().Length * BitsOfOctet) - step;
        List<string> labels = [.. Labels(address)];
        return bits >= step && bits <= last && bits % step == 0 && labels.Skip(bits / step).All(l => l == "0")
            ? Join(labels.Take(bits / step), address.AddressFamily)
            : null;
    }

    /// <summary>The labels of an address, the most significant first.</summary>
    private static IEnumerable<string> Labels(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? address.GetAddressBytes().Select(b => b.ToString(CultureInfo.InvariantCulture))
        : address.GetAddressBytes().SelectMany(b => new[] { b >> BitsOfNibble, b & 0xf })
            .Select(n => n.ToString("x", CultureInfo.InvariantCulture));

    private static string Join(IEnumerable<string> labels, AddressFamily family) =>
        string.Join(".", labels.Reverse().Append(family == AddressFamily.InterNetwork ? IPv4Suffix : IPv6Suffix));
}
