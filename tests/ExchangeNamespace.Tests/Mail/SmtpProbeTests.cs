using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Mail;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Mail;

/// <summary>Mail servers on the loopback, honest and hostile.</summary>
public sealed class SmtpProbeTests
{
    private const string Hello = "250-mail.contoso.com Hello\r\n250 SIZE\r\n";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    /// <summary>For servers that never end: any time ends them.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    /// <summary>For servers that end their talk after a line: long enough for the line on a busy machine; the test lasts as long.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Banner_answer_and_certificate_are_reported_and_only_three_commands_are_sent()
    {
        ConcurrentQueue<string> heard = new();
        TaskCompletionSource quit = new();
        using X509Certificate2 certificate = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);
        using LoopbackServer server = LoopbackServer.StartTls("mail.contoso.com", _ => certificate, line =>
        {
            heard.Enqueue(line);
            if (line == "QUIT")
            {
                quit.SetResult();
            }
        });

        SmtpObservation seen = await ProbeAsync(server.Port);
        await quit.Task.WaitAsync(Long, TestContext.Current.CancellationToken);

        Assert.Equal((SmtpStatus.Answered, SmtpStage.Done, StartTlsStatus.Started), (seen.Status, seen.Stage, seen.StartTls));
        Assert.Equal((220, "mail.contoso.com ESMTP ready", "mail.contoso.com"), (seen.BannerCode, seen.Banner.Single(), seen.BannerHost));
        Assert.Equal(["SIZE", "STARTTLS", "8BITMIME"], seen.Capabilities);
        Assert.Equal(certificate.RawData, Assert.Single(seen.Tls!.Chain));
        Assert.Equal(TlsStatus.Answered, seen.Tls.Status);
        Assert.Equal(["EHLO probe.contoso.com", "STARTTLS", "QUIT"], heard);
    }

    [Fact]
    public async Task A_server_without_STARTTLS_is_left_with_QUIT()
    {
        ConcurrentQueue<string> heard = new();
        using LoopbackServer server = LoopbackServer.Lines("220 mail.contoso.com\r\n", line =>
        {
            heard.Enqueue(line);
            return line.StartsWith("EHLO", StringComparison.Ordinal) ? Hello : "221 Bye\r\n";
        });

        SmtpObservation seen = await ProbeAsync(server.Port);

        Assert.Equal((SmtpStatus.Answered, StartTlsStatus.NotOffered, null), (seen.Status, seen.StartTls, seen.Tls));
        Assert.Equal(["EHLO probe.contoso.com", "QUIT"], heard);
    }

    [Theory]
    [InlineData("454 TLS not available\r\n", "454")]
    [InlineData(null, "closed")]
    public async Task A_STARTTLS_that_fails_is_said(string? answer, string expected)
    {
        using LoopbackServer server = LoopbackServer.Lines("220 mail.contoso.com\r\n", line =>
            line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-mail.contoso.com\r\n250 STARTTLS\r\n" : line == "STARTTLS" ? answer : "221 Bye\r\n");

        SmtpObservation seen = await ProbeAsync(server.Port);

        Assert.Equal((SmtpStatus.Answered, StartTlsStatus.Failed), (seen.Status, seen.StartTls));
        Assert.Contains(expected, seen.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("554 No service for you\r\n", SmtpStatus.Rejected, SmtpStage.Banner)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", SmtpStatus.NotSmtp, SmtpStage.Banner)]
    [InlineData("\u0016\u0003\u0001binary", SmtpStatus.NotSmtp, SmtpStage.Banner)]
    [InlineData("22", SmtpStatus.Closed, SmtpStage.Banner)]
    [InlineData("", SmtpStatus.Closed, SmtpStage.Banner)]
    [InlineData("220\u001b[2J mail\r\n", SmtpStatus.NotSmtp, SmtpStage.Banner)]
    [InlineData("2222222222\r\n", SmtpStatus.NotSmtp, SmtpStage.Banner)]
    public async Task A_bad_banner_is_named(string banner, SmtpStatus status, SmtpStage stage)
    {
        using LoopbackServer server = new((stream, stop) => LoopbackServer.SendAsync(stream, banner, stop));

        SmtpObservation seen = await ProbeAsync(server.Port);

        Assert.Equal((status, stage), (seen.Status, seen.Stage));
        Assert.DoesNotContain(string.Concat(seen.Banner) + seen.Detail, char.IsControl);
        Assert.Equal(status is SmtpStatus.NotSmtp or SmtpStatus.Rejected, seen.Detail.Length > 0);
    }

    [Fact]
    public async Task Escapes_in_a_banner_are_made_visible()
    {
        using LoopbackServer server = LoopbackServer.Lines("220 mail\u001b]0;owned\u0007 ÿ\r\n", line => line.StartsWith("EHLO", StringComparison.Ordinal) ? Hello : null);

        Assert.Equal("mail<U+001B>]0;owned<U+0007> <U+00FF>", Assert.Single((await ProbeAsync(server.Port)).Banner));
    }

    [Theory]
    [InlineData("megabyte line")]
    [InlineData("thousands of lines")]
    [InlineData("thousands of capabilities")]
    [InlineData("never ending")]
    public async Task A_flood_ends_at_the_limit(string kind)
    {
        using LoopbackServer server = kind switch
        {
            "megabyte line" => new LoopbackServer((stream, stop) => LoopbackServer.SendAsync(stream, "220 " + new string('a', 1 << 20) + "\r\n", stop)),
            "thousands of lines" => new LoopbackServer((stream, stop) => LoopbackServer.SendAsync(stream, string.Concat(Enumerable.Repeat("220-x\r\n", 5000)), stop)),
            "thousands of capabilities" => LoopbackServer.Lines("220 mail\r\n", _ => string.Concat(Enumerable.Repeat("250-X\r\n", 5000)) + "250 Y\r\n"),
            _ => new LoopbackServer(async (stream, stop) =>
            {
                while (true)
                {
                    await LoopbackServer.SendAsync(stream, "220-go on\r\n", stop);
                }
            }),
        };

        Assert.Equal(SmtpStatus.TooMuch, (await ProbeAsync(server.Port)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("220-slow\r\n")]
    [InlineData("220 mail\r\n")]
    public async Task A_tarpit_ends_with_the_time(string start)
    {
        using LoopbackServer server = new(async (stream, stop) =>
        {
            await LoopbackServer.SendAsync(stream, start, stop);
            await Task.Delay(Timeout.Infinite, stop);
        });

        SmtpObservation seen = await ProbeAsync(server.Port, Limit);

        Assert.Equal((SmtpStatus.Timeout, start == "220 mail\r\n" ? SmtpStage.Hello : SmtpStage.Banner), (seen.Status, seen.Stage));
    }

    [Fact]
    public async Task EHLO_that_is_refused_is_not_followed_by_HELO()
    {
        ConcurrentQueue<string> heard = new();
        using LoopbackServer server = LoopbackServer.Lines("220 mail\r\n", line =>
        {
            heard.Enqueue(line);
            return "502 no\r\n";
        });

        Assert.Equal(SmtpStatus.Rejected, (await ProbeAsync(server.Port)).Status);
        Assert.DoesNotContain(heard, l => l.StartsWith("HELO", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("250-mail\r\n550 no\r\n")]
    [InlineData("250-mail\r\n\r\n250 SIZE\r\n")]
    [InlineData("250\rmail\r\n")]
    [InlineData("Hello\r\n")]
    public async Task An_answer_that_is_no_reply_is_shown(string answer)
    {
        using LoopbackServer server = LoopbackServer.Lines("220 mail\r\n", _ => answer);

        SmtpObservation seen = await ProbeAsync(server.Port);

        Assert.Equal((SmtpStatus.NotSmtp, SmtpStage.Hello), (seen.Status, seen.Stage));
        Assert.EndsWith("which is no reply of SMTP", seen.Detail, StringComparison.Ordinal);
    }

    // What a third party puts in clear behind an answer must not pass for the answer to STARTTLS (RFC 3207, 6).
    [Fact]
    public async Task An_answer_that_comes_before_its_question_does_not_count()
    {
        using LoopbackServer server = LoopbackServer.Lines("220 mail\r\n", line =>
            line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-mail\r\n250 STARTTLS\r\n220 go\r\n"
            : line == "STARTTLS" ? "454 not now\r\n" : "221 Bye\r\n");

        SmtpObservation seen = await ProbeAsync(server.Port);

        Assert.Equal((StartTlsStatus.Failed, "STARTTLS was answered with 454 not now"), (seen.StartTls, seen.Detail));
    }

    [Theory]
    [InlineData("192.0.2.7", "EHLO [192.0.2.7]")]
    [InlineData("[192.0.2.7]", "EHLO [192.0.2.7]")]
    [InlineData("[IPv6:2001:db8::7]", "EHLO [IPv6:2001:db8::7]")]
    [InlineData("localhost", "EHLO localhost")]
    public async Task An_address_stands_in_brackets(string name, string expected)
    {
        ConcurrentQueue<string> heard = new();
        using LoopbackServer server = LoopbackServer.Lines("220 mail\r\n", line =>
        {
            heard.Enqueue(line);
            return line.StartsWith("EHLO", StringComparison.Ordinal) ? Hello : "221 Bye\r\n";
        });

        await new SmtpProbe().ProbeAsync(new ProbeTarget(LoopbackServer.Address, server.Port), name, Long, TestContext.Current.CancellationToken);

        Assert.Equal([expected, "QUIT"], heard);
    }

    [Fact]
    public async Task A_stopped_probe_ends_at_once()
    {
        using CancellationTokenSource stop = new();
        using LoopbackServer server = LoopbackServer.Lines("220 mail\r\n", _ =>
        {
            stop.Cancel();
            return string.Empty;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SmtpProbe().ProbeAsync(
            new ProbeTarget(LoopbackServer.Address, server.Port), "probe.contoso.com", Timeout.InfiniteTimeSpan, stop.Token));
    }

    [Fact]
    public async Task A_handshake_that_hangs_keeps_what_was_said_before()
    {
        using LoopbackServer server = LoopbackServer.Lines("220 mail\r\n", line =>
            line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-mail\r\n250 STARTTLS\r\n" : line == "STARTTLS" ? "220 go\r\n" : string.Empty);

        SmtpObservation seen = await ProbeAsync(server.Port, Limit);

        Assert.Equal((SmtpStatus.Answered, StartTlsStatus.Started, TlsStatus.Timeout), (seen.Status, seen.StartTls, seen.Tls?.Status));
    }

    [Fact]
    public async Task Random_answers_are_observations()
    {
        Random random = new(20260602);
        for (int i = 0; i < 200; i++)
        {
            byte[] noise = new byte[random.Next(1, 300)];
            random.NextBytes(noise);
            string answer = i % 2 == 0 ? Encoding.Latin1.GetString(noise) : "250-x\r\n250 STARTTLS\r\n" + Encoding.Latin1.GetString(noise);
            using LoopbackServer server = LoopbackServer.Lines("220 mail\r\n", line => line.StartsWith("EHLO", StringComparison.Ordinal) ? answer : null);

            SmtpObservation seen = await ProbeAsync(server.Port, Short);

            Assert.DoesNotContain(seen.Detail + string.Concat(seen.Hello) + string.Concat(seen.Capabilities), char.IsControl);
        }
    }

    private static Task<SmtpObservation> ProbeAsync(int port, TimeSpan? timeout = null) =>
        new SmtpProbe().ProbeAsync(new ProbeTarget(LoopbackServer.Address, port, "mail.contoso.com"), "probe.contoso.com", timeout ?? Long, TestContext.Current.CancellationToken);
}
