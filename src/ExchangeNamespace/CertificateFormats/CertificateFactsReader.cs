using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X500;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Pkcs;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>Turns one parsed certificate or request into facts. Every text becomes printable here and nowhere later.</summary>
internal static class CertificateFactsReader
{
    private const int LongestName = CertificateLimits.NameCharacters;

    public static CertificateFacts Read(X509Certificate certificate, bool? hasPrivateKey, CertificateWork work)
    {
        RefuseLongName(certificate.SubjectDN);
        RefuseLongName(certificate.IssuerDN);
        AlternativeName[] names = AlternativeNames(certificate.GetExtension(X509Extensions.SubjectAlternativeName), work);
        X509Extension? usage = certificate.GetExtension(X509Extensions.ExtendedKeyUsage);
        (string? algorithm, int? size) = PublicKeySize.Of(certificate.SubjectPublicKeyInfo);
        return new CertificateFacts
        {
            Version = certificate.Version,
            Subject = NameText(certificate.SubjectDN),
            CommonNames = CommonNames(certificate.SubjectDN),
            Issuer = NameText(certificate.IssuerDN),
            AlternativeNames = names,
            SerialNumber = SerialText(certificate.SerialNumber.ToByteArrayUnsigned()),
            Thumbprint = Thumbprint(certificate.GetEncoded()),
            NotBefore = DateTime.SpecifyKind(certificate.NotBefore, DateTimeKind.Utc),
            NotAfter = DateTime.SpecifyKind(certificate.NotAfter, DateTimeKind.Utc),
            KeyAlgorithm = algorithm,
            KeySize = size,
            PublicKeyInfo = certificate.SubjectPublicKeyInfo.GetDerEncoded(),
            SignatureAlgorithm = SignatureText(certificate.SigAlgName),
            IsSelfSigned = certificate.SubjectDN.Equivalent(certificate.IssuerDN)
                && SignatureCheck.IsSignedBy(certificate, certificate, work),
            IsAuthority = certificate.GetBasicConstraints() >= 0,
            NameConstraints = NameConstraintsReader.Read(certificate.GetExtension(X509Extensions.NameConstraints), work),
            AllowsServerAuthentication = Allows(usage, KeyPurposeID.id_kp_serverAuth, work),
            AllowsClientAuthentication = Allows(usage, KeyPurposeID.id_kp_clientAuth, work),
            HasPrivateKey = hasPrivateKey,
        };
    }

    public static CertificateFacts Read(Pkcs10CertificationRequest request, CertificateWork work)
    {
        CertificationRequestView view = new(request);
        RefuseLongName(view.Subject);
        (string? algorithm, int? size) = PublicKeySize.Of(view.Key);
        return new CertificateFacts
        {
            IsRequest = true,
            Subject = NameText(view.Subject),
            CommonNames = CommonNames(view.Subject),
            Issuer = string.Empty,
            AlternativeNames = AlternativeNames(view.Extension(X509Extensions.SubjectAlternativeName), work),
            KeyAlgorithm = algorithm,
            KeySize = size,
            PublicKeyInfo = view.Key.GetDerEncoded(),
            SignatureAlgorithm = SignatureText(view.SignatureName),
            AllowsServerAuthentication = Allows(view.Extension(X509Extensions.ExtendedKeyUsage), KeyPurposeID.id_kp_serverAuth, work),
        };
    }

    /// <summary>Before it is compared with another name, which takes time with the square of its parts.</summary>
    private static void RefuseLongName(X509Name name)
    {
        if (name.GetOidList().Count > CertificateLimits.NameParts)
        {
            throw CertificateWork.Over(
                CertificateLimitFindingCodes.ContentOverLimit,
                $"A distinguished name in it has more than {CertificateLimits.NameParts} parts.");
        }
    }

    private static AlternativeName[] AlternativeNames(X509Extension? extension, CertificateWork work)
    {
        if (extension is null)
        {
            return [];
        }

        GeneralName[] names = GeneralNames.GetInstance(Asn1Object.FromByteArray(work.Measured(extension.Value.GetOctets()))).GetNames();
        return names.Length > CertificateLimits.AlternativeNames
            ? throw CertificateWork.Over(CertificateLimitFindingCodes.ContentOverLimit,
                $"It has {names.Length} alternative names; up to {CertificateLimits.AlternativeNames} are read.")
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
    private static string AddressText(byte[] octets) =>
        octets.Length is 4 or 16 ? AddressSyntax.Write(new IPAddress(octets)) : "#" + Hex(octets);

    private static bool Allows(X509Extension? usage, KeyPurposeID purpose, CertificateWork work)
    {
        if (usage is null)
        {
            return true;
        }

        ExtendedKeyUsage allowed = ExtendedKeyUsage.GetInstance(Asn1Object.FromByteArray(work.Measured(usage.Value.GetOctets())));
        return allowed.HasKeyPurposeId(purpose) || allowed.HasKeyPurposeId(KeyPurposeID.AnyExtendedKeyUsage);
    }

    private static string[] CommonNames(X509Name name) =>
        [.. Parts(name).Where(p => p.Type.Equals(X509Name.CN)).Select(p => VisibleText.Of(p.Value, LongestName))];

    /// <summary>As Windows prints it: the last part first, and its own letters for some.</summary>
    private static string NameText(X509Name name)
    {
        IEnumerable<string> parts = Parts(name).Select(p => Symbol(p.Type) + "=" + Quote(VisibleText.Of(p.Value, LongestName)));
        return string.Join(", ", parts.Reverse());
    }

    /// <summary>As they are written: the lists of the library drop a backslash before a number sign.</summary>
    private static IEnumerable<(DerObjectIdentifier Type, string Value)> Parts(X509Name name) =>
        Asn1Sequence.GetInstance(name.ToAsn1Object())
            .SelectMany(r => Rdn.GetInstance(r).GetTypesAndValues())
            .Select(p => (p.Type, p.Value is IAsn1String text ? text.GetString() : "#" + Hex(p.Value.ToAsn1Object().GetEncoded())));

    private static string Symbol(DerObjectIdentifier oid) =>
        oid.Equals(X509Name.ST) ? "S"
        : X509Name.DefaultSymbols.TryGetValue(oid, out string? symbol) && symbol is not null ? symbol
        : "OID." + oid.Id;

    private static string Quote(string value) =>
        value.Length == 0 || value.IndexOfAny([',', '+', '=', '"', '<', '>', '#', ';']) >= 0 || value[0] == ' '
            || value[value.Length - 1] == ' '
        ? "\"" + value.Replace("\"", "\"\"") + "\""
        : value;

    private static string SignatureText(string name) => VisibleText.Short(name.Replace("SHA-", "SHA"));

    // Exchange and Windows name certificates by this hash; nothing is trusted because of it.
#pragma warning disable CA5350
    private static string Thumbprint(byte[] encoded)
    {
        using SHA1 sha = SHA1.Create();
        return Hex(sha.ComputeHash(encoded));
    }
#pragma warning restore CA5350

    private static string SerialText(byte[] number) => number.Length <= CertificateLimits.SerialNumberBytes
        ? Hex(number)
        : throw CertificateWork.Over(CertificateLimitFindingCodes.ContentOverLimit,
            $"Its serial number has {number.Length} bytes; up to {CertificateLimits.SerialNumberBytes} are read.");

    private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", string.Empty);
}
