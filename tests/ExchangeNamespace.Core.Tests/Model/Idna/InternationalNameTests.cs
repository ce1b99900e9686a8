using System;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Idna;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Model.Idna;

public class InternationalNameTests
{
    // Samples of RFC 3492 7.1, and labels of the root zone.
    [Theory]
    [InlineData("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn")]
    [InlineData("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye")]
    [InlineData("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a")]
    [InlineData("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b")]
    [InlineData("そのスピードで", "d9juau41awczczp")]
    [InlineData("-> $1.00 <-", "-> $1.00 <--")]
    [InlineData("\U0001F600", "e28h")]
    public void Punycode_is_that_of_RFC_3492(string text, string encoded)
    {
        Assert.Equal(encoded, Punycode.Encode(CodePoints.Read(text)!));
        Assert.Equal(text, CodePoints.Write(Punycode.Decode(encoded)!));
    }

    [Theory]
    [InlineData("bücher.xn--p1ai", "xn--bcher-kva.xn--p1ai")]
    [InlineData("XN--BCHER-KVA.Example", "xn--bcher-kva.example")]
    [InlineData("MÜNCHEN.xn--mnchen-3ya.example", "xn--mnchen-3ya.xn--mnchen-3ya.example")]
    [InlineData("straße.example", "xn--strae-oqa.example")]
    [InlineData("ΒΌΛΟΣ.example", "xn--nxasmq6b.example")]
    [InlineData("βόλος.example", "xn--nxasmm1c.example")]
    [InlineData("\u212Bngstr\u00F6m.example", "xn--ngstrm-hua5l.example")]
    [InlineData("paral·lel.example", "xn--parallel-koa.example")]
    [InlineData("نامه\u200Cای.example", "xn--mgba3gch31f060k.example")]
    [InlineData("東京.example", "xn--1lqs71d.example")]
    [InlineData("קום.example", "xn--9dbq2a.example")]
    [InlineData("\U0001D7D8x.example", null)]
    public void A_name_has_one_ASCII_form_whatever_its_labels_look_like(string text, string? expected)
    {
        bool isRead = Fqdn.TryParse(text, "ExternalHost", out Fqdn? name, out InputFault? fault);

        Assert.True(isRead == (expected is not null), fault?.Message);
        Assert.Equal(expected, name?.Value);
    }

    [Theory]
    [InlineData("xn--x.example")]
    [InlineData("xn--.example")]
    [InlineData("xn--abc-.example")]
    [InlineData("xn--a-ecp.ru")]
    [InlineData("xn--ls8h.example")]
    [InlineData("xn--i-7iq.example")]
    [InlineData("xn--0ca24w-.example")]
    [InlineData("xn--bcher-KVA-.example")]
    [InlineData("xn--zcaaaa.example.")]
    [InlineData("xn--99999999999.example")]
    [InlineData("xn--fo-y3a\u0301.example")]
    [InlineData("-bücher.example")]
    [InlineData("bücher-.example")]
    [InlineData("bü--cher.example")]
    [InlineData("\u0301bc.example")]
    [InlineData("a·b.example")]
    [InlineData("a\u200Cb.example")]
    [InlineData("٠۰.example")]
    [InlineData("0א.example")]
    [InlineData("אa.example")]
    [InlineData("\u0130stanbul.example")]
    [InlineData("\u1E9E.example")]
    [InlineData("\uFF4Dail.example")]
    [InlineData("\u212Aa.example")]
    [InlineData("a\u180Eb.example")]
    public void What_no_registry_takes_is_refused(string text)
    {
        Assert.False(Fqdn.TryParse(text, "ExternalHost", out _, out InputFault? fault));
        Assert.NotEmpty(fault.Message);
    }

    // Delegated names are A-labels that stand for something.
    [Fact]
    public void Every_top_level_domain_in_A_labels_is_read()
    {
        using Stream stream = typeof(Fqdn).Assembly.GetManifestResourceStream("top-level-domains.tsv")!;
        using StreamReader reader = new(stream, Encoding.ASCII);
        string[] labels = [.. reader.ReadToEnd().Split('\n').Where(l => l.StartsWith("xn--", StringComparison.Ordinal)).Select(l => l.Trim())];

        Assert.True(labels.Length > 100);
        Assert.All(labels, l => Assert.Equal("mail." + l, Fqdn.Parse("mail." + l).Value));
    }
}
