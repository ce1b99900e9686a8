using System;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using Xunit;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Tests.Certificates.Checking;

/// <summary>Every way in which an endpoint can answer has its own verdict, and what is inconclusive is never called bad.</summary>
public sealed class LiveAnswerTests
{
    private static readonly ProbeTarget Target = new("192.0.2.1", 443, "mail.contoso.com");

    [Theory]
    [InlineData(TlsStatus.Timeout, Inconclusive, CheckOutcome.Unknown)]
    [InlineData(TlsStatus.Refused, Inconclusive, CheckOutcome.Unknown)]
    [InlineData(TlsStatus.Unreachable, Inconclusive, CheckOutcome.Unknown)]
    [InlineData(TlsStatus.Closed, Inconclusive, CheckOutcome.Unknown)]
    [InlineData(TlsStatus.Malformed, Inconclusive, CheckOutcome.Unknown)]
    [InlineData(TlsStatus.NotAgreed, Inconclusive, CheckOutcome.Unknown)]
    [InlineData(TlsStatus.NotTls, OtherProtocol, CheckOutcome.Failed)]
    [InlineData(TlsStatus.Rejected, HandshakeRefused, CheckOutcome.Failed)]
    public void A_TLS_server_without_a_certificate(TlsStatus status, string code, CheckOutcome outcome)
    {
        NamespaceCertificate verdict = LiveAnswer.Of("mail.contoso.com:443", new TlsObservation { Target = Target, Status = status, Detail = "detail" }).WithoutCertificate();

        Assert.Equal((outcome, code), (verdict.Outcome, Assert.Single(verdict.Findings).Code));
        Assert.Equal(("mail.contoso.com", null), (verdict.ServerName, verdict.Certificate));
    }

    [Theory]
    [InlineData(SmtpStatus.Timeout, Inconclusive, CheckOutcome.Unknown)]
    [InlineData(SmtpStatus.Refused, Inconclusive, CheckOutcome.Unknown)]
    [InlineData(SmtpStatus.Unreachable, Inconclusive, CheckOutcome.Unknown)]
    [InlineData(SmtpStatus.Closed, Inconclusive, CheckOutcome.Unknown)]
    [InlineData(SmtpStatus.TooMuch, Inconclusive, CheckOutcome.Unknown)]
    [InlineData(SmtpStatus.NotSmtp, OtherProtocol, CheckOutcome.Failed)]
    [InlineData(SmtpStatus.Rejected, HandshakeRefused, CheckOutcome.Failed)]
    [InlineData(SmtpStatus.Answered, StartTlsNotOffered, CheckOutcome.Failed)]
    public void A_mail_server_without_a_certificate(SmtpStatus status, string code, CheckOutcome outcome)
    {
        SmtpObservation seen = new() { Target = Target, Status = status, Stage = SmtpStage.Done, StartTls = status == SmtpStatus.Answered ? StartTlsStatus.NotOffered : StartTlsStatus.Unknown };

        NamespaceCertificate verdict = LiveAnswer.Of("mail.contoso.com:25", seen).WithoutCertificate();

        Assert.Equal((outcome, code), (verdict.Outcome, Assert.Single(verdict.Findings).Code));
    }

    /// <summary>A server that says "later" says nothing of its certificate, in either command.</summary>
    [Theory]
    [InlineData(421, CheckOutcome.Unknown)]
    [InlineData(450, CheckOutcome.Unknown)]
    [InlineData(451, CheckOutcome.Unknown)]
    [InlineData(550, CheckOutcome.Failed)]
    [InlineData(554, CheckOutcome.Failed)]
    public void A_refusal_for_the_moment_is_inconclusive(int code, CheckOutcome outcome)
    {
        SmtpObservation seen = new() { Target = Target, Status = SmtpStatus.Rejected, Stage = SmtpStage.Banner, RefusalCode = code,
            BannerCode = 220, Detail = $"it answered {code} no" };

        NamespaceCertificate verdict = LiveAnswer.Of("mail.contoso.com:25", seen).WithoutCertificate();

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Contains(seen.Detail, Assert.Single(verdict.Findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TLS 1.0", true)]
    [InlineData("TLS 1.1", true)]
    [InlineData("TLS 1.2", false)]
    [InlineData("TLS 1.3", false)]
    public void An_old_protocol_is_said(string protocol, bool old) => Assert.Equal(
        old, LiveAnswer.Of("x:443", new TlsObservation { Target = Target, Status = TlsStatus.Answered, Protocol = protocol }).Findings.Any(f => f.Code == OldTls));

    [Fact]
    public void A_certificate_read_in_clear_says_what_the_server_takes()
    {
        TlsObservation seen = new() { Target = Target, Status = TlsStatus.Incomplete, Protocol = "TLS 1.0", Detail = "it takes 0x0005" };

        Assert.Equal([OldTls, HandshakeIncomplete], LiveAnswer.Of("x:443", seen).Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_name_that_leads_nowhere_is_inconclusive() =>
        Assert.Equal(CheckOutcome.Unknown, LiveAnswer.NotResolved("mail.contoso.com:443", null, "no DNS server answered").WithoutCertificate().Outcome);

    /// <summary>Many names and hosts take long to compare: each step looks whether the judgement was ended.</summary>
    [Fact]
    public void A_judgement_is_ended_at_its_next_step() => Assert.Throws<OperationCanceledException>(() => CertificateRules.Judge(new CertificateCheck
    {
        Source = "mail.contoso.com:443",
        Bundle = new CertificateBundle { Certificates = [Checks.Sound], SignedBy = [null], IsOrdered = true },
        Needs = CertificateNeeds.Of(["mail.contoso.com"]),
        Now = Checks.Now,
        Cancel = new CancellationToken(canceled: true),
    }));

    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com:443", false)]
    [InlineData("Mail.Contoso.com:8443", "mail.contoso.com:8443", false)]
    [InlineData("EX01:25", "ex01:25", false)]
    [InlineData("192.0.2.1:25", "192.0.2.1:25", true)]
    [InlineData("[2001:db8::1]:25", "[2001:db8::1]:25", true)]
    [InlineData("2001:db8::1", "[2001:db8::1]:443", true)]
    public void An_endpoint_is_a_host_or_an_address_with_a_port(string text, string expected, bool isAddress)
    {
        Assert.True(ServerEndpoint.TryParse(text, "Endpoint", out ServerEndpoint? endpoint, out _));
        Assert.Equal((expected, isAddress), (endpoint.ToString(), endpoint.IsAddress));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("mail.contoso.com:0")]
    [InlineData("mail.contoso.com:65536")]
    [InlineData("mail.contoso.com:x")]
    [InlineData("https://mail.contoso.com")]
    [InlineData("a b:25")]
    [InlineData("010.0.0.1:25")]
    public void Other_texts_are_refused(string? text)
    {
        Assert.False(ServerEndpoint.TryParse(text, "Endpoint", out _, out InputFault? fault));
        Assert.Equal((FaultIds.EndpointInvalid, text), (fault.Id, fault.Value));
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
    }
}
