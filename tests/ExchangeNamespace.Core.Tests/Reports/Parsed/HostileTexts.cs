using System;
using System.Linq;
using CsCheck;

namespace ExchangeNamespace.Tests.Reports.Parsed;

/// <summary>Texts that mean something in HTML, SVG, CSS, script or Markdown, alone and in pieces behind one another.</summary>
internal static class HostileTexts
{
    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)",
        "</style><style>*{display:none}</style>", "</title><b>", "</svg><h1>", "<!--", "-->", "<![CDATA[", "]]>", "<?php ?>", "&lt;script&gt;", "&#60;b&#62;", "&amp;", "&#x3c;",
        "javascript:alert(1)", "[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "<https://evil.example>", "https://evil.example/x", "www.evil.example", "a@evil.example",
        "mailto:a@evil.example", "[x]: https://evil.example", "[^1]", "**b**", "__b__", "*i*", "_i_", "~~s~~", "`c`", "``", "```", "~~~", "# h", "## h ##", "- i", "+ i", "1. i", "1) i", "> q", "| c | d |",
        "|---|---|", "---", "===", "***", "    code", "\\", "\\|", "\\`", "$x$", "$$", "{#id .class}", ":smile:", "http:", "<a href=x>", "</a>", "<a id=\"x\">", "{title}", "{0}", "{policy}",
        "</code></pre>", "</td></tr></table>", "<table>", "<base href=x>", "<meta http-equiv=refresh content=0>", "<iframe srcdoc=x>", "<plaintext>", "<textarea>", "<noscript>",
        "%3Cb%3E", "+ADw-b+AD4-", "\u00A0", "\u2028x", "\u0000", "\u202Ex", "\uFEFF", "\uFFFE", "\uD800", "\uD83D\uDE00", "\t", "\r\n", "\n\n# h", "\u001B[31m", "\u0085", "ü", "\u3000", "- [ ] x", "<!DOCTYPE x>", "1.", "=", "+", ":", ": x",
        "x", "x y", "x  ",
    ];

    /// <summary>What no line of PowerShell can carry, or what a command would refuse long before.</summary>
    private static readonly string[] Quotable = [.. Pieces.Where(p => p.All(c => c is >= ' ' and <= '~' or 'ü'))];

    public static readonly Gen<string> Any = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 4].Select(p => string.Concat(p));

    public static readonly Gen<string> InLine = Gen.Int[0, Quotable.Length - 1].Select(i => Quotable[i]).Array[1, 4].Select(p => string.Concat(p));

    /// <summary>A source of such texts, each with a number that makes it its own.</summary>
    public static Gen<Func<string, bool, string>> Source => Any.Array[400].SelectMany(any => InLine.Array[400].Select(inLine =>
    {
        int next = 0;
        return new Func<string, bool, string>((_, isInLine) =>
        {
            next++;
            return (isInLine ? inLine : any)[next % 400] + Suffix(next);
        });
    }));

    private static string Suffix(int number) => "z" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
