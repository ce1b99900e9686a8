using System;
using System.Globalization;
using System.Text;
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
        // A string stands first, so that + joins strings even where the text begins with a character code.
        StringBuilder builder = new("(");
        int position = 0;
        do
        {
            int end = position;
            while (end < text.Length && text[end] is >= ' ' and <= '~')
            {
                end++;
            }

            Separate(builder).Append(SingleQuote(text.Substring(position, end - position)));
            for (position = end; position < text.Length && text[position] is (< ' ' or > '~'); position++)
            {
                if (TextSyntax.BreaksLine(text[position]))
                {
                    throw new ArgumentException("A one-line command cannot carry a control character or line separator.", nameof(text));
                }

                Separate(builder).Append("[char]").Append(((int)text[position]).ToString(CultureInfo.InvariantCulture));
            }
        }
        while (position < text.Length);

        return builder.Append(')').ToString();

        static StringBuilder Separate(StringBuilder builder) => builder.Length == 1 ? builder : builder.Append(" + ");
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
