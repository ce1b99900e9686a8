using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Model;

public class AddressSyntaxTests
{
    [Theory]
    [InlineData("192.0.2.10", "192.0.2.10")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("255.255.255.255", "255.255.255.255")]
    [InlineData("2001:DB8:0:0::1", "2001:db8::1")]
    [InlineData("::ffff:192.0.2.10", "::ffff:192.0.2.10")]
    public void A_full_address_is_read(string text, string canonical)
    {
        Assert.True(AddressSyntax.TryNormalise(text, out string? read));
        Assert.Equal(canonical, read);
    }

    [Theory]
    [InlineData("10.1")]
    [InlineData("3221225994")]
    [InlineData("192.168.010.1")]
    [InlineData("0x10.1.2.3")]
    [InlineData("192.0.2.256")]
    [InlineData("192.0.2.")]
    [InlineData("192.0.2.1:25")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[2001:db8::1]:25")]
    [InlineData("fe80::1%2")]
    [InlineData("2001:db8")]
    [InlineData(" 192.0.2.1")]
    [InlineData("")]
    public void What_another_reader_could_take_for_another_address_is_refused(string text)
    {
        Assert.False(AddressSyntax.TryNormalise(text, out string? read));
        Assert.Null(read);
    }
}
