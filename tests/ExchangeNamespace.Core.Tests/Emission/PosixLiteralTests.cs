using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

public class PosixLiteralTests
{
    private const string Shell = "/bin/sh";

    [Theory]
    [InlineData("home.contoso.com", "home.contoso.com")]
    [InlineData("3391:cas01:3389", "3391:cas01:3389")]
    [InlineData("CONTOSO\\Ann", "'CONTOSO\\Ann'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("~", "'~'")]
    [InlineData("a b", "'a b'")]
    [InlineData("", "''")]
    public void Known_forms(string value, string expected) => Assert.Equal(expected, PosixLiteral.Quote(value));

    [Theory]
    [InlineData("a\nb")]
    [InlineData("\0")]
    [InlineData("é")]
    public void Control_characters_and_what_is_not_ASCII_are_refused(string value)
    {
        Assert.False(PosixLiteral.CanQuote(value));
        ArgumentException refused = Assert.Throws<ArgumentException>(() => PosixLiteral.Quote(value));
        Assert.StartsWith("A line cannot carry a control character or a character beyond ASCII.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_these_characters_stand_bare() => Assert.Equal(
        ",-./0123456789:@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
        string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => PosixLiteral.Quote(c.ToString())[0] == c && c != '\'')));

    [Fact]
    public void A_real_shell_gives_every_value_back_unchanged()
    {
        Assert.SkipUnless(File.Exists(Shell), "There is no " + Shell + " here.");
        List<string> values = [.. Enumerable.Range(' ', '~' - ' ' + 1).SelectMany(c => new[] { ((char)c).ToString(), "a" + (char)c + "b", (char)c + "'" })];
        Gen.String[Gen.Char[' ', '~'], 0, 20].List[2_000].Sample(values.AddRange, iter: 1, threads: 1);

        Assert.Equal(values, Run(string.Concat(values.Select(v => "printf '%s\\n' " + PosixLiteral.Quote(v) + "\n"))));
    }

    private static List<string> Run(string script) =>
        [.. InstalledProgram.Output(new ProcessStartInfo(Shell, "-s"), script).Split('\n').SkipLast(1)];
}
