using System.Security.Cryptography.X509Certificates;

namespace ExchangeNamespace.StandIn.State;

/// <summary>A certificate, or a pending request, in the store of a server.</summary>
public sealed class StandInCertificate : StandInObject
{
    /// <summary>Makes a certificate without properties.</summary>
    public StandInCertificate(string server, string thumbprint)
        : base("ExchangeCertificate", server, thumbprint, thumbprint, thumbprint)
    {
        Thumbprint = thumbprint;
    }

    /// <summary>Its thumbprint, by which the pipeline hands it on.</summary>
    public string Thumbprint { get; }

    /// <summary>The certificate with its private key, where it came from a real file: what the server presents.</summary>
    public X509Certificate2? Presented { get; internal set; }

    /// <inheritdoc/>
    protected override StandInObject Create(string identity, string name, string key) => new StandInCertificate(Server, key);
}
