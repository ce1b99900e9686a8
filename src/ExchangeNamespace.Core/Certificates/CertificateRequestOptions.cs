using System.Collections.Generic;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates;

/// <summary>What is wanted of certificate requests, judged and normalised. Made by <see cref="CertificateRequestReader"/> only.</summary>
public sealed class CertificateRequestOptions
{
    internal CertificateRequestOptions()
    {
    }

    /// <summary>The length of the RSA key in bits.</summary>
    public required int KeySize { get; init; }

    /// <summary>The name that administrators see in lists; null for none.</summary>
    public string? FriendlyName { get; init; }

    /// <summary>
    /// The services to enable in their usual order; null for the default: IIS, and SMTP when the plan's mail host is on the certificate.
    /// </summary>
    public IReadOnlyList<CertificateService>? Services { get; init; }

    /// <summary>Names beyond those of the plan.</summary>
    public IReadOnlyList<string> AdditionalNames { get; init; } = [];

    /// <summary>Whether the lines that complete a pending request are wanted instead of the request.</summary>
    public bool Complete { get; init; }

    /// <summary>The language of the request.</summary>
    public CertificateRequestForm Form { get; init; }

    /// <summary>The shell that the lines are for; null for any.</summary>
    public ShellGeneration? Shell { get; init; }

    /// <summary>The product that is preferred among those of the shell; null for any.</summary>
    public ExchangeProduct? Product { get; init; }

    /// <summary>How many names a certificate may have; null for any number.</summary>
    public int? MaximumNames { get; init; }

    /// <summary>The ways in which names may leave a certificate.</summary>
    public IReadOnlyList<NameWay> ReduceBy { get; init => field = Indexable.Of(value); } = NameWays.All;

    /// <summary>Whether every transport server must have the same issuer and subject; null for what the plan says.</summary>
    public bool? Hybrid { get; init; }

    /// <summary>Captured settings; null for none.</summary>
    public ExchangeState? State { get; init; }

    /// <summary>Whether the certificates of a plan must fit hybrid mail.</summary>
    internal bool AreHybrid(NamespacePlan plan) => Hybrid ?? plan.Hybrid != HybridUse.None;

    /// <summary>The order of an ACME client; null for a form that is no order.</summary>
    internal AcmeOrderOptions? Order { get; init; }

    /// <summary>The subject without its common name.</summary>
    internal IReadOnlyList<SubjectPart> Subject { get; init; } = [];

    /// <summary>The version as it was typed.</summary>
    internal string? VersionText { get; init; }

    internal WindowsFilePath? RequestPath { get; init; }

    internal WindowsFilePath? CertificatePath { get; init; }

    /// <summary>The file of a request: the one asked for, else one by the common name.</summary>
    /// <param name="commonName">The common name that the request asks for.</param>
    /// <param name="suffix">The word of this request among several; null for a lone one.</param>
    internal WindowsFilePath RequestFile(string commonName, string? suffix) =>
        (RequestPath ?? WindowsFilePath.AtRoot(commonName, ".req")).WithSuffix(suffix);

    /// <summary>The file of the certificate that is issued: the one asked for, else one beside the request.</summary>
    /// <param name="request">The file of the request.</param>
    /// <param name="suffix">The word of this request among several; null for a lone one.</param>
    internal WindowsFilePath IssuedFile(WindowsFilePath request, string? suffix) =>
        CertificatePath?.WithSuffix(suffix) ?? request.WithExtension(".cer");
}
