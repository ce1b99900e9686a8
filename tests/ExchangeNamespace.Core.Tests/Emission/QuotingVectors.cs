using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

/// <summary>Texts that break out of naive quoting, each with its name: our own collection.</summary>
public static class QuotingVectors
{
    public static readonly IReadOnlyList<(string Id, string Value)> All =
    [
        ("plain", "mail.contoso.com"),
        ("ascii-quote", "O'Brien"),
        ("two-quotes", "a''b"),
        ("u2018", "x\u2018; Remove-Item C:\\ -Recurse #"),
        ("u2019", "x\u2019; Remove-Item C:\\ -Recurse #"),
        ("u201a", "x\u201a; Remove-Item C:\\ -Recurse #"),
        ("u201b", "x\u201b; Remove-Item C:\\ -Recurse #"),
        ("mixed-pair", "a\u2018\u2019b"),
        ("dq-ascii", "a\"b"),
        ("dq-201c", "a\u201c\u201d\u201eb"),
        ("dollar", "$(calc) $env:USERNAME ${x}"),
        ("backtick", "a`nb``c"),
        ("newline-lf", "a\u000aRemove-Item C:\\"),
        ("newline-crlf", "a\u000d\u000aRemove-Item C:\\"),
        ("cr", "a\u000dRemove-Item C:\\"),
        ("nel", "a\u0085b"),
        ("ls", "a\u2028b"),
        ("ps", "a\u2029b"),
        ("nbsp", "a\u00a0b"),
        ("nul", "a\u0000b"),
        ("semicolon", "a;b|c&d"),
        ("comment", "a#b <# c #>"),
        ("endash", "a \u2013b \u2014c \u2015d"),
        ("trailing-bs", "C:\\"),
        ("ends-quote", "a'"),
        ("only-quote", "'"),
        ("empty", ""),
        ("rtl", "a\u202eb"),
        ("bom", "\ufeffa"),
        ("surrogate", "a\ud83d\ude00b"),
        ("percent", "%TEMP%"),
        ("brace", "{0} {{1}}"),
        ("here", "'@\u000aRemove-Item C:\\"),
        ("cyr-be", "\u0411\u0430\u043d\u043a; x"),
        ("cyr-ve", "\u0412\u0435\u043a\u0442\u043e\u0440"),
        ("o-grave", "\u00d2range"),
        ("n-tilde-cap", "\u00d1"),
        ("a-uml", "M\u00fcller"),
        ("a-acute-cap", "\u00c1"),
        ("a-circ-cap", "\u00c2"),
        ("a-uml-cap", "\u00c4pfel"),
        ("o-acute-cap", "\u00d3"),
        ("o-circ-cap", "\u00d4"),
        ("inj-cp", "\u0411;Remove-Item C:\\ -Recurse;\u0411"),
    ];

    public static IEnumerable<TheoryDataRow<string, string>> Values => All.Select(v => new TheoryDataRow<string, string>(v.Id, v.Value));
}
