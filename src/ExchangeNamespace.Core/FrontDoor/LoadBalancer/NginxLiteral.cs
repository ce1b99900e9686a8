using System;
using System.Globalization;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>
/// The only place that turns a value into a token of an nginx configuration. Plain tokens stay bare; all others go between quotes, with
/// quotes and backslashes escaped. A dollar sign always begins a variable there, so it is refused.
/// </summary>
internal static class NginxLiteral
{
    /// <summary>Whether a token can carry a value: printable ASCII without a dollar sign.</summary>
    public static bool CanQuote(string value)
    {
        foreach (char c in value)
        {
            if (c is < ' ' or > '~' or '$')
            {
                return false;
            }
        }

        return value.Length > 0;
    }

    /// <summary>A value as one token.</summary>
    /// <exception cref="ArgumentException">
    /// The value is empty, or has a dollar sign, a control character or a character beyond ASCII.
    /// </exception>
    public static string Quote(string value) => !CanQuote(value)
        ? throw new ArgumentException("A token is not empty, and has no dollar sign, control character or character beyond ASCII.",
            nameof(value))
        : IsBareSafe(value) ? value : "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    /// <summary>An address with its port.</summary>
    /// <param name="address">An IP address or a host; empty for every address of the machine.</param>
    /// <param name="port">The port.</param>
    public static string Endpoint(string address, int port)
    {
        string number = port.ToString(CultureInfo.InvariantCulture);
        return address.Length == 0 ? number : Quote((address.IndexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + number);
    }

    private static bool IsBareSafe(string value)
    {
        foreach (char c in value)
        {
            if (c is not (
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_' or ':' or '/' or '[' or ']'))
            {
                return false;
            }
        }

        return true;
    }
}
