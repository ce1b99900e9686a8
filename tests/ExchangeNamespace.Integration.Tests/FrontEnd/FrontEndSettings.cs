using System.Security.Cryptography.X509Certificates;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>One server to start.</summary>
/// <param name="Name">The NetBIOS name, as in X-FEServer.</param>
/// <param name="Address">An address of the loopback.</param>
/// <param name="Certificate">The certificate with its key; the caller disposes it after the server.</param>
/// <param name="Product">The version.</param>
internal sealed record FrontEndSettings(string Name, string Address, X509Certificate2 Certificate, FrontEndProduct Product)
{
    /// <summary>The domain of the server.</summary>
    public string Domain { get; init; } = "corp.contoso.com";

    /// <summary>The certificates of authorities that are sent too; empty for none.</summary>
    public X509Certificate2Collection Authorities { get; init; } = [];

    /// <summary>The port of https; 0 for a free one.</summary>
    public int HttpsPort { get; init; }

    /// <summary>The port of http; 0 for a free one, null for none.</summary>
    public int? HttpPort { get; init; }
}
