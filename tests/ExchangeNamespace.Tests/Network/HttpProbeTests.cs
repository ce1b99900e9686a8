using System;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Network;

/// <summary>The certificate of a web server is judged in no more time than the server had to answer, and a stop ends that too.</summary>
public sealed class HttpProbeTests : IDisposable
{
    /// <summary>Long enough for a handshake on a busy machine; the test lasts as long.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly X509Certificate2 _certificate = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);

    public void Dispose() => _certificate.Dispose();

    [Fact]
    public async Task Judging_that_takes_too_long_is_a_fault_of_the_certificate()
    {
        HttpAnswer answer = await AskAsync(
            Limit,
            end =>
            {
                end.WaitHandle.WaitOne();
                end.ThrowIfCancellationRequested();
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(CertificateLimitFindingCodes.ChainOverLimit, answer.CertificateFault?.Code);
        Assert.Null(answer.Certificate);
    }

    [Fact]
    public async Task A_stop_ends_the_judging()
    {
        using CancellationTokenSource stop = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(
            TimeSpan.FromMinutes(10),
            end =>
            {
                stop.Cancel();
                end.WaitHandle.WaitOne();
                end.ThrowIfCancellationRequested();
            },
            stop.Token));
    }

    private async Task<HttpAnswer> AskAsync(TimeSpan timeout, Action<CancellationToken> read, CancellationToken cancel)
    {
        using LoopbackServer server = new(async (stream, stop) =>
        {
            await using SslStream tls = new(stream, leaveInnerStreamOpen: true);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, stop);
            await tls.ReadAtLeastAsync(new byte[4096], 1, throwOnEndOfStream: false, stop);
            await tls.WriteAsync("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
        });
        HttpProbe probe = new(new HttpPorts(1, server.Port), (_, end) =>
        {
            read(end);
            return new CertificateReading(null, null);
        });
        Assert.True(HttpTarget.TryParse("https://mail.contoso.com/", out HttpTarget? target));
        return await probe.GetAsync(target, IPAddress.Loopback.ToString(), timeout, cancel);
    }
}
