using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using ExchangeNamespace.FrontDoor.LoadBalancer;
using ExchangeNamespace.Integration.Tests.FrontEnd;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.FrontDoor;

/// <summary>HAProxy with the configuration of the command ends TLS in front of three servers.</summary>
public sealed class BridgeTests(FrontDoorLab lab) : IClassFixture<FrontDoorLab>, IAsyncLifetime
{
    private Proxy? _proxy;
    private int _https;
    private int _http;

    public async ValueTask InitializeAsync()
    {
        Array.ForEach(lab.Servers, s => s.Mend());
        await StartAsync(lab.Model(lab.Bridge()));
    }

    public ValueTask DisposeAsync()
    {
        _proxy?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("/EWS/Exchange.asmx", "Ews")]
    [InlineData("/ews/exchange.asmx", "Ews")]
    [InlineData("/mapi/emsmdb/?MailboxId=1", "Mapi")]
    [InlineData("/MAPI/nspi/", "Mapi")]
    [InlineData("/rpc/rpcproxy.dll?ex01:6001", "Rpc")]
    [InlineData("/OAB/a/oab.xml", "Oab")]
    [InlineData("/Autodiscover/Autodiscover.xml", "Autodiscover")]
    [InlineData("/AUTODISCOVER/autodiscover.svc", "Autodiscover")]
    public async Task Each_service_reaches_its_directory(string path, string service)
    {
        using FrontEndClient client = Client();
        using HttpResponseMessage answer = await client.LogOnAsync(path, "anna");

        Assert.Equal(service, await FrontEndClient.EchoAsync(answer, "service"));
        Assert.Equal(path, await FrontEndClient.EchoAsync(answer, "target"));
    }

    [Fact]
    public async Task Each_request_goes_to_a_server_under_the_name_on_its_certificate()
    {
        using FrontEndClient client = Client();
        using HttpResponseMessage answer = await client.AskAsync("/owa/auth/logon.aspx");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        FrontEndRequest[] arrived = [.. lab.Servers.SelectMany(s => s.Requests)];
        Assert.NotEmpty(arrived);
        Assert.All(arrived, r => Assert.Equal((FrontDoorLab.Host, FrontDoorLab.Host, true), (r.ServerName, r.Host, r.IsSecure)));
    }

    [Fact]
    public async Task A_sick_service_leaves_only_its_own_pool()
    {
        await StartAsync(lab.Model(lab.Bridge(), probesOften: true));
        lab.Servers[0].Break(FrontEndFault.Inactive, FrontEndService.Ews);

        // On a busy machine a probe of a healthy pool may come too late, and the next one brings the server back.
        await Until.HoldsAsync(
            async () => (await ServersAsync("/EWS/Exchange.asmx", 9)).SequenceEqual(["EX02", "EX03"])
                && (await ServersAsync("/mapi/emsmdb/", 9)).SequenceEqual(["EX01", "EX02", "EX03"]),
            "the server leaves the pool of EWS and no other");
        lab.Servers[0].Mend();
        await Until.HoldsAsync(async () => (await ServersAsync("/EWS/Exchange.asmx", 9)).Contains("EX01"), "the server comes back");
    }

    [Fact]
    public async Task A_redirect_and_another_page_do_not_count_as_healthy()
    {
        await StartAsync(lab.Model(lab.Bridge(), probesOften: true));
        lab.Servers[0].Break(FrontEndFault.ErrorPage, FrontEndService.Oab);
        lab.Servers[1].Break(FrontEndFault.PoolDown, FrontEndService.Oab);

        await Until.HoldsAsync(async () => (await ServersAsync("/OAB/oab.xml", 9)).SequenceEqual(["EX03"]), "only the healthy server is left");
    }

    [Fact]
    public async Task Ntlm_and_negotiate_keep_users_apart_over_a_hundred_requests_on_parallel_connections()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            string user = "user" + i;
            using FrontEndClient client = Client();
            using (HttpResponseMessage logon = await client.LogOnAsync("/EWS/Exchange.asmx", user, i % 2 == 0 ? "NTLM" : "Negotiate"))
            {
                Assert.Equal(user, await FrontEndClient.EchoAsync(logon, "user"));
            }

            for (int k = 0; k < 100; k++)
            {
                using HttpResponseMessage answer = await client.AskAsync("/EWS/Exchange.asmx");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal(user, await FrontEndClient.EchoAsync(answer, "user"));
            }

            Assert.Equal(1, client.Connections);
        }));
    }

    [Fact]
    public async Task Another_client_never_gets_a_connection_that_is_logged_on()
    {
        for (int i = 0; i < 20; i++)
        {
            using (FrontEndClient client = Client())
            {
                using HttpResponseMessage logon = await client.LogOnAsync("/mapi/emsmdb/", "anna");
                Assert.Equal(HttpStatusCode.OK, logon.StatusCode);
            }

            using FrontEndClient stranger = Client();
            using HttpResponseMessage answer = await stranger.AskAsync("/mapi/emsmdb/");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_client_address_arrives_and_a_forged_one_is_gone()
    {
        string answer = await RawAsync("GET /EWS/Exchange.asmx HTTP/1.1\r\nHost: mail.contoso.com\r\nX-Forwarded-For: 203.0.113.66\r\nx-real-ip: 203.0.113.66\r\n"
            + "Forwarded: for=203.0.113.66\r\nX-Forwarded-Proto: http\r\nConnection: close\r\n\r\n");

        Assert.Contains(" 401 ", answer, StringComparison.Ordinal);
        FrontEndRequest arrived = lab.Servers.SelectMany(s => s.Requests).Single(r => r.Target == "/EWS/Exchange.asmx");
        Assert.Equal((FrontDoorLab.Loopback, "https"), (arrived.Header("X-Forwarded-For"), arrived.Header("X-Forwarded-Proto")));
        Assert.DoesNotContain(arrived.Headers, h => h.Value.Contains("203.0.113.66", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/ecp/", 403)]
    [InlineData("/ECP", 403)]
    [InlineData("/ecp/default.aspx?x=1", 403)]
    [InlineData("/PowerShell/", 403)]
    [InlineData("/powershell?serializationLevel=Full", 403)]
    [InlineData("/%65cp/", 404)]
    [InlineData("//ecp/", 404)]
    [InlineData("/./ecp/", 404)]
    [InlineData("/owa/../ecp/", 400)]
    [InlineData("/owa/%2e%2e/ecp/", 400)]
    [InlineData("/owa/.%2E/PowerShell", 400)]
    [InlineData("/owa%2f..%2fecp/", 400)]
    [InlineData("/owa/..%5cecp/", 400)]
    [InlineData("/owa/..\\ecp/", 400)]
    [InlineData("/owa/%u002e%u002e/ecp/", 400)]
    [InlineData("https://mail.contoso.com/ecp/", 403)]
    [InlineData("/aspnet_client/", 404)]
    [InlineData("/owaecp/", 404)]
    public async Task Closed_paths_are_closed_in_every_spelling(string target, int status)
    {
        string answer = await RawAsync($"GET {target} HTTP/1.1\r\nHost: mail.contoso.com\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(lab.Servers.SelectMany(s => s.Requests), r => !r.Target.EndsWith("/healthcheck.htm", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mail.contoso.com", 302)]
    [InlineData("MAIL.contoso.com:443", 302)]
    [InlineData("autodiscover.fabrikam.com", 302)]
    [InlineData("other.contoso.com", 404)]
    [InlineData("ecp.mail.contoso.com", 404)]
    public async Task Only_hosts_of_the_plan_lead_to_servers(string host, int status) => Assert.StartsWith(
        $"HTTP/1.1 {status} ", await RawAsync($"GET /owa/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task The_certificate_is_that_of_the_balancer_and_http_2_is_not_offered()
    {
        (X509Certificate2 certificate, SslApplicationProtocol protocol) = await HandshakeAsync(FrontDoorLab.Host);
        using (certificate)
        {
            Assert.Equal("CN=balancer", certificate.Subject);
            Assert.True(certificate.MatchesHostname(FrontDoorLab.Host));
        }

        Assert.Equal(SslApplicationProtocol.Http11, protocol);
    }

    [Fact]
    public async Task Http_leads_to_https_and_browsers_are_told_to_stay_there()
    {
        using FrontEndClient plain = new(FrontDoorLab.Loopback, _http, FrontDoorLab.Host, isSecure: false);
        using HttpResponseMessage moved = await plain.AskAsync("/owa/?a=b");
        using FrontEndClient other = new(FrontDoorLab.Loopback, _http, "other.contoso.com", isSecure: false);
        using HttpResponseMessage nothing = await other.AskAsync("/owa/");
        using FrontEndClient client = Client();
        using HttpResponseMessage start = await client.AskAsync("/");
        using HttpResponseMessage page = await client.AskAsync("/owa/auth/logon.aspx");

        Assert.Equal((HttpStatusCode.MovedPermanently, "https://mail.contoso.com/owa/?a=b"), (moved.StatusCode, moved.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        Assert.Equal("/owa/", start.Headers.Location!.OriginalString);
        Assert.Equal("max-age=300", page.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task Headers_of_a_large_ticket_and_methods_of_rpc_pass()
    {
        string token = new('A', 45_000);
        string large = await RawAsync($"GET /EWS/Exchange.asmx HTTP/1.1\r\nHost: mail.contoso.com\r\nX-Large: {token[..20_000]}\r\nConnection: close\r\n\r\n");
        string rpc = await RawAsync("RPC_OUT_DATA /rpc/rpcproxy.dll?ex01:6002 HTTP/1.1\r\nHost: mail.contoso.com\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 401 ", large, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401 ", rpc, StringComparison.Ordinal);
        Assert.Contains(lab.Servers.SelectMany(s => s.Requests), r => r.Method == "RPC_OUT_DATA");
        Assert.Contains(lab.Servers.SelectMany(s => s.Requests), r => r.Header("X-Large")?.Length == 20_000);
    }

    private async Task<string[]> ServersAsync(string path, int requests)
    {
        SortedSet<string> servers = new(StringComparer.Ordinal);
        for (int i = 0; i < requests; i++)
        {
            using FrontEndClient client = Client();
            using HttpResponseMessage answer = await client.AskAsync(path);
            servers.Add(answer.Headers.TryGetValues("X-FEServer", out IEnumerable<string>? names) ? names.Single() : "-");
        }

        return [.. servers];
    }

    private async Task<string> RawAsync(string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(FrontDoorLab.Loopback, _https);
        await using SslStream tls = new(client.GetStream(), false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync(FrontDoorLab.Host);
        await tls.WriteAsync(Encoding.ASCII.GetBytes(request));
        using System.IO.StreamReader reader = new(tls, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private async Task<(X509Certificate2 Certificate, SslApplicationProtocol Protocol)> HandshakeAsync(string host)
    {
        using TcpClient client = new();
        await client.ConnectAsync(FrontDoorLab.Loopback, _https);
        await using SslStream tls = new(client.GetStream(), false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = host, ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
        });
        return (X509CertificateLoader.LoadCertificate(tls.RemoteCertificate!.GetRawCertData()), tls.NegotiatedApplicationProtocol);
    }

    private FrontEndClient Client() => new(FrontDoorLab.Loopback, _https, FrontDoorLab.Host);

    private async Task StartAsync((FrontModel Model, int Https, int Http) balancer)
    {
        _proxy?.Dispose();
        (_https, _http) = (balancer.Https, balancer.Http);
        _proxy = new Proxy(FrontDoorLab.Text(balancer.Model));
        await _proxy.ListensAsync(FrontDoorLab.Loopback, _https);
    }
}
