using System.Linq;
using System.Security.Cryptography.X509Certificates;
using CsCheck;
using ExchangeNamespace.Certificates;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>The platform's own reader of distinguished names gives back what was quoted.</summary>
public class X500LiteralTests
{
    [Theory]
    [InlineData("Contoso", "Contoso")]
    [InlineData("Contoso, Inc.", "\"Contoso, Inc.\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData(" padded ", "\" padded \"")]
    [InlineData("O'Brien & Söhne", "O'Brien & Söhne")]
    public void Only_what_needs_quotes_has_them(string value, string expected) => Assert.Equal(expected, X500Literal.Quote(value));

    [Fact]
    public void Hostile_values_stay_one_value() => Hostile.OneLine.Sample(value =>
    {
        var subject = new X500DistinguishedName("C=US,S=" + X500Literal.Quote(value) + ",O=" + X500Literal.Quote(value) + ",CN=mail.contoso.com");
        Assert.Equal(
            [("2.5.4.6", "US"), ("2.5.4.8", value), ("2.5.4.10", value), ("2.5.4.3", "mail.contoso.com")],
            subject.EnumerateRelativeDistinguishedNames(reversed: false).Select(r => (r.GetSingleElementType().Value!, r.GetSingleElementValue()!)).Reverse());
    });
}
