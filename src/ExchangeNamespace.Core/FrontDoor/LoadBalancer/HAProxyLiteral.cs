using System;
using System.Globalization;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>
/// The only place that turns a value into a word of a HAProxy configuration (its manual, 2.2 and 2.5). Plain words stay bare; all others go
/// between apostrophes, where nothing is special, with each apostrophe written as <c>'\''</c>. What no line can carry is refused.
/// </summary>
internal static class HAProxyLiteral
{
    /// <summary>Whether a line can carry a value: printable ASCII.</summary>
    public static bool CanQuote(string value)
    {
        foreach (char c in value)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return value.Length > 0;
    }

    /// <summary>A value as one word.</summary>
    /// <exception cref="ArgumentException">The value is empty, or has a control character or one beyond ASCII.</exception>
    public static string Quote(string value) => !CanQuote(value)
        ? throw new ArgumentException("A line cannot carry an empty word, a control character or a character beyond ASCII.", nameof(value))
        : IsBareSafe(value) ? value : "'" + value.Replace("'", @"'\''") + "'";

    /// <summary>The name of a section or server.</summary>
    /// <exception cref="ArgumentException">The name has a character that names do not have.</exception>
    public static string Name(string value)
    {
        foreach (char c in value)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.'))
            {
                throw new ArgumentException("The name of a section has letters, digits, '_', '-' and '.' only.", nameof(value));
            }
        }

        return value.Length > 0 ? value : throw new ArgumentException("A name is not empty.", nameof(value));
    }

    /// <summary>An address with its port.</summary>
    /// <param name="address">An IP address or a host; empty for every address of the machine.</param>
    /// <param name="port">The port.</param>
    public static string Endpoint(string address, int port)
    {
        string number = port.ToString(CultureInfo.InvariantCulture);
        return address.Length == 0 ? ":" + number : Quote((address.IndexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + number);
    }

    private static bool IsBareSafe(string value)
    {
        foreach (char c in value)
        {
            if (c is not (
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_' or ':' or '/' or '@' or ','
                or '=' or '(' or ')' or '[' or ']'))
            {
                return false;
            }
        }

        return true;
    }
}
