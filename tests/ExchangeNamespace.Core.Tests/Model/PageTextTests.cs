using System.Linq;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Tests.Model;

/// <summary>Lines of a page end between words.</summary>
public class PageTextTests
{
    [Theory]
    [InlineData("one two three", 80, 10, "one two three")]
    [InlineData("aaaaaaaaaa bbbbbbbbbb cccccccccc", 40, 10, "aaaaaaaaaa bbbbbbbbbb\ncccccccccc")]
    [InlineData("", 80, 10, "")]
    [InlineData("a  b", 80, 0, "a  b")]
    [InlineData("a-word-that-is-longer-than-any-line-of-this-page x", 40, 0, "a-word-that-is-longer-than-any-line-of-this-page\nx")]
    public void Known_texts(string text, int width, int indent, string expected) => Assert.Equal(expected, PageText.Wrap(text, width, indent));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(int.MaxValue)]
    public void A_page_has_80_columns_where_the_host_has_more_or_tells_none(int width)
    {
        string[] lines = PageText.Wrap(string.Join(" ", Enumerable.Repeat("word", 100)), width, 14).Split('\n');

        Assert.All(lines, l => Assert.InRange(l.Length, 1, 65));
        Assert.Equal(100, lines.Sum(l => l.Split(' ').Length));
    }
}
