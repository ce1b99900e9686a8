using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Test-Namespace contacts what was named, with -ExternalServer, -Endpoint or -Probe, and nothing else.</summary>
public sealed class VerdictContactTests : CommandTest
{
    private const string Given =
        """
        $state = Import-ExchangeState $args[0] -WarningAction Ignore
        $plan = @{ Name = 'EX01'; Fqdn = 'ex01.contoso.com'; IPAddress = '127.0.0.1' }, @{ Name = 'EX02'; Fqdn = 'ex02.contoso.com'; IPAddress = '127.0.0.1' } |
            Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion SE -DnsModel Split -MailHost mx.contoso.com -ExternalIPAddress 127.0.0.1 -MailIPAddress 127.0.0.1 -WarningAction Ignore
        $WarningPreference = $InformationPreference = 'Ignore'

        """;

    private static readonly string Capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");

    [Theory]
    [InlineData("$plan | Test-Namespace")]
    [InlineData("$plan | Test-Namespace -State $state")]
    [InlineData("Test-Namespace -State $state")]
    [InlineData("$plan | Test-Namespace -State $state -As Nagios")]
    [InlineData("$plan | Test-Namespace -State $state -As Json")]
    [InlineData("$plan | Test-Namespace -Quiet")]
    [InlineData("$plan | Test-Namespace -State $state -Baseline $args[1]")]
    [InlineData("$plan | Test-Namespace -View Internal -Hairpin -HttpsPort 8443 -HttpPort 8080 -SmtpPort 2525 -Timeout 0.2 -SmtpTimeout 0.2")]
    [InlineData("$plan | Test-Namespace -DnsServer 127.0.0.1:5353 -ErrorAction Ignore")]
    [InlineData("$plan | Test-Namespace -InternalServer 127.0.0.1:5353 -ErrorAction Ignore")]
    public void Without_a_name_there_is_no_socket_and_no_look_up(string script)
    {
        using OwnSockets sockets = new();
        HostRun? run = null;

        sockets.Watch(() => run = Run(Given + script, Capture, Path.Combine(Directory.CreateTempSubdirectory("exn-contact").FullName, "baseline.json")));

        Assert.NotEmpty(run!.Output);
        Assert.Empty(sockets.Seen);
    }

    [Fact]
    public void DNS_servers_that_are_named_are_asked_and_no_host_of_the_plan_is_contacted()
    {
        using FakeDnsServer inside = Dns();
        using FakeDnsServer outside = Dns();
        int connections = 0;
        using LoopbackServer hosts = Counting(() => Interlocked.Increment(ref connections));
        using OwnSockets sockets = new();

        sockets.Watch(() => Run(
            Given + $"$plan | Test-Namespace -ExternalServer 127.0.0.1:{outside.Port} -InternalServer 127.0.0.1:{inside.Port} -HttpsPort {hosts.Port} -HttpPort {hosts.Port} -SmtpPort {hosts.Port} -Timeout 10",
            Capture));

        Assert.True(inside.Questions > 0 && outside.Questions > 0);
        Assert.NotEmpty(sockets.Seen);
        Assert.Equal(0, connections);
    }

    [Fact]
    public void An_endpoint_that_is_named_is_contacted_and_no_other_host()
    {
        using FakeDnsServer own = Dns();
        int named = 0;
        int others = 0;
        using LoopbackServer endpoint = Counting(() => Interlocked.Increment(ref named));
        using LoopbackServer hosts = Counting(() => Interlocked.Increment(ref others));

        Run(Given + $"$plan | Test-Namespace -Endpoint 127.0.0.1:{endpoint.Port} -DnsServer 127.0.0.1:{own.Port} -HttpsPort {hosts.Port} -HttpPort {hosts.Port} -SmtpPort {hosts.Port} -Timeout 10", Capture);

        Assert.True(named > 0);
        Assert.Equal(0, others);
        Assert.Equal(0, own.Questions);
    }

    [Fact]
    public void With_Probe_the_hosts_of_the_plan_are_contacted_so_that_the_counts_above_mean_something()
    {
        using FakeDnsServer own = Dns();
        int connections = 0;
        using LoopbackServer hosts = Counting(() => Interlocked.Increment(ref connections));

        Run(Given + $"$plan | Test-Namespace -Probe -DnsServer 127.0.0.1:{own.Port} -HttpsPort {hosts.Port} -HttpPort {hosts.Port} -SmtpPort {hosts.Port} -Timeout 10 -SmtpTimeout 10", Capture);

        Assert.True(connections > 0 && own.Questions > 0);
    }

    /// <summary>Every name has the address of the loopback.</summary>
    private static FakeDnsServer Dns() => new(q => q.Type == DnsPacket.A
        ? q.Answer(DnsPacket.Recursive, [DnsPacket.Address(q.Name, "127.0.0.1")])
        : q.Answer(DnsPacket.Recursive));

    private static LoopbackServer Counting(Action seen) => new((_, _) =>
    {
        seen();
        return Task.CompletedTask;
    });
}
