using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Reports.Redaction;

/// <summary>
/// Substitutes of addresses: of the ranges for documentation (RFC 5737, 3849), private ones of private ranges. Addresses of one /24 or /64
/// stay together.
/// </summary>
internal sealed class AddressSubstitutes(RedactionMap map)
{
    private const string IPv4Suffix = ".in-addr.arpa";
    private const string IPv6Suffix = ".ip6.arpa";
    private const int NibblesOfNetwork = 16;
    private const int OctetsOfNetwork = 3;
    private const int HostsOfNetwork = 254;

    private static readonly string[] Documentation = ["203.0.113", "198.51.100", "192.0.2"];

    /// <summary>These say no more than that they are any address or the machine itself.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "0.0.0.0", "127.0.0.1", "255.255.255.255", "::", "::1" };

    private readonly Dictionary<string, int> _hosts = new(StringComparer.Ordinal);

    /// <summary>The substitute of an address; null for any other text.</summary>
    public string? Of(string text)
    {
        if (!AddressSyntax.TryRead(text, out IPAddress? address))
        {
            return null;
        }

        string plain = AddressSyntax.Write(address);
        if (Kept.Contains(plain))
        {
            return plain;
        }

        bool isV4 = address.AddressFamily == AddressFamily.InterNetwork;
        string network = NetworkOf(plain, address, isV4);
        return map.Of(RedactionKind.Address, plain, _ => Next(network, isV4));
    }

    /// <summary>The same for a range: an address with a prefix, or two with a dash.</summary>
    public string? OfRange(string text)
    {
        int at = text.IndexOfAny(['/', '-']);
        if (at < 0)
        {
            return Of(text);
        }

        string? first = Of(text.Substring(0, at));
        string rest = text.Substring(at + 1);
        return first is null ? null
            : text[at] == '/' ? first + "/" + rest
            : Of(rest) is { } last ? first + "-" + last
            : null;
    }

    /// <summary>The substitute of a name or zone below in-addr.arpa or ip6.arpa; null for any other text.</summary>
    public string? OfReverse(string name)
    {
        string lower = name.ToLowerInvariant();
        bool isV4 = lower.EndsWith(IPv4Suffix, StringComparison.Ordinal);
        if (!isV4 && !lower.EndsWith(IPv6Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        string suffix = isV4 ? IPv4Suffix : IPv6Suffix;
        List<string> labels = [.. lower.Substring(0, lower.Length - suffix.Length).Split('.').Reverse()];
        int count = labels.Count;
        int all = isV4 ? OctetsOfNetwork + 1 : 2 * NibblesOfNetwork;
        while (labels.Count < all)
        {
            labels.Add("0");
        }

        string whole = isV4 ? string.Join(".", labels) : string.Join(":", Enumerable.Range(0, all / 4)
            .Select(i => string.Concat(labels.Skip(i * 4).Take(4))));
        if (!AddressSyntax.TryRead(whole, out IPAddress? address))
        {
            return "reverse" + suffix;
        }

        int network = isV4 ? OctetsOfNetwork : NibblesOfNetwork;
        string substitute = count > network ? Of(AddressSyntax.Write(address))!
            : NetworkOf(AddressSyntax.Write(address), address, isV4) + (isV4 ? ".0" : "::");
        string[] reversed = ReverseName.Of(AddressSyntax.Read(substitute)).Split('.');
        return string.Join(".", reversed.Skip(all - count));
    }

    private string NetworkOf(string plain, IPAddress address, bool isV4)
    {
        bool isPrivate = AddressScope.IsPrivate(plain);
        string key = isV4 ? plain.Substring(0, plain.LastIndexOf('.'))
            : string.Concat(address.GetAddressBytes().Take(8).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
        return map.Of(RedactionKind.Network, key, n => (isV4, isPrivate) switch
        {
            (true, true) => "10." + RedactionMap.Digits(n / 256) + "." + RedactionMap.Digits(n % 256),
            (true, false) => n <= Documentation.Length ? Documentation[n - 1] : "198.18." + RedactionMap.Digits(n % 256),
            (false, true) => "fd00:0:0:" + n.ToString("x", CultureInfo.InvariantCulture),
            (false, false) => "2001:db8:0:" + n.ToString("x", CultureInfo.InvariantCulture),
        });
    }

    private string Next(string network, bool isV4)
    {
        _hosts[network] = _hosts.TryGetValue(network, out int last) ? last + 1 : 1;
        return isV4
            ? network + "." + RedactionMap.Digits(((_hosts[network] - 1) % HostsOfNetwork) + 1)
            : AddressSyntax.Write(AddressSyntax.Read(network + "::" + _hosts[network].ToString("x", CultureInfo.InvariantCulture)));
    }
}
