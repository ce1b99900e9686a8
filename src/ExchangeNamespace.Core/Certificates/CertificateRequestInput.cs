using System.Collections.Generic;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Certificates;

/// <summary>What is stated for certificate requests, as it was typed. <see cref="CertificateRequestReader"/> judges it.</summary>
public sealed record CertificateRequestInput
{
    /// <summary>Country of the subject: two ASCII letters; null for none.</summary>
    public string? Country { get; init; }

    /// <summary>State or province of the subject; null for none.</summary>
    public string? StateOrProvince { get; init; }

    /// <summary>Captured settings, for the names that the certificates in use carry; null for none.</summary>
    public ExchangeState? State { get; init; }

    /// <summary>Locality of the subject; null for none.</summary>
    public string? Locality { get; init; }

    /// <summary>Organisation of the subject; null for none.</summary>
    public string? Organization { get; init; }

    /// <summary>Organisational unit of the subject; null for none. Public authorities leave it out of what they issue.</summary>
    public string? OrganizationalUnit { get; init; }

    /// <summary>The name that administrators see in lists; null for none.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>The length of the RSA key in bits; null for 2048.</summary>
    public int? KeySize { get; init; }

    /// <summary>Where the request is written on the server; null derives it from the common name.</summary>
    public string? RequestPath { get; init; }

    /// <summary>Where the issued certificate lies on the server; null derives it from the request.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The services to enable, each text one or several separated by commas; null for the default.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>Names beyond those of the plan, wildcards allowed; null for none.</summary>
    public IReadOnlyList<string>? AdditionalNames { get; init; }

    /// <summary>Whether the lines that complete a pending request are wanted instead of the request.</summary>
    public bool Complete { get; init; }

    /// <summary>The language of the request.</summary>
    public CertificateRequestForm Form { get; init; }

    /// <summary>
    /// A version whose shell the lines are for; null where the servers of each certificate have one shell. <c>2007</c> alone is enough
    /// here.
    /// </summary>
    public string? ExchangeVersion { get; init; }

    /// <summary>How many names a certificate may have; null for any number.</summary>
    public int? MaximumNames { get; init; }

    /// <summary>The ways in which names may leave a certificate; null for all.</summary>
    public IReadOnlyList<string>? ReduceBy { get; init; }

    /// <summary>Whether every transport server must have the same issuer and subject; null for what the plan says.</summary>
    public bool? Hybrid { get; init; }

    /// <summary>The ACME client's name for the DNS provider that gets the challenge records; null for a person who makes them.</summary>
    public string? DnsProvider { get; init; }

    /// <summary>The name to which the challenge records lead by CNAME; null where each stands at its own name.</summary>
    public string? ChallengeAlias { get; init; }

    /// <summary>The mail address that the authority may write to; null for none.</summary>
    public string? Contact { get; init; }

    /// <summary>The https address of the authority's ACME directory; null for Let's Encrypt.</summary>
    public string? AcmeDirectory { get; init; }
}
