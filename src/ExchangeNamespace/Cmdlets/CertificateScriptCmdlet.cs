using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Certificates;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What is stated about the certificate that a script requests: its names, subject, key, files and services.</summary>
public abstract class CertificateScriptCmdlet : ShellScriptCmdlet
{
    /// <summary>The services to enable; those of the old certificate by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CertificateServiceCompleter))]
    public string[]? Service { get; set; }

    /// <summary>Names beyond those of the plan, wildcards allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? AdditionalName { get; set; }

    /// <summary>Country of the subject: two letters.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Country { get; set; }

    /// <summary>State or province of the subject.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? StateOrProvince { get; set; }

    /// <summary>Locality of the subject.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Locality { get; set; }

    /// <summary>Organisation of the subject.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Organization { get; set; }

    /// <summary>The name that administrators see in lists, at most 63 characters.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? FriendlyName { get; set; }

    /// <summary>The length of the key: 2048 or 4096 bits.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int KeySize { get; set; } = CertificateRequestReader.DefaultKeySize;

    /// <summary>The request file on the server.</summary>
    [Parameter]
    public string? RequestPath { get; set; }

    /// <summary>The issued certificate on the server.</summary>
    [Parameter]
    public string? CertificatePath { get; set; }

    /// <summary>Gives the certificates of all servers the same common name, as hybrid mail needs it; as the plan says by default.</summary>
    [Parameter]
    public SwitchParameter Hybrid { get; set; }

    /// <summary>The request of the certificate.</summary>
    private protected CertificateRequestInput ReadRequest() => new()
    {
        Country = Country,
        StateOrProvince = StateOrProvince,
        Locality = Locality,
        Organization = Organization,
        FriendlyName = FriendlyName,
        KeySize = KeySize,
        RequestPath = RequestPath,
        CertificatePath = CertificatePath,
        Services = Service,
        AdditionalNames = AdditionalName,
        Hybrid = Given(nameof(Hybrid)) ? Hybrid.IsPresent : null,
    };
}
