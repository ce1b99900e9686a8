using System;

namespace ExchangeNamespace.Design;

/// <summary>The order in which the members of a design stand in a file: that of the documentation.</summary>
internal static class MemberOrder
{
    private static readonly string[] Names =
    [
        "Comment", "Name", "Fqdn", "Version", "Site", "InternetFacing", "OutlookAnywhereEnabled", "ExtendedProtection", "Server",
        "ExternalHost", "InternalHost", "ADDomain", "SmtpDomain", "DnsModel", "ExchangeVersion", "AutodiscoverHost", "SiteScope",
        "FailbackHost", "ClientAccessArray",
        "ServiceHost", "ServerNameOnCertificate", "ReverseProxy", "CertificateAuthority", "CertificateName", "CommonName",
        "CertificatePerSite", "MailHost", "SendingHost", "LegacyHost", "KeepInternalUrl", "Authentication", "SslOffloading",
        "DownloadHost", "Hybrid",
    ];

    /// <summary>The member that a dotted name begins with.</summary>
    public static string Root(string name) => name.IndexOf('.') is > 0 and int dot ? name.Substring(0, dot) : name;

    public static int Rank(string name) => Array.IndexOf(Names, Root(name)) is >= 0 and int place ? place : Names.Length;
}
