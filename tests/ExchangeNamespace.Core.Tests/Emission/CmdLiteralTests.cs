using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Tests.Cluster;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

public class CmdLiteralTests
{
    private const string Nasty = "a1 \\/-\"%!^&|<>(),;=@'`$~.:*?[]{}+#\t\r\n\0\u001aé“–";

    private static readonly IEnumerable<char> Ascii = Enumerable.Range(0, 128).Select(c => (char)c);

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char[Nasty], 0, 12],
        Gen.String[Gen.Char["a \\"], 0, 8],
        Gen.String[Gen.Char["ab &^()<>|,;='"], 0, 12]);

    [Theory]
    [InlineData("EXCluster$", "EXCluster$")]
    [InlineData("C:\\FSM_New_EXCluster", "C:\\FSM_New_EXCluster")]
    [InlineData("\\\\SHUD-EXC1\\FSM_New_EXCluster", "\\\\SHUD-EXC1\\FSM_New_EXCluster")]
    [InlineData("Cluster Group", "\"Cluster Group\"")]
    [InlineData("R&D", "\"R&D\"")]
    [InlineData("a^b", "\"a^b\"")]
    [InlineData("C:\\a b\\", "\"C:\\a b\\\\\"")]
    [InlineData("", "\"\"")]
    public void Known_forms(string value, string expected) => Assert.Equal(expected, CmdLiteral.Quote(value));

    [Theory]
    [InlineData("EXCluster$", "\"EXCluster$\"")]
    [InlineData("C:\\", "\"C:\\\\\"")]
    [InlineData("", "\"\"")]
    public void Quotes_are_given_where_none_are_needed(string value, string expected) => Assert.Equal(expected, CmdLiteral.QuoteAlways(value));

    [Theory]
    [InlineData("%PATH%")]
    [InlineData("100%")]
    [InlineData("a!b")]
    [InlineData("a\"b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a\tb")]
    [InlineData("é")]
    [InlineData("/delete")]
    [InlineData("-x")]
    [InlineData("$(calc)")]
    [InlineData("a$b")]
    [InlineData("${x}")]
    [InlineData("a`b")]
    public void What_no_quoting_carries_is_refused(string value)
    {
        Assert.False(CmdLiteral.CanQuote(value));
        ArgumentException[] refused =
            [Assert.Throws<ArgumentException>(() => CmdLiteral.Quote(value)), Assert.Throws<ArgumentException>(() => CmdLiteral.QuoteAlways(value))];
        Assert.All(refused, r => Assert.StartsWith("A cmd.exe line cannot carry this value.", r.Message, StringComparison.Ordinal));
        Assert.All(refused, r => Assert.Equal("value", r.ParamName));
    }

    [Fact]
    public void A_dollar_sign_is_refused_before_what_PowerShell_reads_as_a_name_or_an_expression() => Assert.Equal(
        "$(0123456789?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_abcdefghijklmnopqrstuvwxyz{",
        string.Concat(Ascii.Where(c => CmdLiteral.CanQuote("a" + c) && !CmdLiteral.CanQuote("a$" + c))));

    [Fact]
    public void Only_these_characters_stand_bare() => Assert.Equal(
        "$-./0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ\\_abcdefghijklmnopqrstuvwxyz",
        string.Concat(Ascii.Where(c => CmdLiteral.CanQuote("a" + c) && CmdLiteral.Quote("a" + c)[0] != '"')));

    [Fact]
    public void A_value_is_refused_or_arrives_unchanged() => Text.Sample(Check, iter: 50_000);

    [Trait("Takes", "Long")]
    [Fact]
    public void Every_short_text_is_refused_or_arrives_unchanged()
    {
        foreach (char a in Nasty)
        {
            Check(a.ToString());
            foreach (char b in Nasty)
            {
                Check(string.Concat(a, b));
                foreach (char c in Nasty)
                {
                    Check(string.Concat(a.ToString(), b.ToString(), c.ToString()));
                }
            }
        }
    }

    [Fact]
    public void Nothing_is_refused_without_need() => Gen.String[Gen.Char["ab1 \\.:&|<>()^,;=@'~*?[]{}+#_"], 0, 12].Sample(CmdLiteral.CanQuote);

    [Theory]
    [InlineData("a b", new[] { "a", "b" })]
    [InlineData("a \"b c\"", new[] { "a", "b c" })]
    [InlineData("a \"b\\\\\" c", new[] { "a", "b\\", "c" })]
    [InlineData("a \"b\\\"c\\\"\"", new[] { "a", "b\"c\"" })]
    [InlineData("a \\\\h\\s", new[] { "a", "\\\\h\\s" })]
    [InlineData("a ^&b", new[] { "a", "&b" })]
    [InlineData("a \"&\"", new[] { "a", "&" })]
    [InlineData("a \"\"", new[] { "a", "" })]
    public void The_model_splits(string line, string[] expected) => Assert.Equal(expected, CmdModel.Arguments(line));

    [Theory]
    [InlineData("a & b")]
    [InlineData("a|b")]
    [InlineData("a > b")]
    [InlineData("a %b")]
    [InlineData("a \"%b%\"")]
    [InlineData("a \"b")]
    [InlineData("a\nb")]
    [InlineData("(a)")]
    public void The_model_sees_more_than_one_plain_command(string line) => Assert.Null(CmdModel.Arguments(line));

    private static void Check(string value)
    {
        if (!CmdLiteral.CanQuote(value))
        {
            Assert.True(value.Any(c => c is < ' ' or > '~' or '"' or '%' or '!' or '`' or '$') || value[0] is '/' or '-', value);
            return;
        }

        string literal = CmdLiteral.Quote(value);
        List<string>[] expected = [["prog", value, "next"], ["prog", "/x:" + value], ["prog", "N=" + value, "next"]];
        string[] lines = [$"prog {literal} next", $"prog /x:{literal}", $"prog N={literal} next"];
        for (int i = 0; i < lines.Length; i++)
        {
            Assert.Equal(expected[i], CmdModel.Arguments(lines[i]));
        }

        string quoted = CmdLiteral.QuoteAlways(value);
        Assert.Equal('"', quoted[0]);
        Assert.Equal(["prog", value, "next"], CmdModel.Arguments($"prog {quoted} next"));
    }
}
