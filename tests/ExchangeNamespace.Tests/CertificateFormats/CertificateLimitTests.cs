using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.CertificateFormats;

/// <summary>What a stranger's certificate may cost is counted before it is done.</summary>
public sealed class CertificateLimitTests
{
    private static readonly PbeParameters FewRounds = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    private static ICertificateReader Reader => CertificateFactory.Create();

    [Theory]
    [InlineData(CertificateLimits.RsaBits, 17, null)]
    [InlineData(CertificateLimits.RsaBits + 1, 17, CertificateLimitFindingCodes.KeyOverLimit)]
    [InlineData(65_536, 17, CertificateLimitFindingCodes.KeyOverLimit)]
    [InlineData(2048, CertificateLimits.RsaExponentBits, null)]
    [InlineData(2048, CertificateLimits.RsaExponentBits + 1, CertificateLimitFindingCodes.KeyOverLimit)]
    public void An_rsa_key_is_measured_before_it_is_computed_with(int bits, int exponentBits, string? code) =>
        Assert.Equal(code, Code(Reader.ReadChain([Made("CN=a", Spki("1.2.840.113549.1.1.1", null, Rsa(bits, exponentBits)))], isOrdered: true)));

    [Theory]
    [InlineData(CertificateLimits.DsaBits, 256, null)]
    [InlineData(CertificateLimits.DsaBits + 1, 256, CertificateLimitFindingCodes.KeyOverLimit)]
    [InlineData(2048, CertificateLimits.DsaGroupBits + 1, CertificateLimitFindingCodes.KeyOverLimit)]
    public void So_is_a_dsa_key(int bits, int groupBits, string? code) =>
        Assert.Equal(code, Code(Reader.ReadChain([Made("CN=a", Spki("1.2.840.10040.4.1", Dsa(bits, groupBits), Integer(bits)))], isOrdered: true)));

    [Fact]
    public void A_key_that_describes_its_own_curve_is_not_computed_with() => Assert.Equal(
        CertificateLimitFindingCodes.KeyOverLimit,
        Code(Reader.ReadChain([Made("CN=a", Spki("1.2.840.10045.2.1", Sequence(w => w.WriteInteger(1)), [4, 1, 1]))], isOrdered: true)));

    [Theory]
    [InlineData(CertificateLimits.NameParts, null)]
    [InlineData(CertificateLimits.NameParts + 1, CertificateLimitFindingCodes.ContentOverLimit)]
    public void The_parts_of_a_distinguished_name_are_counted(int parts, string? code)
    {
        string subject = string.Join(", ", Enumerable.Range(0, parts).Select(i => "OU=" + i));

        Assert.Equal(code, Code(Reader.ReadChain([TestCertificates.SelfSigned(subject, []).RawData], isOrdered: true)));
    }

    [Theory]
    [InlineData(CertificateLimits.AlternativeNames, null)]
    [InlineData(CertificateLimits.AlternativeNames + 1, CertificateLimitFindingCodes.ContentOverLimit)]
    public void So_are_alternative_names(int names, string? code) => Assert.Equal(
        code, Code(Reader.ReadChain([TestCertificates.SelfSigned("CN=a", Enumerable.Range(0, names).Select(i => i + ".contoso.com")).RawData], isOrdered: true)));

    [Theory]
    [InlineData(CertificateLimits.ServedCertificates, null)]
    [InlineData(CertificateLimits.ServedCertificates + 1, CertificateLimitFindingCodes.ChainOverLimit)]
    public void So_are_the_certificates_that_a_server_sends(int count, string? code)
    {
        byte[] certificate = TestCertificates.Root.RawData;

        Assert.Equal(code, Code(Reader.ReadChain([.. Enumerable.Repeat(certificate, count)], isOrdered: true)));
    }

    [Theory]
    [InlineData(CertificateLimits.NameConstraints, null)]
    [InlineData(CertificateLimits.NameConstraints + 1, CertificateLimitFindingCodes.ContentOverLimit)]
    public void So_are_the_names_for_which_an_authority_may_issue(int names, string? code)
    {
        using X509Certificate2 authority = Constrained(0, names);
        using X509Certificate2 excluding = Constrained(1, names);

        Assert.Equal((code, code), (Code(Reader.ReadChain([authority.RawData], isOrdered: true)), Code(Reader.ReadChain([excluding.RawData], isOrdered: true))));
    }

    [Theory]
    [InlineData(1_000, 1_000, null)]
    [InlineData(1_000, 1_001, CertificateLimitFindingCodes.ContentOverLimit)]
    public void So_are_the_comparisons_of_names_with_those_of_an_authority(int constraints, int names, string? code)
    {
        Assert.Equal(CertificateLimits.NameComparisons, 1_000 * 1_000);
        using X509Certificate2 authority = Constrained(0, constraints);
        using X509Certificate2 leaf = TestCertificates.Issued("CN=a", Enumerable.Range(0, names).Select(i => i + ".contoso.com"), by: authority);

        Assert.Equal(code, Code(Reader.ReadChain([leaf.RawData, authority.RawData], isOrdered: true)));
    }

    [Fact]
    public void Certificates_with_each_others_names_do_not_lead_to_endless_signatures()
    {
        byte[][] namesakes = [.. Enumerable.Range(0, 30).Select(_ => TestCertificates.Issued("CN=Test Root", []).RawData)];

        Assert.Equal(CertificateLimitFindingCodes.ChainOverLimit, Code(Reader.ReadChain(namesakes, isOrdered: true)));
    }

    [Fact]
    public void Octet_strings_inside_each_other_are_not_opened()
    {
        byte[] nested = [5, 0];
        for (int level = 0; level < 5_000; level++)
        {
            byte[] inner = nested;
            nested = level % 2 == 0 ? Sequence(w => w.WriteEncodedValue(inner)) : Encode(w => w.WriteOctetString(inner));
        }

        byte[] pfx = Pfx(nested);

        Assert.True(pfx.Length > 15_000);
        Assert.Equal(FaultIds.CertificateUnreadable, Reader.Read(pfx, null).Fault?.Id);
    }

    [Theory]
    [InlineData(CertificateLimits.Depth, false)]
    [InlineData(CertificateLimits.Depth + 1, true)]
    public void Depth_is_measured_without_building_anything(int depth, bool tooDeep)
    {
        byte[] nested = [5, 0];
        for (int level = 0; level < depth; level++)
        {
            byte[] inner = nested;
            nested = Sequence(w => w.WriteEncodedValue(inner));
        }

        DerMeter meter = DerMeter.Measure(nested, int.MaxValue, CertificateLimits.Depth);

        Assert.Equal((tooDeep, false, depth + (tooDeep ? 0 : 1)), (meter.IsTooDeep, meter.IsTooMany, meter.Elements));
    }

    [Fact]
    public void Endless_lengths_are_measured_too()
    {
        byte[] nested = [.. Enumerable.Repeat<byte[]>([0x30, 0x80], 40).SelectMany(b => b)];
        byte[] closed = [.. Enumerable.Repeat<byte[]>([0x30, 0x80, 0, 0], 40).SelectMany(b => b)];

        Assert.True(DerMeter.Measure(nested, int.MaxValue, CertificateLimits.Depth).IsTooDeep);
        Assert.Equal((false, 40), (DerMeter.Measure(closed, int.MaxValue, CertificateLimits.Depth).IsTooDeep, DerMeter.Measure(closed, int.MaxValue, CertificateLimits.Depth).Elements));
    }

    [Fact]
    public void More_values_than_the_limit_are_not_parsed()
    {
        byte[] many = Sequence(w => Enumerable.Range(0, CertificateLimits.Elements).ToList().ForEach(_ => w.WriteNull()));

        Assert.Equal(CertificateLimitFindingCodes.ContentOverLimit, Code(Reader.Read(many, null)));
    }

    [Fact]
    public void The_rounds_of_a_file_are_counted_together_and_before_the_first()
    {
        Pkcs12Builder builder = new();
        for (int part = 0; part < 2; part++)
        {
            builder.AddSafeContentsEncrypted(
                Contents(), "secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, (CertificateLimits.DerivationRounds / 2) + 1));
        }

        builder.SealWithoutIntegrity();

        // A wrong password: had anything been decrypted, it would say so.
        Assert.Equal(CertificateLimitFindingCodes.ContentOverLimit, Code(Reader.Read(builder.Encode(), "wrong".ToCharArray())));
    }

    [Fact]
    public void The_seal_of_an_empty_password_counts_twice()
    {
        byte[] sealedFile = Pfx(Sequence(_ => { }), (CertificateLimits.DerivationRounds / 2) + 1);

        Assert.Equal(CertificateLimitFindingCodes.ContentOverLimit, Code(Reader.Read(sealedFile, null)));
    }

    [Fact]
    public void Rounds_are_added_up_to_the_limit()
    {
        CertificateWork work = new(CancellationToken.None);
        work.AddRounds(CertificateLimits.DerivationRounds - 1);
        work.AddRounds(1);

        Assert.Throws<CertificateFaultException>(() => work.AddRounds(1));
    }

    [Fact]
    public void A_private_key_stays_encrypted_and_is_seen()
    {
        using X509Certificate2 certificate = TestCertificates.SelfSigned("CN=mail.contoso.com", ["mail.contoso.com"]);
        Pkcs12SafeContents contents = new();
        Pkcs9LocalKeyId id = new([1]);
        contents.AddCertificate(certificate).Attributes.Add(id);
        contents.AddShroudedKey(TestCertificates.Rsa, "another password", FewRounds).Attributes.Add(id);
        Pkcs12Builder builder = new();
        builder.AddSafeContentsEncrypted(contents, "secret", FewRounds);
        builder.SealWithMac("secret", HashAlgorithmName.SHA256, 1000);

        CertificateFacts facts = Reader.Read(builder.Encode(), "secret".ToCharArray()).Bundle!.Leaf;

        Assert.Equal((certificate.Thumbprint, true), (facts.Thumbprint, facts.HasPrivateKey));
    }

    [Fact]
    public void A_stop_is_heard_before_the_next_step()
    {
        using X509Certificate2 certificate = TestCertificates.SelfSigned("CN=a", []);
        CancellationToken stopped = new(canceled: true);

        Assert.Throws<OperationCanceledException>(() => Reader.Read(certificate.RawData, null, stopped));
        Assert.Throws<OperationCanceledException>(() => Reader.Read(certificate.Export(X509ContentType.Pfx, "x"), ['x'], stopped));
        Assert.Throws<OperationCanceledException>(() => Reader.ReadChain([certificate.RawData], isOrdered: true, stopped));
        Assert.Throws<OperationCanceledException>(() => new CertificateWork(stopped).AddSignature());
        Assert.Throws<OperationCanceledException>(() => new CertificateWork(stopped).AddRounds(1));
        Assert.Throws<OperationCanceledException>(() => new CertificateWork(stopped).Step());
    }

    [Fact]
    public void A_signature_over_probabilistic_padding_is_checked()
    {
        CertificateRequest request = new("CN=a", TestCertificates.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        using X509Certificate2 made = request.CreateSelfSigned(TestCertificates.Day, TestCertificates.Day.AddDays(1));

        Assert.True(Reader.Read(made.RawData, null).Bundle!.Leaf.IsSelfSigned);
    }

    private static string? Code(CertificateReading reading)
    {
        Assert.True(reading.Fault is null or { Id: FaultIds.CertificateOverLimit }, reading.Fault?.Message);
        return reading.Fault?.Code;
    }

    private static Pkcs12SafeContents Contents()
    {
        Pkcs12SafeContents contents = new();
        contents.AddCertificate(TestCertificates.Root);
        return contents;
    }

    /// <summary>A file whose only part is given; with rounds it is sealed, by a seal that no password fits.</summary>
    private static byte[] Pfx(byte[] safe, int? rounds = null) => Sequence(pfx =>
    {
        pfx.WriteInteger(3);
        pfx.WriteEncodedValue(Sequence(info =>
        {
            info.WriteObjectIdentifier("1.2.840.113549.1.7.1");
            info.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0));
            info.WriteOctetString(safe);
            info.PopSequence(new Asn1Tag(TagClass.ContextSpecific, 0));
        }));
        if (rounds is { } count)
        {
            pfx.WriteEncodedValue(Sequence(mac =>
            {
                mac.WriteEncodedValue(Sequence(info =>
                {
                    info.WriteEncodedValue(Sequence(w => w.WriteObjectIdentifier("2.16.840.1.101.3.4.2.1")));
                    info.WriteOctetString(new byte[32]);
                }));
                mac.WriteOctetString(new byte[8]);
                mac.WriteInteger(count);
            }));
        }
    });

    /// <summary>An authority that may issue for so many names, or for all but those.</summary>
    /// <param name="kind">0 for permitted names, 1 for excluded ones.</param>
    /// <param name="names">How many.</param>
    private static X509Certificate2 Constrained(int kind, int names)
    {
        byte[] constraints = Sequence(all =>
        {
            Asn1Tag list = new(TagClass.ContextSpecific, kind, isConstructed: true);
            all.PushSequence(list);
            for (int i = 0; i < names; i++)
            {
                string name = i + ".contoso.com";
                all.WriteEncodedValue(Sequence(one => one.WriteCharacterString(UniversalTagNumber.IA5String, name, new Asn1Tag(TagClass.ContextSpecific, 2))));
            }

            all.PopSequence(list);
        });
        CertificateRequest request = new("CN=Test Authority", TestCertificates.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509Extension("2.5.29.30", constraints, critical: true));
        return request.CreateSelfSigned(TestCertificates.Day.AddDays(-100), TestCertificates.Day.AddDays(1000));
    }

    private static byte[] Made(string subject, byte[] spki)
    {
        PublicKey key = PublicKey.CreateFromSubjectPublicKeyInfo(spki, out _);
        CertificateRequest request = new(new X500DistinguishedName(subject), key, HashAlgorithmName.SHA256);
        X509SignatureGenerator generator = X509SignatureGenerator.CreateForRSA(TestCertificates.Rsa, RSASignaturePadding.Pkcs1);
        return request.Create(new X500DistinguishedName(subject), generator, TestCertificates.Day, TestCertificates.Day.AddDays(1), [1]).RawData;
    }

    private static byte[] Spki(string kind, byte[]? parameters, byte[] key) => Sequence(spki =>
    {
        spki.WriteEncodedValue(Sequence(algorithm =>
        {
            algorithm.WriteObjectIdentifier(kind);
            algorithm.WriteEncodedValue(parameters ?? [5, 0]);
        }));
        spki.WriteBitString(key);
    });

    private static byte[] Rsa(int bits, int exponentBits) => Sequence(key =>
    {
        key.WriteIntegerUnsigned(Number(bits));
        key.WriteIntegerUnsigned(Number(exponentBits));
    });

    private static byte[] Dsa(int bits, int groupBits) => Sequence(parameters =>
    {
        parameters.WriteIntegerUnsigned(Number(bits));
        parameters.WriteIntegerUnsigned(Number(groupBits));
        parameters.WriteInteger(2);
    });

    private static byte[] Integer(int bits) => Encode(w => w.WriteIntegerUnsigned(Number(bits)));

    /// <summary>An odd number of exactly so many bits.</summary>
    private static byte[] Number(int bits)
    {
        byte[] number = new byte[(bits + 7) / 8];
        number[0] = (byte)(1 << ((bits - 1) % 8));
        number[^1] |= 1;
        return number;
    }

    private static byte[] Sequence(Action<AsnWriter> write) => Encode(writer =>
    {
        using (writer.PushSequence())
        {
            write(writer);
        }
    });

    private static byte[] Encode(Action<AsnWriter> write)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        write(writer);
        return writer.Encode();
    }
}
