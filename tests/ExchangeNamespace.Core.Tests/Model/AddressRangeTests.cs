using System.Linq;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Model;

public class AddressRangeTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("192.0.2.0/24", "192.0.2.0/24")]
    [InlineData("192.0.2.1-192.0.2.9", "192.0.2.1-192.0.2.9")]
    [InlineData("2001:DB8::/32", "2001:db8::/32")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("192.0.2.1/", null)]
    [InlineData("192.0.2.1/-1", null)]
    [InlineData("192.0.2.1/33", null)]
    [InlineData("192.0.2.1-", null)]
    [InlineData("192.0.2.9-192.0.2.1", null)]
    [InlineData("192.0.2.1-2001:db8::1", null)]
    [InlineData("192.0.2.1 ", null)]
    [InlineData("192.0.2.01", null)]
    [InlineData("", null)]
    [InlineData("1-2", null)]
    public void A_range_has_one_of_three_forms(string text, string? read)
    {
        Assert.Equal(read is not null, AddressRange.TryParse(text, out AddressRange? range));
        Assert.Equal(read, range?.ToString());
    }

    [Theory]
    [InlineData("192.0.2.0-192.0.2.9", "", "192.0.2.0-192.0.2.9")]
    [InlineData("192.0.2.0-192.0.2.9", "192.0.2.5", "192.0.2.0-192.0.2.4 192.0.2.6-192.0.2.9")]
    [InlineData("192.0.2.0-192.0.2.9", "192.0.2.9 192.0.2.0", "192.0.2.1-192.0.2.8")]
    [InlineData("192.0.2.0-192.0.2.9", "192.0.2.0/29 198.51.100.1", "192.0.2.8-192.0.2.9")]
    [InlineData("192.0.2.0-192.0.2.9", "192.0.2.0/24", "")]
    [InlineData("192.0.2.0-192.0.2.2", "192.0.2.1", "192.0.2.0 192.0.2.2")]
    [InlineData("0.0.0.0/0", "0.0.0.0-127.255.255.255", "128.0.0.0-255.255.255.255")]
    [InlineData("2001:db8::-2001:db8::3", "2001:db8::2 192.0.2.1", "2001:db8::-2001:db8::1 2001:db8::3")]
    public void Parts_can_be_taken_out(string range, string others, string left) => Assert.Equal(
        left,
        string.Join(' ', AddressRange.Parse(range).Without(others.Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Select(AddressRange.Parse))));

    [Fact]
    public void A_prefix_covers_its_addresses_and_no_others()
    {
        AddressRange range = AddressRange.Parse("192.0.2.77/25");

        Assert.True(range.Contains("192.0.2.0"));
        Assert.True(range.Contains("192.0.2.127"));
        Assert.False(range.Contains("192.0.2.128"));
        Assert.False(range.Contains("::192.0.2.1"));
    }
}
