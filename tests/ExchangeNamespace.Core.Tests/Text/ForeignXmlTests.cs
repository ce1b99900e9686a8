using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Tests.Text;

public class ForeignXmlTests
{
    private const int Longest = 10_000;

    /// <summary>The base library counts these bytes as the characters that stand for them, and then reads before its own beginning.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(400)]
    [InlineData(9_000)]
    public void A_declaration_with_bytes_of_another_encoding_is_no_XML(int damaged)
    {
        byte[] document = [.. Encoding.ASCII.GetBytes("<?xml version=\"1.0"), .. Enumerable.Repeat((byte)0xDF, damaged), .. Encoding.ASCII.GetBytes("\" encoding=\"utf-8\"?><a/>")];

        Assert.Equal(1, Refused(document).LineNumber);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"unknown\"?><a/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?><a/>")]
    public void Another_text_is_no_XML(string text) => Refused(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_text_beyond_the_limit_is_refused() => Refused(Encoding.UTF8.GetBytes($"<!--{new string('.', Longest)}--><a/>"));

    [Fact]
    public void A_document_is_open_at_its_root()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- a --><?b c?>\n<root> <inner/></root>"));
        using XmlReader reader = ForeignXml.Open(stream, Longest, ignoreWhitespace: true);

        Assert.Equal("root", reader.LocalName);
        Assert.True(reader.Read());
        Assert.Equal("inner", reader.LocalName);
    }

    private static XmlException Refused(byte[] document) => Assert.Throws<XmlException>(() =>
    {
        using MemoryStream stream = new(document);
        using XmlReader reader = ForeignXml.Open(stream, Longest);
    });
}
