using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>
/// The transport service of a server (<c>Get-TransportServer</c> in 2007 and 2010, <c>Get-TransportService</c> from 2013).
/// </summary>
public sealed class CapturedTransportServer
{
    internal CapturedTransportServer()
    {
    }

    /// <summary>The NetBIOS name of the server.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The thumbprint of the certificate for mail between Exchange servers (X-ANONYMOUSTLS), as Active Directory keeps it.
    /// </summary>
    public Captured<string> InternalTransportCertificateThumbprint { get; init; }

    /// <inheritdoc/>
    public override string ToString() => ShownText.Of(Name);
}
