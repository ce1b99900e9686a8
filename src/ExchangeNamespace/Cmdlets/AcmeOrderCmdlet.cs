using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Certificates;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What is stated about the order of an ACME client, beside what is stated about a request.</summary>
public abstract class AcmeOrderCmdlet : CertificateRequestCmdlet
{
    /// <summary>The language of the request.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [SingleValue]
    public CertificateRequestForm As { get; set; }

    /// <summary>The client's name for the DNS provider that gets the challenge records.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? DnsProvider { get; set; }

    /// <summary>The name to which the challenge records lead by CNAME.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ChallengeAlias { get; set; }

    /// <summary>The mail address that the authority may write to.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Contact { get; set; }

    /// <summary>The https address of the authority's ACME directory; Let's Encrypt by default.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AcmeDirectory { get; set; }

    /// <summary>The request and its order, as far as they are stated here.</summary>
    private protected CertificateRequestInput ReadOrder() => ReadRequest() with
    {
        Form = As,
        DnsProvider = DnsProvider,
        ChallengeAlias = ChallengeAlias,
        Contact = Contact,
        AcmeDirectory = AcmeDirectory,
    };
}
