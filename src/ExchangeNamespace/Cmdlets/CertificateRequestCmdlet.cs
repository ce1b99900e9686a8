using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What is stated about a certificate that is requested: its subject, key, files and services.</summary>
public abstract class CertificateRequestCmdlet : LineCmdlet
{
    private protected const string LinesSet = "Lines";
    private protected const string CommandSet = "Command";

    /// <summary>Country of the subject: two letters.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Country { get; set; }

    /// <summary>State or province of the subject.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? StateOrProvince { get; set; }

    /// <summary>Captured settings, for the names that the certificates in use carry.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    [ValidateNotNull]
    [StateNotProvince]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public ExchangeState? State { get; set; }

    /// <summary>Locality of the subject.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Locality { get; set; }

    /// <summary>Organisation of the subject.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Organization { get; set; }

    /// <summary>Organisational unit of the subject.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? OrganizationalUnit { get; set; }

    /// <summary>The name that administrators see in lists, at most 63 characters.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? FriendlyName { get; set; }

    /// <summary>The length of the key: 2048 or 4096 bits.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int KeySize { get; set; } = CertificateRequestReader.DefaultKeySize;

    /// <summary>The request file on the server.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    public string? RequestPath { get; set; }

    /// <summary>The issued certificate on the server.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    public string? CertificatePath { get; set; }

    /// <summary>The services to enable.</summary>
    [Parameter(ParameterSetName = LinesSet)]
    [Parameter(ParameterSetName = CommandSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CertificateServiceCompleter))]
    public string[]? Service { get; set; }

    /// <summary>The request, as far as it is stated here.</summary>
    private protected CertificateRequestInput ReadRequest() => new()
    {
        Country = Country,
        StateOrProvince = StateOrProvince,
        State = State,
        Locality = Locality,
        Organization = Organization,
        OrganizationalUnit = OrganizationalUnit,
        FriendlyName = FriendlyName,
        KeySize = KeySize,
        RequestPath = RequestPath,
        CertificatePath = CertificatePath,
        Services = Service,
    };
}
