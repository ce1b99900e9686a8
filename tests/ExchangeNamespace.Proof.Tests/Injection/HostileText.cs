using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CsCheck;

namespace ExchangeNamespace.Proof.Injection;

/// <summary>Texts that have broken quoting somewhere, and texts made of their pieces.</summary>
internal static class HostileText
{
    /// <summary>The characters that PowerShell reads as a single quote.</summary>
    public static readonly string[] SingleQuotes = ["'", "\u2018", "\u2019", "\u201A", "\u201B"];

    /// <summary>The values of the quoting vectors, each with what it is there for.</summary>
    public static readonly IReadOnlyList<string> Vectors = ReadVectors();

    /// <summary>Pieces that end, open or change something in PowerShell, in a name or on a screen.</summary>
    public static readonly string[] Pieces =
    [
        .. SingleQuotes,
        "\"", "\u201C", "\u201D", "\u201E", "`", "``", "$", "$(calc)", "${x}", "$env:PATH", "@x", "@(1)", "@{a=1}", "@'", "\"@",
        ";", "|", "||", "&", "&&", "\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\0", "\t", "\v", "\f", "\u0007", "\u001B[2J", "\u007F", "\u0008",
        "--%", "--", "-", "\u2013", "\u2014", "\u2015", "-Confirm", "-WhatIf:$true", "%TEMP%", "%", "#", "<#", "#>", "#requires -version 99", "# SIG # Begin signature block",
        "220", "1kb", "0x10", "5.5e1", "1e3", "1d", "1l", "007", "-1", ".5", "NaN", ",", "(", ")", "[", "]", "{", "}", "{0}", "[char]39", "=", "+", "*", "?", "!", "^", "~", "<", ">", ">x",
        "_", ".", "..", ":", "://", "/", "\\", " ", "  ", "\u00A0", "\u3000", "\u200B", "\u200E", "\u202E", "\uFEFF", "\uFFFD", "\uFFFF", "\uD800", "\uDC00", "😀",
        "\u3002", "\uFF0E", "\uFF0F", "é", "e\u0301", "ß", "İ", "ı", "ſ", "ﬁ", "Ⅷ", "²", "٣", "b\u0430nk", "\u0391bc", "東京", "xn--", "xn--mnchen-3ya", "null", "true", "function", "CN=",
        new string('a', 63), new string('a', 64), new string('b', 300), string.Concat(Enumerable.Repeat("a.", 130)),
    ];

    /// <summary>Any text: a good one, one with a piece put in, pieces alone, or a vector.</summary>
    public static Gen<string> Near(IEnumerable<string> good)
    {
        Gen<string> plain = OneOf(good.ToArray());
        Gen<string> piece = OneOf(Pieces);
        Gen<string> spoiled = Gen.Select(plain, piece, Gen.Int[0, 1000]).Select((text, hostile, at) => text.Insert(at % (text.Length + 1), hostile));
        return Gen.Frequency(
            (2, plain),
            (5, spoiled),
            (1, Gen.Select(spoiled, piece, Gen.Int[0, 1000]).Select((text, hostile, at) => text.Insert(at % (text.Length + 1), hostile))),
            (2, piece.Array[0, 5].Select(string.Concat)),
            (1, Gen.Char.Array[0, 12].Select(c => new string(c))),
            (1, OneOf(Vectors)));
    }

    /// <summary>One of some values.</summary>
    public static Gen<T> OneOf<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(i => values[i]);

    /// <summary>A text with every character that is not printable shown, for messages.</summary>
    public static string Show(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : "<U+" + ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture) + ">"));

    private static string[] ReadVectors()
    {
        using Stream stream = typeof(HostileText).Assembly.GetManifestResourceStream("ps-quoting-vectors.json")
            ?? throw new InvalidOperationException("The quoting vectors are not embedded.");
        using JsonDocument document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("vectors").EnumerateArray().Select(v => v.GetProperty("value").GetString()!)];
    }
}
