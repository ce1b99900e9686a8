using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Reports;

/// <summary>Plans that are drawn: three that are looked at, and random ones of 1 to 40 servers in 1 to 8 sites.</summary>
internal static class DrawingPlans
{
    private static readonly string[] Versions = ["2007SP3", "2010SP3", "2013CU23", "2016CU23", "2019CU14", "SE"];

    private static readonly string[] Hosts =
        ["mail.contoso.com", "webmail.a-rather-long-division-name.subsidiary.contoso-international-holding.example", "m.co", "post.bücher.example"];

    private static readonly string[] SiteNames =
        ["Zürich", "Default-First-Site-Name", "Köln Süd", "Σ-1", "Bern (neu)", "東京", "São Paulo plant with a very long name of many words", "x"];

    /// <summary>The single server of the source article.</summary>
    public static NamespacePlan Article() => Plans.Make("CASServer",
        ("ExternalHost", "webmail.shudnow.net"), ("ADDomain", "shudnow.local"), ("ExchangeVersion", "2007SP1"));

    public static NamespacePlan ThreeSites() => Plans.Make(
        new object[]
        {
            Server("ZRH-EX01", "Zurich", "SE", "10.1.0.11"),
            Server("ZRH-EX02", "Zurich", "SE", "10.1.0.12"),
            Server("NYC-EX01", "NewYork", "SE", "10.2.0.11"),
            Server("SGP-EX01", "Singapore", "SE", "10.3.0.11"),
        },
        ("ExternalHost", "mail.contoso.com"),
        ("ADDomain", "corp.contoso.com"),
        ("SmtpDomain", new[] { "contoso.com", "fabrikam.com" }),
        ("DnsModel", "Pinpoint"),
        ("MailHost", "smtp.contoso.com"),
        ("ExternalIPAddress", "203.0.113.10"),
        ("Site", new object[]
        {
            Plans.Members(("Name", "Zurich"), ("SiteScope", new[] { "Zurich", "Geneva" })),
            Plans.Members(("Name", "NewYork"), ("ExternalHost", "mail-us.contoso.com"), ("ExternalIPAddress", "198.51.100.20")),
            Plans.Members(("Name", "Singapore"), ("InternetFacing", false), ("InternalHost", "mail-sg.contoso.com")),
        }));

    /// <summary>2007 beside 2013 behind a reverse proxy with a certificate of its own.</summary>
    public static NamespacePlan Coexistence() => Plans.Make(
        new object[]
        {
            Server("EX07-A", "Headquarters", "2007SP3", "10.1.0.7"),
            Server("EX13-A", "Headquarters", "2013CU23", "10.1.0.21"),
            Server("EX13-B", "Headquarters", "2013CU23", "10.1.0.22"),
        },
        ("ExternalHost", "mail.contoso.com"),
        ("LegacyHost", "legacy.contoso.com"),
        ("ADDomain", "corp.contoso.com"),
        ("SmtpDomain", "contoso.com"),
        ("DnsModel", "Split"),
        ("ReverseProxy", "SeparateCertificate"),
        ("ServerNameOnCertificate", "None"),
        ("ExternalIPAddress", "203.0.113.10"),
        ("Site", new object[] { Plans.Members(("Name", "Headquarters"), ("InternalIPAddress", "10.1.0.100")) }));

    public static NamespacePlan Random(int seed)
    {
        Random random = new(seed);
        while (true)
        {
            if (Try(random) is { } plan)
            {
                return plan;
            }
        }
    }

    private static NamespacePlan? Try(Random random)
    {
        string[] sites = [.. SiteNames.OrderBy(_ => random.Next()).Take(random.Next(1, 9))];
        string version = Versions[random.Next(Versions.Length)];
        object[] servers = [.. Enumerable.Range(1, random.Next(1, 41)).Select(i => Server((random.Next(3) == 0 ? "A-LONG-NAME-" : "EX") + i,
            sites[random.Next(sites.Length)], random.Next(4) == 0 ? Versions[random.Next(Versions.Length)] : version,
            random.Next(3) == 0 ? null : "10.1.2." + i))];
        return Plans.Try(servers,
            ("ExternalHost", Hosts[random.Next(Hosts.Length)]),
            ("ADDomain", "corp.contoso.local"),
            ("SmtpDomain", Enumerable.Range(0, random.Next(1, 12)).Select(i => "domain" + i + ".example").ToArray()),
            ("DnsModel", new[] { "Split", "Separate", "Pinpoint" }[random.Next(3)]),
            ("ReverseProxy", Enum.GetNames<ReverseProxyStrategy>()[random.Next(4)]),
            ("CertificatePerSite", random.Next(2) == 0),
            ("LegacyHost", random.Next(2) == 0 ? "legacy.contoso.com" : null),
            ("ServiceHost", random.Next(2) == 0 ? Plans.Members(("OWA", "owa.contoso.com")) : null),
            ("ExternalIPAddress", random.Next(2) == 0 ? new[] { "198.51.100.1", "2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff" } : null),
            ("Site", sites.Select(s => (object)Site(random, s)).ToArray())).Plan;
    }

    private static Dictionary<string, object?> Site(Random random, string name)
    {
        bool facing = random.Next(3) > 0;
        return Plans.Members(
            ("Name", name),
            ("InternetFacing", facing),
            ("ExternalHost", facing && random.Next(2) == 0 ? Hosts[random.Next(Hosts.Length)] : null),
            ("InternalHost", random.Next(2) == 0 ? "mail-" + random.Next(4) + ".corp.contoso.local" : null),
            ("InternalIPAddress", random.Next(2) == 0 ? "10.9.9.9" : null));
    }

    private static Dictionary<string, object?> Server(string name, string site, string version, string? address) =>
        Plans.Members(("Name", name), ("Site", site), ("Version", version), ("IPAddress", address));
}
