using System.Threading.Tasks;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Ctrl+C while a DNS server is silent: the command ends then, not after eleven minutes of asking again.</summary>
public sealed class NetworkCommandStopTests : CommandTest
{
    [Theory]
    [InlineData("Test-SplitDns mail.contoso.com -Timeout 0:01:00 -Retry 10 -InternalServer {0} -ExternalServer {0}")]
    [InlineData("Get-NamespacePlan EX1 @given | Test-SplitDns -Timeout 0:01:00 -Retry 10 -InternalServer {0} -ExternalServer {0}")]
    [InlineData("Test-SpfSender 192.0.2.1 bob@contoso.com -Timeout 0:01:00 -Retry 10 -DnsServer {0}")]
    [InlineData("New-SpfRecord contoso.com 192.0.2.99 -Include spf.example.com -LookUp -Timeout 0:01:00 -Retry 10 -DnsServer {0}")]
    [InlineData("Test-MailIdentity contoso.com -Timeout 0:01:00 -Retry 10 -DnsServer {0}")]
    [InlineData("Get-AutodiscoverRoute a@contoso.com -Live -Timeout 0:02:00 -DnsServer {0}")]
    [InlineData("Test-NamespaceCertificate -Endpoint mail.contoso.com:443 -HostName mail.contoso.com -Timeout 0:01:00 -DnsServer {0}")]
    [InlineData("Get-NamespacePlan EX1 @given | Test-NamespaceCertificate -Timeout 0:01:00 -DnsServer {0}")]
    [InlineData("Get-NamespacePlan EX1 @given | Test-NamespaceService -Timeout 0:01:00 -DnsServer {0}")]
    public async Task Stopping_ends_the_wait_for_a_silent_server(string script)
    {
        Task? stop = null;
        using FakeDnsServer silent = new(_ =>
        {
            stop ??= Task.Run(Host.Stop);
            return null;
        });

        HostRun run = Run(script.Replace("{0}", $"127.0.0.1:{silent.Port}", System.StringComparison.Ordinal));
        await stop!;

        Assert.True(run.WasStopped);
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
    }
}
