using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>A receive connector.</summary>
public sealed class CapturedReceiveConnector
{
    internal CapturedReceiveConnector()
    {
    }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The identity, for example <c>EX01\Default Frontend EX01</c>.</summary>
    public required string Identity { get; init; }

    /// <summary>The NetBIOS name of the server.</summary>
    public Captured<string> Server { get; init; }

    /// <summary>The name that the connector states in its greeting.</summary>
    public Captured<string> Fqdn { get; init; }

    /// <summary>The mechanisms, for example <c>Tls</c>, <c>ExchangeServer</c>.</summary>
    public Captured<IReadOnlyList<string>> AuthMechanism { get; init; }

    /// <summary>The certificate that is pinned to it, as <c>&lt;I&gt;issuer&lt;S&gt;subject</c>.</summary>
    public Captured<string> TlsCertificateName { get; init; }

    /// <summary>
    /// What other domains may do once their certificate is seen, for example
    /// <c>mail.protection.outlook.com:AcceptCloudServicesMail</c>.
    /// </summary>
    public Captured<IReadOnlyList<string>> TlsDomainCapabilities { get; init; }

    /// <summary>Addresses and ports, for example <c>0.0.0.0:25</c>.</summary>
    public Captured<IReadOnlyList<string>> Bindings { get; init; }

    /// <summary>Who may use it, for example <c>AnonymousUsers</c>.</summary>
    public Captured<IReadOnlyList<string>> PermissionGroups { get; init; }

    /// <summary>Whether it is enabled.</summary>
    public Captured<bool> Enabled { get; init; }

    /// <inheritdoc/>
    public override string ToString() => ShownText.Of(Identity);
}

/// <summary>A send connector.</summary>
public sealed class CapturedSendConnector
{
    internal CapturedSendConnector()
    {
    }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The identity.</summary>
    public required string Identity { get; init; }

    /// <summary>The name that the connector states in EHLO.</summary>
    public Captured<string> Fqdn { get; init; }

    /// <summary>The address spaces, for example <c>SMTP:*;1</c>.</summary>
    public Captured<IReadOnlyList<string>> AddressSpaces { get; init; }

    /// <summary>The servers that send.</summary>
    public Captured<IReadOnlyList<string>> SourceTransportServers { get; init; }

    /// <summary>The NetBIOS names of the servers that send, however they were captured; null when they are not known.</summary>
    internal IReadOnlyList<string>? SourceServers => SourceTransportServers.Value is { } servers
        ? [.. servers.Select(s => HostText.FirstLabel(CapturedNames.LastPart(Captured.Known(s)).Value!))] : null;

    /// <summary>The certificate that is pinned to it, as <c>&lt;I&gt;issuer&lt;S&gt;subject</c>.</summary>
    public Captured<string> TlsCertificateName { get; init; }

    /// <summary>Whether it demands TLS.</summary>
    public Captured<bool> RequireTls { get; init; }

    /// <summary>How far the certificate of the other side is judged, for example <c>DomainValidation</c>.</summary>
    public Captured<string> TlsAuthLevel { get; init; }

    /// <summary>The name that the certificate of the other side must carry.</summary>
    public Captured<string> TlsDomain { get; init; }

    /// <summary>Whether the connector is for mail to Exchange Online.</summary>
    public Captured<bool> CloudServicesMailEnabled { get; init; }

    /// <summary>Whether it is enabled.</summary>
    public Captured<bool> Enabled { get; init; }

    /// <inheritdoc/>
    public override string ToString() => ShownText.Of(Identity);
}
