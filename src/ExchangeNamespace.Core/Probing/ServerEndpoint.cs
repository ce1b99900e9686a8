using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Probing;

/// <summary>A server to ask, as an administrator writes it.</summary>
/// <param name="Host">A host name in A-labels, or an address.</param>
/// <param name="Port">The port.</param>
/// <param name="IsAddress">Whether the host is an address.</param>
internal sealed record ServerEndpoint(string Host, int Port, bool IsAddress)
{
    public const int HttpsPort = 443;

    /// <summary>
    /// Reads <c>host</c>, <c>host:port</c>, <c>address:port</c> or <c>[address]:port</c>; without a port it is that of https.
    /// </summary>
    public static bool TryParse(string? text, string parameter, [NotNullWhen(true)] out ServerEndpoint? endpoint,
        [NotNullWhen(false)] out InputFault? fault) => TryParse(text, parameter, HttpsPort, out endpoint, out fault);

    /// <summary>The same with the port of another service where none is given.</summary>
    public static bool TryParse(string? text, string parameter, int usualPort, [NotNullWhen(true)] out ServerEndpoint? endpoint,
        [NotNullWhen(false)] out InputFault? fault)
    {
        endpoint = null;
        string given = text?.Trim() ?? string.Empty;
        (string host, string? port) = DnsServerAddress.Cut(given);
        int number = usualPort;
        if (port is not null
            && (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > 65535))
        {
            fault = new InputFault(FaultIds.EndpointInvalid, parameter, text,
                $"'{VisibleText.Short(given)}' has no usable port. Give host:port with a port from 1 to 65535.");
            return false;
        }

        if (AddressSyntax.TryNormalise(host, out string? address))
        {
            fault = null;
            endpoint = new ServerEndpoint(address, number, IsAddress: true);
            return true;
        }

        if (!NameSyntax.TryNormalise(host, parameter, out string? name, out InputFault? refused))
        {
            fault = new InputFault(FaultIds.EndpointInvalid, parameter, text,
                $"{refused.Message} An endpoint is host:port, for example mail.contoso.com:443 or 192.0.2.1:25.");
            return false;
        }

        fault = null;
        endpoint = new ServerEndpoint(name, number, IsAddress: false);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => (Host.IndexOf(':') >= 0 ? $"[{Host}]" : Host) + ":" + Port.ToString(CultureInfo.InvariantCulture);
}
