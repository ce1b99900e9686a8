using System.Collections;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What a request says about hosts, services, sites and certificates, beside its mail.</summary>
public abstract class NamespaceRequestCmdlet : MailRequestCmdlet
{
    /// <summary>
    /// The host that clients on the Internet use. The design set has it too, so that completion behind the first server is about it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = NamesSet)]
    [Parameter(Position = 1, ParameterSetName = DesignSet)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ExternalHost { get; set; }

    /// <summary>The host that inside clients use.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? InternalHost { get; set; }

    /// <summary>The Active Directory domain.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ADDomain { get; set; }

    /// <summary>The version of servers that state none.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ExchangeVersionCompleter))]
    public string? ExchangeVersion { get; set; }

    /// <summary>The host of the service connection points; $null clears them.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [AllowNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? AutodiscoverHost { get; set; }

    /// <summary>The mail domains whose Autodiscover is found by a service record.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? AutodiscoverSrvDomain { get; set; }

    /// <summary>Hosts per service.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ServiceTableCompleter))]
    public Hashtable? ServiceHost { get; set; }

    /// <summary>Active Directory sites.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(SiteTableCompleter))]
    public Hashtable[]? Site { get; set; }

    /// <summary>Which server names the certificate carries.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [SingleValue]
    public ServerNameChoice ServerNameOnCertificate { get; set; }

    /// <summary>The strategy for a reverse proxy.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [SingleValue]
    public ReverseProxyStrategy ReverseProxy { get; set; }

    /// <summary>Who issues the certificate.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [SingleValue]
    public CertificateAuthority CertificateAuthority { get; set; }

    /// <summary>Further names for the certificate, wildcards allowed.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? CertificateName { get; set; }

    /// <summary>The common name of the certificates that carry it.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? CommonName { get; set; }

    /// <summary>Whether sites with different names get certificates of their own.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    public SwitchParameter CertificatePerSite { get; set; } = true;

    /// <summary>The name for 2007 servers beside newer ones.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? LegacyHost { get; set; }

    /// <summary>Leaves internal URLs and the service connection points alone.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    public SwitchParameter KeepInternalUrl { get; set; }

    /// <summary>Authentication methods per service.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ServiceTableCompleter))]
    public Hashtable? Authentication { get; set; }

    /// <summary>SSL offloading of Outlook Anywhere.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool SslOffloading { get; set; }

    /// <summary>The host for attachment downloads.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? DownloadHost { get; set; }

    /// <summary>What is shared with Exchange Online.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [SingleValue]
    public HybridUse Hybrid { get; set; }

    /// <summary>Client generations in use.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [SingleValue(IsList = true)]
    public OutlookClient[]? Client { get; set; }

    /// <summary>The public addresses of the external host.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? ExternalIPAddress { get; set; }

    /// <summary>Where alias records stand in for address records.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [SingleValue]
    public AliasRecordChoice AliasRecord { get; set; }
}
