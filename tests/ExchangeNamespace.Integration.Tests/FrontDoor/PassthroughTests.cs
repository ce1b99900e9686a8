using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Tasks;
using ExchangeNamespace.FrontDoor.LoadBalancer;
using ExchangeNamespace.Integration.Tests.FrontEnd;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.FrontDoor.LoadBalancer;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.FrontDoor;

/// <summary>HAProxy and nginx with the configuration of the command pass TLS on to three servers.</summary>
public sealed class PassthroughTests(FrontDoorLab lab) : IClassFixture<FrontDoorLab>
{
    [Theory]
    [InlineData(LoadBalancerFormat.HAProxy)]
    [InlineData(LoadBalancerFormat.Nginx)]
    public async Task A_client_sees_the_certificate_of_a_server_and_stays_logged_on(LoadBalancerFormat format)
    {
        LoadBalancerInput input = new() { Plan = FrontDoorLab.Plan(null), Format = format, CaFile = CaFile(format) };
        using Running running = await StartAsync(format, input, probesOften: false);

        foreach (string host in new[] { "mail.contoso.com", "MAIL.Contoso.com", "autodiscover.fabrikam.com" })
        {
            Assert.StartsWith("CN=EX0", await SubjectAsync(running.Https, host), StringComparison.Ordinal);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => SubjectAsync(running.Https, "other.contoso.com"));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
        {
            using FrontEndClient client = new(FrontDoorLab.Loopback, running.Https, FrontDoorLab.Host);
            using HttpResponseMessage logon = await client.LogOnAsync("/EWS/Exchange.asmx", "user" + i);
            for (int k = 0; k < 50; k++)
            {
                using HttpResponseMessage answer = await client.AskAsync("/mapi/emsmdb/");
                Assert.Equal("user" + i, await FrontEndClient.EchoAsync(answer, "user"));
            }
        }));
    }

    [Fact]
    public async Task With_a_host_for_each_service_a_sick_one_leaves_only_its_own_pool()
    {
        using Running running = await StartAsync(LoadBalancerFormat.HAProxy, new LoadBalancerInput
        {
            Plan = FrontDoorLab.Plan(Balancers.HostPerService), PerService = true, CaFile = lab.AuthorityFile,
        });
        lab.Servers[1].Break(FrontEndFault.Inactive, FrontEndService.Ews);

        await Until.HoldsAsync(async () => (await SubjectsAsync(running.Https, "ews.contoso.com")).SequenceEqual(["CN=EX01", "CN=EX03"]), "the server leaves the pool of EWS");
        foreach (string host in new[] { "mapi.contoso.com", "owa.contoso.com" })
        {
            await Until.HoldsAsync(async () => (await SubjectsAsync(running.Https, host)).SequenceEqual(["CN=EX01", "CN=EX02", "CN=EX03"]), "all servers are in the pool of " + host);
        }

        lab.Servers[1].Mend();
    }

    [Fact]
    public async Task A_server_with_the_certificate_of_another_authority_is_left_out()
    {
        using TestAuthority other = new();
        using var foreign = other.Issue([FrontDoorLab.Host], subject: "CN=EX01");
        using Running running = await StartAsync(LoadBalancerFormat.HAProxy, new LoadBalancerInput { Plan = FrontDoorLab.Plan(null), CaFile = lab.AuthorityFile });
        lab.Servers[0].Certificate = foreign;

        await Until.HoldsAsync(async () => (await SubjectsAsync(running.Https, FrontDoorLab.Host)).SequenceEqual(["CN=EX02", "CN=EX03"]), "the server is left out");
        lab.Servers[0].Mend();
    }

    [Fact]
    public async Task Servers_of_another_site_answer_only_when_the_own_site_cannot()
    {
        NamespacePlan plan = Balancers.Of(
            [Balancers.Server("EX01", "2019CU15", "Zurich", "10.1.0.1"), Balancers.Server("EX02", "2019CU15", "Bern", "10.2.0.1"), Balancers.Server("EX03", "2019CU15", "Bern", "10.2.0.2")],
            ("Site", new object[] { Plans.Members(("Name", "Zurich")), Plans.Members(("Name", "Bern")) }));
        using Running running = await StartAsync(LoadBalancerFormat.HAProxy, new LoadBalancerInput { Plan = plan, Sites = ["Zurich"], CaFile = lab.AuthorityFile });
        await Until.HoldsAsync(async () => (await SubjectsAsync(running.Https, FrontDoorLab.Host)).SequenceEqual(["CN=EX01"]), "the own site answers");
        lab.Servers[0].Break(FrontEndFault.PoolDown, FrontEndService.Mapi);

        await Until.HoldsAsync(async () => (await SubjectsAsync(running.Https, FrontDoorLab.Host)).SequenceEqual(["CN=EX02", "CN=EX03"]), "the other site answers");
        lab.Servers[0].Mend();
        await Until.HoldsAsync(async () => (await SubjectsAsync(running.Https, FrontDoorLab.Host)).SequenceEqual(["CN=EX01"]), "the own site answers again");
    }

    [Fact]
    public async Task A_server_of_nginx_that_takes_no_connection_is_passed_over()
    {
        LoadBalancerInput input = new() { Plan = FrontDoorLab.Plan(null), Format = LoadBalancerFormat.Nginx };
        using Running running = await StartAsync(LoadBalancerFormat.Nginx, input, m => m with
        {
            Pools = [.. m.Pools.Select(p => p with { Members = [.. p.Members.Select((member, i) => i == 0 ? member with { Port = 1 } : member)] })],
        });

        Assert.Equal(["CN=EX02", "CN=EX03"], await SubjectsAsync(running.Https, FrontDoorLab.Host));
    }

    private string? CaFile(LoadBalancerFormat format) => format == LoadBalancerFormat.HAProxy ? lab.AuthorityFile : null;

    /// <summary>A probe that is made often is also lost often on a machine with much to do, and then a pool is empty for a moment.</summary>
    private async Task<Running> StartAsync(
        LoadBalancerFormat format, LoadBalancerInput input, Func<FrontModel, FrontModel>? change = null, bool probesOften = true)
    {
        bool isNginx = format == LoadBalancerFormat.Nginx;
        (FrontModel model, int https, _) = lab.Model(input, probesOften: probesOften);
        Proxy proxy = new(FrontDoorLab.Text(FrontDoorLab.ForUser(change is null ? model : change(model), isNginx), isNginx), isNginx);
        await proxy.ListensAsync(FrontDoorLab.Loopback, https);
        return new Running(proxy, https);
    }

    private static async Task<string[]> SubjectsAsync(int port, string host)
    {
        SortedSet<string> subjects = new(StringComparer.Ordinal);
        for (int i = 0; i < 9; i++)
        {
            try
            {
                subjects.Add(await SubjectAsync(port, host));
            }
            catch (Exception e) when (e is IOException or AuthenticationException or SocketException)
            {
                subjects.Add("none");
            }
        }

        return [.. subjects];
    }

    private static async Task<string> SubjectAsync(int port, string host)
    {
        using TcpClient client = new();
        await client.ConnectAsync(FrontDoorLab.Loopback, port);
        await using SslStream tls = new(client.GetStream(), false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync(host);
        return tls.RemoteCertificate!.Subject;
    }

    private sealed record Running(Proxy Proxy, int Https) : IDisposable
    {
        public void Dispose() => Proxy.Dispose();
    }
}
