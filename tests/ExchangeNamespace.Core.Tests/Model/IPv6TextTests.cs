using System;
using System.Linq;
using System.Net;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Model;

public class IPv6TextTests
{
    // The first three are read or written differently by one runtime or another.
    [Theory]
    [InlineData("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8")]
    [InlineData("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0")]
    [InlineData("::192.0.2.1", "::c000:201")]
    [InlineData("::", "::")]
    [InlineData("::1", "::1")]
    [InlineData("1::", "1::")]
    [InlineData("2001:DB8::10", "2001:db8::10")]
    [InlineData("2001:0db8:0000:0000:0000:0000:0000:0010", "2001:db8::10")]
    [InlineData("2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1")]
    [InlineData("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [InlineData("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1")]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.1")]
    [InlineData("::FFFF:c000:0201", "::ffff:192.0.2.1")]
    [InlineData("64:ff9b::192.0.2.33", "64:ff9b::c000:221")]
    [InlineData("fe80::5efe:192.0.2.1", "fe80::5efe:c000:201")]
    public void An_address_has_one_text(string text, string expected)
    {
        Assert.True(AddressSyntax.TryNormalise(text, out string? canonical));
        Assert.Equal(expected, canonical);
        Assert.Equal(IPAddress.Parse(expected), AddressSyntax.Read(text));
        Assert.Equal(expected, AddressSyntax.Write(AddressSyntax.Read(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4::5:6:7:8")]
    [InlineData("1::2::3")]
    [InlineData(":1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("::192.0.2")]
    [InlineData("::192.0.2.256")]
    [InlineData("192.0.2.1::")]
    [InlineData("1:2:3:4:5:6:7:192.0.2.1")]
    [InlineData("::192.0.2.1:1")]
    [InlineData("fe80::1%1")]
    [InlineData("[::1]")]
    [InlineData("::1/128")]
    [InlineData("::1 ")]
    public void What_is_no_address_is_refused(string text) => Assert.False(AddressSyntax.TryNormalise(text, out _));

    [Fact]
    public void Every_address_is_read_back_and_is_the_one_of_the_base_library()
    {
        Random random = new(3);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] octets = [.. Enumerable.Range(0, 8).SelectMany(_ => random.Next(3) == 0 ? new[] { (byte)random.Next(256), (byte)random.Next(256) } : new byte[2])];
            string text = IPv6Text.Write(octets);

            Assert.True(IPv6Text.TryRead(text, out byte[]? read), text);
            Assert.Equal(octets, read);
            Assert.Equal(octets, IPAddress.Parse(text).GetAddressBytes());
        }
    }
}
