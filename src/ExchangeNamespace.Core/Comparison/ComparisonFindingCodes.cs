namespace ExchangeNamespace.Comparison;

/// <summary>Codes of the comparison of a plan with captured state.</summary>
public static class ComparisonFindingCodes
{
    /// <summary>A setting that the plan changes was not captured.</summary>
    public const string NotCaptured = "EXN360";

    /// <summary>A server outside the plan publishes a service connection point on a host that the plan does not use.</summary>
    public const string ForeignConnectionPoint = "EXN361";

    /// <summary>A URL or host still carries the name of a server.</summary>
    public const string ServerNameLeft = "EXN362";

    /// <summary>The scheme of the offline address book does not go with its RequireSSL or with the other services.</summary>
    public const string OabScheme = "EXN363";

    /// <summary>InternalNLBBypassUrl has a value.</summary>
    public const string BypassUrl = "EXN364";

    /// <summary>The certificate of a server does not cover a host that is configured there.</summary>
    public const string HostNotCovered = "EXN365";

    /// <summary>Servers of one site have different hosts for a service.</summary>
    public const string SiteNotUniform = "EXN366";

    /// <summary>The client access array of 2010 has the name of a web host.</summary>
    public const string AmbiguousArray = "EXN367";

    /// <summary>An Autodiscover virtual directory has URLs.</summary>
    public const string AutodiscoverDirectory = "EXN368";

    /// <summary>A connector states another name than the plan.</summary>
    public const string ConnectorName = "EXN369";

    /// <summary>A server has another version than the plan says.</summary>
    public const string VersionDiffers = "EXN370";

    /// <summary>The certificate of a server lacks a name of the plan.</summary>
    public const string CertificateNameMissing = "EXN371";

    /// <summary>An external URL or host of any server is the name of a server.</summary>
    public const string ServerNameOutside = "EXN372";

    /// <summary>Download domains are on, and a server has no download host, or one that signs people in.</summary>
    public const string DownloadHostUnfit = "EXN373";

    /// <summary>A send connector names a certificate that a server which sends through it does not have.</summary>
    public const string SendCertificateNotInstalled = "EXN374";

    /// <summary>The certificate that a send connector names cannot be used.</summary>
    public const string SendCertificateNotUsable = "EXN375";

    /// <summary>The certificate that a send connector names does not carry the name that the connector states.</summary>
    public const string SendCertificateName = "EXN376";

    /// <summary>Several certificates have the issuer and subject that a send connector names.</summary>
    public const string SendCertificateTwice = "EXN377";

    /// <summary>A send connector for Exchange Online has another setting than mail to Exchange Online needs.</summary>
    public const string CloudSendConnector = "EXN378";

    /// <summary>No receive connector takes mail of Exchange Online as that of the own organisation.</summary>
    public const string CloudReceiveConnectorMissing = "EXN379";

    /// <summary>Connectors for Exchange Online name different certificates, or none.</summary>
    public const string CloudCertificateDiffers = "EXN380";

    /// <summary>The certificate that a receive connector for Exchange Online names cannot be used on its server.</summary>
    public const string CloudReceiveCertificate = "EXN381";

    /// <summary>A directory does not take OAuth, and clients are sent to modern authentication.</summary>
    public const string OAuthMissing = "EXN382";

    /// <summary>Exchange Online has no public name by which it reaches the web services.</summary>
    public const string NoPublicWebServices = "EXN383";

    /// <summary>Exchange Online throttles and blocks mail of this build, or may do so.</summary>
    public const string MailThrottled = "EXN384";

    /// <summary>Extended Protection of a server stands against its SSL offloading, or against the plan.</summary>
    public const string ExtendedProtectionContradicted = "EXN091";
}
