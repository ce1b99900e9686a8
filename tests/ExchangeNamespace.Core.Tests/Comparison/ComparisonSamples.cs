using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using CapturedRow = (string Cmdlet, (string Name, object? Value)[] Members);

namespace ExchangeNamespace.Tests.Comparison;

/// <summary>Organisations with every kind of difference to their plan.</summary>
internal static class ComparisonSamples
{
    public static readonly string[] All =
        ["sites", "old", "cleared-points", "separate-proxy", "outside-name", "offloading", "server-names", "hybrid", "hybrid-unknown", "hybrid-without", "hybrid-receive", "nothing-captured", "kept", "one-name"];

    private const string Hybrid = "<I>CN=Public CA<S>CN=mail.contoso.com";

    public static (NamespacePlan Plan, ExchangeState State) Of(string name) => name switch
    {
        "sites" => Sites(),
        "old" => Old(),
        "cleared-points" => (
            Plan([Server("EX01", "2019CU15"), Server("EX02", "2019CU15"), Server("EX03", "2019CU15")], ("AutodiscoverHost", null)),
            States.Read(Directory("EX01", "Owa", "owa", null, null), Point("OLD", "https://old.contoso.com/Autodiscover/Autodiscover.xml"), Point("EX01", "https://mail.contoso.com/Autodiscover/Autodiscover.xml"), Point("EX02", null))),
        "separate-proxy" => (
            Plan([Server("EX01", "2016CU23")], ("ReverseProxy", "SeparateCertificate")),
            States.Read(
                Exchange("EX01", "Version 15.1 (Build 2507.6)"),
                Directory("EX01", "Owa", "owa", "https://mail.contoso.com/owa", "https://outside.contoso.com/owa", ("ExtendedProtectionTokenChecking", "Require")),
                Stored("EX01", "CN=Public CA", "CN=mail.contoso.com", ["mail.contoso.com", "autodiscover.contoso.com"], "IIS"))),
        "outside-name" => (
            Plan([Server("EX01", "2016CU23")]),
            States.Read(
                Exchange("EX01", "Version 15.1 (Build 2507.6)"),
                Directory("EX01", "Owa", "owa", "https://mail.contoso.com/owa", "https://outside.contoso.com/owa"),
                Stored("EX01", "CN=Public CA", "CN=mail.contoso.com", ["mail.contoso.com", "autodiscover.contoso.com"], "IIS"))),
        "offloading" => Offloading(),
        "server-names" => (
            Plan([Server("EX01", "2019CU15")], ("ExternalHost", "ex01.contoso.com")),
            States.Read(
                Exchange("EX01", "Version 15.2 (Build 1748.10)"),
                Directory("EX01", "Owa", "owa", "https://ex01.contoso.com/owa", "https://EX01.contoso.com/owa"),
                Directory("EX01", "Ecp", "ecp", "https://ex01.contoso.com/ecp", "https://ex02.contoso.com/ecp"),
                Directory("EX02", "Ecp", "ecp", "https://ex02.contoso.com/ecp", "https://ex02.contoso.com/ecp"),
                Directory("EX02", "Mapi", "mapi", null, string.Empty),
                Anywhere("EX02", null, "ex02.contoso.com."))),
        "hybrid" => HybridMail(),
        "hybrid-unknown" => (
            Plan([Server("EX01", "SE")], ("Hybrid", "ModernAuthentication")),
            States.Read(
                ("Get-AcceptedDomain", [("Name", "contoso.com"), ("Identity", "contoso.com"), ("DomainName", "contoso.com")]),
                ("Get-AcceptedDomain", [("Name", "cloud"), ("Identity", "cloud"), ("DomainName", "contoso.mail.onmicrosoft.com")]),
                Receive("EX01\\Default EX01", ("TlsDomainCapabilities", null)),
                Receive("EX01\\Partner"),
                Directory("EX01", "WebServices", "EWS", null, "https://ex01.corp.local/EWS/Exchange.asmx"),
                ("Get-WebServicesVirtualDirectory", [("Identity", "EX02\\EWS (Default Web Site)"), ("Server", "EX02")]))),
        "hybrid-receive" => (
            Plan([Server("EX01", "SE")], ("AsOf", "2026-06-01")),
            States.Read(
                CloudReceive("EX01\\In", Hybrid),
                Stored("EX01", "CN=Public CA", "CN=mail.contoso.com", ["mail.contoso.com", "autodiscover.contoso.com"], "SMTP, IIS"))),
        "kept" => (
            Plan([Server("EX01", "2019CU15", ("Site", "Paris")), Server("EX02", "2019CU15", ("Site", "Rome")), Server("EX03", "2019CU15", ("Site", "Rome"))], ("KeepInternalUrl", true), ("Site", new object[] { Plans.Members(("Name", "Paris")), Plans.Members(("Name", "Rome"), ("InternetFacing", false)) })),
            States.Read(
                Point("OLD", "https://old.contoso.com/Autodiscover/Autodiscover.xml"),
                Directory("EX02", "Owa", "owa", "https://ex02.corp.contoso.com/owa", null),
                Stored("EX02", "CN=EX02", "CN=EX02", ["EX02", "EX02.corp.contoso.com"], "IIS"))),
        "one-name" => (
            Plan(
                [Server("EX01", "2019CU15", ("Site", "Paris")), Server("EX02", "2019CU15", ("Site", "Paris"))], ("MailHost", "mail.contoso.com"), ("AutodiscoverHost", "autodiscover.contoso.com"),
                ("Site", new object[] { Plans.Members(("Name", "Paris"), ("FailbackHost", "back.contoso.com")) })),
            States.Read(
                Directory("EX01", "Owa", "owa", "https://mail.contoso.com/owa", "https://mail.contoso.com/owa", ("FailbackUrl", "HTTPS://back.contoso.com:443/owa/")),
                Directory("EX02", "Owa", "owa", "https://mail.contoso.com/owa", "https://mail.contoso.com/owa", ("FailbackUrl", "https://back.contoso.com:8443/owa")),
                Stored("EX01", "CN=Public CA", "CN=autodiscover.contoso.com", ["autodiscover.contoso.com"], "IIS"),
                Stored("EX01", "CN=Public CA", "CN=mail.contoso.com", ["mail.contoso.com"], "SMTP"))),
        "hybrid-without" => (
            Plan([Server("EX01", "SE"), Server("EX02", "SE")], ("Hybrid", "ModernAuthentication")),
            States.Read(
                Send("Out", ("AddressSpaces", new object[] { "smtp:contoso.mail.onmicrosoft.com;1" }), ("CloudServicesMailEnabled", false), ("RequireTLS", false), ("TlsAuthLevel", "DomainValidation"), ("TlsDomain", "outlook.com")),
                Receive("EX01\\Default EX01", ("TlsDomainCapabilities", new object[] { "fabrikam.com:AcceptCloudServicesMail" })),
                Receive("EX02\\Default EX02", ("TlsDomainCapabilities", null)),
                ("Get-OrganizationConfig", [("Name", "Contoso"), ("OAuth2ClientProfileEnabled", null)]),
                Directory("EX01", "WebServices", "EWS", null, "https://ex01.corp.local/EWS/Exchange.asmx"),
                Directory("EX02", "WebServices", "EWS", null, "https://ex02/EWS/Exchange.asmx"),
                Directory("EX02", "Owa", "owa", null, "https://mail.contoso.com/owa"),
                ("Get-WebServicesVirtualDirectory", [("Identity", "EX02\\EWS (Second Web Site)"), ("Name", "EWS (Second Web Site)"), ("ExternalUrl", "https://mail.contoso.com/EWS/Exchange.asmx")]))),
        "nothing-captured" => (
            Plan([Server("TEN", "2010SP3"), Server("EX01", "2016CU23")], ("MailHost", "smtp.contoso.com"), ("Hybrid", "ModernAuthentication")),
            States.Read(Exchange("EX09", "Version 15.1 (Build 2507.6)"))),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>Two sites, one server that is another version, one that was not captured, and all that can be wrong beside the URLs.</summary>
    private static (NamespacePlan Plan, ExchangeState State) Sites() => (
        Plan(
            [
                Server("EX01", "2016CU23", ("Site", "Paris")), Server("EX02", "2016CU23", ("Site", "Paris")), Server("EX03", "2019CU15", ("Site", "Rome")), Server("EX04", "2019CU15", ("Site", "Rome")),
            ],
            ("Site", new object[]
            {
                Plans.Members(("Name", "Paris"), ("SiteScope", new[] { "Paris", "Lyon" })), Plans.Members(("Name", "Rome"), ("ExternalHost", "rome.contoso.com"), ("SiteScope", "Rome")),
            }),
            ("MailHost", "smtp.contoso.com"), ("SendingHost", "out.contoso.com"), ("DownloadHost", "download.contoso.com"), ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" })),
        States.Read(
        [
            Exchange("EX01", "Version 15.1 (Build 2507.6)"),
            Exchange("EX02", "Version 15.0 (Build 1497.2)"),
            Exchange("EX03", "Version 15.2 (Build 2562.17)"),
            Point("EX01", "https://mail.contoso.com/autodiscover/autodiscover.xml", ("AutoDiscoverSiteScope", new object[] { "lyon", "Paris" })),
            Point("EX02", "https://ex02.corp.contoso.com/Autodiscover/Autodiscover.xml", ("AutoDiscoverSiteScope", null)),
            Point("EX03", "http://rome.contoso.com/Autodiscover/Autodiscover.xml", ("AutoDiscoverSiteScope", new object[] { "Rome", "Paris" })),
            Point("OUT1", "https://old.contoso.com/Autodiscover/Autodiscover.xml"),
            Point("OUT2", "https://ROME.contoso.com:443/autodiscover/autodiscover.xml"),
            Point("OUT3", string.Empty),
            Point("OUT4", "Autodiscover.xml"),
            Directory("EX01", "Owa", "owa", "https://ex01.corp.contoso.com/owa", "https://mail.contoso.con/owa", ("ExternalDownloadHostName", "MAIL.contoso.con."), ("InternalDownloadHostName", string.Empty)),
            Directory("EX02", "Owa", "owa", "https://mail.contoso.com/owa/", null, ("ExternalDownloadHostName", "download.contoso.com"), ("InternalDownloadHostName", null)),
            Directory("EX03", "Owa", "owa", "https://mail.contoso.com/owa", "https://rome.contoso.com/owa", ("ExternalDownloadHostName", "DOWNLOAD.contoso.com"), ("InternalDownloadHostName", "download.contoso.com.")),
            ("Get-OwaVirtualDirectory", [("Identity", "EX01\\owa (Second Web Site)"), ("Name", "owa (Second Web Site)"), ("InternalUrl", "https://other.contoso.com/owa"), ("ExternalDownloadHostName", null)]),
            Directory("EX01", "WebServices", "EWS", "https://mail.contoso.com/EWS/Exchange.asmx", "https://mail.contoso.com:8443/EWS/Exchange.asmx", ("InternalNLBBypassUrl", "https://ex01.corp.contoso.com/EWS/Exchange.asmx"), ("InternalAuthenticationMethods", new object[] { "Ntlm", "OAuth" }), ("ExternalAuthenticationMethods", new object[] { "Ntlm" })),
            Directory("EX02", "WebServices", "EWS", "https://mail.contoso.com/EWS/Exchange.asmx", string.Empty, ("InternalNLBBypassUrl", string.Empty)),
            Directory("EX01", "Oab", "OAB", "http://mail.contoso.com/OAB", "http://ex01/OAB", ("RequireSSL", true), ("InternalAuthenticationMethods", new object[] { "WindowsIntegrated" })),
            Directory("EX02", "Oab", "OAB", "http://mail.contoso.com/OAB", string.Empty, ("RequireSSL", false)),
            Directory("EX01", "Ecp", "ecp", "https://mail.contoso.com/ecp", "https://mail.contoso.com/ecp"),
            Directory("EX02", "Ecp", "ecp", string.Empty, "https://mail.contoso.com/ecp"),
            Directory("EX03", "Ecp", "ecp", "https://rome.contoso.com/ecp", "https://rome.contoso.com/ecp"),
            Directory("EX04", "Ecp", "ecp", "ecp", "https://rome.contoso.com/ecp"),
            Directory("EX03", "Oab", "OAB", "http://rome.contoso.com/OAB", "https://rome.contoso.com/OAB", ("RequireSSL", false)),
            Anywhere("EX01", "MAIL.contoso.com.", "mail.contoso.com"),
            Anywhere("EX02", "ex02", string.Empty),
            Directory("EX01", "Mapi", "mapi", "https://mail.contoso.com/mapi", "https://mail.contoso.com/mapi", ("IISAuthenticationMethods", new object[] { "Negotiate", "OAuth", "Ntlm" })),
            Directory("EX02", "Mapi", "mapi", "https://mail.contoso.com/mapi", "https://mail.contoso.com/mapi", ("IISAuthenticationMethods", new object[] { "Ntlm" })),
            Directory("EX03", "Mapi", "mapi", "https://rome.contoso.com/mapi", "https://rome.contoso.com/mapi", ("IISAuthenticationMethods", null)),
            Directory("EX01", "Autodiscover", "Autodiscover", "https://a.contoso.com/Autodiscover", "https://b.contoso.com/Autodiscover"),
            Directory("EX02", "Autodiscover", "Autodiscover", string.Empty, null),
            Stored("EX01", "CN=Public CA", "CN=mail.contoso.com", ["mail.contoso.com", "autodiscover.contoso.com", "download.contoso.com", "AUTODISCOVER.fabrikam.com"], "IIS"),
            Stored("EX01", "CN=Public CA", "CN=smtp.contoso.com", ["smtp.contoso.com", "out.contoso.com"], "SMTP"),
            Stored("EX02", "CN=Public CA", "CN=*.contoso.com", ["*.contoso.com"], "IIS, SMTP"),
            Stored("EX03", "CN=Public CA", "CN=rome.contoso.com", ["rome.contoso.com"], "IIS"),
            ("Get-ExchangeCertificate", [(CaptureMarks.CapturedFrom, "EX03"), ("Thumbprint", "03"), ("Services", "SMTP")]),
            Stored("EX04", "CN=Public CA", "CN=rome.contoso.com", ["rome.contoso.com"], "IIS"),
            ("Get-ExchangeCertificate", [(CaptureMarks.CapturedFrom, "EX04"), ("Thumbprint", "04"), ("CertificateDomains", new List<object?> { "rome.contoso.com" })]),
            Receive("EX01\\Internet", ("Fqdn", "ex01.corp.contoso.com"), ("Bindings", new object[] { "0.0.0.0:587", "0.0.0.0:25" })),
            Receive("EX01\\No name", ("Fqdn", null)),
            Receive("EX02\\As planned", ("Fqdn", "SMTP.contoso.com.")),
            Receive("EX02\\Submission", ("Bindings", new object[] { "0.0.0.0:587" })),
            ("Get-ReceiveConnector", [("Name", "Half captured"), ("Identity", "EX02\\Half captured"), ("Fqdn", "ex02.corp.contoso.com"), ("Enabled", true)]),
            Send("Out", ("Fqdn", "mail.contoso.com"), ("AddressSpaces", new object[] { "SMTP:fabrikam.com;1", "SMTP:*;10" })),
            Send("Without name", ("Fqdn", null), ("AddressSpaces", new object[] { "*" })),
            Send("As planned", ("Fqdn", "out.contoso.com"), ("AddressSpaces", new object[] { " *;1" })),
            Send("Partner", ("Fqdn", "mail.contoso.com"), ("AddressSpaces", new object[] { "SMTP:fabrikam.com;1" })),
            ("Get-SendConnector", [("Name", "Half captured"), ("Identity", "Half captured"), ("Fqdn", "mail.contoso.com")]),
            ("Get-OrganizationConfig", [("Name", "Contoso"), ("EnableDownloadDomains", true), ("OAuth2ClientProfileEnabled", true)]),
        ]));

    /// <summary>2007 and 2010: arrays, RPC over HTTP, unified messaging, and the principal name of Outlook.</summary>
    private static (NamespacePlan Plan, ExchangeState State) Old() => (
        Plan(
            [Server("SEVEN", "2007SP3", ("OutlookAnywhereEnabled", true)), Server("TEN1", "2010SP3", ("OutlookAnywhereEnabled", true)), Server("TEN2", "2010SP3")],
            ("CommonName", "*.contoso.com"), ("CertificateName", new[] { "*.contoso.com" }), ("Client", "Outlook2007"), ("MailHost", "smtp.contoso.com"), ("DnsModel", "Split")),
        States.Read(
            Exchange("SEVEN", "Version 8.3 (Build 83.6)"),
            Exchange("TEN1", "Version 14.3 (Build 123.4)"),
            Exchange("TEN2", "Version 14.3 (Build 123.4)"),
            Anywhere("SEVEN", null, "ex.contoso.com", ("SSLOffloading", true), ("ClientAuthenticationMethod", "Ntlm")),
            Anywhere("TEN1", null, null, ("SSLOffloading", false), ("ClientAuthenticationMethod", null)),
            Directory("SEVEN", "Owa", "owa", "https://seven/owa", "https://mail.contoso.com/owa"),
            Directory("TEN1", "Owa", "owa", "https://mail.contoso.com/owa", "https://mail.contoso.com/owa", ("FailbackUrl", "https://mail.contoso.com/owa")),
            ("Get-ClientAccessArray", [("Name", "Ambiguous"), ("Identity", "Ambiguous"), ("Fqdn", "MAIL.contoso.com.")]),
            ("Get-ClientAccessArray", [("Name", "Right"), ("Identity", "Right"), ("Fqdn", "outlook.corp.contoso.com")]),
            ("Get-ClientAccessArray", [("Name", "Outside"), ("Identity", "Outside"), ("Fqdn", "smtp.contoso.com")]),
            ("Get-ClientAccessArray", [("Name", "Empty"), ("Identity", "Empty"), ("Fqdn", string.Empty)]),
            ("Get-OutlookProvider", [("Name", "exch"), ("Identity", "exch"), ("CertPrincipalName", "msstd:a.contoso.com")]),
            ("Get-OutlookProvider", [("Name", "expr"), ("Identity", "expr"), ("CertPrincipalName", "msstd:mail.contoso.com")])));

    private static (NamespacePlan Plan, ExchangeState State) Offloading() => (
        Plan([Server("EX01", "2016CU23"), Server("EX02", "SE"), Server("EX03", "2016CU23")]),
        States.Read(
            Exchange("EX01", "Version 15.1 (Build 2507.6)"),
            Exchange("EX02", "Version 15.2 (Build 2562.17)"),
            Exchange("EX03", "Version 15.2 (Build 2562.17)"),
            Directory("EX01", "Owa", "owa", null, null, ("ExtendedProtectionTokenChecking", "Require")),
            Directory("EX01", "WebServices", "EWS", "https://mail.contoso.com/EWS/Exchange.asmx", null),
            Directory("EX01", "Oab", "OAB", "http://mail.contoso.com/OAB", null, ("RequireSSL", false)),
            Anywhere("EX01", null, null, ("SSLOffloading", true)),
            Anywhere("EX02", null, null, ("SSLOffloading", true)),
            Anywhere("EX03", null, null, ("SSLOffloading", true))));

    private static (NamespacePlan Plan, ExchangeState State) HybridMail() => (
        Plan([Server("EX01", "2016CU23"), Server("EX02", "2016CU23")], ("AsOf", "2026-06-01"), ("SslOffloading", true)),
        States.Read(
        [
            Exchange("EX01", "Version 15.2 (Build 1748.10)"),
            Exchange("EX02", "Version 15.1 (Build 2375.7)"),
            Exchange("EX03", "Version 15.0 (Build 1497.2)"),
            Exchange("EX04", "Version 15.2 (Build 2562.17)"),
            Exchange("EX05", "15.2.1748.39"),
            Directory("EX02", "Owa", "owa", null, null, ("ExtendedProtectionTokenChecking", "Require")),
            Send("Right", [.. Cloud, ("SourceTransportServers", new object[] { "EX01", "EX02", "EX03", "EX04" }), ("Fqdn", "mail.contoso.com"), ("TlsCertificateName", Hybrid)]),
            Send("Wrong", ("AddressSpaces", new object[] { "SMTP:fabrikam.com;1", "contoso.mail.onmicrosoft.com;1" }), ("CloudServicesMailEnabled", false), ("RequireTLS", false), ("TlsAuthLevel", "EncryptionOnly"), ("TlsCertificateName", null), ("SourceTransportServers", new object[] { "EX05" })),
            Send("Wrong domain", [.. Cloud, ("TlsDomain", "outlook.com"), ("TlsCertificateName", "<I>CN=Other CA<S>CN=mail.contoso.com"), ("SourceTransportServers", new object[] { "EX01" })]),
            Send("Wrong name", [.. Cloud, ("Fqdn", "out.contoso.com"), ("TlsCertificateName", Hybrid), ("SourceTransportServers", new object[] { "EX01" })]),
            Send("Malformed", [.. Cloud, ("TlsAuthLevel", "CertificateValidation"), ("TlsCertificateName", "mail.contoso.com"), ("SourceTransportServers", new object[] { "EX01" })]),
            Send("Expired", [.. Cloud, ("TlsCertificateName", "<I>CN=Public CA<S>CN=expired.contoso.com"), ("SourceTransportServers", new object[] { "EX01" })]),
            ("Get-SendConnector", [("Name", "Half captured"), ("Identity", "Half captured"), ("CloudServicesMailEnabled", true)]),
            Send("Off", [.. Cloud, ("Enabled", false), ("TlsCertificateName", "CN=no")]),
            CloudReceive("EX01\\Right", Hybrid),
            CloudReceive("EX01\\Without", null),
            CloudReceive("EX01\\Another", "<I>CN=Public CA<S>CN=smtp.contoso.com"),
            CloudReceive("EX01\\Not installed", "<I>CN=Absent CA<S>CN=mail.contoso.com"),
            CloudReceive("EX09\\Unknown", Hybrid),
            ("Get-ReceiveConnector", [("Name", "Half captured"), ("Identity", "EX01\\Half captured"), ("TlsDomainCapabilities", new object[] { "mail.protection.outlook.com:AcceptCloudServicesMail" })]),
            Receive("EX01\\Off", ("Enabled", false), ("TlsDomainCapabilities", new object[] { "mail.protection.outlook.com:AcceptCloudServicesMail" })),
            Stored("EX01", "CN=Public CA", "CN=mail.contoso.com", ["mail.contoso.com"], "SMTP, IIS"),
            Stored("EX01", "CN=Public CA", "CN=smtp.contoso.com", ["smtp.contoso.com"], "SMTP"),
            Stored("EX01", "CN=Public CA", "CN=expired.contoso.com", ["mail.contoso.com"], "SMTP", 2026),
            Stored("EX02", "CN=Public CA", "CN=mail.contoso.com", ["other.contoso.com"], "SMTP"),
            Stored("EX03", "CN=Public CA", "CN=mail.contoso.com", ["mail.contoso.com"], "SMTP"),
            Stored("EX03", "CN=Public CA", "CN=mail.contoso.com", ["mail.contoso.com"], "SMTP", 2029),
            Directory("EX01", "WebServices", "EWS", null, "https://mail.contoso.com/EWS/Exchange.asmx"),
        ]));

    private static readonly (string Name, object? Value)[] Cloud =
    [
        ("CloudServicesMailEnabled", true), ("RequireTLS", true), ("TlsAuthLevel", "DomainValidation"), ("TlsDomain", "mail.protection.outlook.com"), ("AddressSpaces", new object[] { "contoso.mail.onmicrosoft.com" }),
    ];

    private static Dictionary<string, object?> Server(string name, string version, params (string Name, object? Value)[] more) =>
        Plans.Members([("Name", name), ("Version", version), .. more]);

    private static NamespacePlan Plan(object[] servers, params (string Name, object? Value)[] members) => Plans.Make(
        servers,
        [
            .. new (string Name, object? Value)[] { ("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.com"), ("SmtpDomain", "contoso.com") }
                .Where(d => !members.Any(m => m.Name == d.Name)),
            .. members,
        ]);

    private static CapturedRow Exchange(string name, string version) => ("Get-ExchangeServer", [("Name", name), ("Fqdn", name + ".corp.contoso.com"), ("AdminDisplayVersion", version)]);

    private static CapturedRow Point(string server, string? url, params (string Name, object? Value)[] more) =>
        ("Get-ClientAccessServer", [("Name", server), ("AutoDiscoverServiceInternalUri", url), .. more]);

    private static CapturedRow Directory(string server, string noun, string name, string? inside, string? outside, params (string Name, object? Value)[] more) => (
        $"Get-{noun}VirtualDirectory",
        [("Identity", $"{server}\\{name} (Default Web Site)"), ("Name", name + " (Default Web Site)"), ("InternalUrl", inside), ("ExternalUrl", outside), .. more]);

    private static CapturedRow Anywhere(string server, string? inside, string? outside, params (string Name, object? Value)[] more) => (
        "Get-OutlookAnywhere",
        [("Identity", server + "\\Rpc (Default Web Site)"), ("ServerName", server), ("InternalHostname", inside), ("ExternalHostname", outside), .. more]);

    /// <summary>A connector that is as the Internet needs it, but for what is stated.</summary>
    private static CapturedRow Receive(string identity, params (string Name, object? Value)[] more)
    {
        (string Name, object? Value)[] usual =
        [
            ("Name", identity.Substring(identity.IndexOf('\\') + 1)), ("Identity", identity), ("Enabled", true), ("PermissionGroups", "AnonymousUsers"), ("AuthMechanism", "Tls"),
            ("Bindings", new object[] { "0.0.0.0:25" }), ("Fqdn", "other.contoso.com"),
        ];
        return ("Get-ReceiveConnector", [.. usual.Where(u => !more.Any(m => m.Name == u.Name)), .. more]);
    }

    private static CapturedRow CloudReceive(string identity, string? certificate) =>
        Receive(identity, ("TlsDomainCapabilities", new object[] { "fabrikam.com:AcceptOorgProtocol", "mail.protection.outlook.com:AcceptCloudServicesMail" }), ("TlsCertificateName", certificate));

    private static CapturedRow Send(string name, params (string Name, object? Value)[] members)
    {
        // The last of several values of one member counts.
        Dictionary<string, object?> all = Plans.Members(("Name", name), ("Identity", name), ("Enabled", true));
        foreach ((string member, object? value) in members)
        {
            all[member] = value;
        }

        return ("Get-SendConnector", [.. all.Select(m => (m.Key, m.Value))]);
    }

    private static CapturedRow Stored(string server, string issuer, string subject, string[] names, string services, int until = 2028) => (
        "Get-ExchangeCertificate",
        [
            (CaptureMarks.CapturedFrom, server), ("Thumbprint", (server + subject + services + until).Replace(" ", string.Empty)), ("Subject", subject), ("Issuer", issuer), ("CertificateDomains", names.ToList<object?>()),
            ("Services", services), ("NotBefore", new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc)), ("NotAfter", new DateTime(until, 1, 1, 0, 0, 0, DateTimeKind.Utc)), ("HasPrivateKey", true),
        ]);
}
