using ExchangeNamespace.Probing;
using Xunit;

namespace ExchangeNamespace.Tests.Verification;

public class HttpTargetTests
{
    private static readonly HttpTarget Base = new(IsSecure: true, "mail.contoso.com", Port: 8443, "/autodiscover/autodiscover.xml");

    [Theory]
    [InlineData("https://mail.contoso.com", "https://mail.contoso.com/")]
    [InlineData("HTTPS://Mail.Contoso.com:443/A?b=c#d", "https://mail.contoso.com:443/A?b=c")]
    [InlineData("http://contoso.com?x", "http://contoso.com/?x")]
    [InlineData("http://10.0.0.1/x", "http://10.0.0.1/x")]
    [InlineData("https://[2001:db8::1]:444/x", "https://[2001:db8::1]:444/x")]
    [InlineData("https://ex01/x", "https://ex01/x")]
    [InlineData("/x", "https://mail.contoso.com:8443/x")]
    [InlineData("//other.contoso.com/x", "https://other.contoso.com/x")]
    public void URLs_are_read(string text, string expected)
    {
        Assert.True(HttpTarget.TryParse(text, out HttpTarget? target, Base));
        Assert.Equal(expected, target.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("ftp://contoso.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@contoso.com/")]
    [InlineData("https://contoso.com:0/")]
    [InlineData("https://contoso.com:99999/")]
    [InlineData("https://contoso.com:443:443/")]
    [InlineData("https://contoso.com\\@evil.com/")]
    [InlineData("https://con toso.com/")]
    [InlineData("https://contoso.com/\r\nSet-Cookie: a")]
    [InlineData("https://contoso.com/\u00e9")]
    [InlineData("https://[::1/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://010.0.0.1/")]
    [InlineData("https:///x")]
    public void Anything_else_is_refused(string? text) => Assert.False(HttpTarget.TryParse(text, out _, Base));

    [Fact]
    public void A_URL_of_more_than_two_thousand_characters_is_refused() => Assert.False(HttpTarget.TryParse("https://contoso.com/" + new string('a', 2048), out _));
}
