using System.Linq;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison.Effects;

/// <summary>Text from outside stays text in Markdown.</summary>
public class MarkdownTextTests
{
    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("`x` *y* _z_", "\\`x\\` \\*y\\* \\_z\\_")]
    [InlineData("<script>alert(1)</script>", "&lt;script\\>alert(1)&lt;/script\\>")]
    [InlineData("![i](javascript:x)", "!\\[i\\](javascript:x)")]
    [InlineData("https://mail.contoso.com/owa", "https:\\//mail.contoso.com/owa")]
    [InlineData("a&lt;b", "a&amp;lt;b")]
    [InlineData("one\r\n# two", "one<U+000D><U+000A>\\# two")]
    [InlineData("\\|", "\\\\\\|")]
    public void Inline_text_has_no_marks(string text, string expected) =>
        Assert.Equal(expected.Replace("<U+", "&lt;U+", System.StringComparison.Ordinal).Replace("D>", "D\\>", System.StringComparison.Ordinal).Replace("A>", "A\\>", System.StringComparison.Ordinal), MarkdownText.Inline(text));

    [Fact]
    public void A_block_of_code_cannot_be_ended_by_its_lines()
    {
        string[] block = [.. MarkdownText.Code(["Get-X '````'", "```"], "powershell")];

        Assert.Equal("`````powershell", block[0]);
        Assert.Equal("`````", block.Last());
    }
}
