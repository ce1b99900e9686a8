using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using ExchangeNamespace.Mail;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Tls;

/// <summary>
/// Servers of OpenSSL with which this platform does not bring a handshake to an end: their certificate is read all the same.
/// </summary>
public sealed class ClearHandshakeTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    /// <summary>What the server is told, what it then chooses, and what the observation says.</summary>
    public static TheoryData<string, string, string> Servers => new()
    {
        { "-tls1_2 -cipher DHE-RSA-AES128-GCM-SHA256", "TLS 1.2", "0x009E" },
        { "-tls1_2 -cipher DHE-RSA-AES256-SHA", "TLS 1.2", "0x0039" },
        { "-tls1_2 -cipher AES128-GCM-SHA256", "TLS 1.2", "0x009C" },
        { "-tls1_2 -cipher AES256-SHA", "TLS 1.2", "0x0035" },
        { "-tls1_1 -cipher AES128-SHA@SECLEVEL=0", "TLS 1.1", "0x002F" },
        { "-tls1 -cipher DHE-RSA-AES128-SHA@SECLEVEL=0", "TLS 1.0", "0x0033" },
        { "-tls1_2 -Verify 1 -verify_return_error", "TLS 1.2", "demands a certificate of the client" },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task The_certificate_that_is_sent_in_clear_is_read(string options, string protocol, string detail)
    {
        using X509Certificate2 certificate = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);
        using OpenSslServer server = await OpenSslServer.StartAsync(certificate, options.Split(' '));

        TlsObservation seen = await new TlsProbe().ProbeAsync(new ProbeTarget(LoopbackServer.Address, server.Port, "mail.contoso.com"),
            Long, TestContext.Current.CancellationToken);

        Assert.Equal((TlsStatus.Incomplete, protocol), (seen.Status, seen.Protocol));
        Assert.Equal(certificate.RawData, Assert.Single(seen.Chain));
        Assert.Contains(detail, seen.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demanded_certificate_of_the_client_in_TLS_1_3_is_no_obstacle()
    {
        using X509Certificate2 certificate = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);
        using OpenSslServer server = await OpenSslServer.StartAsync(certificate, "-tls1_3", "-Verify", "1", "-verify_return_error");

        TlsObservation seen = await new TlsProbe().ProbeAsync(new ProbeTarget(LoopbackServer.Address, server.Port), Long,
            TestContext.Current.CancellationToken);

        Assert.True(seen.IsConclusive);
        Assert.Equal(certificate.RawData, Assert.Single(seen.Chain));
    }

    [Fact]
    public async Task A_mail_server_is_asked_a_second_time_and_its_certificate_is_read()
    {
        using X509Certificate2 certificate = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);
        using OpenSslServer tls = await OpenSslServer.StartAsync(certificate, "-tls1_2", "-cipher", "AES128-SHA");
        using LoopbackServer server = LoopbackServer.StartTlsBefore("mail.contoso.com", tls.Port);

        SmtpObservation seen = await new SmtpProbe().ProbeAsync(new ProbeTarget(LoopbackServer.Address, server.Port,
            "mail.contoso.com"), "client.contoso.com", Long, TestContext.Current.CancellationToken);

        Assert.Equal((SmtpStatus.Answered, StartTlsStatus.Started, TlsStatus.Incomplete), (seen.Status, seen.StartTls, seen.Tls?.Status));
        Assert.Equal(certificate.RawData, Assert.Single(seen.Tls!.Chain));
        Assert.Contains("0x002F", seen.Tls.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_any_common_suite_stays_inconclusive()
    {
        using X509Certificate2 certificate = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);
        using OpenSslServer server = await OpenSslServer.StartAsync(certificate, "-tls1_2", "-cipher", "PSK-AES128-GCM-SHA256", "-psk",
            "00112233");

        TlsObservation seen = await new TlsProbe().ProbeAsync(new ProbeTarget(LoopbackServer.Address, server.Port), Long,
            TestContext.Current.CancellationToken);

        Assert.Equal((TlsStatus.NotAgreed, false), (seen.Status, seen.IsConclusive));
        Assert.Contains("handshake_failure", seen.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_cut_or_made_of_noise_gives_what_came_before_it_and_does_no_harm()
    {
        Random random = new(20261128);
        byte[] hello = [22, 3, 3, 0, 44, 2, 0, 0, 40, 3, 3, .. Enumerable.Repeat((byte)7, 32), 0, 0x00, 0x9C, 0, 0, 0];
        byte[] chain = [22, 3, 3, 0, 13, 11, 0, 0, 9, 0, 0, 6, 0, 0, 3, 48, 1, 2];
        byte[] whole = [.. hello, .. chain];

        Assert.Equal([48, 1, 2], Assert.Single(ServerFlight.Of(new ArraySegment<byte>(whole)).Chain));
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Empty(ServerFlight.Of(new ArraySegment<byte>(whole, 0, length)).Chain);
        }

        for (int i = 0; i < 20_000; i++)
        {
            byte[] mutated = (byte[])whole.Clone();
            for (int n = random.Next(1, 6); n > 0; n--)
            {
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            }

            Assert.InRange(ServerFlight.Of(new ArraySegment<byte>(mutated)).Chain.Count, 0, 2);
        }
    }
}
