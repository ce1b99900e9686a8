using System.Collections.Generic;
using System.Management.Automation.Language;
using ExchangeNamespace.Scripts;

namespace ExchangeNamespace.ScriptParsing;

/// <summary>The typographic quotes and dashes that the tokenizer takes for its own.</summary>
internal static class Typography
{
    public static bool IsQuote(char c) => IsDouble(c) || IsSingle(c);

    /// <summary>
    /// The typographic characters of a token that stand for a quote or dash of the language; what is only content is left out.
    /// </summary>
    public static IEnumerable<ScriptMark> Marks(Token token, int offset)
    {
        string text = token.Text;
        int start = offset + token.Extent.StartOffset;
        switch (token.Kind)
        {
            case TokenKind.StringLiteral or TokenKind.StringExpandable:
                foreach (ScriptMark mark in At(text, start, 0, text.Length - 1))
                {
                    yield return mark;
                }

                break;
            case TokenKind.HereStringLiteral or TokenKind.HereStringExpandable:
                foreach (ScriptMark mark in At(text, start, 1, text.Length - 2))
                {
                    yield return mark;
                }

                break;
            case TokenKind.Generic:
                foreach (ScriptMark mark in Inside(text, start))
                {
                    yield return mark;
                }

                break;
            case var _ when text.Length > 0 && IsDash(text[0]) && token.Kind is not (TokenKind.Comment or TokenKind.Identifier):
                for (int i = 0; i < text.Length && IsDash(text[i]); i++)
                {
                    yield return new ScriptMark(new TextSpan(start + i, start + i + 1), '-');
                }

                break;
        }
    }

    private static IEnumerable<ScriptMark> At(string text, int start, params int[] places)
    {
        foreach (int place in places)
        {
            if (place >= 0 && place < text.Length && IsQuote(text[place]) && text[place] is not ('"' or '\''))
            {
                yield return Mark(text[place], start + place);
            }
        }
    }

    private static IEnumerable<ScriptMark> Inside(string text, int start)
    {
        bool? isDouble = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '`')
            {
                i++;
            }
            else if (IsQuote(text[i]) && (isDouble is null || isDouble == IsDouble(text[i])))
            {
                isDouble = isDouble is null ? IsDouble(text[i]) : null;
                if (text[i] is not ('"' or '\''))
                {
                    yield return Mark(text[i], start + i);
                }
            }
        }
    }

    private static ScriptMark Mark(char c, int offset) => new(new TextSpan(offset, offset + 1), IsDouble(c) ? '"' : '\'');

    private static bool IsDouble(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E';

    private static bool IsSingle(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B';

    private static bool IsDash(char c) => c is '\u2013' or '\u2014' or '\u2015';
}
