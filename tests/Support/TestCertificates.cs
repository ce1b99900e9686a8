using System;
using System.Collections.Generic;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ExchangeNamespace.Tests.Support;

/// <summary>Certificates made for a test. The keys are made once: making them is what costs.</summary>
internal static class TestCertificates
{
    private static readonly Lazy<RSA> Key = new(() => RSA.Create(2048));
    private static readonly Lazy<RSA> RootKey = new(() => RSA.Create(2048));
    private static readonly Lazy<ECDsa> CurveKey = new(() => ECDsa.Create(ECCurve.NamedCurves.nistP256));
    private static readonly Lazy<X509Certificate2> LazyRoot = new(() => MakeAuthority("CN=Test Root", RootKey.Value, issuer: null, issuerKey: null));

    public static DateTimeOffset Day { get; } = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An authority that signs itself.</summary>
    public static X509Certificate2 Root => LazyRoot.Value;

    public static RSA Rsa => Key.Value;

    public static ECDsa Curve => CurveKey.Value;

    /// <summary>A certificate that signs itself, with its private key.</summary>
    public static X509Certificate2 SelfSigned(string subject, IEnumerable<string> names, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        Request(subject, names).CreateSelfSigned(from ?? Day.AddDays(-30), to ?? Day.AddDays(160));

    /// <summary>A certificate of <see cref="Root"/> or another authority, with its private key.</summary>
    public static X509Certificate2 Issued(
        string subject, IEnumerable<string> names, DateTimeOffset? from = null, DateTimeOffset? to = null, X509Certificate2? by = null, string? addressOfAuthority = null)
    {
        CertificateRequest request = Request(subject, names);
        if (addressOfAuthority is not null)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([addressOfAuthority + "/ocsp"], [addressOfAuthority + "/issuer"]));
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([addressOfAuthority + "/crl"]));
        }

        using X509Certificate2 bare = request.Create(by ?? Root, from ?? Day.AddDays(-30), to ?? Day.AddDays(160), RandomNumberGenerator.GetBytes(8));
        return bare.CopyWithPrivateKey(Rsa);
    }

    /// <summary>An authority between <see cref="Root"/> and servers.</summary>
    public static X509Certificate2 Intermediate(string subject, RSA key) => MakeAuthority(subject, key, Root, RootKey.Value);

    public static CertificateRequest Request(string subject, IEnumerable<string> names, AsymmetricAlgorithm? key = null)
    {
        CertificateRequest request = key is ECDsa curve
            ? new CertificateRequest(subject, curve, HashAlgorithmName.SHA256)
            : new CertificateRequest(subject, (RSA?)key ?? Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder builder = new();
        bool any = false;
        foreach (string name in names)
        {
            any = true;
            if (IPAddress.TryParse(name, out IPAddress? address))
            {
                builder.AddIpAddress(address);
            }
            else
            {
                builder.AddDnsName(name);
            }
        }

        if (any)
        {
            request.CertificateExtensions.Add(builder.Build());
        }

        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, false));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request;
    }

    private static X509Certificate2 MakeAuthority(string subject, RSA key, X509Certificate2? issuer, RSA? issuerKey)
    {
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        if (issuer is null)
        {
            return request.CreateSelfSigned(Day.AddYears(-5), Day.AddYears(10));
        }

        using X509Certificate2 bare = request.Create(
            issuer.SubjectName, X509SignatureGenerator.CreateForRSA(issuerKey!, RSASignaturePadding.Pkcs1), Day.AddYears(-4), Day.AddYears(5), RandomNumberGenerator.GetBytes(8));
        return bare.CopyWithPrivateKey(key);
    }
}
