using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using ExchangeNamespace.Shell.Hosting;
using Microsoft.AspNetCore.Http;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>What a fault can break. As it is made, everything is as planned.</summary>
internal sealed class OrganisationParts
{
    private const string Records = """
        @ MX 10 smtp
        @ TXT "v=spf1 mx -all"
        _dmarc TXT "v=DMARC1; p=reject"

        """;

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Healthy = new(Read);

    public static IReadOnlyDictionary<string, Func<HttpContext, Task>> Answers { get; } = new Dictionary<string, Func<HttpContext, Task>>
    {
        ["healthy"] = WebSite.Unauthorized,
        ["page"] = WebSite.Page,
        ["hang"] = WebSite.Hang,
        ["gone"] = WebSite.Status(404),
        ["elsewhere"] = WebSite.Redirect("http://www.contoso.com/"),
    };

    public string Inside { get; set; } = Start("dc1") + Records + """
        mail A 10.0.0.10
        autodiscover A 10.0.0.10
        smtp A 127.0.0.1
        www A 192.0.2.80

        """;

    public string Outside { get; set; } = Start("ns1") + Records + """
        mail A 192.0.2.10
        autodiscover A 192.0.2.10
        smtp A 127.0.0.1
        www A 192.0.2.80

        """;

    /// <summary>By this server the hosts are found, at addresses of this machine.</summary>
    public string Known { get; set; } = Start("ns1") + Records + """
        mail A 127.0.8.1
        autodiscover A 127.0.8.1
        smtp A 127.0.0.1
        smtp TXT "v=spf1 a -all"
        mx CNAME smtp
        alias A 127.0.0.1
        _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@contoso.com"

        """;

    public string Reverse { get; set; } = "$TTL 300\n@ SOA ns1.contoso.com. hostmaster.contoso.com. 1 3600 600 86400 60\n@ NS ns1.contoso.com.\n1 PTR smtp.contoso.com.\n";

    /// <summary>The files of the capture.</summary>
    public Dictionary<string, string> Capture { get; } = new(Healthy.Value);

    public string[] WebNames { get; set; } = ["mail.contoso.com", "autodiscover.contoso.com", "smtp.contoso.com"];

    public int WebDays { get; set; } = 90;

    public string WebAnswer { get; set; } = "healthy";

    public string Banner { get; set; } = "smtp.contoso.com";

    public string[] MailNames { get; set; } = ["smtp.contoso.com"];

    public int MailDays { get; set; } = 90;

    public bool MailTls { get; set; } = true;

    private static string Start(string server) =>
        $"$TTL 3600\n$ORIGIN contoso.com.\n@ SOA {server} hostmaster 1 3600 600 86400 60\n@ NS {server}\n{server} A 127.0.0.1\n";

    /// <summary>The capture of the examples with its one good server, of a product that is supported, and certificates that last.</summary>
    private static IReadOnlyDictionary<string, string> Read()
    {
        string folder = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");
        return Directory.GetFiles(folder).ToDictionary(f => Path.GetFileName(f), f =>
        {
            XDocument document = XDocument.Load(f);
            XElement[] parts = [.. document.Root!.Elements()];
            foreach (XElement other in parts.Length > 1 ? parts : [.. document.Descendants().Where(e => !e.HasElements)])
            {
                if (other.ToString().Contains("EX02", StringComparison.Ordinal))
                {
                    other.Remove();
                }
            }

            return document.ToString()
                .Replace("Build 1118.7", "Build 2562.17", StringComparison.Ordinal)
                .Replace("2026-01-10T00:00:00Z", Day(-30), StringComparison.Ordinal)
                .Replace("2026-07-10T23:59:59Z", Day(150), StringComparison.Ordinal)
                .Replace("<S>autodiscover.contoso.com</S>", "<S>autodiscover.contoso.com</S><S>smtp.contoso.com</S>", StringComparison.Ordinal)
                .Replace("Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer", "Tls", StringComparison.Ordinal)
                .Replace("<ToString>EX01.contoso.com</ToString>", Path.GetFileName(f) == "Get-ReceiveConnector.xml"
                    ? "<ToString>smtp.contoso.com</ToString>" : "<ToString>EX01.contoso.com</ToString>", StringComparison.Ordinal);
        });
    }

    public static string Day(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-ddT00:00:00Z", CultureInfo.InvariantCulture);
}
