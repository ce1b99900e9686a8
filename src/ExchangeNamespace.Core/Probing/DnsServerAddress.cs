using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Probing;

/// <summary>The address of a DNS server.</summary>
/// <param name="Address">The IP address.</param>
/// <param name="Port">The port.</param>
internal sealed record DnsServerAddress(string Address, int Port)
{
    public const int StandardPort = 53;

    /// <summary>Reads <c>address</c>, <c>address:port</c> or <c>[address]:port</c>; the brackets are for IPv6 with a port.</summary>
    public static bool TryParse(string? text, string parameter, [NotNullWhen(true)] out DnsServerAddress? server,
        [NotNullWhen(false)] out InputFault? fault)
    {
        server = null;
        string given = text?.Trim() ?? string.Empty;
        (string address, string? port) = Cut(given);
        if (!AddressSyntax.TryNormalise(address, out string? canonical))
        {
            fault = new InputFault(FaultIds.AddressInvalid, parameter, text,
                $"'{VisibleText.Short(given)}' is not the address of a DNS server. Give an IP address, with a port if it is not 53: "
                    + "10.0.0.1, 10.0.0.1:5353 or [2001:db8::1]:5353.");
            return false;
        }

        int number = StandardPort;
        if (port is not null
            && (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > 65535))
        {
            fault = new InputFault(FaultIds.ValueOutOfRange, parameter, text,
                $"'{VisibleText.Short(given)}' has no usable port. Ports are 1 to 65535.");
            return false;
        }

        fault = null;
        server = new DnsServerAddress(canonical, number);
        return true;
    }

    /// <summary>Reads a list, each server once; what cannot be read becomes a fault.</summary>
    public static IReadOnlyList<DnsServerAddress> ReadAll(IEnumerable<string> texts, string parameter, ICollection<InputFault> faults)
    {
        List<DnsServerAddress> servers = [];
        foreach (string text in texts)
        {
            if (!TryParse(text, parameter, out DnsServerAddress? server, out InputFault? fault))
            {
                faults.Add(fault);
            }
            else if (!servers.Contains(server))
            {
                servers.Add(server);
            }
        }

        return servers;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string host = Address.IndexOf(':') >= 0 ? $"[{Address}]" : Address;
        return Port == StandardPort ? Address : host + ":" + Port.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Cuts the port off; the text itself without one.</summary>
    internal static (string Address, string? Port) Cut(string text)
    {
        int close = text.IndexOf(']');
        if (text.Length > 0 && text[0] == '[' && close > 0)
        {
            string rest = text.Substring(close + 1);
            return rest.Length == 0 ? (text.Substring(1, close - 1), null)
                : rest[0] == ':' ? (text.Substring(1, close - 1), rest.Substring(1))
                : (text, null);
        }

        int colon = text.IndexOf(':');
        return colon >= 0 && text.IndexOf(':', colon + 1) < 0
            ? (text.Substring(0, colon), text.Substring(colon + 1))
            : (text, null);
    }
}
