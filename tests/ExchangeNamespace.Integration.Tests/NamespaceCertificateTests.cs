using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>A real mail server shows the certificate that it was given, or offers none.</summary>
public sealed class NamespaceCertificateTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void Postfix_presents_the_certificate_that_was_chosen()
    {
        using X509Certificate2 certificate = _authority.Issue(["smtp.contoso.com", "autodicover.contoso.com"]);
        using PostfixServer postfix = new("smtp.contoso.com", certificate);

        Assert.Equal(
            $"Failed TLS 1.3 {certificate.Thumbprint} smtp.contoso.com Covered;autodiscover.contoso.com NotCovered EXN150,EXN152,EXN153,EXN160,EXN172",
            Test(postfix.Port, "smtp.contoso.com, autodiscover.contoso.com"));
    }

    [Fact]
    public void An_expired_certificate_of_Postfix_is_reported_and_not_trusted()
    {
        using X509Certificate2 certificate = _authority.Issue(["smtp.contoso.com"], daysLeft: -1);
        using PostfixServer postfix = new("smtp.contoso.com", certificate, "smtpd_tls_mandatory_protocols = TLSv1.2\nsmtpd_tls_protocols = TLSv1.2");

        Assert.StartsWith($"Failed TLS 1.2 {certificate.Thumbprint} smtp.contoso.com Covered EXN154", Test(postfix.Port, "smtp.contoso.com"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_concluded_from_a_certificate_over_a_limit()
    {
        using X509Certificate2 certificate = _authority.Issue(["smtp.contoso.com"], subject: TestAuthority.EndlessSubject);
        using PostfixServer postfix = new("smtp.contoso.com", certificate);

        Assert.Equal("Unknown TLS 1.3   EXN188", Test(postfix.Port, "smtp.contoso.com"));
    }

    [Fact]
    public void Postfix_without_a_certificate_does_not_offer_STARTTLS()
    {
        using PostfixServer postfix = new("smtp.contoso.com", certificate: null);

        Assert.Equal("Failed    EXN185", Test(postfix.Port, "smtp.contoso.com"));
    }

    [Fact]
    public void Postfix_does_not_speak_TLS_from_the_start()
    {
        using PostfixServer postfix = new("smtp.contoso.com", certificate: null);

        Assert.Equal("Failed    EXN182", Test(postfix.Port, "smtp.contoso.com", startTls: false));
    }

    private static string Test(int port, string hosts, bool startTls = true)
    {
        using ModuleHost host = ModuleHost.Open();
        HostRun run = host.Run(string.Create(CultureInfo.InvariantCulture, $$"""
            Test-NamespaceCertificate -Endpoint 127.0.0.1:{{port}} -StartTls:${{startTls}} -ServerName smtp.contoso.com -HostName {{hosts}} -CertificateAuthority Internal -Timeout 0:01:00 -ErrorAction SilentlyContinue -WarningAction SilentlyContinue |
                ForEach-Object { "$($_.Outcome) $($_.Protocol) $($_.Certificate.Thumbprint) $($_.Hosts -join ';') $($_.Findings.Code -join ',')" }
            """));
        return Assert.Single(run.Output.Cast<object>()).ToString()!;
    }
}
