using System;
using System.Linq;
using ExchangeNamespace.HelpBuilder.Pages;
using ExchangeNamespace.HelpBuilder.Writing;
using Xunit;

namespace ExchangeNamespace.HelpBuilder.Tests;

public class AboutWriterTests
{
    [Fact]
    public void The_topic_is_plain_text_wrapped_at_80_columns()
    {
        Assert.Equal(
            """
            TOPIC
                about_ExchangeNamespace

            SHORT DESCRIPTION
                What the sample is about.

            LONG DESCRIPTION
                A paragraph that is long enough to be wrapped, because it goes on and on
                until the eightieth column has passed.

              Details
                - an item that is long enough to be wrapped as well, so that its second line
                  hangs under the first

                - short

                    Get-Sample -Name 'a line of code that is longer than eighty columns and must stay on one line'

                    Get-Sample

            """.Replace("\r\n", "\n"),
            Write(Fixture.About));
    }

    [Fact]
    public void No_line_of_text_passes_column_80_whatever_the_words()
    {
        string words = string.Join(' ', Enumerable.Range(0, 400).Select(i => new string((char)('a' + (i % 26)), (i * 7 % 19) + 1)));
        string text = Write(Fixture.About.Replace("A paragraph that", words));
        Assert.All(text.Split('\n').Where(l => !l.Contains("Get-Sample", StringComparison.Ordinal)), line => Assert.True(line.Length <= 80, line));
        Assert.Contains(text.Split('\n'), line => line.Length is > 70 and <= 80);
        Assert.Contains(words, string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("# about_ExchangeNamespace", "# about_Other", "expected 'about_ExchangeNamespace'")]
    [InlineData("## SHORT DESCRIPTION", "## SUMMARY", "the first section must be SHORT DESCRIPTION")]
    [InlineData("What the sample is about.", "What the sample is about, in so many words that it does not fit in the one line", "at most 76 characters")]
    [InlineData("What the sample is about.", "One.\n\nTwo.", "must be one paragraph")]
    [InlineData("# about_ExchangeNamespace\n", "# about_ExchangeNamespace\n\nloose\n", "text between the title")]
    [InlineData("- `short`", "> quoted", "has no plain-text form")]
    public void A_fault_is_an_error(string old, string replacement, string message)
    {
        PageException error = Assert.Throws<PageException>(() => Write(Fixture.About.Replace(old, replacement)));
        Assert.StartsWith(Fixture.AboutName + ":", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static string Write(string text) => AboutWriter.Write(SourceFile.FromText(Fixture.AboutName, text));
}
