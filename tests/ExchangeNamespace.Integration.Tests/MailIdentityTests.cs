using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using ExchangeNamespace.Shell.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>
/// A whole mail system on the loopback: BIND with the zones that Export-DnsScript wrote, Postfix with the banner and the certificate of
/// the plan. As planned every link passes; then one fault at a time is named, and nothing else.
/// </summary>
public sealed class MailIdentityTests(PlannedPostfix planned) : IClassFixture<PlannedPostfix>, IDisposable
{
    private const string Reverse = "0.0.127.in-addr.arpa";
    private const string Host = "smtp.contoso.com";
    private const string Plan = "Get-NamespacePlan EX01 mail.contoso.com -ExternalIPAddress 192.0.2.10 -ExchangeVersion 2019 -MailHost smtp.contoso.com -MailIPAddress 127.0.0.1 -WarningAction SilentlyContinue";

    /// <summary>What the administrator publishes beyond the plan.</summary>
    private const string Extras = """

        _dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@contoso.com"
        _mta-sts IN TXT "v=STSv1; id=20260601"
        _smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:tls@contoso.com"

        """;

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Planned = new(Export);

    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void As_planned_every_link_passes()
    {
        PostfixServer postfix = planned.Server;
        using BindServer bind = new(Planned.Value);

        string[] links = Test(Plan + " | Test-MailIdentity", bind, postfix.Port);

        Assert.Equal(
            [
                "MailExchanger contoso.com Passed 10 smtp.contoso.com", "ExchangerAddress smtp.contoso.com Passed 127.0.0.1",
                $"Connection 127.0.0.1:{postfix.Port} Passed 220 smtp.contoso.com ESMTP", $"Banner 127.0.0.1:{postfix.Port} Passed smtp.contoso.com",
                $"HelloName 127.0.0.1:{postfix.Port} Passed smtp.contoso.com", $"StartTls 127.0.0.1:{postfix.Port} Passed offered",
                $"TlsVersion 127.0.0.1:{postfix.Port} Passed TLS 1.3", $"Certificate 127.0.0.1:{postfix.Port} Passed smtp.contoso.com until",
                "PointerRequired 127.0.0.1 Passed smtp.contoso.com", "PointerForwardConfirmed 127.0.0.1 Passed 127.0.0.1", "PointerMatchesBanner 127.0.0.1 Passed smtp.contoso.com",
                "SenderPolicy 127.0.0.1 Passed Pass contoso.com", "HelloPolicy 127.0.0.1 Passed Pass smtp.contoso.com",
                "Dmarc _dmarc.contoso.com Passed v=DMARC1; p=reject; rua=mailto:dmarc@contoso.com", "MtaSts _mta-sts.contoso.com Passed v=STSv1; id=20260601",
                "TlsReport _smtp._tls.contoso.com Passed v=TLSRPTv1; rua=mailto:tls@contoso.com",
            ],
            links.Select(l => l.Contains(" until ", StringComparison.Ordinal) ? l[..(l.IndexOf(" until ", StringComparison.Ordinal) + 6)] : l));
    }

    [Fact]
    public void A_domain_without_a_plan_passes_as_well()
    {
        PostfixServer postfix = planned.Server;
        using BindServer bind = new(Planned.Value);

        Assert.Empty(Faults("Test-MailIdentity contoso.com", bind, postfix.Port));
    }

    /// <summary>The authority of the tests is not known to this machine, and nothing else is wrong.</summary>
    [Theory]
    [InlineData("version: STSv1\nmode: enforce\nmx: smtp.contoso.com\nmax_age: 604800\n", "Warning EXN342")]
    [InlineData("version: STSv1\nmode: enforce\nmx: *.fabrikam.com\nmax_age: 604800\n", "Failed EXN342 EXN345")]
    public async Task The_policy_of_a_web_server_is_judged(string text, string expected)
    {
        await using WebServers web = await WebServers.StartAsync(_authority, [new WebSite("127.0.8.9", ["mta-sts.contoso.com"], context =>
        {
            context.Response.ContentType = "text/plain";
            return context.Response.WriteAsync(context.Request.Path == "/.well-known/mta-sts.txt" ? text : string.Empty);
        })]);
        Dictionary<string, string> zones = new(Planned.Value);
        zones["contoso.com"] += "mta-sts IN A 127.0.8.9\n";
        using BindServer bind = new(zones);

        Assert.Equal([expected], Run(string.Create(CultureInfo.InvariantCulture, $"{Plan} | Test-MailIdentity -DnsServer 127.0.0.1:{bind.Port} -Port {planned.Server.Port} -HttpsPort {web.HttpsPort} -WarningAction SilentlyContinue -ErrorAction SilentlyContinue")
            + " | Where-Object Link -eq 'MtaStsPolicy' | ForEach-Object { \"$($_.Status) $($_.Findings.Code)\" }"));
    }

    /// <summary>A fault of a zone: what is put in place of what, and the links that then do not pass.</summary>
    public static TheoryData<string, string, string, string, string[]> ZoneFaults => new()
    {
        { "no PTR", Reverse, "1 IN PTR smtp.contoso.com.\n", "", ["PointerRequired Failed EXN270", "PointerForwardConfirmed Inconclusive", "PointerMatchesBanner Inconclusive"] },
        { "PTR to another name", Reverse, "PTR smtp.contoso.com.", "PTR other.contoso.com.", ["PointerForwardConfirmed Failed EXN271", "PointerMatchesBanner Warning EXN272"] },
        { "PTR to another name that leads back", Reverse, "PTR smtp.contoso.com.", "PTR alias.contoso.com.", ["PointerMatchesBanner Warning EXN272"] },
        { "two PTR records", Reverse, "1 IN PTR smtp.contoso.com.\n", "1 IN PTR smtp.contoso.com.\n1 IN PTR alias.contoso.com.\n", ["PointerRequired Warning EXN273"] },
        { "MX to an alias", "contoso.com", "MX 10 smtp.contoso.com.", "MX 10 mx.contoso.com.", ["ExchangerAddress Failed EXN262"] },
        { "MX to an address", "contoso.com", "MX 10 smtp.contoso.com.", "MX 10 127.0.0.1.", ["ExchangerAddress Failed EXN261"] },
        { "no MX", "contoso.com", "@ IN MX 10 smtp.contoso.com.\n", "", ["MailExchanger Failed EXN260"] },
        { "null MX", "contoso.com", "MX 10 smtp.contoso.com.", "MX 0 .", ["MailExchanger Failed EXN264"] },
        { "MX to a host without address", "contoso.com", "MX 10 smtp.contoso.com.", "MX 10 smtp.contoso.com.\n@ IN MX 20 nowhere.contoso.com.", ["MailExchanger Failed EXN265", "ExchangerAddress Failed EXN263"] },
        { "two SPF records", "contoso.com", "@ IN TXT \"v=spf1 ip4:127.0.0.1 -all\"\n", "@ IN TXT \"v=spf1 ip4:127.0.0.1 -all\"\n@ IN TXT \"v=spf1 mx -all\"\n", ["SenderPolicy Failed EXN311"] },
        { "eleven look-ups", "contoso.com", "@ IN TXT \"v=spf1 ip4:127.0.0.1 -all\"", "@ IN TXT \"v=spf1 " + string.Concat(Enumerable.Range(1, 11).Select(i => $"a:www{i}.contoso.com ")) + "ip4:127.0.0.1 -all\"", ["SenderPolicy Failed EXN313"] },
        { "SPF without the address", "contoso.com", "@ IN TXT \"v=spf1 ip4:127.0.0.1 -all\"", "@ IN TXT \"v=spf1 ip4:192.0.2.1 -all\"", ["SenderPolicy Failed EXN302"] },
        { "no SPF record", "contoso.com", "@ IN TXT \"v=spf1 ip4:127.0.0.1 -all\"\n", "", ["SenderPolicy Failed EXN310"] },
        { "SPF of the EHLO name fails", "contoso.com", "smtp IN TXT \"v=spf1 ip4:127.0.0.1 -all\"", "smtp IN TXT \"v=spf1 -all\"", ["HelloPolicy Failed EXN303"] },
        { "no SPF of the EHLO name", "contoso.com", "smtp IN TXT \"v=spf1 ip4:127.0.0.1 -all\"\n", "", ["HelloPolicy Information"] },
        { "no DMARC", "contoso.com", "_dmarc IN TXT \"v=DMARC1; p=reject; rua=mailto:dmarc@contoso.com\"\n", "", ["Dmarc Information EXN304"] },
        { "broken DMARC", "contoso.com", "p=reject; rua", "p=block; rua", ["Dmarc Information EXN305"] },
        { "broken MTA-STS", "contoso.com", "id=20260601", "id=2026-06-01", ["MtaSts Information EXN307"] },
        { "broken TLS-RPT", "contoso.com", "rua=mailto:tls@contoso.com", "rua=tls@contoso.com", ["TlsReport Information EXN309"] },
    };

    [Theory]
    [MemberData(nameof(ZoneFaults))]
    public void One_fault_of_the_zones_is_named_and_nothing_else(string fault, string zone, string old, string replacement, string[] expected)
    {
        PostfixServer postfix = planned.Server;
        Dictionary<string, string> zones = new(Planned.Value);
        Assert.True(zones[zone].Contains(old, StringComparison.Ordinal), fault + "\n" + zones[zone]);
        zones[zone] = zones[zone].Replace(old, replacement, StringComparison.Ordinal);
        using BindServer bind = new(zones);

        Assert.Equal(expected, Faults(Plan + " | Test-MailIdentity", bind, postfix.Port));
    }

    [Fact]
    public void Another_banner_is_named()
    {
        using X509Certificate2 certificate = _authority.Issue([Host]);
        using PostfixServer postfix = new("ex01.corp.local", certificate);

        Assert.Equal(["Banner Failed EXN289", "PointerMatchesBanner Warning EXN272"], Faults(postfix.Port));
    }

    [Fact]
    public void A_hidden_banner_is_named()
    {
        using X509Certificate2 certificate = _authority.Issue([Host]);
        using PostfixServer postfix = new(Host, certificate, "smtpd_banner = ****************");

        Assert.Equal(["Banner Warning EXN290", "HelloName Warning EXN291", "PointerMatchesBanner Warning EXN272"], Faults(postfix.Port));
    }

    [Theory]
    [InlineData("smtp.contoso.com", -3, "EXN296")]
    [InlineData("mail.contoso.com", 90, "EXN295")]
    public void A_wrong_certificate_is_named(string name, int daysLeft, string code)
    {
        using X509Certificate2 certificate = _authority.Issue([name], daysLeft);
        using PostfixServer postfix = new(Host, certificate);

        Assert.Equal(["Certificate Failed " + code], Faults(postfix.Port));
    }

    [Fact]
    public void Nothing_is_concluded_from_a_certificate_over_a_limit()
    {
        using X509Certificate2 certificate = _authority.Issue([Host], subject: TestAuthority.EndlessSubject);
        using PostfixServer postfix = new(Host, certificate);

        Assert.Equal(["Certificate Inconclusive EXN188"], Faults(postfix.Port));
    }

    [Fact]
    public void Missing_STARTTLS_is_named()
    {
        using PostfixServer postfix = new(Host, null);

        Assert.Equal(["StartTls Failed EXN292", "TlsVersion Inconclusive", "Certificate Inconclusive"], Faults(postfix.Port));
    }

    /// <summary>What a server says in place of a conversation, and the verdict about the connection; everything behind it stays open.</summary>
    public static TheoryData<string, string, string?, string> Voices => new()
    {
        { "greylisting", "451 4.7.1 Greylisted, come back later\r\n", null, "Connection Inconclusive EXN285" },
        { "busy", "421 4.3.2 Service not available\r\n", null, "Connection Inconclusive EXN285" },
        { "blocked", "554 5.7.1 Blocked\r\n", null, "Connection Failed EXN286" },
        { "EHLO refused", "220 smtp.contoso.com ESMTP\r\n", "550 go away\r\n", "Connection Failed EXN286" },
        { "a web server", "HTTP/1.1 400 Bad Request\r\n\r\n", null, "Connection Failed EXN287" },
        { "binary", "\u0016\u0003\u0001\u0000\u00ff\u001b[2J\u0000\u0000", null, "Connection Failed EXN287" },
        { "a banner of a megabyte", "220 " + new string('a', 1024 * 1024) + "\r\n", null, "Connection Failed EXN288" },
        { "an answer of thousands of lines", "220 smtp.contoso.com ESMTP\r\n", string.Concat(Enumerable.Repeat("250-AUTH\r\n", 5000)) + "250 OK\r\n", "Connection Failed EXN288" },
        { "an answer of a megabyte", "220 smtp.contoso.com ESMTP\r\n", "250-" + new string('x', 1024 * 1024) + "\r\n250 OK\r\n", "Connection Failed EXN288" },
    };

    [Theory]
    [MemberData(nameof(Voices))]
    public void A_server_that_does_not_converse_is_named(string voice, string banner, string? hello, string expected)
    {
        using FakeMailServer server = hello is null ? FakeMailServer.Saying(banner) : FakeMailServer.Answering(banner, hello);

        string[] faults = Faults(server.Port);

        Assert.True(expected == faults[0], voice + ": " + faults[0]);
        Assert.Equal(["Banner Inconclusive", "HelloName Inconclusive", "StartTls Inconclusive", "TlsVersion Inconclusive", "Certificate Inconclusive"], faults.Skip(1).Take(5));
    }

    [Fact]
    public void A_tarpit_is_named()
    {
        using FakeMailServer server = FakeMailServer.Silent();

        Assert.Equal("Connection Inconclusive EXN282", Faults(server.Port, "-SmtpTimeout 0.5")[0]);
    }

    [Theory]
    [InlineData("", "220-Welcome\r\n")]
    [InlineData("220 ", "a")]
    [InlineData("220 smtp.contoso.com\r\n250-smtp.contoso.com\r\n", "250-X\r\n")]
    [InlineData("", "\0\u001b]0;x\a")]
    public void A_server_without_end_comes_to_an_end(string first, string repeated)
    {
        using FakeMailServer server = FakeMailServer.Endless(first, repeated);

        Assert.Contains(Faults(server.Port, "-SmtpTimeout 30")[0], new[] { "Connection Failed EXN287", "Connection Failed EXN288" });
    }

    [Fact]
    public void A_refused_connection_is_named()
    {
        int port;
        using (FakeMailServer server = FakeMailServer.Silent())
        {
            port = server.Port;
        }

        Assert.Equal("Connection Inconclusive EXN280", Faults(port)[0]);
    }

    [Fact]
    public void A_server_that_promises_TLS_and_does_not_keep_it_is_named()
    {
        using FakeMailServer server = new(async (stream, ended) =>
        {
            byte[] buffer = new byte[1024];
            await stream.WriteAsync("220 smtp.contoso.com ESMTP\r\n"u8.ToArray(), ended);
            await stream.ReadAtLeastAsync(buffer, 1, throwOnEndOfStream: false, ended);
            await stream.WriteAsync("250-smtp.contoso.com\r\n250 STARTTLS\r\n"u8.ToArray(), ended);
            await stream.ReadAtLeastAsync(buffer, 1, throwOnEndOfStream: false, ended);
            await stream.WriteAsync("454 4.7.0 TLS not available\r\n"u8.ToArray(), ended);
        });

        Assert.Equal(["StartTls Failed EXN293", "TlsVersion Inconclusive", "Certificate Inconclusive"], Faults(server.Port));
    }

    [Fact]
    public void A_DNS_server_that_is_silent_leaves_everything_open()
    {
        using BindServer bind = new(Planned.Value);
        bind.Freeze();

        string[] links = Test(Plan + " | Test-MailIdentity", bind, 9, "-Timeout 0.3 -Retry 0");

        Assert.All(links, l => Assert.Equal("Inconclusive", l.Split(' ')[2]));
    }

    private static string[] Faults(int port, string options = "")
    {
        using BindServer bind = new(Planned.Value);
        return Faults(Plan + " | Test-MailIdentity", bind, port, options);
    }

    /// <summary>The links that did not pass: link, verdict, codes.</summary>
    private static string[] Faults(string command, BindServer bind, int port, string options = "") => Run(
        Command(command, bind, port, options) + " | ForEach-Object { if ($_.Status.ToString() -ne 'Passed') { \"$($_.Link) $($_.Status) $($_.Findings.Code)\" } }");

    private static string[] Test(string command, BindServer bind, int port, string options = "") =>
        Run(Command(command, bind, port, options) + " | ForEach-Object { \"$($_.Link) $($_.Subject) $($_.Status) $($_.Found)\" }");

    /// <summary>The links but for the policy, whose web server one test alone starts.</summary>
    private static string Command(string command, BindServer bind, int port, string options) => string.Create(
        CultureInfo.InvariantCulture, $"{command} -DnsServer 127.0.0.1:{bind.Port} -Port {port} -HelloName client.example {options} -WarningAction SilentlyContinue -ErrorAction SilentlyContinue | Where-Object Link -ne 'MtaStsPolicy'");

    /// <summary>The zones as the module writes them, with what the administrator adds.</summary>
    private static Dictionary<string, string> Export()
    {
        string folder = Directory.CreateTempSubdirectory("exn-zones").FullName;
        try
        {
            Run($"$plan = {Plan}; $plan | Export-DnsScript -View External -Format Bind -NameServer ns1.contoso.com -Address @{{ 'ns1.contoso.com' = '127.0.0.1' }} -SpfRecord ($plan | New-SpfRecord -WarningAction SilentlyContinue) -Path '{folder}/out.zone' -WarningAction SilentlyContinue");
            Dictionary<string, string> zones = new[] { "contoso.com", Reverse }.ToDictionary(z => z, z => File.ReadAllText(Path.Combine(folder, "out." + z + ".zone")));
            zones["contoso.com"] += Extras + "alias IN A 127.0.0.1\nmx IN CNAME smtp\nother IN A 192.0.2.99\n" + string.Concat(Enumerable.Range(1, 11).Select(i => $"www{i} IN A 192.0.2.80\n"));
            return zones;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Run(string script)
    {
        using ModuleHost host = ModuleHost.Open();
        HostRun run = host.Run(script);
        Assert.Null(run.TerminatingError);
        return [.. run.Output.Select(o => o?.ToString()?.TrimEnd() ?? "")];
    }
}

/// <summary>The Postfix of the plan, for all tests that change only the zones.</summary>
public sealed class PlannedPostfix : IDisposable
{
    private readonly Lazy<PostfixServer> _server = new(() =>
    {
        using TestAuthority authority = new();
        using X509Certificate2 certificate = authority.Issue(["smtp.contoso.com"]);
        return new PostfixServer("smtp.contoso.com", certificate);
    });

    internal PostfixServer Server => _server.Value;

    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
        }
    }
}
