using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>The stand-in itself: what the tests of proxies and of the command rely on.</summary>
public sealed class FrontEndServerTests : IAsyncLifetime
{
    private const string Host = "mail.contoso.com";
    private readonly TestAuthority _authority = new();
    private X509Certificate2 _certificate = null!;
    private FrontEndServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _certificate = _authority.Issue([Host]);
        _server = await FrontEndServer.StartAsync(new FrontEndSettings("EX1", "127.0.20.1", _certificate, FrontEndProduct.Exchange2019) { HttpPort = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public async Task Ntlm_logs_on_a_connection_and_no_other()
    {
        using FrontEndClient first = Client();
        using FrontEndClient second = Client();
        using HttpResponseMessage logon = await first.LogOnAsync("/EWS/Exchange.asmx", "anna");
        Assert.Equal("anna", await FrontEndClient.EchoAsync(logon, "user"));
        using HttpResponseMessage other = await second.LogOnAsync("/mapi/emsmdb/", "bert", "Negotiate");
        Assert.Equal("bert", await FrontEndClient.EchoAsync(other, "user"));
        using HttpResponseMessage later = await first.AskAsync("/EWS/Exchange.asmx", method: "POST", content: new StringContent("12345"));
        Assert.Equal("anna", await FrontEndClient.EchoAsync(later, "user"));
        Assert.Equal("5", await FrontEndClient.EchoAsync(later, "length"));
        using FrontEndClient third = Client();
        using HttpResponseMessage anonymous = await third.AskAsync("/EWS/Exchange.asmx");
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal(3, first.Connections + second.Connections + third.Connections);
    }

    [Fact]
    public async Task The_last_message_of_ntlm_on_another_connection_is_no_logon()
    {
        using FrontEndClient first = Client();
        using FrontEndClient second = Client();
        using HttpResponseMessage challenge = await first.AskAsync("/EWS/Exchange.asmx", "NTLM " + NtlmMessage.First());
        byte[] token = Convert.FromBase64String(Assert.Single(challenge.Headers.WwwAuthenticate).Parameter!);
        Assert.Equal(2, NtlmMessage.KindOf(token));
        using HttpResponseMessage refused = await second.AskAsync("/EWS/Exchange.asmx", "NTLM " + NtlmMessage.Third("anna"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(["Negotiate", "NTLM"], refused.Headers.WwwAuthenticate.Select(h => h.Scheme));
    }

    [Theory]
    [InlineData("/owa/", 302, "https://mail.contoso.com/owa/auth/logon.aspx?url=https%3A%2F%2Fmail.contoso.com%2Fowa%2F&reason=0", "")]
    [InlineData("/", 302, "https://mail.contoso.com/owa/", "")]
    [InlineData("/ews/exchange.asmx", 401, null, "Negotiate NTLM")]
    [InlineData("/Autodiscover/Autodiscover.xml", 401, null, "Negotiate NTLM Basic")]
    [InlineData("/Microsoft-Server-ActiveSync", 401, null, "Basic")]
    [InlineData("/mapi/healthcheck.htm", 200, null, "")]
    [InlineData("/unknown", 404, null, "")]
    public async Task An_anonymous_client_sees_what_was_observed(string path, int status, string? location, string schemes)
    {
        using FrontEndClient client = Client();
        using HttpResponseMessage response = await client.AskAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(location, response.Headers.Location?.OriginalString);
        Assert.Equal(schemes, string.Join(' ', response.Headers.WwwAuthenticate.Select(h => h.Scheme)));
        Assert.Equal(status != 404, response.Headers.TryGetValues("X-FEServer", out IEnumerable<string>? names) && names.Single() == "EX1");
    }

    [Fact]
    public async Task A_ping_is_held_until_it_is_released()
    {
        using FrontEndClient phone = Client();
        Task<HttpResponseMessage> ping = phone.AskAsync("/Microsoft-Server-ActiveSync?Cmd=Ping", "Basic " + Convert.ToBase64String("anna:"u8), "POST");
        await _server.Held.WaitForAsync(1, TestContext.Current.CancellationToken);
        Assert.False(ping.IsCompleted);
        _server.Held.Release();
        using HttpResponseMessage answer = await ping;
        Assert.Equal("anna", await FrontEndClient.EchoAsync(answer, "user"));
    }

    [Fact]
    public async Task Plain_http_is_refused_unless_it_is_published()
    {
        using FrontEndClient client = new(_server.Settings.Address, _server.HttpPort, Host, isSecure: false);
        using HttpResponseMessage refused = await client.AskAsync("/EWS/Exchange.asmx");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        _server.Break(FrontEndFault.OpenOverHttp, FrontEndService.Ews);
        using HttpResponseMessage open = await client.AskAsync("/EWS/Exchange.asmx");
        Assert.Equal(HttpStatusCode.Unauthorized, open.StatusCode);
    }

    private FrontEndClient Client() => new(_server.Settings.Address, _server.HttpsPort, Host);
}
