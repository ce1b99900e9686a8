using ExchangeNamespace.Comparison;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison;

public class ExchangeUrlTests
{
    [Theory]
    [InlineData("https://mail.contoso.com/owa", "https://MAIL.contoso.com/OWA", true)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com/owa/", true)]
    [InlineData("https://mail.contoso.com/owa", "HTTPS://mail.contoso.com:443/owa", true)]
    [InlineData("http://mail.contoso.com/OAB", "http://mail.contoso.com:80/oab/", true)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com:0443/owa", true)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com./owa", true)]
    [InlineData("https://xn--bcher-kva.example/owa", "https://bücher.example/owa", true)]
    [InlineData("https://mail.contoso.com/owa", "http://mail.contoso.com/owa", false)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com:80/owa", false)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com:8443/owa", false)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com/owa2", false)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com/owa?a=b", false)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com@evil.example/owa", false)]
    [InlineData("https://mail.contoso.com/owa", "mail.contoso.com", false)]
    [InlineData("https://mail.contoso.com/owa", "", false)]
    [InlineData("text", "TEXT", true)]
    [InlineData("https://[2001:db8::1]:443/owa", "https://[2001:db8::1]/owa", true)]
    public void URLs_are_compared_as_Exchange_means_them(string planned, string current, bool equal)
    {
        Assert.Equal(equal, ExchangeUrl.AreEqual(planned, current));
        Assert.Equal(equal, ExchangeUrl.AreEqual(current, planned));
    }

    [Theory]
    [InlineData("https://Mail.contoso.com:443/owa", "mail.contoso.com")]
    [InlineData("https://[2001:db8::1]/owa", "[2001:db8::1]")]
    [InlineData("https:///owa", null)]
    [InlineData("mail.contoso.com", null)]
    [InlineData("", null)]
    public void A_URL_has_a_host_or_is_none(string url, string? host) => Assert.Equal(host, ExchangeUrl.HostOf(url));
}
