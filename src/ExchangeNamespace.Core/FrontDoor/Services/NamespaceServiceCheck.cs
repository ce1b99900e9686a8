using System.Collections.Generic;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>One service of one host or server at one address, or the certificate there.</summary>
public sealed class NamespaceServiceCheck : ICheckResult
{
    internal NamespaceServiceCheck()
    {
    }

    /// <summary>The service, the host or server, and the address.</summary>
    public required string Subject { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required CheckOutcome Outcome { get; init; }

    /// <inheritdoc/>
    public required string Message { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required string Remedy { get; init => field = ShownText.Of(value); }

    /// <inheritdoc/>
    public required string Rule { get; init => field = ShownText.Of(value); }

    /// <summary>The service; null for the certificate, which all services of the host share.</summary>
    public ClientService? Service { get; init; }

    /// <summary>What was found.</summary>
    public required ServiceVerdict Verdict { get; init; }

    /// <summary>The host that was asked for.</summary>
    public required string HostName { get; init; }

    /// <summary>The server of the plan that was asked itself; null where the host led.</summary>
    public string? Server { get; init; }

    /// <summary>The IP address that was asked; null where the name has no address.</summary>
    public string? Address { get; init; }

    /// <summary>The status code of each answer, in order; 0 where none came. Empty for a certificate.</summary>
    public IReadOnlyList<int> StatusCode { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The authentication schemes that the challenges offered.</summary>
    public IReadOnlyList<string> Scheme { get; init => field = Indexable.Of(ShownText.Each(value)); } = [];

    /// <summary>The servers that answered, by their own word; empty where none said so.</summary>
    public IReadOnlyList<string> AnsweredBy { get; init => field = Indexable.Of(ShownText.Each(value)); } = [];

    /// <summary>The builds that the answers state.</summary>
    public IReadOnlyList<string> Build { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The Strict-Transport-Security header; null without one.</summary>
    public string? TransportSecurity { get; init => field = value is null ? null : ShownText.Of(value); }

    /// <summary>The certificate; null for a service.</summary>
    public NamespaceCertificate? Certificate { get; init; }

    /// <summary>The SHA-256 digest of the certificate that was shown, in capitals; null for a service, and where none was shown.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>What there is to say, the worst first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Verdict}";
}
