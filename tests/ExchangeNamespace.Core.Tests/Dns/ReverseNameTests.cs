using System.Linq;
using System.Net;
using CsCheck;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

public class ReverseNameTests
{
    [Theory]
    [InlineData("192.0.2.10", "10.2.0.192.in-addr.arpa", "2.0.192.in-addr.arpa")]
    [InlineData("10.0.0.1", "1.0.0.10.in-addr.arpa", "0.0.10.in-addr.arpa")]
    [InlineData("2001:db8::567:89ab", "b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa", "0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa")]
    public void An_address_has_a_name_and_a_usual_zone(string address, string name, string zone)
    {
        Assert.Equal(name, ReverseName.Of(IPAddress.Parse(address)));
        Assert.Equal(zone, ReverseName.UsualZone(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.in-addr.arpa")]
    [InlineData("172.16.0.0/16", "16.172.in-addr.arpa")]
    [InlineData("192.0.2.0/24", "2.0.192.in-addr.arpa")]
    [InlineData("2001:db8::/32", "8.b.d.0.1.0.0.2.ip6.arpa")]
    [InlineData("2001:DB8:0:10::/60", "1.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa")]
    [InlineData("2.0.192.IN-ADDR.ARPA", "2.0.192.in-addr.arpa")]
    [InlineData("8.b.d.0.1.0.0.2.ip6.arpa", "8.b.d.0.1.0.0.2.ip6.arpa")]
    public void A_zone_is_read_from_its_name_or_prefix(string text, string expected)
    {
        Assert.True(ReverseName.TryReadZone(text, "ReverseZone", out string zone, out _));
        Assert.Equal(expected, zone);
    }

    [Theory]
    [InlineData("192.0.2.0/25")]
    [InlineData("192.0.2.1/24")]
    [InlineData("192.0.2.0/0")]
    [InlineData("192.0.2.0/32")]
    [InlineData("2001:db8::/33")]
    [InlineData("2001:db8::1/64")]
    [InlineData("fe80::1%1/64")]
    [InlineData("10.2.0.192.in-addr.arpa")]
    [InlineData("256.0.192.in-addr.arpa")]
    [InlineData("02.0.192.in-addr.arpa")]
    [InlineData("64-26.2.0.192.in-addr.arpa")]
    [InlineData("in-addr.arpa")]
    [InlineData("g.0.0.2.ip6.arpa")]
    [InlineData("contoso.com")]
    [InlineData("192.0.2.0/24\n")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_zone_of_its_own_is_refused(string? text)
    {
        Assert.False(ReverseName.TryReadZone(text, "ReverseZone", out _, out InputFault? fault));
        Assert.Equal((FaultIds.ValueNotListed, "ReverseZone", text), (fault!.Id, fault.Parameter, fault.Value));
        Assert.All(fault.Message, c => Assert.InRange(c, ' ', '~'));
    }

    [Fact]
    public void Each_address_lies_in_its_usual_zone() => Gen.Select(Gen.Byte.Array[4], Gen.Byte.Array[16]).Sample(
        (v4, v6) => Assert.All(new[] { v4, v6 }.Select(b => new IPAddress(b)), a => Assert.EndsWith("." + ReverseName.UsualZone(a), ReverseName.Of(a))));
}
