using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using System;

namespace ExchangeNamespace.ScriptParsing;

/// <summary>
/// Finds a quote that has no other half, which is seldom where the parser stumbles: it takes the next quote of a later line.
/// </summary>
internal static class OpenQuote
{
    private static readonly Regex CommandLine = new(@"[\r\n][ \t]*[A-Za-z]{2,30}-[A-Za-z]{3,60}(?![A-Za-z0-9_.-])",
        RegexOptions.CultureInvariant);

    /// <summary>The offset of the quote; null when every quote has its other half.</summary>
    public static int? Find(Token[] tokens, ParseError[] errors)
    {
        ParseError? open = errors.FirstOrDefault(e => e.ErrorId == "TerminatorExpectedAtEndOfString");
        for (int i = 0; i < tokens.Length; i++)
        {
            Token token = tokens[i];
            bool isText = token.Kind is TokenKind.StringLiteral or TokenKind.StringExpandable or TokenKind.Generic;
            bool isLong = isText && token.Extent.StartLineNumber < token.Extent.EndLineNumber;
            if (isLong && CommandLine.IsMatch(token.Text) && (open is not null || (IsArgument(tokens, i) && IsBeforeWord(tokens, i))))
            {
                return QuoteIn(token);
            }
        }

        return open is null ? null
            : tokens.FirstOrDefault(
                t => t.Extent.EndOffset >= open.Extent.StartOffset
                    && t.Kind is TokenKind.StringLiteral or TokenKind.StringExpandable or TokenKind.Generic) is { } last
                && last.Extent.StartOffset <= open.Extent.StartOffset ? QuoteIn(last)
            : open.Extent.StartOffset;
    }

    private static bool IsArgument(Token[] tokens, int index) =>
        tokens[index].Kind == TokenKind.Generic
            || (index > 0 && tokens[index - 1].Kind is TokenKind.Parameter or TokenKind.Generic or TokenKind.Identifier);

    /// <summary>
    /// After the quote that closes a text comes a space or a mark. A word there belongs to a text that this quote was to open.
    /// </summary>
    private static bool IsBeforeWord(Token[] tokens, int index)
    {
        Token token = tokens[index];
        return index + 1 < tokens.Length && tokens[index + 1].Extent.StartOffset == token.Extent.EndOffset
            && char.IsLetterOrDigit(tokens[index + 1].Text.FirstOrDefault())
            || (token.Kind == TokenKind.Generic && char.IsLetterOrDigit(token.Text[token.Text.Length - 1]));
    }

    private static int QuoteIn(Token token)
    {
        int inside = token.Text.ToList().FindIndex(c => Typography.IsQuote(c));
        return token.Extent.StartOffset + Math.Max(0, inside);
    }
}
