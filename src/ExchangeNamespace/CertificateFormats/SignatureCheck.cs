using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Oiw;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>
/// Whether one certificate is signed with the key of another. RSA is left to the system, because the library tests each key for being prime
/// first.
/// </summary>
internal static class SignatureCheck
{
    private static readonly Dictionary<string, HashAlgorithmName> RsaSignatures = new(StringComparer.Ordinal)
    {
        [PkcsObjectIdentifiers.MD5WithRsaEncryption.Id] = HashAlgorithmName.MD5,
        [PkcsObjectIdentifiers.Sha1WithRsaEncryption.Id] = HashAlgorithmName.SHA1,
        [OiwObjectIdentifiers.Sha1WithRsa.Id] = HashAlgorithmName.SHA1,
        [PkcsObjectIdentifiers.Sha256WithRsaEncryption.Id] = HashAlgorithmName.SHA256,
        [PkcsObjectIdentifiers.Sha384WithRsaEncryption.Id] = HashAlgorithmName.SHA384,
        [PkcsObjectIdentifiers.Sha512WithRsaEncryption.Id] = HashAlgorithmName.SHA512,
    };

    private static readonly Dictionary<string, HashAlgorithmName> Digests = new(StringComparer.Ordinal)
    {
        [OiwObjectIdentifiers.IdSha1.Id] = HashAlgorithmName.SHA1,
        [NistObjectIdentifiers.IdSha256.Id] = HashAlgorithmName.SHA256,
        [NistObjectIdentifiers.IdSha384.Id] = HashAlgorithmName.SHA384,
        [NistObjectIdentifiers.IdSha512.Id] = HashAlgorithmName.SHA512,
    };

    public static bool IsSignedBy(X509Certificate certificate, X509Certificate authority, CertificateWork work)
    {
        work.AddSignature();
        try
        {
            SubjectPublicKeyInfo key = authority.SubjectPublicKeyInfo;
            return PublicKeySize.Of(key).Algorithm switch
            {
                null => false,
                "RSA" => IsSignedByRsa(certificate, RsaPublicKeyStructure.GetInstance(key.ParsePublicKey())),
                _ => certificate.IsSignatureValid(authority.GetPublicKey()),
            };
        }
        catch (Exception e)
            when (e is GeneralSecurityException or CryptoException or CryptographicException or ArgumentException
                or InvalidOperationException
            or System.IO.IOException or NotSupportedException or ArithmeticException)
        {
            // A key or signature of a kind that cannot be checked proves nothing.
            return false;
        }
    }

    private static bool IsSignedByRsa(X509Certificate certificate, RsaPublicKeyStructure key)
    {
        (HashAlgorithmName Hash, RSASignaturePadding Padding)? form = FormOf(certificate.SignatureAlgorithm);
        if (form is not { } used)
        {
            return false;
        }

        using RSA rsa = RSA.Create();
        rsa.ImportParameters(
            new RSAParameters { Modulus = key.Modulus.ToByteArrayUnsigned(), Exponent = key.PublicExponent.ToByteArrayUnsigned() });
        return rsa.VerifyData(certificate.GetTbsCertificate(), certificate.GetSignature(), used.Hash, used.Padding);
    }

    private static (HashAlgorithmName Hash, RSASignaturePadding Padding)? FormOf(AlgorithmIdentifier algorithm)
    {
        if (RsaSignatures.TryGetValue(algorithm.Algorithm.Id, out HashAlgorithmName hash))
        {
            return (hash, RSASignaturePadding.Pkcs1);
        }

        return algorithm.Algorithm.Equals(PkcsObjectIdentifiers.IdRsassaPss)
            && RsassaPssParameters.GetInstance(algorithm.Parameters) is { } pss
            && Digests.TryGetValue(pss.HashAlgorithm.Algorithm.Id, out HashAlgorithmName digest)
                ? (digest, RSASignaturePadding.Pss)
                : null;
    }
}
