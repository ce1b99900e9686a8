using System;
using System.Collections.Generic;

namespace ExchangeNamespace.Model;

/// <summary>Which server names a certificate carries (S23, S24).</summary>
public enum ServerNameChoice
{
    /// <summary>None, as Microsoft advises.</summary>
    None,

    /// <summary>The NetBIOS name.</summary>
    NetBios,

    /// <summary>The full name.</summary>
    Fqdn,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>Client generations that change what must be offered (S12).</summary>
public enum OutlookClient
{
    /// <summary>Outlook 2003: needs public folders for address book and free/busy.</summary>
    Outlook2003,

    /// <summary>Outlook 2007.</summary>
    Outlook2007,

    /// <summary>Outlook 2010.</summary>
    Outlook2010,

    /// <summary>Outlook 2013.</summary>
    Outlook2013,

    /// <summary>Outlook 2016 and later.</summary>
    Outlook2016,

    /// <summary>ActiveSync devices.</summary>
    ActiveSync,
}

/// <summary>In which view a host of the plan gets an alias record instead of address records of its own.</summary>
public enum AliasRecordChoice
{
    /// <summary>Address records everywhere.</summary>
    None,

    /// <summary>Aliases to the external host in the external view.</summary>
    External,

    /// <summary>Aliases to a server's full name in the internal view.</summary>
    Internal,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>
/// Everything an administrator states, read and checked once. <see cref="Planning.NamespacePlanner"/> derives the plan from it.
/// </summary>
public sealed class NamespaceRequest
{
    /// <summary>The servers, in the order given.</summary>
    public required IReadOnlyList<ServerRequest> Servers { get; init; }

    /// <summary>The host that clients on the Internet use.</summary>
    public required Fqdn ExternalHost { get; init; }

    /// <summary>The inside host; null is derived.</summary>
    public Fqdn? InternalHost { get; init; }

    /// <summary>The Active Directory domain; null is derived from the servers.</summary>
    public Fqdn? ADDomain { get; init; }

    /// <summary>The mail domains; null means the external zone, an empty list means that no autodiscover name is planned.</summary>
    public IReadOnlyList<Fqdn>? SmtpDomains { get; init; }

    /// <summary>The model; null means that it is chosen.</summary>
    public DnsModel? DnsModel { get; init; }

    /// <summary>The model per zone, where it is stated per zone.</summary>
    public IReadOnlyDictionary<Fqdn, DnsModel> ZoneModels { get; init; } = new Dictionary<Fqdn, DnsModel>();

    /// <summary>The version of servers that state none.</summary>
    public ExchangeVersion? Version { get; init; }

    /// <summary>The host of the service connection point; null follows the internal host.</summary>
    public Fqdn? AutodiscoverHost { get; init; }

    /// <summary>Whether the service connection points are cleared, so that clients find Autodiscover by DNS alone.</summary>
    public bool ClearsConnectionPoints { get; init; }

    /// <summary>The mail domains whose Autodiscover is found by a service record; they get no autodiscover name.</summary>
    public IReadOnlyList<Fqdn> AutodiscoverSrvDomains { get; init; } = [];

    /// <summary>Hosts per service.</summary>
    public IReadOnlyDictionary<ClientService, ServiceHosts> ServiceHosts { get; init; } = new Dictionary<ClientService, ServiceHosts>();

    /// <summary>The sites.</summary>
    public IReadOnlyList<SiteRequest> Sites { get; init; } = [];

    /// <summary>Which server names the certificate carries; null follows the reverse proxy strategy.</summary>
    public ServerNameChoice? ServerNames { get; init; }

    /// <summary>The reverse proxy strategy.</summary>
    public ReverseProxyStrategy ReverseProxy { get; init; }

    /// <summary>Who issues the certificate.</summary>
    public CertificateAuthority Authority { get; init; }

    /// <summary>Further certificate names, wildcards allowed.</summary>
    public IReadOnlyList<string> CertificateNames { get; init; } = [];

    /// <summary>The common name of every certificate that carries it; null takes the first name.</summary>
    public string? CommonName { get; init; }

    /// <summary>Whether sites with different names get certificates of their own; false gives the servers of all sites one.</summary>
    public bool CertificatePerSite { get; init; } = true;

    /// <summary>The public mail host.</summary>
    public Fqdn? MailHost { get; init; }

    /// <summary>The public addresses of the mail host; empty for those of the external host.</summary>
    public IReadOnlyList<string> MailAddresses { get; init; } = [];

    /// <summary>The name that mail is sent under; null for the mail host.</summary>
    public Fqdn? SendingHost { get; init; }

    /// <summary>The public addresses that mail is sent from; empty for those of the mail host.</summary>
    public IReadOnlyList<string> SendingAddresses { get; init; } = [];

    /// <summary>The exchangers of a hosted hygiene service in front.</summary>
    public IReadOnlyList<Fqdn> HygieneHosts { get; init; } = [];

    /// <summary>The ranges that the hygiene service delivers from.</summary>
    public IReadOnlyList<string> HygieneRanges { get; init; } = [];

    /// <summary>Child domains that receive mail.</summary>
    public IReadOnlyList<Fqdn> MailChildDomains { get; init; } = [];

    /// <summary>The coexistence host.</summary>
    public Fqdn? LegacyHost { get; init; }

    /// <summary>Whether internal URLs and the service connection point stay as they are; null follows the reverse proxy strategy.</summary>
    public bool? KeepInternalUrl { get; init; }

    /// <summary>Authentication per service: methods that are switched on.</summary>
    public IReadOnlyDictionary<ClientService, IReadOnlyList<string>> Authentication { get; init; } =
        new Dictionary<ClientService, IReadOnlyList<string>>();

    /// <summary>SSL offloading of Outlook Anywhere; null keeps the default of the version.</summary>
    public bool? SslOffloading { get; init; }

    /// <summary>The download host of attachments.</summary>
    public Fqdn? DownloadHost { get; init; }

    /// <summary>What is shared with Exchange Online.</summary>
    public HybridUse Hybrid { get; init; }

    /// <summary>The clients.</summary>
    public IReadOnlyList<OutlookClient> Clients { get; init; } = [];

    /// <summary>The addresses of the external host.</summary>
    public IReadOnlyList<string> ExternalAddresses { get; init; } = [];

    /// <summary>Where aliases stand in for addresses.</summary>
    public AliasRecordChoice AliasRecords { get; init; }

    /// <summary>The day for which certificate rules are judged.</summary>
    public required DateTime AsOf { get; init; }
}
