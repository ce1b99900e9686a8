using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CsCheck;
using ExchangeNamespace.Dns;
using ExchangeNamespace.Tests.Certificates;
using Xunit;

namespace ExchangeNamespace.Tests.Dns;

public class ZoneLiteralTests
{
    private static readonly Gen<string> Text = Hostile.Any.Where(t => Encoding.UTF8.GetByteCount(t) <= ZoneLiteral.MaximumOctets && IsWellFormed(t));

    [Theory]
    [InlineData("v=spf1 mx -all", "\"v=spf1 mx -all\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("a\nb", "\"a\\010b\"")]
    [InlineData("\u00fc", "\"\\195\\188\"")]
    [InlineData("", "\"\"")]
    public void Known_texts(string text, string expected) => Assert.Equal(expected, ZoneLiteral.Text(text));

    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com.")]
    [InlineData("_autodiscover._tcp.contoso.com", "_autodiscover._tcp.contoso.com.")]
    [InlineData("a b;c\"(@$", "a\\032b\\059c\\\"\\040\\064\\036.")]
    public void Known_names(string name, string expected) => Assert.Equal(expected, ZoneLiteral.Name(name));

    [Fact]
    public void Only_these_characters_stand_as_they_are()
    {
        char[] octets = [.. Enumerable.Range(0, 128).Select(c => (char)c)];
        string printable = string.Concat(octets.Where(c => c is >= ' ' and < '\u007f'));

        Assert.Equal(
            "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
            string.Concat(octets.Where(c => ZoneLiteral.RelativeName("a" + c) == "a" + c)));
        Assert.Equal(string.Concat(printable.Except("\"\\")), string.Concat(octets.Where(c => ZoneLiteral.Text("a" + c) == "\"a" + c + "\"")));
        Assert.Equal(string.Concat(octets.Select(c => printable.Contains(c) ? c : '?')), ZoneLiteral.Comment("x" + string.Concat(octets) + "x")[3..^1]);
    }

    [Fact]
    public void A_text_of_256_octets_is_refused()
    {
        Assert.Equal("\"" + new string('a', 255) + "\"", ZoneLiteral.Text(new string('a', 255)));
        ArgumentException refused = Assert.Throws<ArgumentException>(() => ZoneLiteral.Text(new string('a', 254) + "\u00fc"));
        Assert.StartsWith("A character-string has at most 255 octets.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dots_of_a_mailbox_belong_to_its_first_label() =>
        Assert.Equal("dns\\.team.contoso.com.", ZoneLiteral.Mailbox("dns.team", "contoso.com"));

    [Fact]
    public void A_text_comes_back_and_stays_one_field_of_one_ascii_line() => Text.Sample(
        text =>
        {
            string literal = ZoneLiteral.Text(text);
            Assert.All(literal, c => Assert.InRange(c, ' ', '~'));
            Assert.Equal(["x", "IN", "TXT", text, "next"], ZoneTextReader.Fields($"x IN TXT {literal} next ; end"));
        },
        iter: 20_000);

    [Fact]
    public void A_name_comes_back_and_stays_one_field() => Text.Where(t => t.Length > 0 && t != ZoneLiteral.Apex).Sample(
        name => Assert.Equal(["IN", "NS", name + "."], ZoneTextReader.Fields("IN NS " + ZoneLiteral.Name(name) + " ; x")),
        iter: 20_000);

    [Fact]
    public void A_comment_holds_no_field() => Hostile.Any.Sample(
        text =>
        {
            string line = ZoneLiteral.Comment(text);
            Assert.All(line, c => Assert.InRange(c, ' ', '~'));
            Assert.Empty(ZoneTextReader.Fields(line));
        },
        iter: 20_000);

    [Fact]
    public void A_text_beyond_the_limit_is_refused()
    {
        Assert.Equal(257, ZoneLiteral.Text(new string('a', 255)).Length);
        Assert.Throws<ArgumentException>(() => ZoneLiteral.Text(new string('a', 256)));
        Assert.Throws<ArgumentException>(() => ZoneLiteral.Text(new string('\u00fc', 128)));
    }

    public static TheoryData<string> Readers => ["BIND", "ldns", "dnspython"];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Others_read_hostile_texts_back(string reader)
    {
        List<string> texts = [];
        Text.Where(t => !t.Contains('\0', StringComparison.Ordinal)).Sample(t => texts.Add(t), iter: 400, threads: 1);
        List<string> zone = ["$TTL 60", "$ORIGIN contoso.com.", "@ IN SOA ns.example.net. h.example.net. (1 2 3 4 5)", "@ IN NS ns.example.net."];
        zone.AddRange(texts.Select((t, i) => $"t{i} IN TXT {ZoneLiteral.Text(t)}"));

        string dump = reader switch
        {
            "BIND" => ZoneChecker.Compile("contoso.com", zone),
            "ldns" => ZoneChecker.ReadByLdns("contoso.com", zone),
            _ => ZoneChecker.ReadByDnspython("contoso.com", zone),
        };

        Dictionary<string, string> read = dump.Split('\n').Select(ZoneTextReader.Fields).Where(f => f.Count == 5 && f[3] == "TXT").ToDictionary(f => f[0], f => f[4]);
        Assert.Equal(texts.Count, read.Count);
        Assert.All(texts.Select((t, i) => (t, i)), p => Assert.Equal(p.t, read[$"t{p.i}.contoso.com."]));
    }

    private static bool IsWellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
