using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Planning;

/// <summary>Requests as administrators state them, each with what another one leaves out.</summary>
internal static class PlanSamples
{
    private static readonly IReadOnlyDictionary<string, Func<PlanResult>> All = new Dictionary<string, Func<PlanResult>>
    {
        ["every-version"] = () => Plans.Try(
            Array.ConvertAll<string, object>(
                ["2007RTM", "2007SP1", "2007SP2", "2007SP3", "2010RTM", "2010SP3", "2013RTM", "2013CU1", "2013", "2016", "2016CU23", "2019", "2019CU15", "SE"],
                v => Server("X" + v, ("Version", v))),
            ("ExternalHost", "mail.contoso.com")),
        ["domain-of-servers"] = () => Plans.Try(
            new object[] { "ex01.emea.corp.contoso.com", "ex02.apac.corp.contoso.com", "EX03" },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("ExternalIPAddress", new[] { "203.0.113.10", "10.0.0.9" })),
        ["no-common-domain"] = () => Plans.Try(
            new object[] { "ex01.fabrikam.local", "ex02.corp.contoso.com" },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2016"), ("DnsModel", "Separate"), ("SmtpDomain", Array.Empty<string>())),
        ["separate-2010"] = () => Plans.Try(
            new object[]
            {
                Server("OLD", ("Version", "2007SP3"), ("IPAddress", "10.0.0.7")),
                Server("CAS1", ("IPAddress", "10.0.0.1")), Server("CAS2", ("IPAddress", new[] { "10.0.0.2", "10.0.0.1" })),
            },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2010SP3"), ("ADDomain", "corp.contoso.local"), ("LegacyHost", "legacy.contoso.com"),
            ("AliasRecord", "Both"), ("ExternalIPAddress", "203.0.113.10"), ("Client", "Outlook2003"), ("SslOffloading", true)),
        ["sites"] = () => Plans.Try(
            new object[]
            {
                Server("Z1", ("Site", "Zurich"), ("Version", "2016CU23"), ("IPAddress", "10.1.0.1")), Server("Z2", ("Site", "Zurich"), ("Version", "2019CU14")),
                Server("G1", ("Site", "Geneva"), ("Version", "2016CU23"), ("IPAddress", "10.2.0.1")),
                Server("B1", ("Site", "Bern"), ("Version", "2013CU23"), ("InternetFacing", false)), Server("B2", ("Site", "Bern"), ("Version", "2013CU23")),
            },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("CertificatePerSite", true),
            ("Site", new object[]
            {
                Plans.Members(("Name", "Zurich"), ("SiteScope", new[] { "Zurich", "Basel" }), ("ExternalIPAddress", "203.0.113.10"), ("InternalIPAddress", "10.1.0.100")),
                Plans.Members(("Name", "Geneva"), ("ExternalHost", "mail-ge.contoso.com"), ("ExternalIPAddress", "203.0.113.20"), ("AutodiscoverHost", "auto-ge.contoso.com"),
                    ("ServiceHost", Plans.Members(("EWS", Plans.Members(("Internal", "ews-ge.contoso.com"), ("External", "ews.contoso.com"))), ("OWA", "owa-ge.contoso.com")))),
                Plans.Members(("Name", "Bern"), ("InternalHost", "mail-be.contoso.com")),
                Plans.Members(("Name", "Empty"), ("InternetFacing", false)),
            })),
        ["resilience"] = () => Plans.Try(
            new object[]
            {
                Server("P1", ("Site", "Prague"), ("Version", "2010SP3")), Server("P2", ("Site", "Prague"), ("Version", "2007SP3")),
                Server("W1", ("Site", "Warsaw"), ("Version", "2010SP3")), Server("S1", ("Site", "Sofia"), ("Version", "2007SP3")),
            },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"),
            ("Site", new object[]
            {
                Plans.Members(("Name", "Prague"), ("FailbackHost", "back-p.contoso.com"), ("LegacyHost", "legacy-p.contoso.com"), ("ClientAccessArray", "outlook-p.contoso.com")),
                Plans.Members(("Name", "Warsaw"), ("FailbackHost", "back-w.contoso.com"), ("ClientAccessArray", "mail.contoso.com")),
                Plans.Members(("Name", "Sofia"), ("ExternalHost", "sofia.contoso.com"), ("FailbackHost", "back-s.contoso.com"), ("ClientAccessArray", "outlook-s.contoso.com")),
            })),
        ["bound"] = () => Plans.Try(
            new object[] { Server("P1", ("Site", "Prague")), Server("W1", ("Site", "Warsaw")) },
            ("ExternalHost", "mail-p.contoso.com"), ("ExchangeVersion", "2016"), ("ADDomain", "contoso.com"), ("CertificatePerSite", false),
            ("Site", new object[]
            {
                Plans.Members(("Name", "Prague"), ("FailbackHost", "back-p.contoso.com"), ("SiteScope", "Prague")),
                Plans.Members(("Name", "Warsaw"), ("ExternalHost", "mail-w.contoso.com"), ("FailbackHost", "back-w.contoso.com"), ("SiteScope", "Warsaw")),
            })),
        ["same-name-in-two-sites"] = () => Plans.Try(
            new object[] { Server("A1", ("Site", "A"), ("Version", "2010")), Server("B1", ("Site", "B"), ("Version", "2010")), Server("C1", ("Site", "C"), ("Version", "2010")) },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"),
            ("Site", new object[]
            {
                Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("InternalHost", "in-b.contoso.com")), Plans.Members(("Name", "C"), ("InternetFacing", false)),
            })),
        ["proxy-shared"] = () => Plans.Try(
            new object[] { "EX01", "EX02" },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2016CU23"), ("ADDomain", "corp.contoso.com"), ("ReverseProxy", "SharedCertificate"),
            ("CertificateName", new[] { "*.contoso.com", "extra.fabrikam.com" }), ("CommonName", "extra.fabrikam.com"), ("AliasRecord", "Internal")),
        ["proxy-server-names"] = () => Plans.Try(
            new object[] { "EX01.corp.contoso.com", "EX02" },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2010SP2"), ("ReverseProxy", "SharedCertificateWithServerNames"), ("AsOf", "2014-05-01")),
        ["proxy-separate"] = () => Plans.Try(
            new object[]
            {
                Server("EX01", ("ExtendedProtection", true)), Server("EX02", ("Version", "2019CU15")), Server("EX03", ("Version", "2019CU15"), ("ExtendedProtection", false)),
            },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2016CU23"), ("ADDomain", "corp.contoso.com"), ("DnsModel", "Split"), ("ReverseProxy", "SeparateCertificate"),
            ("MailHost", "smtp.contoso.com"), ("ServerNameOnCertificate", "None")),
        ["mail"] = () => Plans.Try(
            new object[] { Server("EX01", ("IPAddress", "10.0.0.1")) },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("ADDomain", "contoso.com"), ("SmtpDomain", new[] { "contoso.com", "fabrikam.com", "co.uk" }),
            ("MailHost", "smtp.contoso.com"), ("MailIPAddress", new[] { "203.0.113.25", "10.0.0.25" }), ("SendingHost", "out.fabrikam.com"),
            ("SendingIPAddress", new[] { "203.0.113.26", "192.168.1.1" }), ("MailChildDomain", "news.fabrikam.com"),
            ("AutodiscoverSrvDomain", "fabrikam.com"), ("DownloadHost", "download.contoso.com")),
        ["hygiene"] = () => Plans.Try(
            new object[] { "EX01" },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019CU15"), ("DnsModel", Plans.Members(("contoso.com", "Split"), ("fabrikam.com", "Pinpoint"))),
            ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }), ("MailHost", "mail.contoso.com"), ("HygieneHost", new[] { "mx1.hygiene.example", "mx2.hygiene.example" }),
            ("SendingIPAddress", "203.0.113.30")),
        ["hygiene-ranges"] = () => Plans.Try(
            new object[] { "EX01", "EX02" },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019CU15"), ("ADDomain", "corp.contoso.com"), ("MailHost", "smtp.contoso.com"),
            ("HygieneHost", "in.contoso.com"), ("HygieneIPRange", "198.51.100.0/24"), ("DnsModel", "Split")),
        ["hybrid"] = () => Plans.Try(
            new object[] { Server("EX01", ("Version", "2010SP3")), Server("EX02", ("Version", "2016CU23")), Server("EX03", ("Version", "SE")) },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("Hybrid", "ModernAuthentication"), ("DownloadHost", "download.contoso.com"),
            ("Authentication", Plans.Members(("OutlookAnywhere", "Negotiate"), ("MAPI", new[] { "Ntlm", "OAuth" }), ("OWA", new[] { "Forms", "Basic" }), ("EWS", "Digest")))),
        ["cleared"] = () => Plans.Try(
            new object[] { "EX01" },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019CU15"), ("ADDomain", "contoso.com"), ("Hybrid", "Coexistence"), ("AutodiscoverHost", null)),
        ["kept-inside"] = () => Plans.Try(
            new object[] { "EX01" },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2013CU23"), ("ADDomain", "contoso.com"), ("KeepInternalUrl", true), ("SslOffloading", true)),
        ["self-signed"] = () => Plans.Try(
            new object[] { "EX01" },
            ("ExternalHost", "ex01.contoso.local"), ("ExchangeVersion", "2007SP3"), ("CertificateAuthority", "SelfSigned"), ("AliasRecord", "External"),
            ("SmtpDomain", "contoso.com"), ("ServerNameOnCertificate", "Fqdn")),
        ["self-signed-https"] = () => Plans.Try(
            new object[] { Server("EX01", ("OutlookAnywhereEnabled", false)) },
            ("ExternalHost", "contoso.com"), ("ExchangeVersion", "2013CU23"), ("CertificateAuthority", "SelfSigned"), ("ADDomain", "contoso.com"), ("LegacyHost", "legacy.contoso.com"),
            ("Client", new[] { "Outlook2003", "Outlook2016" })),
        ["odd-names"] = () => Plans.Try(
            new object[] { Server("MAIL", ("Fqdn", "mail.corp.contoso.com")) },
            ("ExternalHost", "srv07." + new string('a', 63) + ".contoso.com"), ("ExchangeVersion", "2016"),
            ("CertificateName", new[] { "*.com", "intern.local" }.Concat(Enumerable.Range(1, 101).Select(i => $"n{i}.contoso.com")).ToArray()), ("AsOf", "2027-04-01"),
            ("ServiceHost", Plans.Members(("ActiveSync", "mail.contoso.com"), ("ECP", "ecp.contoso.com"), ("UM", "um.contoso.com")))),
        ["long-names-alone"] = () => Plans.Try(
            new object[] { "EX01" },
            ("ExternalHost", new string('m', 60) + ".contoso.com"), ("ExchangeVersion", "2016"), ("SmtpDomain", new string('d', 60) + ".example.com"), ("AsOf", "2029-12-31")),
        ["hosts-of-services"] = () => Plans.Try(
            new object[] { Server("A1", ("Site", "A")), Server("B1", ("Site", "B")), Server("C1", ("Site", "C")), Server("D1", ("Site", "D")), Server("E1", ("Site", "E")) },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2019"), ("ADDomain", "contoso.com"), ("ExternalIPAddress", "203.0.113.10"),
            ("ServiceHost", Plans.Members(
                ("Autodiscover", "scp.contoso.com"), ("OWA", "owa.contoso.com"), ("EWS", Plans.Members(("Internal", "ews-in.contoso.com"), ("External", "ews.contoso.com"))))),
            ("Site", new object[]
            {
                Plans.Members(("Name", "A"), ("ServiceHost", Plans.Members(("Autodiscover", "scp-a.contoso.com"), ("OWA", Plans.Members(("External", "owa-a.contoso.com"))), ("MAPI", Plans.Members(("Internal", "mapi-a.contoso.com")))))),
                Plans.Members(("Name", "B"), ("InternalHost", "in-b.contoso.com")),
                Plans.Members(("Name", "C"), ("ExternalHost", "c.contoso.com")),
                Plans.Members(("Name", "D"), ("ExternalHost", "mail.contoso.com"), ("AutodiscoverHost", "scp-d.contoso.com")),
                Plans.Members(("Name", "E")),
            })),
        ["autodiscover-host"] = () => Plans.Try(
            new object[] { Server("A1", ("Site", "A")), Server("B1", ("Site", "B")), Server("C1", ("Site", "C")) },
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2016"), ("ADDomain", "contoso.com"), ("AutodiscoverHost", "scp.contoso.com"),
            ("Site", new object[] { Plans.Members(("Name", "A"), ("InternalHost", "in-a.contoso.com")), Plans.Members(("Name", "B"), ("ExternalHost", "b.contoso.com")), Plans.Members(("Name", "C")) })),
        ["zones-in-zones"] = () => Plans.Try(
            new object[] { "ex01.corp.contoso.com", "ex02.corp.contoso.com" },
            ("ExternalHost", "mail.emea.contoso.com"), ("ExchangeVersion", "2016"), ("SmtpDomain", "fabrikam.com"),
            ("DnsModel", Plans.Members(("contoso.com", "Split"), ("emea.contoso.com", "Pinpoint")))),
        ["stated-domain"] = () => Plans.Try(
            new object[] { Server("OLD", ("Version", "2010"), ("Fqdn", "old.corp.contoso.com")), Server("NEW", ("Version", "2016"), ("Fqdn", "new.corp.contoso.com")) },
            ("ExternalHost", "mail.emea.contoso.com"), ("ExchangeVersion", "2010"), ("ADDomain", "ad.contoso.local"), ("DnsModel", Plans.Members(("fabrikam.com", "Separate"))),
            ("SmtpDomain", new[] { "contoso.com", "emea.contoso.com", "fabrikam.com" })),
        ["legacy-hosts"] = () => Plans.Try(
            new object[]
            {
                Server("A7", ("Site", "A"), ("Version", "2007SP3")), Server("A10", ("Site", "A"), ("Version", "2010SP3")), Server("A7b", ("Site", "A"), ("Version", "2007SP3"), ("InternetFacing", false)),
                Server("B7", ("Site", "B"), ("Version", "2007SP3")), Server("B10", ("Site", "B"), ("Version", "2010SP3"), ("InternetFacing", false)),
            },
            ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("LegacyHost", "legacy.contoso.com"),
            ("Site", new object[] { Plans.Members(("Name", "A"), ("LegacyHost", "legacy-a.contoso.com")), Plans.Members(("Name", "B"), ("ExternalHost", "b.contoso.com")) })),
        ["nine-sites"] = () => Plans.Try(
            Array.ConvertAll<int, object>([.. Enumerable.Range(1, 9)], i => Server($"S{i}", ("Site", $"Site {i}"))),
            ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "SE"), ("ADDomain", "contoso.com"), ("ExternalIPAddress", "203.0.113.10"), ("CertificateAuthority", "Internal"),
            ("Site", Array.ConvertAll<int, object>([.. Enumerable.Range(1, 9)], i => Plans.Members(("Name", $"Site {i}"), ("ExternalHost", $"m{i}.contoso.com"), ("InternalIPAddress", $"10.0.{i}.1"))))),
        ["one-unusable-server"] = () => Plans.Try(
            new object[]
            {
                Server("EX01", ("Version", "2019CU15"), ("Site", "A")), Server("EX01", ("Site", "A"), ("Version", "2016")), Server("EX02", ("Site", "A")), Server("EX03", ("Version", "2016"), ("Site", "A"), ("ExtendedProtection", true)),
                Server("EX04", ("Version", "2016")), Server("EX05", ("Version", "2016"), ("Site", "C")), Server("EX06", ("Version", "2016"), ("Site", "B"), ("InternetFacing", true)),
                Server("EX07", ("Version", "2016"), ("Site", "A")),
            },
            ("ExternalHost", "mail.contoso.com"), ("SslOffloading", true), ("ADDomain", "contoso.com"),
            ("Site", new object[] { Plans.Members(("Name", "A")), Plans.Members(("Name", "B"), ("InternetFacing", false)) })),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static PlanResult Of(string name) => All[name]();

    private static Dictionary<string, object?> Server(string name, params (string Name, object? Value)[] more) => Plans.Members([("Name", name), .. more]);
}
