using System;
using System.Collections.Generic;
using System.Formats.Asn1;
using System.Linq;
using System.Numerics;
using System.Security.Cryptography;

namespace ExchangeNamespace.Tests.CertificateFormats;

/// <summary>One attribute of a subject.</summary>
/// <param name="Type">Its object identifier.</param>
/// <param name="Form">The kind of string that it is written as.</param>
/// <param name="Value">The string.</param>
internal sealed record StrictPart(string Type, UniversalTagNumber Form, string Value);

/// <summary>The uses of a key by the numbers of their bits (RFC 5280, 4.2.1.3).</summary>
[Flags]
internal enum StrictUses
{
    None = 0,
    DigitalSignature = 1 << 0,
    KeyEncipherment = 1 << 2,
}

/// <summary>
/// A certification request (RFC 2986), read by System.Formats.Asn1 under the rules of DER. What is in no place that the format has, and
/// what is left over at any level, is an <see cref="AsnContentException"/>.
/// </summary>
internal sealed class StrictRequest
{
    public const string RsaEncryption = "1.2.840.113549.1.1.1";
    public const string Sha256WithRsa = "1.2.840.113549.1.1.11";
    public const string KeyUsage = "2.5.29.15";
    public const string ExtendedKeyUsage = "2.5.29.37";
    public const string SubjectAlternativeName = "2.5.29.17";
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private const string ExtensionRequest = "1.2.840.113549.1.9.14";

    private readonly List<(string Oid, bool Critical, ReadOnlyMemory<byte> Value)> _extensions = [];

    private StrictRequest(ReadOnlyMemory<byte> der)
    {
        AsnReader file = new(der, AsnEncodingRules.DER);
        AsnReader outer = file.ReadSequence();
        file.ThrowIfNotEmpty();

        ReadOnlyMemory<byte> signed = outer.PeekEncodedValue();
        AsnReader info = outer.ReadSequence();
        Version = info.ReadInteger();
        Subject = Name(info.ReadSequence());
        KeyInfo = info.PeekEncodedValue();
        (KeyAlgorithm, byte[] key) = Key(info.ReadSequence());
        Attributes = [.. All(info.ReadSetOf(new Asn1Tag(TagClass.ContextSpecific, 0)), Attribute)];
        info.ThrowIfNotEmpty();

        SignatureAlgorithm = AlgorithmWithNull(outer.ReadSequence());
        byte[] signature = outer.ReadBitString(out int unused);
        Refuse(unused != 0, "The signature does not end at a byte.");
        outer.ThrowIfNotEmpty();

        using RSA rsa = RSA.Create();
        rsa.ImportRSAPublicKey(key, out int read);
        Refuse(read != key.Length, "Something follows the key.");
        KeySize = Modulus(key);
        IsSigned = rsa.VerifyData(signed.Span, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public BigInteger Version { get; }

    /// <summary>The relative names in order; each a set of one attribute or several.</summary>
    public IReadOnlyList<IReadOnlyList<StrictPart>> Subject { get; }

    public string KeyAlgorithm { get; }

    public int KeySize { get; }

    public ReadOnlyMemory<byte> KeyInfo { get; }

    public string SignatureAlgorithm { get; }

    /// <summary>Whether the signature over the bytes as they stand fits the key in them.</summary>
    public bool IsSigned { get; }

    public IReadOnlyList<string> Attributes { get; }

    public IEnumerable<(string Oid, bool Critical)> Extensions => _extensions.Select(e => (e.Oid, e.Critical));

    public StrictUses Uses => Extension(KeyUsage) is { } value ? Whole(value, r => r.ReadNamedBitListValue<StrictUses>()) : StrictUses.None;

    public IReadOnlyList<string> Purposes => Extension(ExtendedKeyUsage) is { } value
        ? [.. Whole(value, r => All(r.ReadSequence(), o => o.ReadObjectIdentifier()).ToList())] : [];

    /// <summary>The alternative names in order: the number of the kind (RFC 5280, 4.2.1.6) and the text, or the bytes in hexadecimal.</summary>
    public IReadOnlyList<(int Kind, string Value)> AlternativeNames => Extension(SubjectAlternativeName) is { } value
        ? Whole(value, r => All(r.ReadSequence(), AlternativeName).ToList()) : [];

    public static StrictRequest Read(ReadOnlyMemory<byte> der) => new(der);

    private ReadOnlyMemory<byte>? Extension(string oid) =>
        _extensions.Where(e => e.Oid == oid).Select(e => (ReadOnlyMemory<byte>?)e.Value).SingleOrDefault();

    private static IReadOnlyList<IReadOnlyList<StrictPart>> Name(AsnReader name) =>
        [.. All(name, n => Filled(All(n.ReadSetOf(), a => Closed(a.ReadSequence(), Part)).ToList()))];

    private static StrictPart Part(AsnReader attribute)
    {
        string type = attribute.ReadObjectIdentifier();
        UniversalTagNumber form = (UniversalTagNumber)attribute.PeekTag().TagValue;
        Refuse(form is not (UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString), "Another kind of string: " + form);
        return new StrictPart(type, form, attribute.ReadCharacterString(form));
    }

    private static (string Algorithm, byte[] Key) Key(AsnReader info)
    {
        string algorithm = AlgorithmWithNull(info.ReadSequence());
        byte[] key = info.ReadBitString(out int unused);
        Refuse(unused != 0, "The key does not end at a byte.");
        info.ThrowIfNotEmpty();
        return (algorithm, key);
    }

    /// <summary>RSA has parameters, and they are NULL (RFC 3279, 2.2.1 and 2.3.1).</summary>
    private static string AlgorithmWithNull(AsnReader algorithm) => Closed(algorithm, a =>
    {
        string oid = a.ReadObjectIdentifier();
        a.ReadNull();
        return oid;
    });

    private static int Modulus(byte[] key) => Whole(key, r => Closed(r.ReadSequence(), k =>
    {
        BigInteger modulus = k.ReadInteger();
        Refuse(k.ReadInteger() != 65537, "The exponent is another one than 65537.");
        return (int)modulus.GetBitLength();
    }));

    private string Attribute(AsnReader attributes) => Closed(attributes.ReadSequence(), a =>
    {
        string oid = a.ReadObjectIdentifier();
        AsnReader values = a.ReadSetOf();
        Refuse(oid != ExtensionRequest, "Another attribute: " + oid);
        _extensions.AddRange(Filled(All(values.ReadSequence(), e => Closed(e.ReadSequence(), Extension)).ToList()));
        values.ThrowIfNotEmpty();
        return oid;
    });

    private static (string Oid, bool Critical, ReadOnlyMemory<byte> Value) Extension(AsnReader extension)
    {
        string oid = extension.ReadObjectIdentifier();
        bool critical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean);
        Refuse(critical && !extension.ReadBoolean(), "DER leaves out what is not critical.");
        return (oid, critical, extension.ReadOctetString());
    }

    private static (int Kind, string Value) AlternativeName(AsnReader names)
    {
        Asn1Tag tag = names.PeekTag();
        Refuse(tag.TagClass != TagClass.ContextSpecific || tag.IsConstructed, "It is no alternative name: " + tag);
        return (tag.TagValue, tag.TagValue switch
        {
            1 or 2 or 6 => names.ReadCharacterString(UniversalTagNumber.IA5String, tag),
            7 => Convert.ToHexString(names.ReadOctetString(tag)),
            _ => throw new AsnContentException("Another kind of alternative name: " + tag),
        });
    }

    private static T Whole<T>(ReadOnlyMemory<byte> der, Func<AsnReader, T> read) => Closed(new AsnReader(der, AsnEncodingRules.DER), read);

    private static T Closed<T>(AsnReader reader, Func<AsnReader, T> read)
    {
        T value = read(reader);
        reader.ThrowIfNotEmpty();
        return value;
    }

    private static IEnumerable<T> All<T>(AsnReader reader, Func<AsnReader, T> read)
    {
        while (reader.HasData)
        {
            yield return read(reader);
        }
    }

    private static List<T> Filled<T>(List<T> items)
    {
        Refuse(items.Count == 0, "An empty set or list.");
        return items;
    }

    private static void Refuse(bool isWrong, string why)
    {
        if (isWrong)
        {
            throw new AsnContentException(why);
        }
    }
}
