using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.CertificateFormats;

/// <summary>What the base library makes is read the same here, in every form.</summary>
public sealed class CertificateReaderTests
{
    private static readonly string[] Names = ["mail.contoso.com", "*.contoso.com", "autodiscover.contoso.com", "192.0.2.1", "2001:db8::1"];

    private static ICertificateReader Reader => CertificateFactory.Create();

    [Fact]
    public void Every_fact_is_that_of_the_certificate()
    {
        using X509Certificate2 made = TestCertificates.Issued("CN=mail.contoso.com, OU=\"Mail, Web\", O=Contoso, S=Bavaria, C=DE", Names);

        CertificateFacts facts = One(Reader.Read(made.RawData, null));

        Assert.Equal(made.Subject, facts.Subject);
        Assert.Equal(made.Issuer, facts.Issuer);
        Assert.Equal(["mail.contoso.com"], facts.CommonNames);
        Assert.Equal(["mail.contoso.com", "*.contoso.com", "autodiscover.contoso.com"], facts.DnsNames);
        Assert.Equal(["192.0.2.1", "2001:db8::1"], facts.IPAddresses);
        Assert.Equal((made.Thumbprint, made.SerialNumber.TrimStart('0')), (facts.Thumbprint, facts.SerialNumber.TrimStart('0')));
        Assert.Equal((made.NotBefore.ToUniversalTime(), made.NotAfter.ToUniversalTime()), (facts.NotBefore, facts.NotAfter));
        Assert.Equal((3, "RSA", 2048, "SHA256withRSA"), (facts.Version, facts.KeyAlgorithm, facts.KeySize, facts.SignatureAlgorithm));
        Assert.Equal((false, false, true, null, false), (facts.IsSelfSigned, facts.IsAuthority, facts.AllowsServerAuthentication, facts.HasPrivateKey, facts.IsRequest));
    }

    [Fact]
    public void Self_signed_means_signed_with_its_own_key()
    {
        using X509Certificate2 own = TestCertificates.SelfSigned("CN=mail.contoso.com", Names);
        using X509Certificate2 namesake = TestCertificates.Issued("CN=Test Root", Names);

        Assert.True(One(Reader.Read(own.RawData, null)).IsSelfSigned);
        Assert.False(One(Reader.Read(namesake.RawData, null)).IsSelfSigned);
        Assert.Equal((true, true), (One(Reader.Read(TestCertificates.Root.RawData, null)).IsSelfSigned, One(Reader.Read(TestCertificates.Root.RawData, null)).IsAuthority));
    }

    [Fact]
    public void An_elliptic_key_and_five_hundred_names_are_read()
    {
        string[] names = [.. Enumerable.Range(0, 500).Select(i => $"host{i}.contoso.com")];
        using X509Certificate2 made = TestCertificates.Request("CN=host0.contoso.com", names, TestCertificates.Curve).CreateSelfSigned(TestCertificates.Day, TestCertificates.Day.AddDays(47));

        CertificateFacts facts = One(Reader.Read(made.RawData, null));

        Assert.Equal(names, facts.DnsNames);
        Assert.Equal(("ECDSA", 256, "SHA256withECDSA", true), (facts.KeyAlgorithm, facts.KeySize, facts.SignatureAlgorithm, facts.IsSelfSigned));
    }

    public static TheoryData<string> Forms => ["DER", "PEM", "PEM with text", "PEM in UTF-16", "PEM with a mark", "Base64", "PFX", "PKCS#7"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_certificate_is_the_same_in_every_form(string form)
    {
        using X509Certificate2 made = TestCertificates.SelfSigned("CN=mail.contoso.com", Names);
        string pem = made.ExportCertificatePem();
        byte[] content = form switch
        {
            "DER" => made.RawData,
            "PEM" => Encoding.ASCII.GetBytes(pem),
            "PEM with text" => Encoding.UTF8.GetBytes("Bag Attributes\r\n    friendlyName: Müller\r\n" + pem.Replace("\n", "\r\n") + "\r\n-----BEGIN BROKEN"),
            "PEM in UTF-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(pem)],
            "PEM with a mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(pem)],
            "Base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(made.RawData, Base64FormattingOptions.InsertLineBreaks)),
            "PFX" => made.Export(X509ContentType.Pfx, "secret"),
            _ => new X509Certificate2Collection(made).Export(X509ContentType.Pkcs7)!,
        };

        CertificateFacts facts = One(Reader.Read(content, form == "PFX" ? "secret".ToCharArray() : null));

        Assert.Equal(made.Thumbprint, facts.Thumbprint);
        Assert.Equal(form == "PFX" ? true : null, facts.HasPrivateKey);
    }

    [Theory]
    [InlineData("CERTIFICATE REQUEST")]
    [InlineData("NEW CERTIFICATE REQUEST")]
    [InlineData(null)]
    public void A_request_is_read_with_its_names(string? label)
    {
        byte[] der = TestCertificates.Request("CN=mail.contoso.com, O=Contoso", Names).CreateSigningRequest();

        CertificateFacts facts = One(Reader.Read(label is null ? der : Encoding.ASCII.GetBytes(PemEncoding.WriteString(label, der)), null));

        Assert.True(facts.IsRequest);
        Assert.Equal(["mail.contoso.com", "*.contoso.com", "autodiscover.contoso.com"], facts.DnsNames);
        Assert.Equal(("CN=mail.contoso.com, O=Contoso", "RSA", 2048, "SHA256withRSA"), (facts.Subject, facts.KeyAlgorithm, facts.KeySize, facts.SignatureAlgorithm));
        Assert.Equal((string.Empty, string.Empty, null), (facts.Issuer, facts.Thumbprint, facts.NotAfter));
    }

    [Theory]
    [InlineData("wrong", FaultIds.CertificatePasswordWrong)]
    [InlineData(null, FaultIds.CertificatePasswordMissing)]
    [InlineData("", FaultIds.CertificatePasswordWrong)]
    public void A_password_that_does_not_fit_is_told_from_damage(string? password, string fault)
    {
        using X509Certificate2 made = TestCertificates.SelfSigned("CN=mail.contoso.com", Names);

        Assert.Equal(fault, Reader.Read(made.Export(X509ContentType.Pfx, "secret"), password?.ToCharArray()).Fault?.Id);
    }

    [Fact]
    public void A_file_without_password_needs_none()
    {
        using X509Certificate2 made = TestCertificates.SelfSigned("CN=mail.contoso.com", Names);

        Assert.Equal(made.Thumbprint, One(Reader.Read(made.Export(X509ContentType.Pfx), null)).Thumbprint);
    }

    [Fact]
    public void The_certificate_with_the_key_is_the_one_of_the_server_and_signatures_make_the_chain()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 middle = TestCertificates.Intermediate("CN=Test Middle", key);
        using X509Certificate2 leaf = TestCertificates.Issued("CN=mail.contoso.com", Names, by: middle);
        using X509Certificate2 middleAlone = X509CertificateLoader.LoadCertificate(middle.RawData);

        CertificateBundle pfx = Bundle(Reader.Read(new X509Certificate2Collection { TestCertificates.Root, middleAlone, leaf }.Export(X509ContentType.Pfx, "x")!, ['x']));
        CertificateBundle pem = Bundle(Reader.Read(Encoding.ASCII.GetBytes(TestCertificates.Root.ExportCertificatePem() + leaf.ExportCertificatePem() + middle.ExportCertificatePem()), null));

        Assert.Equal(leaf.Thumbprint, pfx.Leaf.Thumbprint);
        Assert.Equal((true, false), (pfx.Leaf.HasPrivateKey, pfx.IsOrdered));
        Assert.Equal((leaf.Thumbprint, true), (pem.Leaf.Thumbprint, pem.IsOrdered));
        Assert.Equal([null, 2, 0], pem.SignedBy);
    }

    /// <summary>The second one has the name and the key of the first, so the first seems to have signed it.</summary>
    [Fact]
    public void A_self_signed_certificate_of_the_same_key_behind_it_is_not_the_one_of_the_server()
    {
        using X509Certificate2 leaf = TestCertificates.Issued("CN=mail.contoso.com", ["mail.contoso.com"]);
        using X509Certificate2 twin = TestCertificates.SelfSigned("CN=mail.contoso.com", ["old.contoso.com"]);

        CertificateBundle sent = Bundle(Reader.ReadChain([leaf.RawData, twin.RawData], isOrdered: true));
        CertificateBundle file = Bundle(Reader.Read(Encoding.ASCII.GetBytes(leaf.ExportCertificatePem() + twin.ExportCertificatePem()),
            null));

        Assert.Equal(leaf.Thumbprint, sent.Leaf.Thumbprint);
        Assert.Equal(leaf.Thumbprint, file.Leaf.Thumbprint);
        Assert.Equal([null, null], file.SignedBy);
    }

    [Fact]
    public void Of_a_server_the_first_certificate_counts_whatever_follows()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 middle = TestCertificates.Intermediate("CN=Test Middle", key);
        using X509Certificate2 leaf = TestCertificates.Issued("CN=mail.contoso.com", Names, by: middle);

        Assert.Equal(middle.Thumbprint, Bundle(Reader.ReadChain([middle.RawData, leaf.RawData], isOrdered: true)).Leaf.Thumbprint);
    }

    [Fact]
    public void Name_constraints_are_read_and_what_cannot_be_read_is_named()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                Subtree(writer, w =>
                    w.WriteCharacterString(UniversalTagNumber.IA5String, "contoso.com", new Asn1Tag(TagClass.ContextSpecific, 2)));
                Subtree(writer, w => w.WriteOctetString([10, 0, 0, 0, 255, 0, 0, 0], new Asn1Tag(TagClass.ContextSpecific, 7)));
                Subtree(writer, w => w.WriteOctetString([10, 0, 0], new Asn1Tag(TagClass.ContextSpecific, 7)));
            }

            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
            {
                Subtree(writer, w =>
                    w.WriteCharacterString(UniversalTagNumber.IA5String, "bad.contoso.com", new Asn1Tag(TagClass.ContextSpecific, 2)));
            }
        }

        Assert.Equal(
            [(AlternativeNameKind.Dns, "contoso.com", false), (AlternativeNameKind.IPAddress, "10.0.0.0/255.0.0.0", false),
                (AlternativeNameKind.Other, "#0a0000", false), (AlternativeNameKind.Dns, "bad.contoso.com", true)],
            Constraints(writer.Encode()).Select(c => (c.Kind, c.Value, c.IsExcluded)));
        Assert.Equal(AlternativeNameKind.Other, Assert.Single(Constraints([4, 1, 0])).Kind);
        using X509Certificate2 none = TestCertificates.Issued("CN=mail.contoso.com", Names);
        Assert.Empty(One(Reader.Read(none.RawData, null)).NameConstraints);

        static void Subtree(AsnWriter writer, Action<AsnWriter> name)
        {
            using (writer.PushSequence())
            {
                name(writer);
            }
        }

        static IReadOnlyList<NameConstraint> Constraints(byte[] extension)
        {
            CertificateRequest request = TestCertificates.Request("CN=Sub CA", []);
            request.CertificateExtensions.Add(new X509Extension("2.5.29.30", extension, critical: true));
            using X509Certificate2 made = request.CreateSelfSigned(TestCertificates.Day, TestCertificates.Day.AddDays(9));
            return One(Reader.Read(made.RawData, null)).NameConstraints;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    [InlineData("-----BEGIN CERTIFICATE-----\n")]
    public void What_is_none_is_refused(string text) => Assert.Equal(FaultIds.CertificateUnreadable, Reader.Read(Encoding.ASCII.GetBytes(text), null).Fault?.Id);

    [Fact]
    public void A_key_alone_is_no_certificate()
    {
        Assert.Equal(FaultIds.CertificateMissing, Reader.Read(Encoding.ASCII.GetBytes(TestCertificates.Rsa.ExportPkcs8PrivateKeyPem()), null).Fault?.Id);
    }

    [Fact]
    public void Endless_nesting_and_endless_work_are_refused()
    {
        byte[] deep = [.. Enumerable.Repeat(new byte[] { 0x30, 0x80 }, 200_000).SelectMany(b => b)];
        using X509Certificate2 made = TestCertificates.SelfSigned("CN=mail.contoso.com", Names);
        byte[] pfx = made.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 0x011170), "x");

        // The number of rounds with another value of the same length.
        int rounds = pfx.AsSpan().LastIndexOf(new byte[] { 2, 3, 1, 0x11, 0x70 });
        pfx[rounds + 2] = 0x7F;

        Assert.Equal(FaultIds.CertificateOverLimit, Reader.Read(deep, null).Fault?.Id);
        Assert.Contains("rounds", Reader.Read(pfx, ['x']).Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_texts_become_printable_and_match_nothing()
    {
        CertificateRequest request = new(OddSubject(), TestCertificates.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(OddNames("mail.contoso.com\0.evil.example", "\u001b[2Jmail", "", ".", "mail.contoso.com."));
        using X509Certificate2 made = request.CreateSelfSigned(TestCertificates.Day, TestCertificates.Day.AddDays(90));

        CertificateFacts facts = One(Reader.Read(made.RawData, null));

        Assert.Equal(["mail.contoso.com<U+0000>.evil.example", "<U+001B>[2Jmail", "", ".", "mail.contoso.com."], facts.DnsNames);
        Assert.Equal(["B<U+00FC>cher", "line<U+000A>break"], facts.CommonNames.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(facts.Subject + facts.Issuer, char.IsControl);
        Assert.Equal(NameCoverage.NotCovered, CertificateNameMatcher.Match(facts, "mail.contoso.com").Coverage);
    }

    [Fact]
    public void Five_thousand_damaged_files_are_read_or_refused()
    {
        using X509Certificate2 made = TestCertificates.Issued("CN=mail.contoso.com, O=Contoso", Names);
        using X509Certificate2 curve = TestCertificates.Request("CN=mail.contoso.com, O=Contoso", Names, TestCertificates.Curve).CreateSelfSigned(TestCertificates.Day, TestCertificates.Day.AddDays(47));
        byte[][] whole =
        [
            made.RawData,
            Encoding.ASCII.GetBytes(curve.ExportCertificatePem()),
            TestCertificates.Request("CN=mail.contoso.com", Names, TestCertificates.Curve).CreateSigningRequest(),
            curve.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.TripleDes3KeyPkcs12, HashAlgorithmName.SHA1, 1), "x"),
            new X509Certificate2Collection { curve, made }.Export(X509ContentType.Pkcs7)!,
        ];
        const int Seed = 20260603;
        Random random = new(Seed);
        int read = 0;
        for (int i = 0; i < 5000; i++)
        {
            CertificateReading reading = Reader.Read(Damage([.. whole[i % whole.Length]], random), ['x']);
            Assert.True(reading.Bundle is null != reading.Fault is null, $"seed {Seed}, file {i}");
            foreach (CertificateFacts facts in reading.Bundle?.Certificates ?? [])
            {
                read++;
                Assert.All(facts.Subject + facts.Issuer + string.Concat(facts.AlternativeNames) + string.Concat(facts.CommonNames) + facts.SignatureAlgorithm, c => Assert.InRange(c, ' ', '~'));
            }
        }

        Assert.InRange(read, 500, 9000);
    }

    private static byte[] Damage(byte[] content, Random random)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            int at = random.Next(content.Length);
            switch (random.Next(5))
            {
                case 0:
                    content[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    content[at] = (byte)random.Next(256);
                    break;
                case 2:
                    content = content[..Math.Max(at, 1)];
                    break;
                case 3:
                    content = [.. content[..at], .. content[Math.Min(content.Length, at + random.Next(1, 9))..], 0];
                    break;
                default:
                    content = [.. content[..at], (byte)random.Next(256), .. content[at..]];
                    break;
            }
        }

        return content;
    }

    private static X500DistinguishedName OddSubject()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            Part(UniversalTagNumber.BMPString, "Bücher");
            Part(UniversalTagNumber.UTF8String, "line\nbreak");
        }

        return new X500DistinguishedName(writer.Encode());

        void Part(UniversalTagNumber encoding, string value)
        {
            using (writer.PushSetOf())
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("2.5.4.3");
                writer.WriteCharacterString(encoding, value);
            }
        }
    }

    private static X509Extension OddNames(params string[] names)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (string name in names)
            {
                writer.WriteOctetString(Encoding.ASCII.GetBytes(name), new Asn1Tag(TagClass.ContextSpecific, 2));
            }
        }

        return new X509Extension("2.5.29.17", writer.Encode(), critical: false);
    }

    private static CertificateBundle Bundle(CertificateReading reading)
    {
        Assert.Null(reading.Fault);
        return reading.Bundle!;
    }

    private static CertificateFacts One(CertificateReading reading) => Assert.Single(Bundle(reading).Certificates);
}
