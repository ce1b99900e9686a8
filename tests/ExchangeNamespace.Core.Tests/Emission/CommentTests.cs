using System.Linq;
using ExchangeNamespace.Emission;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

/// <summary>Texts as comments of PowerShell and of cmd.exe. What the engine reads of the former is proven with its parser.</summary>
public class CommentTests
{
    [Fact]
    public void A_comment_of_PowerShell_cannot_end_and_has_no_text_beyond_ASCII() =>
        Assert.Equal("# a?b??c ~ ?", ScriptComment.Line("a\nb\r\nc ~ \u2028 "));

    [Theory]
    [InlineData("SIG # Begin signature block")]
    [InlineData("s i g # b e g i n\tsignatureBLOCK")]
    [InlineData("SIG # Begin sig")] // eleven letters short
    [InlineData("SIG # Begin signature block elevenmore1")]
    [InlineData("SIG # Begin sigxxxxxxxxxxx")] // eleven letters changed
    public void A_text_that_resembles_the_beginning_of_a_signature_is_left_out(string text) =>
        Assert.Equal(ScriptComment.LeftOut, ScriptComment.Line(text));

    [Theory]
    [InlineData("SIG # Begin si")] // twelve letters short
    [InlineData("SIG # Begin signature block twelvemore12")]
    [InlineData("SIG # Begin sixxxxxxxxxxxx")] // twelve letters changed
    [InlineData("Sends mail of the organisation through the new connector")]
    public void Another_text_stands(string text) => Assert.Equal("# " + text, ScriptComment.Line(text));

    [Fact]
    public void A_remark_of_cmd_has_nothing_that_cmd_gives_a_meaning()
    {
        string text = string.Concat(Enumerable.Range(0, 130).Select(c => (char)c));

        Assert.Equal(
            "REM " + new string('_', 32) + " _'#$__'()*+,-./0123456789:;_=__@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]__`abcdefghijklmnopqrstuvwxyz{_}~___",
            CmdComment.Line(text));
    }
}
