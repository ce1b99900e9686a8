using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Certificates.Checking;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates.Checking;

/// <summary>Makes certificates of facts, without a certificate, and judges them.</summary>
internal static class Checks
{
    public static readonly DateTime Now = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>A certificate with which nothing is wrong for mail.contoso.com.</summary>
    public static readonly CertificateFacts Sound = new()
    {
        Version = 3,
        Subject = "CN=mail.contoso.com",
        CommonNames = ["mail.contoso.com"],
        Issuer = "CN=Public CA",
        AlternativeNames = Names("mail.contoso.com"),
        Thumbprint = "A1",
        NotBefore = Now.AddDays(-10),
        NotAfter = Now.AddDays(180),
        KeyAlgorithm = "RSA",
        KeySize = 2048,
        SignatureAlgorithm = "SHA256withRSA",
        IsAuthority = false,
        AllowsServerAuthentication = true,
    };

    public static AlternativeName[] Names(params string[] names) => [.. names.Select(n => new AlternativeName(AlternativeNameKind.Dns, n))];

    public static NamespaceCertificate Judge(CertificateFacts certificate, params string[] hosts) =>
        Judge(certificate, CertificateNeeds.Of(hosts.Length == 0 ? ["mail.contoso.com"] : hosts));

    public static NamespaceCertificate Judge(
        CertificateFacts certificate, CertificateNeeds needs, CertificateService[]? services = null, CertificateFacts[]? others = null,
            bool isLive = false,
        CertificatePurpose purpose = CertificatePurpose.Clients) =>
        Judge(new CertificateBundle { Certificates = [certificate], SignedBy = [null], IsOrdered = true }, needs, services, others, isLive,
            purpose);

    public static NamespaceCertificate Judge(
        CertificateBundle bundle, CertificateNeeds needs, CertificateService[]? services = null, CertificateFacts[]? others = null,
            bool isLive = false,
        CertificatePurpose purpose = CertificatePurpose.Clients) => CertificateRules.Judge(new CertificateCheck
        {
            Source = "test",
            Bundle = bundle,
            Needs = needs,
            Now = Now,
            Services = services ?? [],
            Others = others ?? [],
            IsLive = isLive,
            Purpose = purpose,
        });

    public static CertificateNeeds Needs(NamespacePlan plan, string? installedOn = null)
    {
        Assert.True(CertificateNeeds.TryOf(plan, installedOn, out CertificateNeeds? needs, out InputFault? fault), fault?.Message);
        return needs!;
    }

    public static NamespacePlan Plan(params (string Name, object? Value)[] more) =>
        Plans.Make("EX01", [("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2019"), .. more]);

    public static IEnumerable<string> Codes(NamespaceCertificate verdict) => verdict.Findings.Select(f => f.Code);
}
