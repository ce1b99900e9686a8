using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using CsCheck;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Tests.Certificates;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

public partial class MermaidLiteralTests
{
    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com")]
    [InlineData("a b", "a b")]
    [InlineData(" a", "#32;a")]
    [InlineData("1. list", "1#46; list")]
    [InlineData("- list", "#45; list")]
    [InlineData("www.contoso.com", "www#46;contoso.com")]
    [InlineData("https://a", "https#58;#47;#47;a")]
    [InlineData("a\"]; click x", "a#34;#93;#59; click x")]
    [InlineData("%%{init}%%", "#37;#37;#123;init#125;#37;#37;")]
    [InlineData("<script>", "#60;script#62;")]
    [InlineData("`**a**`", "#96;#42;#42;a#42;#42;#96;")]
    [InlineData("#35;", "#35;35#59;")]
    [InlineData("\u00fc", "#252;")]
    [InlineData("\U0001F600", "#128512;")]
    [InlineData("a\u001b[2J", "a#60;U#43;001B#62;#91;2J")]
    [InlineData("a\nb\u202e", "a#60;U#43;000A#62;b#60;U#43;202E#62;")]
    public void Known_labels(string text, string expected) => Assert.Equal("\"" + expected + "\"", MermaidLiteral.Quote(text));

    [Fact]
    public void Lines_are_kept_apart_and_empty_ones_left_out() => Assert.Equal("\"a<br/>b\"", MermaidLiteral.Quote("a", "", "b"));

    [Fact]
    public void A_label_is_one_quoted_ascii_text_and_comes_back() => Hostile.Any.Sample(
        text =>
        {
            string literal = MermaidLiteral.Quote(text);
            string inner = literal[1..^1];
            Assert.Equal((text.Length == 0, '"', '"'), (inner.Length == 0, literal[0], literal[^1]));
            Assert.Matches("^[A-Za-z0-9 ./#;-]*$", inner);
            Assert.Equal(inner.Count(c => c == ';'), Code().Count(inner));
            Assert.Equal(inner.Count(c => c == '#'), Code().Count(inner));
            string back = Code().Replace(inner, m => char.ConvertFromUtf32(int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
            Assert.Equal(text.All(c => c is >= ' ' and <= '~') ? text : back, back);
        },
        iter: 20_000);

    [GeneratedRegex("#([0-9]+);")]
    private static partial Regex Code();
}
