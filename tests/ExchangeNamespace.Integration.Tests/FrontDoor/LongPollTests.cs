using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using ExchangeNamespace.FrontDoor.LoadBalancer;
using ExchangeNamespace.Integration.Tests.FrontEnd;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.FrontDoor;

/// <summary>Phones wait for mail for many minutes. A minute takes a fifth of a second here, in the times of the configuration alone.</summary>
public sealed class LongPollTests(FrontDoorLab lab) : IClassFixture<FrontDoorLab>
{
    private const string Ping = "/Microsoft-Server-ActiveSync?Cmd=Ping";

    private static readonly TimeSpan Minute = TimeSpan.FromMilliseconds(200);
    private static readonly string Basic = "Basic " + Convert.ToBase64String("anna:"u8);

    [Theory]
    [InlineData(LoadBalancerMode.Bridge, LoadBalancerFormat.HAProxy)]
    [InlineData(LoadBalancerMode.Passthrough, LoadBalancerFormat.HAProxy)]
    [InlineData(LoadBalancerMode.Passthrough, LoadBalancerFormat.Nginx)]
    public async Task A_phone_that_waits_for_29_minutes_is_answered(LoadBalancerMode mode, LoadBalancerFormat format)
    {
        bool isNginx = format == LoadBalancerFormat.Nginx;
        (FrontModel model, int https, _) = lab.Model(Input(mode, format), Minute);
        using Proxy proxy = new(FrontDoorLab.Text(FrontDoorLab.ForUser(model, isNginx), isNginx), isNginx);
        await proxy.ListensAsync(FrontDoorLab.Loopback, https);

        // A machine that stops for a moment makes the wait longer than it was meant, and then says nothing.
        bool isInTime = false;
        for (int i = 0; i < 10 && !isInTime; i++)
        {
            using FrontEndClient phone = new(FrontDoorLab.Loopback, https, FrontDoorLab.Host);
            long begin = Stopwatch.GetTimestamp();
            Task<HttpResponseMessage> answer = phone.AskAsync(Ping, Basic, "POST");
            await Task.Delay(29 * Minute, TestContext.Current.CancellationToken);
            Array.ForEach(lab.Servers, s => s.Held.Release());
            await Task.WhenAny(answer);
            isInTime = Stopwatch.GetElapsedTime(begin) < 29.7 * Minute;
            if (isInTime)
            {
                using HttpResponseMessage mail = await answer;
                Assert.Equal(HttpStatusCode.OK, mail.StatusCode);
            }
        }

        Assert.True(isInTime, "The machine never kept the time.");
    }

    [Fact]
    public async Task The_time_out_of_the_usual_file_of_HAProxy_cuts_it_off()
    {
        (FrontModel model, int https, _) = lab.Model(Input(LoadBalancerMode.Bridge, LoadBalancerFormat.HAProxy));
        using Proxy proxy = new(FrontDoorLab.Text(model with { Pools = [.. model.Pools.Select(p => p with { Idle = Minute * 50 / 60 })] }));
        await proxy.ListensAsync(FrontDoorLab.Loopback, https);
        using FrontEndClient phone = new(FrontDoorLab.Loopback, https, FrontDoorLab.Host);
        using HttpResponseMessage answer = await phone.AskAsync(Ping, Basic, "POST");

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
    }

    [Fact]
    public async Task The_time_out_of_nginx_that_is_not_set_cuts_it_off()
    {
        (FrontModel model, int https, _) = lab.Model(Input(LoadBalancerMode.Passthrough, LoadBalancerFormat.Nginx));
        model = FrontDoorLab.ForUser(model with { Listeners = [.. model.Listeners.Select(l => l with { Idle = 10 * Minute })] }, isNginx: true);
        using Proxy proxy = new(FrontDoorLab.Text(model, isNginx: true), isNginx: true);
        await proxy.ListensAsync(FrontDoorLab.Loopback, https);
        using FrontEndClient phone = new(FrontDoorLab.Loopback, https, FrontDoorLab.Host);

        await Assert.ThrowsAsync<HttpRequestException>(() => phone.AskAsync(Ping, Basic, "POST"));
    }

    private LoadBalancerInput Input(LoadBalancerMode mode, LoadBalancerFormat format) => mode == LoadBalancerMode.Bridge ? lab.Bridge()
        : new LoadBalancerInput { Plan = FrontDoorLab.Plan(null), Format = format, CaFile = format == LoadBalancerFormat.HAProxy ? lab.AuthorityFile : null };
}
