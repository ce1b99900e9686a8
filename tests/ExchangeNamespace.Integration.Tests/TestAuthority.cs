using System;
using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>A certification authority that is not trusted by default.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 _root;
    private int _serial;

    public TestAuthority()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=Test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(2));
    }

    /// <summary>The certificate of the authority in PEM.</summary>
    public string Pem => _root.ExportCertificatePem();

    /// <summary>A distinguished name of more parts than are read.</summary>
    public static string EndlessSubject { get; } = string.Join(", ", Enumerable.Range(0, 200).Select(i => "OU=" + i));

    /// <summary>A certificate for a server with its key.</summary>
    /// <param name="names">The DNS names.</param>
    /// <param name="daysLeft">How long it still lives; negative where its time is over.</param>
    /// <param name="subject">The distinguished name.</param>
    public X509Certificate2 Issue(string[] names, int daysLeft = 90, string subject = "CN=server")
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509Extension("2.5.29.17", AlternativeNames(names), critical: false));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using X509Certificate2 plain = request.Create(_root, DateTimeOffset.UtcNow.AddDays(-365), DateTimeOffset.UtcNow.AddDays(daysLeft), [(byte)++_serial]);
        return plain.CopyWithPrivateKey(key);
    }

    /// <summary>Written by hand, because the builder of the base library refuses what a hostile server may show.</summary>
    private static byte[] AlternativeNames(string[] names)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (string name in names)
            {
                writer.WriteCharacterString(UniversalTagNumber.IA5String, name, new Asn1Tag(TagClass.ContextSpecific, 2));
            }
        }

        return writer.Encode();
    }

    public void Dispose() => _root.Dispose();
}
