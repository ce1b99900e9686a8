using System;
using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>Certificates; their days are counted from now.</summary>
public sealed partial class StandIns
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    /// <summary>One of an authority that signs itself.</summary>
    public X509Certificate2 Issued(string commonName, string[] names, int from = -10, int to = 170) =>
        Keep(TestCertificates.Issued("CN=" + commonName, names, Now.AddDays(from), Now.AddDays(to)));

    /// <summary>One that signs itself.</summary>
    public X509Certificate2 SelfSigned(string commonName, string[] names, int from = -10, int to = 170) =>
        Keep(TestCertificates.SelfSigned("CN=" + commonName, names, Now.AddDays(from), Now.AddDays(to)));

    /// <summary>The authority of <see cref="Issued"/>.</summary>
    public X509Certificate2 Root() => TestCertificates.Root;

    /// <summary>An authority between a root and servers, with a name constraint where one is given.</summary>
    public X509Certificate2 Authority(int tag = 0, string constraint = "")
    {
        CertificateRequest request = new("CN=Test Middle", TestCertificates.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        if (constraint.Length > 0)
        {
            request.CertificateExtensions.Add(new X509Extension("2.5.29.30", Permitted(tag, constraint), critical: true));
        }

        return Signed(request).CopyWithPrivateKey(TestCertificates.Rsa);
    }

    /// <summary>One of an authority of <see cref="Authority"/>.</summary>
    public X509Certificate2 IssuedBy(X509Certificate2 authority) => Keep(TestCertificates.Issued(
        "CN=mail.contoso.com", ["mail.contoso.com"], Now.AddDays(-5), Now.AddDays(170), authority));

    /// <summary>One with an RSA key of this length, which need not be a good key.</summary>
    public X509Certificate2 OfKeyLength(int bits)
    {
        byte[] modulus = [0xC1, .. Enumerable.Repeat((byte)0x5B, (bits / 8) - 1)];
        using RSA key = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = [1, 0, 1] });
        return Signed(TestCertificates.Request("CN=mail.contoso.com", ["mail.contoso.com"], key));
    }

    /// <summary>One with a key on an elliptic curve.</summary>
    public X509Certificate2 OnCurve() =>
        Signed(TestCertificates.Request("CN=mail.contoso.com", ["mail.contoso.com"], TestCertificates.Curve));

    /// <summary>One with a key of a kind that servers do not use.</summary>
    public X509Certificate2 OnEdwardsCurve() => Signed(new CertificateRequest(
        new X500DistinguishedName("CN=mail.contoso.com"),
        new PublicKey(new Oid("1.3.101.112"), null, new AsnEncodedData(new byte[32])),
        HashAlgorithmName.SHA256));

    /// <summary>One without extensions.</summary>
    public X509Certificate2 Bare() => Signed(new CertificateRequest(
        "CN=mail.contoso.com", TestCertificates.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>One that says of itself that it is signed with this algorithm.</summary>
    public X509Certificate2 SignedWith(string algorithm)
    {
        CertificateRequest request = new("CN=mail.contoso.com", TestCertificates.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Keep(request.Create(
            TestCertificates.Root.SubjectName, new OtherSignature(algorithm), Now.AddDays(-10), Now.AddDays(170), [1, 2, 3]));
    }

    /// <summary>One for clients and not for servers.</summary>
    public X509Certificate2 ForClients()
    {
        CertificateRequest request = new("CN=mail.contoso.com", TestCertificates.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], false));
        return Signed(request);
    }

    /// <summary>One of the first version of X.509, which has no extensions.</summary>
    public byte[] OfVersion1()
    {
        using RSA key = TestCertificates.Root.GetRSAPrivateKey()!;
        AsnReader content = new AsnReader(Bare().RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        content.ReadEncodedValue();
        AsnWriter certificate = new(AsnEncodingRules.DER);
        using (certificate.PushSequence())
        {
            byte[] signed = Sequence(Enumerable.Range(0, 6).Select(_ => content.ReadEncodedValue().ToArray()).ToArray());
            certificate.WriteEncodedValue(signed);
            certificate.WriteEncodedValue(X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1)
                .GetSignatureAlgorithmIdentifier(HashAlgorithmName.SHA256));
            certificate.WriteBitString(key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }

        return certificate.Encode();
    }

    /// <summary>The path of a file with these bytes.</summary>
    public string File(byte[] bytes) => Text(".pem", PemEncoding.WriteString("CERTIFICATE", bytes));

    private static byte[] Sequence(byte[][] parts)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (byte[] part in parts)
            {
                writer.WriteEncodedValue(part);
            }
        }

        return writer.Encode();
    }

    private static byte[] Permitted(int tag, string constraint)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, constraint, new Asn1Tag(TagClass.ContextSpecific, tag));
        }

        return writer.Encode();
    }

    private X509Certificate2 Signed(CertificateRequest request)
    {
        using RSA key = TestCertificates.Root.GetRSAPrivateKey()!;
        return Keep(request.Create(
            TestCertificates.Root.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
            Now.AddDays(-10), Now.AddDays(170), [1, 2, 3]));
    }

    private sealed class OtherSignature(string algorithm) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
        {
            AsnWriter writer = new(AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(algorithm);
                writer.WriteNull();
            }

            return writer.Encode();
        }

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => new byte[256];

        protected override PublicKey BuildPublicKey() => new(TestCertificates.Rsa);
    }
}
