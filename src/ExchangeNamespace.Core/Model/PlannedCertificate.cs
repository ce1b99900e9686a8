using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>Who issues a certificate.</summary>
public enum CertificateAuthority
{
    /// <summary>A public authority under the CA/Browser Forum requirements.</summary>
    Public,

    /// <summary>An authority of the organisation.</summary>
    Internal,

    /// <summary>The certificate that setup creates.</summary>
    SelfSigned,
}

/// <summary>One name of a certificate with the reason why it is there.</summary>
public sealed class CertificateName
{
    /// <summary>Host, wildcard or server name.</summary>
    public required string Name { get; init; }

    /// <summary>Why it is on the certificate.</summary>
    public required string Reason { get; init => field = ShownText.Of(value); }

    /// <summary>The rule, for example <c>S35</c>.</summary>
    public required string Rule { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>One certificate of the plan: where it is installed, its subject and its names.</summary>
public sealed class PlannedCertificate
{
    private HashSet<string>? _machines;

    /// <summary>The name under which a reverse proxy stands in <see cref="InstallOn"/>.</summary>
    public const string ReverseProxyMachine = "ReverseProxy";

    /// <summary>The X.520 limit of a common name.</summary>
    public const int MaximumCommonName = 64;

    /// <summary>The servers that carry it, and <see cref="ReverseProxyMachine"/>.</summary>
    public required IReadOnlyList<string> InstallOn { get; init => field = Indexable.Of(value); }

    /// <summary>The sites that it serves; empty for a certificate of the proxy alone.</summary>
    public required IReadOnlyList<string> Sites { get; init => field = Indexable.Of(value); }

    /// <summary>Who issues it.</summary>
    public required CertificateAuthority Issuer { get; init; }

    /// <summary>The subject common name, always one of <see cref="Names"/>; null when no name is short enough (64 characters).</summary>
    public string? CommonName { get; init; }

    /// <summary>The subject alternative names in order.</summary>
    public required IReadOnlyList<CertificateName> Names { get; init => field = Indexable.Of(value); }

    /// <summary>Whether the private key must be exportable, because another machine carries the same certificate.</summary>
    public bool PrivateKeyExportable { get; init; }

    /// <summary>The name that stands for it in a message: the common name, else the first.</summary>
    internal string LeadingName => CommonName ?? Names[0].Name;

    /// <summary>Whether a machine carries it. Plans of thousands of servers ask this for each of them.</summary>
    internal bool IsOn(string machine) => (_machines ??= new(InstallOn, StringComparer.OrdinalIgnoreCase)).Contains(machine);

    /// <inheritdoc/>
    public override string ToString() => $"{CommonName} ({string.Join(", ", Names.Select(n => n.Name))})";
}
