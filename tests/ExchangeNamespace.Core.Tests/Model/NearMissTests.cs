using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Tests.Model;

public class NearMissTests
{
    private static readonly string[] Known = ["ExternalHost", "InternalHost", "Site", "ADDomain", "DnsModel"];

    [Theory]
    [InlineData("ExternalHos", "ExternalHost")]
    [InlineData("externalhost", "ExternalHost")]
    [InlineData("ExternalHots", "ExternalHost")]
    [InlineData("ExternalHostss", "ExternalHost")]
    [InlineData("InternlHost", "InternalHost")]
    [InlineData("DNSModell", "DnsModel")]
    [InlineData("ADomain", "ADDomain")]
    [InlineData("ExternalH", null)]
    [InlineData("Sites", null)]
    [InlineData("Sit", null)]
    [InlineData("", null)]
    [InlineData("Unrelated", null)]
    public void A_mistyped_name_finds_the_known_one_at_most_two_letters_away(string name, string? expected) => Assert.Equal(expected, NearMiss.Find(name, Known));

    [Fact]
    public void An_endless_name_is_not_compared() => Assert.Null(NearMiss.Find(new string('a', 65), [new string('a', 64)]));

    [Fact]
    public void The_nearest_wins_and_then_the_alphabet()
    {
        Assert.Equal("abcdef", NearMiss.Find("abcdefg", ["abcd-f", "abcdef"]));
        Assert.Equal("abcdx", NearMiss.Find("abcde", ["abcdz", "abcdx"]));
    }
}
