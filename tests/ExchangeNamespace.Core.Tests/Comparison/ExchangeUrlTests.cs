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
    [InlineData("text", "other", false)]
    [InlineData("https://[2001:db8::1]:443/owa", "https://[2001:db8::1]/owa", true)]
    [InlineData("https://[2001:db8::1]/owa", "https://[2001:db8::1]:8443/owa", false)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com:/owa", true)] // RFC 3986 6.2.3
    [InlineData("https://[2001:db8::1]:/owa", "https://[2001:db8::1]/owa", true)]
    [InlineData("https://mail.contoso.com/", "https://mail.contoso.com", true)]
    [InlineData("https://mail.contoso.com:8443/owa", "https://mail.contoso.com:08443/owa", true)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com:0/owa", false)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com:449/owa", false)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com443/owa", false)]
    [InlineData("https://mail.contoso.com:8443/owa", "https://mail.contoso.com8443/owa", false)]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com:44a/owa", false)]
    [InlineData("http://mail.contoso.com/OAB", "http://mail.contoso.com:443/OAB", false)]
    [InlineData("ftp://mail.contoso.com/owa", "ftp://mail.contoso.com:443/owa", false)]
    [InlineData("://mail.contoso.com/owa", "://mail.contoso.com:443/owa", false)]
    [InlineData("https:///owa", "https:///owa/", false)]
    public void URLs_are_compared_as_Exchange_means_them(string planned, string current, bool equal)
    {
        Assert.Equal(equal, ExchangeUrl.AreEqual(planned, current));
        Assert.Equal(equal, ExchangeUrl.AreEqual(current, planned));
    }

    [Theory]
    [InlineData("https://Mail.contoso.com:443/owa", "mail.contoso.com")]
    [InlineData("https://[2001:db8::1]/owa", "[2001:db8::1]")]
    [InlineData("https://EX01/owa", "ex01")]
    [InlineData("https://mail.contoso.com", "mail.contoso.com")]
    [InlineData("https://mail.contoso.com.:8443", "mail.contoso.com")]
    [InlineData("https://mail.contoso.com:44a/owa", "mail.contoso.com:44a")]
    [InlineData("https://mail.contoso.com:/owa", "mail.contoso.com")]
    [InlineData("https://mail.contoso.com:9/owa", "mail.contoso.com")]
    [InlineData("https://:443/owa", ":443")]
    [InlineData("https:///owa", null)]
    [InlineData("https://", null)]
    [InlineData("://mail.contoso.com/owa", null)]
    [InlineData("mail.contoso.com", null)]
    [InlineData("", null)]
    public void A_URL_has_a_host_or_is_none(string url, string? host) => Assert.Equal(host, ExchangeUrl.HostOf(url));

    [Theory]
    [InlineData("https://mail.contoso.com", true)]
    [InlineData("HTTPS://mail.contoso.com", true)]
    [InlineData("http://mail.contoso.com", false)]
    [InlineData("https:/mail.contoso.com", false)]
    [InlineData(" https://mail.contoso.com", false)]
    public void Only_https_is_https(string url, bool isHttps) => Assert.Equal(isHttps, ExchangeUrl.IsHttps(url));

    [Theory]
    [InlineData("mail.contoso.com", "MAIL.contoso.com.", true)]
    [InlineData("xn--bcher-kva.example", "b\u00FCcher.example", true)]
    [InlineData("mail.contoso.com", "mail.contoso.com..", false)]
    [InlineData("b\u00FCcher..example", "B\u00DCCHER..example", true)] // no name, compared as text
    [InlineData("mail.contoso.com", "mail.contoso.co", false)]
    [InlineData("", ".", true)]
    public void Hosts_are_compared_without_letter_case_and_the_dot_of_the_root(string planned, string current, bool equal) =>
        Assert.Equal(equal, ExchangeUrl.AreHostsEqual(planned, current));
}
