using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Connectors;

/// <summary>
/// The local address and port of a receive connector: <c>10.0.0.25:25</c>, <c>[2001:db8::25]:25</c>; the port is 25 where none is given.
/// </summary>
internal sealed record ConnectorBinding(string Address, int Port)
{
    public const int SmtpPort = 25;
    public const string AnyIPv4 = "0.0.0.0";
    public const string AnyIPv6 = "::";

    private const int MaximumPort = 65535;

    public bool IsAny => Address is AnyIPv4 or AnyIPv6;

    public static bool TryParse(string text, [NotNullWhen(true)] out ConnectorBinding? binding)
    {
        binding = null;
        (string address, string? port) = Cut(text);
        int number = SmtpPort;
        if (!AddressSyntax.TryNormalise(address, out string? canonical)
            || (port is not null
            && (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > MaximumPort)))
        {
            return false;
        }

        binding = new ConnectorBinding(canonical, number);
        return true;
    }

    /// <summary>Reads a text that is known to be good.</summary>
    public static ConnectorBinding Parse(string text) =>
        TryParse(text, out ConnectorBinding? binding) ? binding : throw new ArgumentException("Not an address with a port.", nameof(text));

    /// <inheritdoc/>
    public override string ToString() =>
        (Address.IndexOf(':') < 0 ? Address : "[" + Address + "]") + ":" + Port.ToString(CultureInfo.InvariantCulture);

    private static (string Address, string? Port) Cut(string text)
    {
        int close = text.IndexOf("]:", StringComparison.Ordinal);
        if (text.StartsWith("[", StringComparison.Ordinal) && close > 0)
        {
            return (text.Substring(1, close - 1), text.Substring(close + 2));
        }

        int colon = text.IndexOf(':');
        return colon >= 0 && text.IndexOf(':', colon + 1) < 0 ? (text.Substring(0, colon), text.Substring(colon + 1)) : (text, null);
    }
}
