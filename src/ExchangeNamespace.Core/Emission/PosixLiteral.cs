using System;

namespace ExchangeNamespace.Emission;

/// <summary>
/// The only place that turns a value into an argument of a POSIX shell line. Plain values stay bare; all others go into single
/// quotes, between which nothing is special, with each apostrophe written as <c>'\''</c>. Control characters are refused.
/// </summary>
internal static class PosixLiteral
{
    /// <summary>Whether a line can carry the value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True when <see cref="Quote"/> accepts it.</returns>
    public static bool CanQuote(string value)
    {
        foreach (char c in value)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Prints a value as one argument.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    /// <exception cref="ArgumentException">The value has a control character or one beyond ASCII.</exception>
    public static string Quote(string value) => !CanQuote(value)
        ? throw new ArgumentException("A line cannot carry a control character or a character beyond ASCII.", nameof(value))
        : IsBareSafe(value) ? value : "'" + value.Replace("'", @"'\''") + "'";

    private static bool IsBareSafe(string value)
    {
        foreach (char c in value)
        {
            if (c is not (
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_' or ':' or '/' or '@' or ','))
            {
                return false;
            }
        }

        return value.Length > 0;
    }
}
