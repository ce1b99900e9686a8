using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

public class PowerShellLiteralTests
{
    [Theory]
    [InlineData("CAS01", "CAS01")]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com/owa")]
    [InlineData("mail-1_a.contoso.com", "mail-1_a.contoso.com")]
    [InlineData("1CAS", "\"1CAS\"")]
    [InlineData("220", "\"220\"")]
    [InlineData("1kb", "\"1kb\"")]
    [InlineData("0x10", "\"0x10\"")]
    [InlineData("5.5e1", "\"5.5e1\"")]
    [InlineData("-WhatIf", "\"-WhatIf\"")]
    [InlineData("--%", "('--%')")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("@x", "\"@x\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a&b", "\"a&b\"")]
    [InlineData("a;b", "'a;b'")]
    [InlineData("a|b", "'a|b'")]
    [InlineData("$x", "'$x'")]
    [InlineData("a`b", "'a`b'")]
    [InlineData("a\"b", "'a\"b'")]
    [InlineData("O'Brien", "'O''Brien'")]
    [InlineData("{0}", "'{0}'")]
    [InlineData("", "''")]
    public void Bare_is_granted_to_what_can_only_be_a_text(string text, string expected) => Assert.Equal(expected, PowerShellLiteral.Quote(text, LiteralForm.Bare));

    [Theory]
    [InlineData("mail.contoso.com", "\"mail.contoso.com\"")]
    [InlineData("CAS01\\EWS (Default Web Site)", "\"CAS01\\EWS (Default Web Site)\"")]
    [InlineData("C=US,O=Contoso,CN=mail.contoso.com", "\"C=US,O=Contoso,CN=mail.contoso.com\"")]
    [InlineData("$(calc)", "'$(calc)'")]
    [InlineData("100%", "'100%'")]
    [InlineData("a`nb", "'a`nb'")]
    [InlineData("", "''")]
    public void Double_quotes_are_granted_to_what_they_do_not_change(string text, string expected) => Assert.Equal(expected, PowerShellLiteral.Quote(text, LiteralForm.DoubleQuoted));

    [Theory]
    [InlineData("CAS01", "'CAS01'")]
    [InlineData("C:\\a b.req", "'C:\\a b.req'")]
    [InlineData("'", "''''")]
    [InlineData("", "''")]
    public void Single_quotes_take_everything(string text, string expected) => Assert.Equal(expected, PowerShellLiteral.Quote(text, LiteralForm.SingleQuoted));

    [Theory]
    [InlineData(LiteralForm.Bare, "-./0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")]
    [InlineData(LiteralForm.DoubleQuoted, " #&()*+,-./0123456789:=@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\_abcdefghijklmnopqrstuvwxyz")]
    public void Each_form_takes_these_characters_and_leaves_all_others_to_single_quotes(LiteralForm form, string taken)
    {
        Assert.All(taken, c => Assert.Equal(form == LiteralForm.Bare ? "a" + c : "\"a" + c + "\"", PowerShellLiteral.Quote("a" + c, form)));
        string printable = string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c));
        string left = string.Concat(printable.Except(taken));
        Assert.All(left, c => Assert.Equal(
            form == LiteralForm.Bare ? PowerShellLiteral.Quote("a" + c, LiteralForm.DoubleQuoted) : "'a" + (c == '\'' ? "''" : c.ToString()) + "'",
            PowerShellLiteral.Quote("a" + c, form)));
    }

    [Theory]
    [InlineData("M\u00fcller", "('M' + [char]252 + 'ller')")]
    [InlineData("\u00dc", "('' + [char]220)")]
    [InlineData("\u00fc\u00df", "('' + [char]252 + [char]223)")]
    [InlineData("x\u2019; Remove-Item", "('x' + [char]8217 + '; Remove-Item')")]
    [InlineData("it's \u00fc", "('it''s ' + [char]252)")]
    [InlineData("a~\u00fc b", "('a~' + [char]252 + ' b')")] // the borders of ASCII stand as they are
    [InlineData("\u00fc~", "('' + [char]252 + '~')")]
    [InlineData("a\ud83d\ude00b", "('a' + [char]55357 + [char]56832 + 'b')")]
    public void Beyond_ASCII_is_an_expression(string text, string expected)
    {
        Assert.All(Enum.GetValues<LiteralForm>(), form => Assert.Equal(expected, PowerShellLiteral.Quote(text, form)));
    }

    /// <summary>PowerShell goes one step deeper for each part of a sum, and ends where the steps are too many.</summary>
    [Fact]
    public void Many_parts_are_a_sum_of_sums()
    {
        string Sum(int parts) => "('' + " + string.Join(" + ", Enumerable.Repeat("[char]252", parts)) + ")";
        string Quoted(int length) => PowerShellLiteral.Quote(new string('\u00fc', length), LiteralForm.Bare);

        Assert.Equal(Sum(500), Quoted(500));
        Assert.Equal("(" + Sum(500) + " + " + Sum(1) + ")", Quoted(501));
        Assert.StartsWith("(((''", Quoted(500 * 500 + 1), StringComparison.Ordinal);
        Assert.Equal("(('a' + [char]252 + " + string.Join(" + ", Enumerable.Repeat("'a' + [char]252", 249)) + ") + ('a' + [char]252))",
            PowerShellLiteral.Quote(string.Concat(Enumerable.Repeat("a\u00fc", 251)), LiteralForm.SingleQuoted));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\0b")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u2029b")]
    [InlineData("a\tb")]
    [InlineData("\u007f")]
    public void A_control_character_or_line_separator_is_refused(string text)
    {
        Assert.False(PowerShellLiteral.CanQuote(text));
        Assert.All(
            Enum.GetValues<LiteralForm>(),
            form => Assert.StartsWith(
                "A one-line command cannot carry a control character or line separator.",
                Assert.Throws<ArgumentException>(() => PowerShellLiteral.Quote(text, form)).Message,
                StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(QuotingVectors.Values), MemberType = typeof(QuotingVectors))]
    public void A_vector_comes_back_or_is_refused(string id, string value)
    {
        foreach (LiteralForm form in Enum.GetValues<LiteralForm>())
        {
            if (PowerShellLiteral.CanQuote(value))
            {
                string literal = PowerShellLiteral.Quote(value, form);
                Assert.All(literal, c => Assert.InRange(c, ' ', '~'));
                Assert.Equal(value, Evaluate(literal));
            }
            else
            {
                Assert.True(Record.Exception(() => PowerShellLiteral.Quote(value, form)) is ArgumentException, id);
            }
        }
    }

    [Fact]
    public void The_vectors_are_those_of_the_collection()
    {
        using JsonDocument file = SharedData.Json("ps-quoting-vectors.json");

        Assert.Equal(
            file.RootElement.GetProperty("vectors").EnumerateArray().Select(v => (v.GetProperty("id").GetString()!, v.GetProperty("value").GetString()!)),
            QuotingVectors.All);
    }

    /// <summary>Evaluates the four forms by PowerShell's rules for them; the real parser does it in another test project.</summary>
    private static string Evaluate(string literal)
    {
        if (literal[0] == '(')
        {
            IEnumerable<string> parts = Regex.Matches(literal[1..^1], "'(?:[^']|'')*'|\\[char\\][0-9]+").Cast<Match>().Select(m => m.Value);
            Assert.Equal(literal, "(" + string.Join(" + ", parts) + ")");
            return string.Concat(parts.Select(p => p[0] == '[' ? ((char)int.Parse(p.AsSpan("[char]".Length), System.Globalization.CultureInfo.InvariantCulture)).ToString() : Evaluate(p)));
        }

        if (literal[0] == '\'')
        {
            string inner = literal[1..^1];
            Assert.DoesNotContain("'", inner.Replace("''", string.Empty, StringComparison.Ordinal));
            return inner.Replace("''", "'", StringComparison.Ordinal);
        }

        if (literal[0] == '"')
        {
            Assert.DoesNotContain(literal[1..^1], c => c is '"' or '$' or '`');
            return literal[1..^1];
        }

        Assert.Matches("^[A-Za-z][A-Za-z0-9._/:-]*$", literal);
        return literal;
    }
}
