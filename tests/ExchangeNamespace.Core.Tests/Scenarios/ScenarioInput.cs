using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Scenarios;

/// <summary>How the inputs of one scenario are said to the module: its servers and members, all of them explicit.</summary>
internal sealed record ScenarioInput(string Id, string? Variant, string[] Versions, Func<string, object[]> Servers, params (string Name, object? Value)[] Members)
{
    private const string Webmail = "webmail.shudnow.net";

    public static readonly IReadOnlyList<ScenarioInput> All =
    [
        Article("SC01", null, ("DnsModel", "Separate"), ("SmtpDomain", new[] { "shudnow.net" }), ("ServerNameOnCertificate", "None")),
        Article("SC02", null, ("DnsModel", "Split"), ("SmtpDomain", new[] { "shudnow.net" })),
        Article("SC03", null, ("DnsModel", "Separate"), ("KeepInternalUrl", true), ("ServerNameOnCertificate", "Both")),
        Article("SC04", "a", ("DnsModel", "Split"), ("ReverseProxy", "SharedCertificate")),
        Article("SC04", "b", ("DnsModel", "Separate"), ("ReverseProxy", "SharedCertificateWithServerNames")),
        Article("SC04", "c", ("DnsModel", "Separate"), ("ReverseProxy", "SeparateCertificate")),
        new("SC06", null, ["2016", "2019"], v => [Server("Mailbox01", v, ("Fqdn", "Mailbox01.corp.contoso.com"))],
            ("ExternalHost", "mail.contoso.com"), ("SmtpDomain", new[] { "contoso.com" }), ("DnsModel", "Split"), ("MailHost", "mail.contoso.com"),
            ("AliasRecord", "Both"), ("ExternalIPAddress", "172.16.10.11"),
            ("ServiceHost", Plans.Members(("OWA", "owa.contoso.com"), ("ECP", "owa.contoso.com"), ("PowerShell", "mail.contoso.com")))),
        new("SC07", null, ["2016", "2019"], v => [Server("Mailbox01", v, ("Fqdn", "Mailbox01.corp.contoso.com"))],
            ("ExternalHost", "mail.contoso.com"), ("InternalHost", "internal.contoso.com"), ("SmtpDomain", new[] { "contoso.com" }), ("DnsModel", "Split"),
            ("MailHost", "mail.contoso.com"), ("AliasRecord", "Both"), ("ExternalIPAddress", "172.16.10.11"),
            ("ServiceHost", Plans.Members(
                ("OWA", Plans.Members(("External", "owa.contoso.com"))),
                ("ECP", Plans.Members(("External", "owa.contoso.com"))),
                ("PowerShell", Plans.Members(("External", "mail.contoso.com")))))),
        new("SC10", null, ["2010"], v => [Server("CASP", v, ("Site", "Primary")), Server("CASS", v, ("Site", "Secondary"))],
            ("ExternalHost", "mail.contoso.com"), ("SmtpDomain", new[] { "contoso.com" }), ("DnsModel", "Split"), ("MailHost", "smtp.contoso.com"),
            ("CertificatePerSite", false),
            ("Site", new object[]
            {
                Plans.Members(("Name", "Primary"), ("FailbackHost", "mailpri.contoso.com"), ("ClientAccessArray", "rpc.contoso.com"), ("ExternalIPAddress", "192.0.2.1")),
                Plans.Members(("Name", "Secondary"), ("ExternalHost", "mail2.contoso.com"), ("FailbackHost", "mailsec.contoso.com"), ("ClientAccessArray", "rpc2.contoso.com"), ("ExternalIPAddress", "192.0.2.2")),
            })),
        new("SC12", null, ["2007", "2013"], _ => [Server("CAS2013", "2013"), Server("CAS2007", "2007SP3")],
            ("ExternalHost", "mail.contoso.com"), ("SmtpDomain", new[] { "contoso.com" }), ("DnsModel", "Split"), ("LegacyHost", "legacy.contoso.com"),
            ("AutodiscoverHost", "autodiscover.contoso.com")),
        new("SC14", null, ["2013", "2016", "2019", "SE"], v => [Server("EX01", v)],
            ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("SmtpDomain", new[] { "contoso.com" }),
            ("CertificateName", new[] { "autodiscover.contoso.com", "legacy.contoso.com", "mail.contoso.net", "autodiscover.contoso.net", "legacy.contoso.net" })),
        new("SC15", null, ["2013", "2016", "2019", "SE"], v => [Server("EX01", v)],
            ("ExternalHost", "mail.woodgrovebank.com"), ("DnsModel", "Split"), ("SmtpDomain", new[] { "woodgrovebank.com" }),
            ("CertificateName", new[] { "autodiscover.woodgrovebank.com", "mail.fabrikam.com", "autodiscover.fabrikam.com" })),
        new("SC18", null, ["2013", "2016", "2019"], v => [Server("e15-1", v, ("Site", "Site1")), Server("e15-2", v, ("Site", "Site2"))],
            ("ExternalHost", "mail.contoso.local"), ("DnsModel", "Split"), ("SmtpDomain", Array.Empty<string>()),
            ("Authentication", Plans.Members(("OutlookAnywhere", "Ntlm"))),
            ("Site", new object[]
            {
                Plans.Members(("Name", "Site1"), ("InternetFacing", true), ("InternalHost", "mail-site1.contoso.local"), ("SiteScope", "Site1")),
                Plans.Members(("Name", "Site2"), ("InternetFacing", false), ("InternalHost", "mail-site2.contoso.local"), ("SiteScope", "Site2")),
            })),
    ];

    public static ScenarioInput Find(string id, string? variant) => All.Single(i => i.Id == id && i.Variant == variant);

    public NamespacePlan Plan(string version) => Plans.Make(Servers(version), Members);

    private static ScenarioInput Article(string id, string? variant, params (string Name, object? Value)[] members) =>
        new(id, variant, ["2007SP1"], v => [Server("CASServer", v)],
            [("ExternalHost", Webmail), ("ADDomain", "shudnow.local"), .. members]);

    private static object Server(string name, string version, params (string Name, object? Value)[] members) =>
        Plans.Members([("Name", name), ("ExchangeVersion", version), .. members]);
}
