namespace ExchangeNamespace.Planning.Drafts;

/// <summary>The permanent codes of findings. A code is never reused; docs/findings.md lists them.</summary>
public static class FindingCodes
{
    /// <summary>The DNS model was assumed.</summary>
    public const string DnsModelAssumed = "EXN001";

    /// <summary>A bare product name stands for a service pack and later.</summary>
    public const string BareProductVersion = "EXN002";

    /// <summary>External URLs are cleared.</summary>
    public const string ExternalUrlCleared = "EXN003";

    /// <summary>A line overwrites more than URLs.</summary>
    public const string AdditionalParameterOverwrites = "EXN004";

    /// <summary>Whether Outlook Anywhere is enabled is not known.</summary>
    public const string OutlookAnywhereStateUnknown = "EXN005";

    /// <summary>A version has no such service.</summary>
    public const string ServiceNotInVersion = "EXN006";

    /// <summary>A public authority does not issue this name.</summary>
    public const string InternalNameOnPublicCertificate = "EXN007";

    /// <summary>How long a public certificate may live.</summary>
    public const string PublicCertificateLifetime = "EXN008";

    /// <summary>A name is too long for the common name.</summary>
    public const string CommonNameTooLong = "EXN009";

    /// <summary>A wildcard stands directly above a top-level domain.</summary>
    public const string WildcardTooBroad = "EXN010";

    /// <summary>A certificate shows server names to everyone.</summary>
    public const string ServerNameVisible = "EXN012";

    /// <summary>The offline address book needs a trusted certificate.</summary>
    public const string OabNeedsTrustedCertificate = "EXN013";

    /// <summary>A split zone must hold every public record.</summary>
    public const string SplitZoneNeedsAllRecords = "EXN014";

    /// <summary>No autodiscover name is planned.</summary>
    public const string AutodiscoverNotPlanned = "EXN015";

    /// <summary>An external host lies under a name that is not delegated.</summary>
    public const string ExternalHostNotPublic = "EXN016";

    /// <summary>A separate proxy certificate and Extended Protection exclude each other.</summary>
    public const string ProxyWithExtendedProtection = "EXN017";

    /// <summary>One certificate on several machines may need the authority's consent.</summary>
    public const string CertificateOnSeveralMachines = "EXN018";

    /// <summary>The private key must be exported.</summary>
    public const string PrivateKeyExport = "EXN019";

    /// <summary>The proxy must trust the internal authority.</summary>
    public const string TrustInternalRoot = "EXN020";

    /// <summary>Old and new servers coexist without a legacy name.</summary>
    public const string LegacyHostMissing = "EXN021";

    /// <summary>The legacy name is needed for a time only.</summary>
    public const string LegacyHostTemporary = "EXN022";

    /// <summary>Two versions cannot coexist in one organisation, or not with the updates that they have.</summary>
    public const string CoexistenceUnsupported = "EXN023";

    /// <summary>Service connection points differ by site, and no scope tells clients which is theirs.</summary>
    public const string SiteScopeMissing = "EXN024";

    /// <summary>A site has no server.</summary>
    public const string SiteWithoutServers = "EXN025";

    /// <summary>An intranet-only site has the same internal host as another site.</summary>
    public const string InternalHostShared = "EXN026";

    /// <summary>The internal hosts of OWA and ECP differ.</summary>
    public const string OwaEcpHostsDiffer = "EXN027";

    /// <summary>Values for the download host.</summary>
    public const string DownloadHost = "EXN028";

    /// <summary>A version has no download host.</summary>
    public const string DownloadHostNotInVersion = "EXN029";

    /// <summary>The certificate name for POP and IMAP.</summary>
    public const string PopImapCertificateName = "EXN030";

    /// <summary>Service principal names for Hybrid Modern Authentication.</summary>
    public const string HybridServicePrincipalNames = "EXN031";

    /// <summary>MAPI over HTTP is switched on for the organisation.</summary>
    public const string MapiHttpEnabled = "EXN032";

    /// <summary>Application pools must be recycled.</summary>
    public const string ApplicationPoolRecycle = "EXN033";

    /// <summary>Old clients need public-folder distribution.</summary>
    public const string PublicFolderDistribution = "EXN034";

    /// <summary>Sites need different principal names.</summary>
    public const string OutlookProviderDiffers = "EXN035";

    /// <summary>The principal name is set for the whole organisation.</summary>
    public const string OutlookProviderSet = "EXN036";

    /// <summary>A full server name is not known.</summary>
    public const string ServerFqdnUnknown = "EXN037";

    /// <summary>A certificate has many names.</summary>
    public const string ManyCertificateNames = "EXN038";

    /// <summary>An asked authentication method has no parameter in a version.</summary>
    public const string MethodNotInVersion = "EXN039";

    /// <summary>An address was not stated.</summary>
    public const string AddressUnknown = "EXN040";

    /// <summary>Separate names were asked for, but no inside domain is known.</summary>
    public const string InsideDomainUnknown = "EXN041";

    /// <summary>An internal URL stays at a server name that the certificate does not carry.</summary>
    public const string DefaultHostNotCovered = "EXN042";

    /// <summary>Negotiate is set for Outlook Anywhere while older servers are in the plan.</summary>
    public const string NegotiateWithOldServers = "EXN043";

    /// <summary>A sending address is not an address of the sending name.</summary>
    public const string SendingAddressNotConfirmed = "EXN044";

    /// <summary>The addresses that mail is sent from are not known.</summary>
    public const string SendingAddressUnknown = "EXN045";

    /// <summary>A mail address is one that the Internet does not reach.</summary>
    public const string MailAddressPrivate = "EXN046";

    /// <summary>A hosted hygiene service stands in front.</summary>
    public const string HygieneServiceInFront = "EXN047";

    /// <summary>A server counts as Internet-facing, because it does not say, while others do.</summary>
    public const string InternetFacingAssumed = "EXN048";

    /// <summary>Some servers of a site are Internet-facing, and others are not.</summary>
    public const string SiteServersDiffer = "EXN049";

    /// <summary>The servers of a site have different versions.</summary>
    public const string SiteVersionsDiffer = "EXN050";

    /// <summary>SSL offloading keeps Extended Protection from being switched on.</summary>
    public const string OffloadingPreventsExtendedProtection = "EXN051";

    /// <summary>Extended Protection is on at some servers of a site.</summary>
    public const string ExtendedProtectionDiffers = "EXN052";

    /// <summary>Sites have the same external host.</summary>
    public const string ExternalHostShared = "EXN053";

    /// <summary>Sites that stand in for each other have different certificates.</summary>
    public const string FailoverCertificatesDiffer = "EXN054";

    /// <summary>An external host or mail domain is a public suffix, such as <c>co.uk</c>.</summary>
    public const string NameIsPublicSuffix = "EXN055";

    /// <summary>An external host is the name of one server.</summary>
    public const string ExternalHostIsServer = "EXN056";

    /// <summary>An external host is the mail domain itself.</summary>
    public const string ExternalHostIsMailDomain = "EXN057";

    /// <summary>An external address is one that the Internet does not reach.</summary>
    public const string ExternalAddressPrivate = "EXN058";

    /// <summary>A server has the name of a service, and the external host that of a server.</summary>
    public const string ServerAndHostExchanged = "EXN059";

    /// <summary>Service connection points are cleared.</summary>
    public const string ConnectionPointCleared = "EXN080";

    /// <summary>The names and ports by which Exchange Online reaches the organisation.</summary>
    public const string HybridPublicNames = "EXN081";

    /// <summary>The service principal names and switches that Hybrid Modern Authentication needs in the cloud.</summary>
    public const string ModernAuthenticationInCloud = "EXN082";

    /// <summary>Servers are too old for Hybrid Modern Authentication.</summary>
    public const string ModernAuthenticationNotInVersion = "EXN083";

    /// <summary>The client access array of a site, which is made elsewhere and has no record outside.</summary>
    public const string ClientAccessArray = "EXN084";

    /// <summary>The name of a client access array is also one that the Internet resolves.</summary>
    public const string ClientAccessArrayAmbiguous = "EXN085";

    /// <summary>A site states a client access array or a failback host that its versions do not have.</summary>
    public const string SiteResilienceNotInVersion = "EXN086";

    /// <summary>What a switch between the sites changes, by their external hosts.</summary>
    public const string SiteResilience = "EXN087";
}
