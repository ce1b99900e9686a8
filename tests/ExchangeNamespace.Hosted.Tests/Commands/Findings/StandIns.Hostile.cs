using System;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>Certificates with one text in each place that takes text.</summary>
public sealed partial class StandIns
{
    /// <summary>Subject, issuer and names hold the text; an authority of the tests has signed it.</summary>
    public X509Certificate2 Hostile(string text)
    {
        using RSA key = TestCertificates.Root.GetRSAPrivateKey()!;
        using X509Certificate2 bare = HostileContent(text).Create(
            HostileName(text), X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
            Now.AddDays(-10), Now.AddDays(170), [7]);
        return Keep(bare.CopyWithPrivateKey(TestCertificates.Rsa));
    }

    /// <summary>The path of a request with the same subject and names.</summary>
    public string HostileRequest(string text) => Text(".csr", HostileContent(text).CreateSigningRequestPem());

    private static CertificateRequest HostileContent(string text)
    {
        CertificateRequest request = new(HostileName(text), TestCertificates.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509Extension("2.5.29.17", HostileNames(text), critical: false));
        return request;
    }

    private static X500DistinguishedName HostileName(string text)
    {
        X500DistinguishedNameBuilder name = new();
        name.AddCommonName(text);
        name.AddOrganizationName(text);
        name.AddCommonName("mail.contoso.com");
        return name.Build();
    }

    /// <summary>Of each kind, with bytes that no such name may hold.</summary>
    private static byte[] HostileNames(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                writer.WriteObjectIdentifier("1.3.6.1.4.1.311.20.2.3");
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                {
                    writer.WriteCharacterString(UniversalTagNumber.UTF8String, text);
                }
            }

            foreach (int kind in (int[])[1, 2, 6])
            {
                writer.WriteOctetString(bytes, new Asn1Tag(TagClass.ContextSpecific, kind));
            }

            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
            {
                writer.WriteEncodedValue(HostileName(text).RawData);
            }

            writer.WriteOctetString(Encoding.ASCII.GetBytes("mail.contoso.com"), new Asn1Tag(TagClass.ContextSpecific, 2));
        }

        return writer.Encode();
    }
}
