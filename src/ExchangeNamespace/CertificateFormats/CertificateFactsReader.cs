using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using ExchangeNamespace.Model;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>Turns one parsed certificate or request into facts. Every text becomes printable here and nowhere later.</summary>
internal static class CertificateFactsReader
{
    private const int MaximumNames = 10_000;
    private const int LongestName = 1000;

    public static CertificateFacts Read(X509Certificate certificate, bool? hasPrivateKey)
    {
        AlternativeName[] names = AlternativeNames(certificate.GetExtension(X509Extensions.SubjectAlternativeName));
        (string? algorithm, int? size) = Key(certificate.SubjectPublicKeyInfo);
        return new CertificateFacts
        {
            Version = certificate.Version,
            Subject = NameText(certificate.SubjectDN),
            CommonNames = CommonNames(certificate.SubjectDN),
            Issuer = NameText(certificate.IssuerDN),
            AlternativeNames = names,
            SerialNumber = Hex(certificate.SerialNumber.ToByteArrayUnsigned()),
            Thumbprint = Thumbprint(certificate.GetEncoded()),
            NotBefore = DateTime.SpecifyKind(certificate.NotBefore, DateTimeKind.Utc),
            NotAfter = DateTime.SpecifyKind(certificate.NotAfter, DateTimeKind.Utc),
            KeyAlgorithm = algorithm,
            KeySize = size,
            SignatureAlgorithm = SignatureText(certificate.SigAlgName),
            IsSelfSigned = IsSelfSigned(certificate),
            IsAuthority = certificate.GetBasicConstraints() >= 0,
            NameConstraints = NameConstraintsReader.Read(certificate.GetExtension(X509Extensions.NameConstraints)),
            AllowsServerAuthentication = AllowsServer(certificate.GetExtension(X509Extensions.ExtendedKeyUsage)),
            HasPrivateKey = hasPrivateKey,
        };
    }

    public static CertificateFacts Read(Pkcs10CertificationRequest request)
    {
        CertificationRequestView view = new(request);
        (string? algorithm, int? size) = Key(view.Key);
        return new CertificateFacts
        {
            IsRequest = true,
            Subject = NameText(view.Subject),
            CommonNames = CommonNames(view.Subject),
            Issuer = string.Empty,
            AlternativeNames = AlternativeNames(view.Extension(X509Extensions.SubjectAlternativeName)),
            KeyAlgorithm = algorithm,
            KeySize = size,
            SignatureAlgorithm = SignatureText(view.SignatureName),
            AllowsServerAuthentication = AllowsServer(view.Extension(X509Extensions.ExtendedKeyUsage)),
        };
    }

    /// <summary>Whether a certificate is signed with its own key.</summary>
    public static bool IsSelfSigned(X509Certificate certificate) =>
        certificate.SubjectDN.Equivalent(certificate.IssuerDN) && IsSignedBy(certificate, certificate);

    /// <summary>Whether one certificate is signed with the key of another.</summary>
    public static bool IsSignedBy(X509Certificate certificate, X509Certificate authority)
    {
        try
        {
            return certificate.IsSignatureValid(authority.GetPublicKey());
        }
        catch (Exception e) when (e is GeneralSecurityException or CryptoException or ArgumentException or InvalidOperationException or System.IO.IOException or NotSupportedException)
        {
            // A key or signature of a kind that cannot be checked proves nothing.
            return false;
        }
    }

    private static (string? Algorithm, int? Size) Key(SubjectPublicKeyInfo info)
    {
        try
        {
            return PublicKeyFactory.CreateKey(info) switch
            {
                RsaKeyParameters rsa => ("RSA", rsa.Modulus.BitLength),
                ECPublicKeyParameters curve => ("ECDSA", curve.Parameters.Curve.FieldSize),
                DsaPublicKeyParameters dsa => ("DSA", dsa.Parameters.P.BitLength),
                Ed25519PublicKeyParameters => ("Ed25519", 256),
                Ed448PublicKeyParameters => ("Ed448", 448),
                _ => (info.Algorithm.Algorithm.Id, null),
            };
        }
        catch (Exception e) when (e is GeneralSecurityException or ArgumentException or InvalidOperationException or System.IO.IOException or NotSupportedException or ArithmeticException)
        {
            return (null, null);
        }
    }

    private static AlternativeName[] AlternativeNames(X509Extension? extension)
    {
        if (extension is null)
        {
            return [];
        }

        GeneralName[] names = GeneralNames.GetInstance(Asn1Object.FromByteArray(extension.Value.GetOctets())).GetNames();
        return names.Length > MaximumNames
            ? throw new ArgumentException($"The certificate has more than {MaximumNames} names.")
            : Array.ConvertAll(names, AlternativeNameOf);
    }

    private static AlternativeName AlternativeNameOf(GeneralName name)
    {
        (AlternativeNameKind kind, string text) = name.TagNo switch
        {
            GeneralName.DnsName => (AlternativeNameKind.Dns, Text()),
            GeneralName.Rfc822Name => (AlternativeNameKind.Email, Text()),
            GeneralName.UniformResourceIdentifier => (AlternativeNameKind.Uri, Text()),
            GeneralName.IPAddress => (AlternativeNameKind.IPAddress, AddressText(Asn1OctetString.GetInstance(name.Name).GetOctets())),
            _ => (AlternativeNameKind.Other, name.Name.ToString() ?? string.Empty),
        };
        return new AlternativeName(kind, VisibleText.Of(text, LongestName));

        string Text() => DerIA5String.GetInstance(name.Name).GetString();
    }

    /// <summary>An address of another length than IP has is no address, and fits nothing.</summary>
    private static string AddressText(byte[] octets) => octets.Length is 4 or 16 ? AddressSyntax.Write(new IPAddress(octets)) : "#" + Hex(octets);

    private static bool AllowsServer(X509Extension? usage)
    {
        if (usage is null)
        {
            return true;
        }

        ExtendedKeyUsage allowed = ExtendedKeyUsage.GetInstance(Asn1Object.FromByteArray(usage.Value.GetOctets()));
        return allowed.HasKeyPurposeId(KeyPurposeID.id_kp_serverAuth) || allowed.HasKeyPurposeId(KeyPurposeID.AnyExtendedKeyUsage);
    }

    private static string[] CommonNames(X509Name name) => [.. name.GetValueList(X509Name.CN).Select(v => VisibleText.Of(v, LongestName))];

    /// <summary>As Windows prints it: the last part first, and its own letters for some.</summary>
    private static string NameText(X509Name name)
    {
        IEnumerable<string> parts = name.GetOidList().Zip(name.GetValueList(), (oid, value) => Symbol(oid) + "=" + Quote(VisibleText.Of(value, LongestName)));
        return string.Join(", ", parts.Reverse());
    }

    private static string Symbol(DerObjectIdentifier oid) =>
        oid.Equals(X509Name.ST) ? "S"
        : X509Name.DefaultSymbols.TryGetValue(oid, out string? symbol) && symbol is not null ? symbol
        : "OID." + oid.Id;

    private static string Quote(string value) => value.Length == 0 || value.IndexOfAny([',', '+', '=', '"', '<', '>', '#', ';']) >= 0 || value[0] == ' ' || value[value.Length - 1] == ' '
        ? "\"" + value.Replace("\"", "\"\"") + "\""
        : value;

    private static string SignatureText(string name) => NameSyntax.Printable(name.Replace("SHA-", "SHA"));

    // Exchange and Windows name certificates by this hash; nothing is trusted because of it.
#pragma warning disable CA5350
    private static string Thumbprint(byte[] encoded)
    {
        using SHA1 sha = SHA1.Create();
        return Hex(sha.ComputeHash(encoded));
    }
#pragma warning restore CA5350

    private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", string.Empty);
}
