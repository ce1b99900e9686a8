using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Serialization;

/// <summary>Plans of random requests. A request that contradicts itself is drawn again.</summary>
internal static class RandomPlans
{
    private static readonly string[] Hosts = ["mail.contoso.com", "owa.mail.contoso.com", "webmail.fabrikam.example", "xn--bcher-kva.example.org", "post.bücher.example"];

    private static readonly string[] Domains = ["contoso.com", "fabrikam.example", "corp.contoso.local", "tailspin.co.uk"];

    private static readonly string[] SiteNames = ["Zürich", "Default-First-Site-Name", "Köln Süd", "Σ-1", "Bern (neu)", "東京"];

    private static readonly string[] Versions = [.. ExchangeReleases.All.Select(r => r.Build.ToString()), "2007SP1", "2010SP3", "2013", "2016", "2019CU12", "SE"];

    public static Gen<NamespacePlan> Any { get; } = Gen.Int[0, int.MaxValue].Select(seed => Draw(new Random(seed)));

    private static NamespacePlan Draw(Random random)
    {
        NamespacePlan? plan;
        do
        {
            plan = Try(random);
        }
        while (plan is null);
        return plan;
    }

    private static NamespacePlan? Try(Random random)
    {
        string[] sites = [.. SiteNames.OrderBy(_ => random.Next()).Take(random.Next(4))];
        List<object> servers = [];
        for (int i = random.Next(1, 7); i > 0; i--)
        {
            servers.Add(Plans.Members(
                ("Name", "Srv-" + i),
                ("Fqdn", Maybe(random, () => $"srv-{i}.{Domains[2]}")),
                ("Version", Versions[random.Next(Versions.Length)]),
                ("Site", sites.Length == 0 ? null : sites[random.Next(sites.Length)]),
                ("InternetFacing", Maybe<object>(random, () => random.Next(2) == 0)),
                ("OutlookAnywhereEnabled", Maybe<object>(random, () => random.Next(2) == 0)),
                ("IPAddress", Maybe(random, () => random.Next(2) == 0 ? "10.1.2." + i : "2001:db8::" + i))));
        }

        return Plans.Try(servers,
            [
            ("ExternalHost", Pick(random, Hosts)),
            ("InternalHost", Maybe(random, () => "inside." + Domains[2])),
            ("ADDomain", Maybe(random, () => Domains[2])),
            ("SmtpDomain", Maybe(random, () => Domains.Take(random.Next(4)).ToArray())),
            ("DnsModel", Pick(random, ["Auto", "Split", "Separate", "Pinpoint"])),
            .. Mail(random),
            ("LegacyHost", Maybe(random, () => "legacy.contoso.com")),
            ("DownloadHost", Maybe(random, () => "download.contoso.com")),
            ("Hybrid", Maybe(random, () => "ModernAuthentication")),
            ("ReverseProxy", Pick(random, Enum.GetNames<ReverseProxyStrategy>())),
            ("CertificateAuthority", Pick(random, Enum.GetNames<CertificateAuthority>())),
            ("ServerNameOnCertificate", Maybe(random, () => Pick(random, Enum.GetNames<ServerNameChoice>()))),
            ("CertificatePerSite", Maybe(random, () => (object)(random.Next(2) == 0))),
            ("CertificateName", Maybe(random, () => new[] { "*.contoso.com", "extra.example.net" })),
            ("Authentication", Maybe(random, () => Plans.Members(("EWS", "Windows"), ("OutlookAnywhere", "Ntlm"), ("MAPI", new[] { "OAuth" }), ("ActiveSync", "Basic")))),
            ("SslOffloading", Maybe<object>(random, () => random.Next(2) == 0)),
            ("ServiceHost", Maybe(random, () => Plans.Members(("OWA", "owa.contoso.com"), ("PowerShell", "ps.contoso.com")))),
            ("ExternalIPAddress", Maybe(random, () => "198.51.100.1")),
            ("AliasRecord", Pick(random, Enum.GetNames<AliasRecordChoice>())),
            ("Client", Maybe(random, () => new[] { "Outlook2003", "ActiveSync" })),
            ("AsOf", $"20{random.Next(10, 40)}-0{random.Next(1, 10)}-{random.Next(10, 29)}"),
            ("Site", sites.Select(s => (object)Site(random, s, sites)).ToArray()),
            ]).Plan;
    }

    private static (string, object?)[] Mail(Random random) => random.Next(3) == 0 ? [] :
    [
        ("MailHost", "mx.contoso.com"),
        ("MailIPAddress", Maybe(random, () => new[] { "198.51.100.25", "2001:db8::25" })),
        ("SendingHost", Maybe(random, () => "out.contoso.com")),
        ("SendingIPAddress", Maybe(random, () => "198.51.100.26")),
        ("HygieneHost", Maybe(random, () => new[] { "a.hygiene.example", "b.hygiene.example" })),
        ("HygieneIPRange", Maybe(random, () => new[] { "203.0.113.0/24", "2001:db8:1::-2001:db8:1::ff" })),
    ];

    private static Dictionary<string, object?> Site(Random random, string name, string[] all)
    {
        bool facing = random.Next(3) > 0;
        return Plans.Members(
            ("Name", name),
            ("InternetFacing", facing),
            ("ExternalHost", facing ? Maybe(random, () => Pick(random, Hosts)) : null),
            ("InternalHost", Maybe(random, () => "mail-" + random.Next(9) + "." + Domains[2])),
            ("SiteScope", Maybe(random, () => all)),
            ("InternalIPAddress", Maybe(random, () => "10.9.9.9")));
    }

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];

    private static T? Maybe<T>(Random random, Func<T> value)
        where T : class => random.Next(2) == 0 ? null : value();
}
