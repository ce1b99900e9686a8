using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using ExchangeNamespace.Integration.Tests;
using ExchangeNamespace.Integration.Tests.FrontEnd;
using ExchangeNamespace.Tests.Support;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ExchangeNamespace.Documentation.Tests.Sandbox;

/// <summary>The servers of each page: zones, web sites and mail servers as the page tells them.</summary>
internal static class Labs
{
    private const string Reverse = "0.0.127.in-addr.arpa";

    private const string Spf = """
        @ MX 10 mail
        mail A 192.0.2.10
        @ TXT "v=spf1 mx include:spf.mailer.example ~all"

        """;

    private const string Mail = """
        @ MX 10 smtp
        smtp A 127.0.0.1
        @ TXT "v=spf1 ip4:127.0.0.1 -all"
        _dmarc TXT "v=DMARC1; p=reject"

        """;

    private const string Announced = """
        @ MX 10 smtp.contoso.com.
        _mta-sts TXT "v=STSv1; id=20260601"
        mta-sts A 127.0.7.4

        """;

    private const string Outside = """
        @ MX 10 mx
        mx A 192.0.2.25
        mail A 192.0.2.10
        autodiscover A 192.0.2.10

        """;

    private const string Autodiscover = """
        @ A 127.0.7.1
        autodiscover A 127.0.7.2
        mail A 127.0.7.3

        """;

    private const string ThreeSites = """
        @ MX 10 smtp
        mail A 203.0.113.10
        autodiscover A 203.0.113.10
        smtp A 203.0.113.10
        mail-us A 198.51.100.20

        """;

    private const string Fabrikam = """
        @ MX 10 smtp.contoso.com.
        autodiscover A 203.0.113.10

        """;

    /// <summary>The pinpoint zones of the three sites, without the one of Singapore.</summary>
    private static readonly (string Name, string Text)[] Inside =
    [
        Zone("mail.contoso.com", "@ A 10.1.0.11\n@ A 10.1.0.12\n"),
        Zone("autodiscover.contoso.com", "@ A 10.1.0.11\n@ A 10.1.0.12\n"),
        Zone("autodiscover.fabrikam.com", "@ A 10.1.0.11\n@ A 10.1.0.12\n"),
        Zone("mail-us.contoso.com", "@ A 10.2.0.11\n"),
    ];

    /// <summary>Starts the servers that a page asks; most ask none.</summary>
    public static async Task<Lab> StartAsync(string page)
    {
        Lab lab = new();
        switch (Path.GetFileNameWithoutExtension(page))
        {
            case "Get-AutodiscoverRoute":
                Names(lab, 53001, Zone("contoso.com", Autodiscover));
                await WebAsync(lab);
                break;
            case "New-SpfRecord" or "Test-SpfSender":
                Names(lab, 53001, Zone("contoso.com", Spf), Zone("mailer.example", "spf TXT \"v=spf1 ip4:198.51.100.0/24 -all\"\n"));
                break;
            case "Test-MailIdentity":
                Names(lab, 53001, Zone("contoso.com", Mail), Zone("fabrikam.com", Announced), Zone(Reverse, "1 PTR smtp.contoso.com.\n"));
                lab.Show(lab.Keep(await WebServers.StartAsync(lab.Keep(new TestAuthority()),
                    [new("127.0.7.4", ["mta-sts.fabrikam.com"], Policy)])).HttpsPort, 50443);
                lab.Show(lab.Keep(new LabMailServer("smtp.contoso.com")).Port, 50025);
                break;
            case "Test-Namespace" or "Test-SplitDns" or "ConvertTo-NamespaceDesign":
                Names(lab, 53001, Zone("contoso.com", Outside.Replace("192.0.2.10", "10.0.0.10", StringComparison.Ordinal)));
                Names(lab, 53002, Zone("contoso.com", Outside + "www A 192.0.2.80\n@ CAA 0 issue \"ca.example\"\n"));
                break;
            case "Test-NamespaceCertificate":
                Names(lab, 53001, Zone("contoso.com", "mail A 127.0.9.1\nautodiscover A 127.0.9.1\n"));
                Renewal(lab);
                break;
            case "Test-NamespaceService":
                await ServicesAsync(lab);
                break;
            case "tutorial":
                Names(lab, 53002, Zone("contoso.com", ThreeSites), Zone("fabrikam.com", Fabrikam));
                lab.StandFor(lab.RealPort(53002), "198.51.100.53");
                Names(lab, 53001, lab.RealPort(53002), Inside);
                lab.StandFor(lab.RealPort(53001), "10.1.0.5");
                break;
        }

        return lab;
    }

    private static void Names(Lab lab, int shown, params (string Name, string Text)[] zones) => Names(lab, shown, null, zones);

    private static void Names(Lab lab, int shown, int? forwardTo, (string Name, string Text)[] zones)
    {
        Assert.SkipWhen(NamedServer.Program is null, "BIND 9 (named), which this page asks, is not installed.");
        Dictionary<string, string> texts = [];
        foreach ((string name, string text) in zones)
        {
            texts.Add(name, text);
        }

        lab.Show(lab.Keep(new NamedServer(texts, forwardTo)).Port, shown);
    }

    private static Task Policy(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync("version: STSv1\nmode: testing\nmx: mail.contoso.com\nmax_age: 604800\n");
    }

    /// <summary>Three servers, of which the last shows the certificate from before the renewal.</summary>
    private static void Renewal(Lab lab)
    {
        string[] names = ["mail.contoso.com", "autodiscover.contoso.com"];
        X509Certificate2 middle = lab.Keep(TestCertificates.Intermediate("CN=Test authority", TestCertificates.Rsa));
        X509Certificate2 renewed = Issue(-10, 80);
        X509Certificate2 old = Issue(-60, 60);
        int port = 0;
        foreach ((string address, X509Certificate2 shown) in new[] { ("127.0.9.1", renewed), ("127.0.9.2", renewed), ("127.0.9.3", old) })
        {
            port = lab.Keep(LoopbackServer.Tls(shown, [middle], new IPEndPoint(IPAddress.Parse(address), port))).Port;
        }

        lab.Show(port, 50443);

        X509Certificate2 Issue(int from, int to) => lab.Keep(TestCertificates.Issued(
            "CN=mail.contoso.com", names, DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(to), middle));
    }

    /// <summary>Two servers, of which one has a stopped pool.</summary>
    private static async Task ServicesAsync(Lab lab)
    {
        X509Certificate2 middle = lab.Keep(TestCertificates.Intermediate("CN=Test authority", TestCertificates.Rsa));
        X509Certificate2 certificate = lab.Keep(TestCertificates.Issued("CN=mail.contoso.com", ["mail.contoso.com", "autodiscover.contoso.com"],
            DateTimeOffset.UtcNow.AddDays(-10), DateTimeOffset.UtcNow.AddDays(80), middle));
        FrontEndSettings settings = new("EX01", "127.0.11.1", certificate, FrontEndProduct.Subscription) { HttpPort = 0, Authorities = [middle] };
        FrontEndServer first = lab.Keep(await FrontEndServer.StartAsync(settings));
        FrontEndServer second = lab.Keep(await FrontEndServer.StartAsync(
            settings with { Name = "EX02", Address = "127.0.11.2", HttpsPort = first.HttpsPort, HttpPort = first.HttpPort }));
        second.Break(FrontEndFault.PoolDown, FrontEndService.Ews);
        lab.Show(first.HttpsPort, 50443);
        lab.Show(first.HttpPort, 50080);
    }

    private static async Task WebAsync(Lab lab)
    {
        TestAuthority authority = lab.Keep(new TestAuthority());
        WebServers web = lab.Keep(await WebServers.StartAsync(authority,
        [
            new("127.0.7.1", ["www.hoster.example"], WebSite.Page),
            new("127.0.7.2", null, WebSite.Redirect("https://mail.contoso.com/autodiscover/autodiscover.xml")),
            new("127.0.7.3", ["mail.contoso.com"], WebSite.Unauthorized),
        ]));
        lab.Show(web.HttpsPort, 50443);
        lab.Show(web.HttpPort, 50080);
    }

    private static (string Name, string Text) Zone(string name, string records) =>
        (name, $"$TTL 300\n$ORIGIN {name}.\n@ SOA ns1.contoso.com. hostmaster.contoso.com. 1 3600 600 86400 60\n@ NS ns1.contoso.com.\n"
            + (name == "contoso.com" ? "ns1 A 127.0.0.1\n" : string.Empty) + records);
}
