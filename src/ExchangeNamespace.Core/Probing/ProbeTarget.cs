using System.Globalization;

namespace ExchangeNamespace.Probing;

/// <summary>A server to connect to. Only an address: the name was looked up before, with a named DNS server.</summary>
/// <param name="Address">The IP address.</param>
/// <param name="Port">The port.</param>
/// <param name="ServerName">The host name to ask for (SNI); null to name none.</param>
internal sealed record ProbeTarget(string Address, int Port, string? ServerName = null)
{
    /// <inheritdoc/>
    public override string ToString() =>
        (Address.IndexOf(':') >= 0 ? $"[{Address}]" : Address) + ":" + Port.ToString(CultureInfo.InvariantCulture);
}
