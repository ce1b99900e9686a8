using System;
using System.Collections.Generic;
using ExchangeNamespace.Model;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.EdEC;
using Org.BouncyCastle.Asn1.Oiw;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>
/// Kind and size of a public key as they are written. No key is made of them: a library that makes one tests large numbers for being prime,
/// which takes half a minute for a key of 16,384 bits.
/// </summary>
internal static class PublicKeySize
{
    private static readonly Dictionary<DerObjectIdentifier, (string Algorithm, int Size)> EdwardsCurves = new()
    {
        [EdECObjectIdentifiers.id_Ed25519] = ("Ed25519", 256),
        [EdECObjectIdentifiers.id_Ed448] = ("Ed448", 448),
    };

    /// <summary>The kind, and the size where it is known; null for a key that cannot be read.</summary>
    /// <exception cref="CertificateFaultException">The key is larger than the module computes with.</exception>
    public static (string? Algorithm, int? Size) Of(SubjectPublicKeyInfo info)
    {
        DerObjectIdentifier kind = info.Algorithm.Algorithm;
        try
        {
            return kind.Equals(PkcsObjectIdentifiers.RsaEncryption) || kind.Equals(X509ObjectIdentifiers.IdEARsa)
                || kind.Equals(PkcsObjectIdentifiers.IdRsassaPss) ? ("RSA", Rsa(info))
                : kind.Equals(X9ObjectIdentifiers.IdECPublicKey) ? ("ECDSA", Curve(info))
                : kind.Equals(X9ObjectIdentifiers.IdDsa) || kind.Equals(OiwObjectIdentifiers.DsaWithSha1) ? ("DSA", Dsa(info))
                : EdwardsCurves.TryGetValue(kind, out (string Algorithm, int Size) edwards) ? edwards
                : (kind.Id, null);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.IO.IOException or ArithmeticException)
        {
            return (null, null);
        }
    }

    private static int Rsa(SubjectPublicKeyInfo info)
    {
        RsaPublicKeyStructure key = RsaPublicKeyStructure.GetInstance(info.ParsePublicKey());
        return key.PublicExponent.BitLength > CertificateLimits.RsaExponentBits
            ? throw Over(
                $"Its RSA key has a public exponent of {key.PublicExponent.BitLength} bits; up to {CertificateLimits.RsaExponentBits} are "
                    + "computed with.")
            : Within("RSA", key.Modulus.BitLength, CertificateLimits.RsaBits);
    }

    private static int? Dsa(SubjectPublicKeyInfo info)
    {
        if (info.Algorithm.Parameters is null or Asn1Null)
        {
            return null;
        }

        DsaParameter parameters = DsaParameter.GetInstance(info.Algorithm.Parameters);
        return parameters.Q.BitLength > CertificateLimits.DsaGroupBits
            ? throw Over(
                $"Its DSA key has a subgroup of {parameters.Q.BitLength} bits; up to {CertificateLimits.DsaGroupBits} are computed with.")
            : Within("DSA", parameters.P.BitLength, CertificateLimits.DsaBits);
    }

    private static int? Curve(SubjectPublicKeyInfo info) => info.Algorithm.Parameters is DerObjectIdentifier name
        ? CustomNamedCurves.GetByOid(name)?.Curve.FieldSize ?? ECNamedCurveTable.GetByOid(name)?.Curve.FieldSize
        : throw Over("Its key describes an elliptic curve of its own instead of naming one, which RFC 5480 forbids.");

    private static int Within(string kind, int bits, int most) =>
        bits > most ? throw Over($"Its {kind} key has {bits} bits; up to {most} are computed with.") : bits;

    private static CertificateFaultException Over(string message) =>
        CertificateWork.Over(CertificateLimitFindingCodes.KeyOverLimit, message);
}
