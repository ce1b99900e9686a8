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

    /// <inheritdoc/>
    protected override StandInObject Create(string identity, string name, string key) => new StandInCertificate(Server, key);
}
