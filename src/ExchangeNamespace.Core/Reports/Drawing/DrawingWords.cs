namespace ExchangeNamespace.Reports.Drawing;

/// <summary>
/// The fixed words of the drawings in one language, English unless stated otherwise. Where a word has a place for a value, <c>{0}</c>
/// stands for it. Names of products, protocols and services are the same in every language and are no part of it.
/// </summary>
public sealed class DrawingWords
{
    /// <summary>The title of the drawing of a plan; the place is for the external host.</summary>
    public string NamespaceTitle { get; init; } = "The namespace of {0}";

    /// <summary>The title of the time line.</summary>
    public string TimeLineTitle { get; init; } = "Time line";

    /// <summary>The half of the Internet.</summary>
    public string Outside { get; init; } = "Outside: the Internet";

    /// <summary>The half of the own network.</summary>
    public string Inside { get; init; } = "Inside: your network";

    /// <summary>Clients on the Internet.</summary>
    public string ClientsOutside { get; init; } = "Clients on the Internet";

    /// <summary>Clients in the own network.</summary>
    public string ClientsInside { get; init; } = "Clients in your network";

    /// <summary>What clients are.</summary>
    public string ClientKinds { get; init; } = "Outlook, browsers, phones";

    /// <summary>The view of DNS outside.</summary>
    public string PublicDns { get; init; } = "Public DNS";

    /// <summary>The view of DNS inside.</summary>
    public string InsideDns { get; init; } = "DNS inside";

    /// <summary>The split model.</summary>
    public string SplitZones { get; init; } = "copy of {0}";

    /// <summary>The pinpoint model.</summary>
    public string PinpointZones { get; init; } = "a small zone for each name";

    /// <summary>The separate model.</summary>
    public string SeparateZones { get; init; } = "names of the domain inside";

    /// <summary>A name that every service of clients uses.</summary>
    public string AllServices { get; init; } = "all client services";

    /// <summary>The name for servers of an old version.</summary>
    public string LegacyName { get; init; } = "mailboxes on the old version";

    /// <summary>A name without a service of its own.</summary>
    public string OtherName { get; init; } = "further name";

    /// <summary>An address that was not stated.</summary>
    public string AddressUnknown { get; init; } = "address not stated";

    /// <summary>Further names that do not stand in the picture.</summary>
    public string MoreNames { get; init; } = "and {0} more names";

    /// <summary>Further servers that do not stand in the picture.</summary>
    public string MoreServers { get; init; } = "{0} and {1} more";

    /// <summary>The firewall between both halves.</summary>
    public string Firewall { get; init; } = "Firewall";

    /// <summary>A reverse proxy.</summary>
    public string ReverseProxy { get; init; } = "Reverse proxy";

    /// <summary>A device between the clients and the servers of a site; the place is for its address.</summary>
    public string LoadBalancer { get; init; } = "through {0}, which is no server (load balancer)";

    /// <summary>A machine where TLS ends.</summary>
    public string TlsEnds { get; init; } = "TLS ends here";

    /// <summary>A machine where TLS ends without a certificate of the plan.</summary>
    public string CertificateUnknown { get; init; } = "certificate not in the plan";

    /// <summary>A site without a name.</summary>
    public string OneSite { get; init; } = "Your site";

    /// <summary>A site that clients outside reach.</summary>
    public string Published { get; init; } = "reached from the Internet";

    /// <summary>A site that clients outside do not reach.</summary>
    public string NotPublished { get; init; } = "not reached from the Internet";

    /// <summary>One server of a version.</summary>
    public string OneServer { get; init; } = "1 server, Exchange {0}";

    /// <summary>Servers of a version.</summary>
    public string ManyServers { get; init; } = "{0} servers, Exchange {1}";

    /// <summary>A site without servers.</summary>
    public string NoServers { get; init; } = "no servers";

    /// <summary>Requests that another site passes on; the places are for protocols and the site.</summary>
    public string ProxiedBy { get; init; } = "{0}: passed on by {1}";

    /// <summary>Requests that another site redirects; the places are for protocols and the site.</summary>
    public string RedirectedBy { get; init; } = "{0}: redirected by {1}";

    /// <summary>Requests that do not arrive from another site; the places are for protocols and the site.</summary>
    public string FailsFrom { get; init; } = "{0}: not served through {1}";

    /// <summary>A certificate; the place is for its letter.</summary>
    public string Certificate { get; init; } = "Certificate {0}";

    /// <summary>A certificate of a public authority.</summary>
    public string PublicAuthority { get; init; } = "public authority";

    /// <summary>A certificate of an authority of the organisation.</summary>
    public string InternalAuthority { get; init; } = "internal authority";

    /// <summary>A certificate that its server signed.</summary>
    public string SelfSigned { get; init; } = "self-signed";

    /// <summary>Where a certificate is installed.</summary>
    public string InstalledOn { get; init; } = "on {0}";

    /// <summary>What a blue line means.</summary>
    public string KeyOutside { get; init; } = "requests from outside";

    /// <summary>What a green line means.</summary>
    public string KeyInside { get; init; } = "requests from inside";

    /// <summary>What a dashed line means.</summary>
    public string KeyProxied { get; init; } = "passed on by Exchange";

    /// <summary>What a dotted line means.</summary>
    public string KeyRedirected { get; init; } = "redirected by Exchange";

    /// <summary>The sentence of the description about a name; the places are for view, name and where it leads.</summary>
    public string NameLeadsTo { get; init; } = "{0}: {1} leads to {2}.";

    /// <summary>The day of the report on the time line.</summary>
    public string Today { get; init; } = "today";

    /// <summary>A time line without entries.</summary>
    public string NoEntries { get; init; } = "no dates are known";

    /// <summary>Certificates on the time line.</summary>
    public string KeyCertificate { get; init; } = "certificate";

    /// <summary>Support on the time line.</summary>
    public string KeySupport { get; init; } = "support";

    /// <summary>Steps of a migration on the time line.</summary>
    public string KeyStep { get; init; } = "step";

    /// <summary>Rules on the time line.</summary>
    public string KeyRule { get; init; } = "rule";
}
