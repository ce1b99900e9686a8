using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates.Checking;

/// <summary>The certificates of a healthy server, each with what Exchange uses it for.</summary>
public sealed class CapturedPurposeTests
{
    private static readonly KnownCertificate Web = Known("mail.contoso.com", isSelfSigned: false, "IIS", "SMTP");

    /// <summary>Common name, names after a bar, services; null for unknown services.</summary>
    [Theory]
    [InlineData("Microsoft Exchange Server Auth Certificate", true, "SMTP", CertificatePurpose.ServerAuthentication)]
    [InlineData("Microsoft Exchange Server Auth Certificate", true, null, CertificatePurpose.ServerAuthentication)]
    [InlineData("WMSvc-SHA2-EX01", true, "None", CertificatePurpose.WebManagement)]
    [InlineData("Federation", true, "Federation", CertificatePurpose.Federation)]
    [InlineData("EX01|EX01,EX01.contoso.local", true, "IIS,SMTP", CertificatePurpose.BackEnd)]
    [InlineData("EX01|EX01,EX01.contoso.local", true, null, CertificatePurpose.BackEnd)]
    [InlineData("EX01|EX01,mail.contoso.com", true, "IIS,SMTP", CertificatePurpose.Clients)]
    [InlineData("EX01|EX01,EX01.contoso.local", false, "IIS", CertificatePurpose.Clients)]
    [InlineData("smtp.contoso.com", false, "SMTP", CertificatePurpose.Mail)]
    [InlineData("smtp.contoso.com", false, "SMTP,IMAP", CertificatePurpose.Clients)]
    [InlineData("mail.contoso.com", false, "IIS", CertificatePurpose.Clients)]
    [InlineData("mail.contoso.com", false, null, CertificatePurpose.Clients)]
    [InlineData("mail.contoso.com", false, "None", CertificatePurpose.Clients)]
    [InlineData("Microsoft Exchange Server Auth Certificate", false, "IIS", CertificatePurpose.Clients)]
    public void The_purpose_follows_from_services_and_the_names_of_setup(string text, bool isSelfSigned, string? services,
        CertificatePurpose expected)
    {
        KnownCertificate one = Known(text, isSelfSigned, services?.Split(','));

        Assert.Equal(expected, CapturedPurpose.Of(one, [Web, one]));
    }

    [Fact]
    public void Without_another_for_the_web_clients_get_the_one_of_setup()
    {
        KnownCertificate setup = Known("EX01|EX01,EX01.contoso.local", isSelfSigned: true, "IIS", "SMTP");

        Assert.Equal(CertificatePurpose.Clients, CapturedPurpose.Of(setup, [setup]));
        Assert.Equal(CertificatePurpose.Clients,
            CapturedPurpose.Of(setup, [setup, Known("smtp.contoso.com", isSelfSigned: false, "SMTP")]));
        Assert.Equal(CertificatePurpose.Clients,
            CapturedPurpose.Of(setup,
                [setup, new KnownCertificate(new CapturedCertificate { Server = Captured.Known("EX02") }, Web.Facts)]));
    }

    private static KnownCertificate Known(string text, bool isSelfSigned, params string[]? services)
    {
        string[] parts = text.Split('|');
        IEnumerable<string> names = parts.Length > 1 ? parts[1].Split(',') : parts;
        return new KnownCertificate(new CapturedCertificate { Server = Captured.Known("EX01") }, Checks.Sound with
        {
            CommonNames = [parts[0]],
            AlternativeNames = Checks.Names([.. names]),
            IsSelfSigned = isSelfSigned,
            Services = services,
        });
    }
}
