using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Connectors;

/// <summary>
/// The addresses from which strangers connect: everything that the Internet routes to single hosts, without the servers of the plan.
/// </summary>
internal static class InternetRanges
{
    private static readonly IReadOnlyList<AddressRange> PublicIPv4 =
    [
        .. AddressRange.Parse("1.0.0.0-223.255.255.255").Without(
            new[] { "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                "192.168.0.0/16" }.Select(AddressRange.Parse)),
    ];

    /// <summary>What IANA has given out so far (RFC 4291 2.4, global unicast).</summary>
    private static readonly IReadOnlyList<AddressRange> PublicIPv6 = [AddressRange.Parse("2000::/3")];

    /// <summary>The ranges, without addresses that belong to the organisation.</summary>
    /// <param name="withIPv6">Whether IPv6 addresses are wanted as well.</param>
    /// <param name="own">The addresses of the servers.</param>
    public static IEnumerable<AddressRange> Without(bool withIPv6, IEnumerable<string> own)
    {
        AddressRange[] servers = [.. own.Distinct(StringComparer.Ordinal).Select(AddressRange.Parse)];
        return (withIPv6 ? PublicIPv4.Concat(PublicIPv6) : PublicIPv4).SelectMany(r => r.Without(servers));
    }
}
