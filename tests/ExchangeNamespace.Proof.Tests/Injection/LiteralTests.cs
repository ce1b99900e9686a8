using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using System.Threading;
using CsCheck;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Injection;

/// <summary>The one quoting class against the real parser.</summary>
public class LiteralTests(ITestOutputHelper output)
{
    private static readonly LiteralForm[] Forms = Enum.GetValues<LiteralForm>();

    [Fact]
    public void A_literal_reads_back_as_its_text_or_is_refused()
    {
        Gen<string> texts = HostileText.Near(["mail.contoso.com", "CAS01\\EWS (Default Web Site)", "Zürich", "a", "https://mail.contoso.com/owa"]);
        Gen.Select(texts, HostileText.OneOf(Forms)).Sample((text, form) => Prove(text, form), iter: RandomCases.Of(usual: 10_000, full: 30_000), print: x => HostileText.Show(x.Item1) + " as " + x.Item2);
    }

    [Fact]
    public void Every_vector_and_piece_reads_back_in_every_form()
    {
        foreach (string text in HostileText.Vectors.Concat(HostileText.Pieces))
        {
            foreach (LiteralForm form in Forms)
            {
                Prove(text, form);
            }
        }
    }

    [Fact]
    public void Lists_read_back_item_by_item()
    {
        Gen<string> texts = HostileText.Near(["Paris", "Zürich", "a,b", "220"]).Where(PowerShellLiteral.CanQuote);
        Gen.Select(texts.Array[1, 4], HostileText.OneOf(Forms)).Sample((items, form) =>
        {
            ParsedCommand command = ParsedCommand.Read("Set-X" + " " + new CommandParameter("Name", CommandValue.List(items, form)) + " -After");
            Assert.Equal(items, Assert.IsType<string[]>(command.Arguments[0].Value));
            Assert.Equal(["Name", "After"], command.Arguments.Select(a => a.Parameter));
        }, iter: 5_000);
    }

    [Theory]
    [InlineData("\u00fc")]
    [InlineData("a\u00fc")]
    public void A_long_text_does_not_exhaust_the_stack_of_a_shell(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 30_000));
        Exception? failure = null;
        Thread shell = new(() => failure = Record.Exception(() => Prove(text, LiteralForm.SingleQuoted)), 1024 * 1024);

        shell.Start();
        shell.Join();

        Assert.Null(failure);
    }

    /// <summary>All short texts over the safe sets, their neighbours in ASCII, and look-alikes beyond it.</summary>
    [Fact]
    public void All_short_texts_read_back()
    {
        const string Edge = " !\"#$%&'()*+,;<=>?@[\\]^`{|}~.-_/:\u00A0\u00E9\u2013\u2018\u2019\u201C\u2028\u0085\0\n";
        char[] letters = [.. Enumerable.Range('a', 26).Select(c => (char)c), .. Enumerable.Range('A', 26).Select(c => (char)c), .. Enumerable.Range('0', 10).Select(c => (char)c)];
        char[] wide = [.. letters, .. Edge];
        char[] narrow = [.. "aekxdlK019", .. Edge];
        int count = 0;
        foreach (string text in Words(wide, 1).Concat(Words(wide, 2)).Concat(Words(narrow, 3)))
        {
            string? bare = null;
            foreach (LiteralForm form in Forms)
            {
                // Most texts come out the same in two forms; the parser need not read them twice.
                string? literal = PowerShellLiteral.CanQuote(text) ? PowerShellLiteral.Quote(text, form) : null;
                if (literal is null || literal != bare)
                {
                    Prove(text, form);
                    count++;
                }

                bare = literal;
            }
        }

        output.WriteLine(count + " literals");
        Assert.True(count > 100_000);
    }

    [Fact]
    public void The_form_wanted_is_granted_to_what_the_article_writes()
    {
        Assert.Equal("https://webmail.shudnow.net/EWS/Exchange.asmx", PowerShellLiteral.Quote("https://webmail.shudnow.net/EWS/Exchange.asmx", LiteralForm.Bare));
        Assert.Equal("CAS01", PowerShellLiteral.Quote("CAS01", LiteralForm.Bare));
        Assert.Equal("\"CAS01\\EWS (Default Web Site)\"", PowerShellLiteral.Quote("CAS01\\EWS (Default Web Site)", LiteralForm.DoubleQuoted));
        Assert.Equal("\"webmail.shudnow.net\"", PowerShellLiteral.Quote("webmail.shudnow.net", LiteralForm.DoubleQuoted));
        Assert.Equal("'O''Brien'", PowerShellLiteral.Quote("O'Brien", LiteralForm.Bare));
        Assert.Equal("('Z' + [char]252 + 'rich')", PowerShellLiteral.Quote("Zürich", LiteralForm.Bare));
    }

    /// <summary>A number, an operator or a parameter is not what a name may become.</summary>
    [Theory]
    [InlineData("220")]
    [InlineData("1kb")]
    [InlineData("0x10")]
    [InlineData("5.5e1")]
    [InlineData("-Confirm")]
    [InlineData(".5")]
    [InlineData("@x")]
    [InlineData("a,b")]
    [InlineData("--%")]
    [InlineData("")]
    public void What_is_not_plainly_a_name_is_never_bare(string text) =>
        Assert.NotEqual(text, PowerShellLiteral.Quote(text, LiteralForm.Bare));

    private static void Prove(string text, LiteralForm form)
    {
        bool refused = text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');
        Assert.Equal(!refused, PowerShellLiteral.CanQuote(text));
        if (refused)
        {
            Assert.Throws<ArgumentException>(() => PowerShellLiteral.Quote(text, form));
            return;
        }

        string literal = PowerShellLiteral.Quote(text, form);
        LineProof.AssertPrintable(literal);
        ParsedCommand command = ParsedCommand.Read("Set-X -Name " + literal + " -After");
        Assert.Equal(["Name", "After"], command.Arguments.Select(a => a.Parameter));
        Assert.Equal([text], Assert.IsType<string[]>(command.Arguments[0].Value));
        if (literal[0] == '\'')
        {
            Assert.Equal("'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'", literal);
        }
    }

    private static IEnumerable<string> Words(char[] alphabet, int length) => length == 0
        ? [string.Empty]
        : Words(alphabet, length - 1).SelectMany(word => alphabet.Select(c => word + c));
}
