using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Tls;

/// <summary>Real servers on the loopback, each reported as what it is.</summary>
public sealed class TlsProbeTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    /// <summary>For servers that never answer: any time ends them.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task Each_server_name_shows_the_certificate_that_belongs_to_it()
    {
        using X509Certificate2 mail = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);
        using X509Certificate2 other = TestCertificates.SelfSigned("CN=other.contoso.com", ["other.contoso.com"]);
        using LoopbackServer server = LoopbackServer.Tls(name => name == "mail.contoso.com" ? mail : other);

        TlsObservation named = await ProbeAsync(server.Port, "mail.contoso.com");
        TlsObservation unnamed = await ProbeAsync(server.Port, null);

        Assert.Equal(TlsStatus.Answered, named.Status);
        Assert.Equal(mail.RawData, Assert.Single(named.Chain));
        Assert.Equal(other.RawData, Assert.Single(unnamed.Chain));
    }

    [Fact]
    public async Task An_expired_certificate_of_another_name_is_shown_without_trusting_it()
    {
        using X509Certificate2 old = TestCertificates.SelfSigned("CN=wrong.example", ["wrong.example"], new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2002, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using LoopbackServer server = LoopbackServer.Tls(_ => old);

        TlsObservation seen = await ProbeAsync(server.Port, "mail.contoso.com");

        Assert.Equal(TlsStatus.Answered, seen.Status);
        Assert.Equal(old.RawData, Assert.Single(seen.Chain));
    }

    [Theory]
    [InlineData(SslProtocols.Tls12, "TLS 1.2")]
    [InlineData(SslProtocols.Tls13, "TLS 1.3")]
    public async Task The_protocol_is_the_one_that_the_server_chose(SslProtocols only, string expected)
    {
        using X509Certificate2 certificate = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);
        using LoopbackServer server = LoopbackServer.Tls(_ => certificate, only);

        TlsObservation seen = await ProbeAsync(server.Port, "mail.contoso.com");

        Assert.Equal((TlsStatus.Answered, expected), (seen.Status, seen.Protocol));
    }

    /// <summary>A session that is taken up again brings a longer hello, and no certificate: the one of then would be shown.</summary>
    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Each_probe_asks_for_the_certificate_that_the_server_has_now(SslProtocols only)
    {
        using X509Certificate2 certificate = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);
        List<int> hellos = [];
        using LoopbackServer server = new(async (stream, stop) =>
        {
            byte[] hello = new byte[4096];
            hellos.Add(await ((NetworkStream)stream).Socket.ReceiveAsync(hello, SocketFlags.Peek, stop));
            using SslStream tls = new(stream);
            await tls.AuthenticateAsServerAsync(certificate, clientCertificateRequired: false, only, checkCertificateRevocation: false);

            // Tickets for later come with the first bytes of what follows the handshake.
            await tls.WriteAsync("220 ready\r\n"u8.ToArray(), stop);
        });

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(TlsStatus.Answered, (await ProbeAsync(server.Port, "mail.contoso.com")).Status);
        }

        Assert.Single(hellos.Distinct());
    }

    [Fact]
    public async Task The_chain_is_in_the_order_of_the_wire()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 middle = TestCertificates.Intermediate("CN=Test Middle", key);
        using X509Certificate2 leaf = TestCertificates.Issued("CN=mail.contoso.com", ["mail.contoso.com"], by: middle);
        using LoopbackServer server = LoopbackServer.Tls(leaf, [middle]);

        TlsObservation seen = await ProbeAsync(server.Port, "mail.contoso.com");

        Assert.Equal([leaf.RawData, middle.RawData], seen.Chain);
    }

    [Fact]
    public async Task An_elliptic_key_and_five_hundred_names_are_no_obstacle()
    {
        IEnumerable<string> names = Enumerable.Range(0, 500).Select(i => $"a-rather-long-label-of-host-number-{i}.contoso.com");
        using X509Certificate2 certificate = TestCertificates.Request("CN=mail.contoso.com", names, TestCertificates.Curve).CreateSelfSigned(TestCertificates.Day, TestCertificates.Day.AddDays(90));
        using LoopbackServer server = LoopbackServer.Tls(_ => certificate);

        Assert.Equal(certificate.RawData, Assert.Single((await ProbeAsync(server.Port, "mail.contoso.com")).Chain));
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "SSH")]
    [InlineData("220 mail.contoso.com ESMTP\r\n", "SMTP")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", "HTTP")]
    [InlineData("\u0001\u001b[2J", "<U+0001><U+001B>[2J")]
    public async Task Another_protocol_is_named(string greeting, string expected)
    {
        using LoopbackServer server = new((stream, stop) => LoopbackServer.SendAsync(stream, greeting, stop));

        TlsObservation seen = await ProbeAsync(server.Port, "mail.contoso.com");

        Assert.Equal(TlsStatus.NotTls, seen.Status);
        Assert.Contains(expected, seen.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_hangs_ends_with_the_time()
    {
        using LoopbackServer server = new((_, stop) => Task.Delay(Timeout.Infinite, stop));

        Assert.Equal(TlsStatus.Timeout, (await ProbeAsync(server.Port, "mail.contoso.com", Short)).Status);
    }

    [Fact]
    public async Task A_server_that_closes_is_inconclusive()
    {
        using LoopbackServer server = new(async (stream, stop) => await stream.ReadExactlyAsync(new byte[1], stop));

        TlsObservation seen = await ProbeAsync(server.Port, "mail.contoso.com");

        Assert.Equal((TlsStatus.Closed, false), (seen.Status, seen.IsConclusive));
    }

    [Fact]
    public async Task A_port_where_nothing_listens_refuses()
    {
        int port;
        using (LoopbackServer server = new((_, _) => Task.CompletedTask))
        {
            port = server.Port;
        }

        Assert.Equal(TlsStatus.Refused, (await ProbeAsync(port, null)).Status);
    }

    /// <summary>
    /// Only an alert about what was asked for is a refusal; the others are about both sides, or about the server's own trouble.
    /// </summary>
    [Theory]
    [InlineData(40, TlsStatus.NotAgreed, "handshake_failure")]
    [InlineData(70, TlsStatus.NotAgreed, "protocol_version")]
    [InlineData(80, TlsStatus.NotAgreed, "internal_error")]
    [InlineData(112, TlsStatus.Rejected, "unrecognized_name")]
    public async Task A_handshake_that_ends_with_an_alert_says_with_which(byte alert, TlsStatus status, string name)
    {
        using LoopbackServer server = new(async (stream, stop) =>
        {
            await stream.ReadExactlyAsync(new byte[5], stop);
            await stream.WriteAsync(new byte[] { 0x15, 3, 3, 0, 2, 2, alert }, stop);
            await Task.Delay(Timeout.Infinite, stop);
        });

        TlsObservation seen = await ProbeAsync(server.Port, "mail.contoso.com");

        Assert.Equal((status, status == TlsStatus.Rejected), (seen.Status, seen.IsConclusive));
        Assert.Contains(name, seen.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_bytes_after_a_good_start_are_an_observation()
    {
        Random random = new(20260601);
        for (int i = 0; i < 200; i++)
        {
            byte[] noise = new byte[random.Next(1, 600)];
            random.NextBytes(noise);
            noise[0] = 0x16;
            using LoopbackServer server = new(async (stream, stop) =>
            {
                await stream.ReadExactlyAsync(new byte[5], stop);
                await stream.WriteAsync(noise, stop);
            });

            TlsStatus status = (await ProbeAsync(server.Port, "mail.contoso.com")).Status;
            Assert.True(status is TlsStatus.Malformed or TlsStatus.Closed or TlsStatus.Rejected or TlsStatus.NotAgreed, $"{i}: {status}");
        }
    }

    [Fact]
    public async Task Whoever_stops_it_gets_no_verdict()
    {
        using LoopbackServer server = new((_, stop) => Task.Delay(Timeout.Infinite, stop));
        using CancellationTokenSource cancel = new();
        Task<TlsObservation> probe = new TlsProbe().ProbeAsync(new ProbeTarget(LoopbackServer.Address, server.Port), Long, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe);
    }

    private static Task<TlsObservation> ProbeAsync(int port, string? name, TimeSpan? timeout = null) =>
        new TlsProbe().ProbeAsync(new ProbeTarget(LoopbackServer.Address, port, name), timeout ?? Long, TestContext.Current.CancellationToken);
}
