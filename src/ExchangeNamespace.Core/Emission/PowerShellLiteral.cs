using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Emission;

/// <summary>
/// The only place that turns a value into PowerShell source. A preferred form is granted when the content allows it; single quotes
/// are the fallback; text beyond ASCII becomes an expression of <c>[char]</c> codes, because Windows PowerShell reads a script
/// without a byte order mark in the ANSI code page.
/// </summary>
internal static class PowerShellLiteral
{
    private const string StopParsing = "--%";

    /// <summary>The parser of PowerShell goes one step deeper for each part of a sum, and ten thousand parts end the shell.</summary>
    private const int MostParts = 500;

    /// <summary>Prints a text as one argument.</summary>
    /// <param name="text">The value; line breaks and control characters are refused.</param>
    /// <param name="preferred">The form wanted.</param>
    /// <returns>ASCII source that evaluates to exactly the text.</returns>
    /// <exception cref="ArgumentException">The text has a control character or a line separator, which no one-line command can
    /// carry.</exception>
    public static string Quote(string text, LiteralForm preferred)
    {
        if (preferred == LiteralForm.Bare && IsBareSafe(text))
        {
            return text;
        }

        if (preferred != LiteralForm.SingleQuoted && IsDoubleQuoteSafe(text))
        {
            return "\"" + text + "\"";
        }

        // Even in quotes an argument --% makes the binder of PowerShell 3 and later take what follows for values; in parentheses it is a
        // text.
        return text == StopParsing ? "(" + SingleQuote(text) + ")"
            : IsPrintableAscii(text) ? SingleQuote(text)
            : Expression(text);
    }

    /// <summary>Whether a one-line command can carry the text: no control character, no line or paragraph separator.</summary>
    /// <param name="text">The value.</param>
    /// <returns>True when <see cref="Quote"/> accepts it.</returns>
    public static bool CanQuote(string text) => !TextSyntax.BreaksLine(text);

    private static bool IsBareSafe(string text)
    {
        if (text.Length == 0 || !IsLetter(text[0]))
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!IsLetter(c) && c is not ((>= '0' and <= '9') or '.' or '-' or '_' or '/' or ':'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDoubleQuoteSafe(string text)
    {
        if (text.Length == 0)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!IsLetter(c)
                && c is not (
                    (>= '0' and <= '9') or ' ' or '.' or '-' or '_' or '/' or ':' or '\\' or '(' or ')' or ',' or '=' or '*' or '+'
                        or '@' or '#' or '&'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPrintableAscii(string text)
    {
        foreach (char c in text)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static string SingleQuote(string text) => "'" + text.Replace("'", "''") + "'";

    private static string Expression(string text)
    {
        List<string> parts = [];
        int position = 0;
        do
        {
            int end = position;
            while (end < text.Length && text[end] is >= ' ' and <= '~')
            {
                end++;
            }

            if (end > position)
            {
                parts.Add(SingleQuote(text.Substring(position, end - position)));
            }

            for (position = end; position < text.Length && text[position] is (< ' ' or > '~'); position++)
            {
                if (TextSyntax.BreaksLine(text[position]))
                {
                    throw new ArgumentException("A one-line command cannot carry a control character or line separator.", nameof(text));
                }

                parts.Add("[char]" + ((int)text[position]).ToString(CultureInfo.InvariantCulture));
            }
        }
        while (position < text.Length);

        return Sum(parts);
    }

    /// <summary>A sum in parentheses, of sums where there are many parts.</summary>
    private static string Sum(IReadOnlyList<string> parts)
    {
        if (parts.Count > MostParts)
        {
            return Sum([.. Enumerable.Range(0, (parts.Count + MostParts - 1) / MostParts)
                .Select(i => Sum([.. parts.Skip(i * MostParts).Take(MostParts)]))]);
        }

        // A string stands first, so that + joins strings even where the text begins with a character code.
        string first = parts[0].StartsWith("[char]", StringComparison.Ordinal) ? "'' + " : string.Empty;
        return "(" + first + string.Join(" + ", parts) + ")";
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
