using System;
using System.Text;

namespace ExchangeNamespace.Emission;

/// <summary>
/// The only place that turns a value into an argument of a cmd.exe line, typed at the prompt or run from a batch file.
/// Plain values stay bare; others go into double quotes, inside which cmd.exe leaves <c>&amp; | &lt; &gt; ( ) ^ , ; =</c> and spaces
/// alone, and backslashes before the closing quote are doubled, as the C runtime of the called program wants.
/// Refused, because no quoting holds in both places: the percent sign and the exclamation mark (variables are expanded inside quotes
/// too), the double quote (it ends the quoting for cmd.exe), control characters, and what is not ASCII (the code page decides).
/// Lines are pasted into PowerShell as well, so the backtick and a dollar sign that begins a variable or an expression are refused.
/// A value that begins with a slash or hyphen is refused as well: quoted or not, programs read it as a switch.
/// </summary>
public static class CmdLiteral
{
    /// <summary>Whether a cmd.exe line can carry the value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True when <see cref="Quote"/> accepts it.</returns>
    public static bool CanQuote(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] is < ' ' or > '~' or '"' or '%' or '!' or '`'
                || (value[i] == '$' && i + 1 < value.Length && BeginsExpansion(value[i + 1])))
            {
                return false;
            }
        }

        return value.Length == 0 || value[0] is not ('/' or '-');
    }

    /// <summary>Prints a value as one argument.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    /// <exception cref="ArgumentException">The value has a character that cannot be quoted, or reads as a switch.</exception>
    public static string Quote(string value)
    {
        if (!CanQuote(value))
        {
            throw new ArgumentException("A cmd.exe line cannot carry this value.", nameof(value));
        }

        return IsBareSafe(value) ? value : InQuotes(value);
    }

    /// <summary>Prints a value as one argument in double quotes, also where it could stand bare.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    /// <exception cref="ArgumentException">The value has a character that cannot be quoted, or reads as a switch.</exception>
    public static string QuoteAlways(string value) =>
        CanQuote(value) ? InQuotes(value) : throw new ArgumentException("A cmd.exe line cannot carry this value.", nameof(value));

    /// <summary>Whether PowerShell reads a dollar sign before the character as a variable or an expression, in double quotes too.</summary>
    private static bool BeginsExpansion(char next) =>
        next is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '(' or '{' or '$' or '?' or '^';

    private static string InQuotes(string value)
    {
        int trailing = value.Length;
        while (trailing > 0 && value[trailing - 1] == '\\')
        {
            trailing--;
        }

        return new StringBuilder("\"").Append(value).Append('\\', value.Length - trailing).Append('"').ToString();
    }

    private static bool IsBareSafe(string value)
    {
        foreach (char c in value)
        {
            if (c is not (
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_' or ':' or '\\' or '/' or '$'))
            {
                return false;
            }
        }

        return value.Length > 0;
    }
}
