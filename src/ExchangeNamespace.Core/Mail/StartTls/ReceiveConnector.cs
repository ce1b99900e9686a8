using System.Collections.Generic;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>A receive connector, as far as it matters for TLS.</summary>
public sealed class ReceiveConnector
{
    internal ReceiveConnector()
    {
    }

    /// <summary>The identity, for example <c>EX01\Default Frontend EX01</c>, or the name.</summary>
    public required string Identity { get; init; }

    /// <summary>The NetBIOS name of its server; null when it is not known.</summary>
    public string? Server { get; init; }

    /// <summary>The name in banner and EHLO; null when it is empty or not known.</summary>
    public string? Fqdn { get; init; }

    /// <summary>Whether its name was captured; an empty name counts as captured.</summary>
    public bool IsFqdnKnown { get; init; }

    /// <summary>The authentication mechanisms; null when they are not known.</summary>
    public IReadOnlyList<string>? AuthMechanism { get; init => field = Indexable.OrNull(value); }

    /// <summary>Issuer and subject of the certificate to use, as it is written on the connector; null for none.</summary>
    public string? TlsCertificateName { get; init; }

    /// <summary>Whether the connector is on; null when it is not known.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The identity on one line, with control characters made visible.</summary>
    /// <returns>The identity.</returns>
    public override string ToString() => VisibleText.Short(Identity);
}

/// <summary>What is known of the server of a connector.</summary>
public sealed class TransportServer
{
    internal TransportServer()
    {
    }

    /// <summary>The NetBIOS name.</summary>
    public required string Name { get; init; }

    /// <summary>The full name; null when it is not known.</summary>
    public string? Fqdn { get; init; }

    /// <summary>The version; null when it is not known.</summary>
    public ExchangeVersion? Version { get; init; }

    /// <summary>The thumbprint of the certificate for mail between Exchange servers; null without one.</summary>
    public string? InternalTransportThumbprint { get; init; }

    /// <summary>Whether that thumbprint was captured; an empty one counts as captured.</summary>
    public bool IsInternalTransportKnown { get; init; }
}
