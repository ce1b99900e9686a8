using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using ExchangeNamespace.Hosted.Tests;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>Get-AutodiscoverRoute against a real DNS server and real web servers with certificates of an authority of our own: every walk, step by step.</summary>
public sealed class AutodiscoverLiveTests : IDisposable
{
    private const string RootAddress = "127.0.7.1";
    private const string HostAddress = "127.0.7.2";
    private const string MailAddress = "127.0.7.3";
    private const string Silent = "127.0.7.9";

    private const string Path = "/autodiscover/autodiscover.xml";
    private const string HostUrl = "https://autodiscover.contoso.com" + Path;
    private const string MailUrl = "https://mail.contoso.com" + Path;

    private const string HostRecord = "autodiscover A " + HostAddress + "\n";
    private const string RootRecord = "@ A " + RootAddress + "\n";
    private const string MailRecord = "mail A " + MailAddress + "\n";
    private const string ServiceRecord = "_autodiscover._tcp SRV 0 0 443 mail\n" + MailRecord;

    private static readonly string[] HostName = ["autodiscover.contoso.com"];
    private static readonly string[] MailName = ["mail.contoso.com"];
    private static readonly string[] RootName = ["contoso.com", "www.contoso.com"];

    /// <summary>The longest limit the command takes: a server that answers late on a busy machine is still heard, and the test ends with its answer.</summary>
    private const string Patience = "0:02:00";

    /// <summary>The limit where a server never answers: the test lasts as long.</summary>
    private const string Limit = "0:00:05";

    private static readonly WebSite HealthyHost = new(HostAddress, HostName, WebSite.Unauthorized);
    private static readonly WebSite HealthyMail = new(MailAddress, MailName, WebSite.Unauthorized);

    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    /// <summary>What stands in DNS, who answers, and what the walk of an EWS client must be: steps, endpoint, findings apart from the untrusted authority.</summary>
    private static readonly Dictionary<string, (string Records, WebSite[] Sites, string Steps, string Endpoint, string Codes)> Walks = new()
    {
        ["SAN certificate (SC25)"] = (HostRecord, [new(HostAddress, ["mail.contoso.com", "autodiscover.contoso.com"], WebSite.Unauthorized)], "Root NoName; Host Hit; Http NotReached; Srv NotReached", HostUrl, ""),
        ["single name and service record (SC25)"] = (ServiceRecord, [HealthyMail], "Root NoName; Host NoName; Http NoName; Srv Hit", MailUrl, "EXN465"),
        ["two certificates on two addresses (SC25)"] = (HostRecord + MailRecord, [HealthyHost, HealthyMail], "Root NoName; Host Hit; Http NotReached; Srv NotReached", HostUrl, ""),
        ["HTTP redirect site (SC25)"] = (HostRecord + MailRecord, [new(HostAddress, null, WebSite.Redirect(MailUrl)), HealthyMail], "Root NoName; Host Inconclusive; Http Redirect; Srv NoName", MailUrl, "EXN465 EXN471"),
        ["a permanent redirect over http"] = (HostRecord + MailRecord, [new(HostAddress, null, WebSite.Redirect(MailUrl, 301)), HealthyMail], "Root NoName; Host Inconclusive; Http Redirect; Srv NoName", MailUrl, "EXN465 EXN471"),
        ["a redirect over http that keeps the verb"] = (HostRecord + MailRecord, [new(HostAddress, null, WebSite.Redirect(MailUrl, 307)), HealthyMail], "Root NoName; Host Inconclusive; Http NotAutodiscover; Srv NoName", "", "EXN470 EXN471"),
        ["401 over http counts for nothing"] = (HostRecord, [new(HostAddress, null, WebSite.Unauthorized)], "Root NoName; Host Inconclusive; Http NotAutodiscover; Srv NoName", "", "EXN470 EXN471"),
        ["the root domain itself"] = (RootRecord, [new(RootAddress, RootName, WebSite.Unauthorized)], "Root Hit; Host NotReached; Http NotReached; Srv NotReached", "https://contoso.com" + Path, ""),
        ["error 600 without a question"] = (HostRecord, [new(HostAddress, HostName, WebSite.InvalidRequest)], "Root NoName; Host Hit; Http NotReached; Srv NotReached", HostUrl, "EXN479"),
        ["another web site on the root domain"] = (RootRecord + HostRecord, [new(RootAddress, RootName, WebSite.Page), HealthyHost], "Root NotAutodiscover; Host Hit; Http NotReached; Srv NotReached", HostUrl, "EXN461"),
        ["a root domain that knows no such page"] = (RootRecord + HostRecord, [new(RootAddress, RootName, WebSite.Status(404)), HealthyHost], "Root NotAutodiscover; Host Hit; Http NotReached; Srv NotReached", HostUrl, "EXN461"),
        ["the root-domain trap"] = (RootRecord + HostRecord, [new(RootAddress, ["www.hoster.example"], WebSite.Page), HealthyHost], "Root WrongCertificate; Host Hit; Http NotReached; Srv NotReached", HostUrl, "EXN460"),
        ["a root domain that sends to the web site"] = (RootRecord + HostRecord, [new(RootAddress, RootName, WebSite.Redirect("https://www.contoso.com/")), HealthyHost], "Root RedirectRefused; Host Hit; Http NotReached; Srv NotReached", HostUrl, "EXN469"),
        ["a redirect over https"] = (RootRecord + MailRecord, [new(RootAddress, RootName, WebSite.Redirect(MailUrl)), HealthyMail], "Root Redirect; Host NotReached; Http NotReached; Srv NotReached", MailUrl, ""),
        ["a wrong certificate"] = (HostRecord, [new(HostAddress, MailName, WebSite.Unauthorized)], "Root NoName; Host WrongCertificate; Http Inconclusive; Srv NoName", "", "EXN466 EXN470 EXN471"),
        ["a certificate whose time is over"] = (HostRecord, [new(HostAddress, HostName, WebSite.Unauthorized) { DaysLeft = -3 }], "Root NoName; Host WrongCertificate; Http Inconclusive; Srv NoName", "", "EXN466 EXN470 EXN471"),
        ["a wildcard certificate"] = (HostRecord, [new(HostAddress, ["*.contoso.com"], WebSite.Unauthorized)], "Root NoName; Host Hit; Http NotReached; Srv NotReached", HostUrl, ""),
        ["an alias needs the name that is asked for"] = ("autodiscover CNAME mail\n" + MailRecord, [HealthyMail], "Root NoName; Host WrongCertificate; Http Inconclusive; Srv NoName", "", "EXN466 EXN470 EXN471"),
        ["redirect to a wrong certificate"] = (HostRecord + MailRecord, [new(HostAddress, null, WebSite.Redirect(MailUrl)), new(MailAddress, HostName, WebSite.Unauthorized)], "Root NoName; Host Inconclusive; Http WrongCertificate; Srv NoName", "", "EXN466 EXN470 EXN471"),
        ["redirects in a circle"] = (HostRecord + MailRecord, [new(HostAddress, HostName, WebSite.Redirect(MailUrl)), new(MailAddress, MailName, WebSite.Redirect(HostUrl))], "Root NoName; Host RedirectRefused; Http Inconclusive; Srv NoName", "", "EXN467 EXN470 EXN471"),
        ["a redirect from https to http"] = (HostRecord, [new(HostAddress, HostName, WebSite.Redirect("http://autodiscover.contoso.com" + Path)), new(HostAddress, null, WebSite.Unauthorized)], "Root NoName; Host RedirectRefused; Http NotAutodiscover; Srv NoName", "", "EXN468 EXN470"),
        ["a server that says nothing"] = (RootRecord + HostRecord, [new(RootAddress, RootName, WebSite.Silence), HealthyHost], "Root Inconclusive; Host Hit; Http NotReached; Srv NotReached", HostUrl, "EXN471"),
        ["a server that hangs up"] = (RootRecord + HostRecord, [new(RootAddress, RootName, WebSite.Hang), HealthyHost], "Root Inconclusive; Host Hit; Http NotReached; Srv NotReached", HostUrl, "EXN471"),
        ["no server there"] = ("@ A " + Silent + "\n" + HostRecord, [HealthyHost], "Root Inconclusive; Host Hit; Http NotReached; Srv NotReached", HostUrl, "EXN471"),
        ["the first of two addresses is dead"] = ("autodiscover A 127.0.6.1\n" + HostRecord, [HealthyHost], "Root NoName; Host Hit; Http NotReached; Srv NotReached", HostUrl, ""),
        ["the wildcard trap"] = ("* A " + RootAddress + "\n" + ServiceRecord, [new(RootAddress, ["www.hoster.example"], WebSite.Page), HealthyMail], "Root NoName; Host WrongCertificate; Http Inconclusive; Srv Hit", MailUrl, "EXN462 EXN465 EXN466 EXN471"),
        ["a service record with another port"] = ("_autodiscover._tcp SRV 0 0 8443 mail\n" + MailRecord, [HealthyMail], "Root NoName; Host NoName; Http NoName; Srv NotAutodiscover", "", "EXN463 EXN470"),
        ["the lowest priority wins"] = ("_autodiscover._tcp SRV 20 0 443 silent\n_autodiscover._tcp SRV 10 5 443 mail\n_autodiscover._tcp SRV 10 1 443 silent\n_autodiscover._tcp SRV 0 0 444 silent\nsilent A " + Silent + "\n" + MailRecord, [HealthyMail], "Root NoName; Host NoName; Http NoName; Srv Hit", MailUrl, "EXN463 EXN465"),
        ["the target of a service record is an alias"] = ("_autodiscover._tcp SRV 0 0 443 mail\nmail CNAME ex01\nex01 A " + MailAddress + "\n", [HealthyMail], "Root NoName; Host NoName; Http NoName; Srv Hit", MailUrl, "EXN464 EXN465"),
        ["a service that is not offered"] = ("_autodiscover._tcp SRV 0 0 443 .\n", [HealthyMail], "Root NoName; Host NoName; Http NoName; Srv NoName", "", "EXN470"),
        ["redirect and service record to different places"] = (HostRecord + "ex02 A " + RootAddress + "\n_autodiscover._tcp SRV 0 0 443 ex02\n" + MailRecord, [new(HostAddress, null, WebSite.Redirect(MailUrl)), HealthyMail, new(RootAddress, ["ex02.contoso.com"], WebSite.Unauthorized)], "Root NoName; Host Inconclusive; Http Redirect; Srv Hit", "", "EXN465 EXN471 EXN475"),
        ["nothing at all"] = (MailRecord, [HealthyMail], "Root NoName; Host NoName; Http NoName; Srv NoName", "", "EXN470"),
    };

    public static TheoryData<string> Names => [.. Walks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_walk_is_reported_as_it_is(string name)
    {
        (string records, WebSite[] sites, string steps, string endpoint, string codes) = Walks[name];
        using BindServer dns = new(Zone(records));
        await using WebServers web = await WebServers.StartAsync(_authority, sites);

        bool silent = Array.Exists(sites, s => s.Answer == WebSite.Silence);
        string[] lines = Run(Command(dns, web, "-Client EwsClient", timeout: silent ? Limit : Patience));

        Assert.Equal([steps, endpoint, codes], [lines[0], lines[1], Codes(lines[2])]);
        Assert.False(web.SawCredentials);
        Assert.All(web.Asked, a => Assert.Contains(" GET ", a, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Eleven_redirects_are_asked_for_and_no_more()
    {
        using BindServer dns = new(Zone(HostRecord + MailRecord));
        await using WebServers web = await WebServers.StartAsync(_authority, [new(HostAddress, HostName, WebSite.Redirect(MailUrl)), new(MailAddress, MailName, WebSite.Redirect(HostUrl))]);

        string[] lines = Run(Command(dns, web, "-Client EwsClient", "$_.Steps | Where-Object Method -eq AutodiscoverHost | ForEach-Object { $_.Hops.Count; $_.Detail }"));

        Assert.Equal("11", lines[0]);
        Assert.Contains("More than ten redirects.", lines[1], StringComparison.Ordinal);
        Assert.Equal(11, web.Asked.Count);
    }

    [Fact]
    public async Task Each_client_walks_in_its_own_order_and_everything_is_asked_once()
    {
        using BindServer dns = new(Zone(RootRecord + HostRecord));
        await using WebServers web = await WebServers.StartAsync(_authority, [new(RootAddress, RootName, WebSite.Page), HealthyHost]);

        string[] lines = Run(Command(dns, web, "-Client Outlook2007Rtm, Outlook2007, Outlook2010, Outlook2013, Outlook2016, ActiveSync, EwsClient", "\"$($_.Client): $($_.Steps | ForEach-Object { '{0}{1}' -f $_.Rank, $_.Method })\""));

        Assert.Equal(
            [
                "Outlook2007Rtm: 1ServiceConnectionPoint 2RootDomain 3AutodiscoverHost 4HttpRedirect 5LocalXml",
                "Outlook2007: 1ServiceConnectionPoint 2RootDomain 3AutodiscoverHost 4HttpRedirect 4ServiceRecord 5LocalXml",
                "Outlook2010: 1ServiceConnectionPoint 2RootDomain 3AutodiscoverHost 4LocalXml 4HttpRedirect 4ServiceRecord 5LastKnownGood",
                "Outlook2013: 1ServiceConnectionPoint 2RootDomain 3AutodiscoverHost 4LocalXml 4HttpRedirect 4ServiceRecord 5LastKnownGood",
                "Outlook2016: 1Restart 2PreferredLocalXml 3LastKnownGood 4Microsoft365Priority 5ServiceConnectionPoint 6RootDomain 7AutodiscoverHost 8LocalXml 8HttpRedirect 8ServiceRecord 9Microsoft365Failsafe",
                "ActiveSync: 1RootDomain 2AutodiscoverHost 3HttpRedirect 3ServiceRecord",
                "EwsClient: 1ServiceConnectionPoint 2RootDomain 3AutodiscoverHost 4HttpRedirect 4ServiceRecord",
            ],
            lines);
        Assert.Equal([$"{RootAddress} GET https://contoso.com{Path}", $"{HostAddress} GET https://autodiscover.contoso.com{Path}"], web.Asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_connection_points_of_a_plan_are_asked_over_the_network()
    {
        using BindServer dns = new(Zone(MailRecord));
        await using WebServers web = await WebServers.StartAsync(_authority, [HealthyMail]);

        string[] lines = Run(
            "$plan = Get-NamespacePlan EX01 mail.contoso.com -DnsModel Split -ExchangeVersion 2019 -WarningAction SilentlyContinue; "
            + Command(dns, web, "-Plan $plan -Client EwsClient -DomainJoined", "$_.Steps[0].Verdict; $_.Endpoint; ($_.Urls | Where-Object { $_.IsUsed -and $_.Service -eq 'EWS' }).Url"));

        Assert.Equal(["Hit", "https://mail.contoso.com/Autodiscover/Autodiscover.xml", "https://mail.contoso.com/EWS/Exchange.asmx"], lines);
    }

    [Fact]
    public async Task A_DNS_server_that_cannot_tell_leaves_the_matter_open()
    {
        using BindServer dns = new(new Dictionary<string, string> { ["example.org"] = "$TTL 300\n$ORIGIN example.org.\n@ SOA ns hostmaster 1 3600 600 86400 60\n@ NS ns\nns A 127.0.0.1\n" });
        await using WebServers web = await WebServers.StartAsync(_authority, [HealthyMail]);

        string[] lines = Run(Command(dns, web, "-Client EwsClient"));

        Assert.Equal(["Root Inconclusive; Host Inconclusive; Http Inconclusive; Srv Inconclusive", "", "EXN470 EXN471"], [lines[0], lines[1], Codes(lines[2])]);
        Assert.Empty(web.Asked);
    }

    [Fact]
    public async Task A_name_of_a_certificate_cannot_write_to_the_terminal()
    {
        using BindServer dns = new(Zone(HostRecord));
        await using WebServers web = await WebServers.StartAsync(_authority, [new(HostAddress, ["evil\u001b[2J.example"], WebSite.Unauthorized)]);

        string[] lines = Run(Command(dns, web, "-Client EwsClient", "$_.Steps[2].Detail; $_.Steps[2].Hops.CertificateNames"));

        Assert.All(lines, l => Assert.DoesNotContain('\u001b', l));
        Assert.Contains("<U+001B>", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_concluded_from_a_certificate_over_a_limit()
    {
        using BindServer dns = new(Zone(HostRecord));
        await using WebServers web = await WebServers.StartAsync(_authority, [HealthyHost with { Subject = TestAuthority.EndlessSubject }]);

        string[] lines = Run(Command(dns, web, "-Client EwsClient", "($_.Steps | Where-Object Method -eq AutodiscoverHost).Verdict; $_.Findings.Code"));

        Assert.Equal("Inconclusive", lines[0]);
        Assert.Contains("EXN188", lines);
    }

    [Fact]
    public async Task Whether_this_machine_trusts_the_certificate_is_said()
    {
        using BindServer dns = new(Zone(HostRecord));
        await using WebServers web = await WebServers.StartAsync(_authority, [HealthyHost]);
        string folder = Directory.CreateTempSubdirectory("exn-ca").FullName;
        try
        {
            string bundle = System.IO.Path.Combine(folder, "ca.pem");
            await File.WriteAllTextAsync(bundle, _authority.Pem);
            string script = System.IO.Path.Combine(folder, "walk.ps1");
            await File.WriteAllTextAsync(script, Command(dns, web, "-Client EwsClient", "\"$($_.Verdict) $($_.Findings.Code)\""));

            Assert.Equal(["Hit EXN480"], ShellProcess.Run("-Module", ModuleHost.FindManifest(), script).Output.Select(l => l.TrimEnd()));
            Assert.Equal(["Hit"], ShellProcess.Run(new Dictionary<string, string> { ["SSL_CERT_FILE"] = bundle }, "-Module", ModuleHost.FindManifest(), script).Output.Select(l => l.TrimEnd()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Plain_text_behind_the_port_of_https_is_inconclusive()
    {
        using BindServer dns = new(Zone(HostRecord));
        using TcpListener listener = new(IPAddress.Parse(HostAddress), 0);
        listener.Start();
        Task<TcpClient> accepted = listener.AcceptTcpClientAsync();
        Task serve = accepted.ContinueWith(async a =>
        {
            using TcpClient client = await a;

            // The step without TLS finds the port closed; a silent one would make the test as long as its limit.
            listener.Stop();
            await client.GetStream().WriteAsync("220 mail.contoso.com ESMTP\r\n"u8.ToArray());
        }, TaskScheduler.Default).Unwrap();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        string[] lines = Run(string.Create(CultureInfo.InvariantCulture, $"Get-AutodiscoverRoute a@contoso.com -Live -DnsServer 127.0.0.1:{dns.Port} -Timeout {Patience} -HttpsPort {port} -HttpPort {port} -Client ActiveSync -ErrorAction SilentlyContinue | ForEach-Object {{ $_.Steps[1].Verdict; $_.Steps[1].Detail }}"));
        await serve;

        Assert.Equal(["Inconclusive", $"No TLS could be agreed on with {HostAddress}."], lines);
    }

    private static string Codes(string line) => string.Join(' ', line.Split(' ').Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Zone(string records) =>
        new() { ["contoso.com"] = "$TTL 300\n$ORIGIN contoso.com.\n@ SOA ns1 hostmaster 1 3600 600 86400 60\n@ NS ns1\nns1 A 127.0.0.1\n" + records };

    private static string Command(BindServer dns, WebServers web, string options, string? show = null, string timeout = Patience) => string.Create(
        CultureInfo.InvariantCulture,
        $"Get-AutodiscoverRoute a@contoso.com -Live -DnsServer 127.0.0.1:{dns.Port} -HttpsPort {web.HttpsPort} -HttpPort {web.HttpPort} -AllowPrivateAddress -Timeout {timeout} {options} -WarningAction SilentlyContinue -ErrorAction SilentlyContinue | ForEach-Object {{ {show ?? Show} }}");

    private const string Show =
        """
        $names = @{ RootDomain = 'Root'; AutodiscoverHost = 'Host'; HttpRedirect = 'Http'; ServiceRecord = 'Srv' }
        ($_.Steps | Where-Object { $names.ContainsKey("$($_.Method)") } | ForEach-Object { "$($names["$($_.Method)"]) $($_.Verdict)" }) -join '; '
        "$($_.Endpoint)"
        "$($_.Findings.Code | Where-Object { $_ -ne 'EXN480' })"
        """;

    private static string[] Run(string script)
    {
        using ModuleHost host = ModuleHost.Open();
        HostRun run = host.Run(script);
        Assert.Null(run.TerminatingError);
        return [.. run.Output.Select(o => o?.ToString()?.TrimEnd() ?? "")];
    }
}
