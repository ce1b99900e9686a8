using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CsCheck;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.CertificateFormats;

public class PresentedCertificateTests
{
    private static readonly byte[] Good = Make();

    [Fact]
    public void A_certificate_is_read()
    {
        CertificateFacts facts = PresentedCertificate.Read(Good)!;

        Assert.Equal(["smtp.contoso.com"], facts.DnsNames);
        Assert.Equal(["192.0.2.1"], facts.IPAddresses);
        Assert.Equal(new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc), facts.NotAfter);
        Assert.True(facts.IsSelfSigned);
    }

    [Fact]
    public void A_damaged_certificate_is_read_or_not_and_never_throws() => Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte, Gen.Int[0, Good.Length]).Sample(
        (at, value, length) =>
        {
            byte[] damaged = Good[..length];
            if (at < length)
            {
                damaged[at] = value;
            }

            CertificateFacts? facts = PresentedCertificate.Read(damaged);
            Assert.DoesNotContain(facts?.ToString() ?? string.Empty, c => c is < ' ' or > '~');
        },
        iter: 2000);

    private static byte[] Make()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=smtp.contoso.com", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("smtp.contoso.com");
        names.AddIpAddress(System.Net.IPAddress.Parse("192.0.2.1"));
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return certificate.RawData;
    }
}
