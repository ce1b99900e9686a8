using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Utilities;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>
/// Reads the certificates of a PKCS#12 file (PFX, RFC 7292). Private keys stay encrypted: that there is one is enough. So the only work is
/// the check of the password and one decryption for each encrypted part, and all its rounds are counted before the first is made.
/// </summary>
/// <param name="pfx">The file.</param>
/// <param name="work">What reading may cost.</param>
internal sealed class Pkcs12File(Pfx pfx, CertificateWork work)
{
    private readonly List<(X509Certificate Certificate, Bag Bag)> _certificates = [];
    private readonly List<Bag> _keys = [];

    public CertificateBundle Read(char[]? password)
    {
        byte[] safe = work.Measured(Asn1OctetString.GetInstance(pfx.AuthSafe.Content).GetOctets());
        ContentInfo[] parts = AuthenticatedSafe.GetInstance(Asn1Object.FromByteArray(safe)).GetContentInfo();
        EncryptedData[] encrypted = [.. parts.Where(IsEncrypted).Select(p => EncryptedData.GetInstance(p.Content))];
        AddRounds(encrypted, password);
        bool wrongZero = pfx.MacData is not null && CheckPassword(safe, password);
        foreach (ContentInfo part in parts)
        {
            ReadPart(part, password, wrongZero);
        }

        X509Certificate? own = OwnerOfKey();
        X509Certificate[] all = [.. _certificates.Select(c => c.Certificate).Distinct().Take(CertificateLimits.FileCertificates + 1)];
        return CertificateBundles.Of([.. all.OrderByDescending(c => c.Equals(own))], all.FirstOrDefault(c => c.Equals(own)), work);
    }

    private static bool IsEncrypted(ContentInfo part) => part.ContentType.Equals(PkcsObjectIdentifiers.EncryptedData);

    private void AddRounds(IEnumerable<EncryptedData> encrypted, char[]? password)
    {
        if (pfx.MacData is { } mac)
        {
            // An empty password has two forms, and both may have to be tried.
            int tries = password is null or { Length: 0 } ? 2 : 1;
            work.AddRounds(tries * Number(mac.IterationCount));
        }

        foreach (EncryptedData data in encrypted)
        {
            work.AddRounds(Rounds(data.EncryptionAlgorithm));
        }
    }

    /// <summary>The rounds of one decryption; a scheme without a stated number is refused.</summary>
    private static long Rounds(AlgorithmIdentifier algorithm)
    {
        if (!algorithm.Algorithm.Equals(PkcsObjectIdentifiers.IdPbeS2))
        {
            return Number(Pkcs12PbeParams.GetInstance(algorithm.Parameters).Iterations);
        }

        KeyDerivationFunc derivation = PbeS2Parameters.GetInstance(algorithm.Parameters).KeyDerivationFunc;
        if (!derivation.Algorithm.Equals(PkcsObjectIdentifiers.IdPbkdf2))
        {
            throw new CertificateFaultException(new CertificateFault(
                FaultIds.CertificateUnreadable,
                "Its key derivation is another than PBKDF2, so it is not opened. Export the certificates as PEM."));
        }

        Pbkdf2Params parameters = Pbkdf2Params.GetInstance(derivation.Parameters);
        return parameters.KeyLength is { } length && Number(length) > CertificateLimits.DerivedKeyBytes
            ? throw CertificateWork.Over(CertificateLimitFindingCodes.ContentOverLimit,
                $"It asks for a key of more than {CertificateLimits.DerivedKeyBytes} bytes.")
            : Number(parameters.IterationCount);
    }

    private static long Number(BigInteger number) => number.BitLength > 31 ? int.MaxValue : number.IntValue;

    /// <summary>Checks the password by the seal of the file.</summary>
    /// <returns>Whether the file was sealed with the other form of an empty password.</returns>
    private bool CheckPassword(byte[] content, char[]? password)
    {
        if (IsSealedWith(content, password ?? [], wrongZero: false))
        {
            return false;
        }

        work.Step();
        return password is null or { Length: 0 } && IsSealedWith(content, [], wrongZero: true) ? true : throw Refused(password);
    }

    private bool IsSealedWith(byte[] content, char[] password, bool wrongZero)
    {
        MacData mac = pfx.MacData!;
        DerObjectIdentifier digest = mac.Mac.DigestAlgorithm.Algorithm;
        Asn1Encodable parameters = PbeUtilities.GenerateAlgorithmParameters(digest, mac.GetSalt(), (int)Number(mac.IterationCount));
        IMac sealing = (IMac)PbeUtilities.CreateEngine(digest);
        sealing.Init(PbeUtilities.GenerateCipherParameters(digest, password, wrongZero, parameters));
        return Arrays.FixedTimeEquals(MacUtilities.DoFinal(sealing, content), mac.Mac.Digest.GetOctets());
    }

    private void ReadPart(ContentInfo part, char[]? password, bool wrongZero)
    {
        if (part.ContentType.Equals(PkcsObjectIdentifiers.Data))
        {
            ReadBags(Asn1OctetString.GetInstance(part.Content).GetOctets());
        }
        else if (IsEncrypted(part))
        {
            ReadBags(Decrypt(EncryptedData.GetInstance(part.Content), password, wrongZero));
        }
    }

    private byte[] Decrypt(EncryptedData data, char[]? password, bool wrongZero)
    {
        work.Step();
        AlgorithmIdentifier algorithm = data.EncryptionAlgorithm;
        if (PbeUtilities.CreateEngine(algorithm) is not IBufferedCipher cipher)
        {
            throw new CertificateFaultException(new CertificateFault(
                FaultIds.CertificateUnreadable,
                "Its encryption is of a kind that is not known, so it is not opened. Export the certificates as PEM."));
        }

        try
        {
            cipher.Init(forEncryption: false, PbeUtilities.GenerateCipherParameters(algorithm, password ?? [], wrongZero));
            return cipher.DoFinal(data.Content.GetOctets());
        }
        catch (CryptoException)
        {
            throw Refused(password);
        }
    }

    private void ReadBags(byte[] content)
    {
        foreach (Asn1Encodable item in Asn1Sequence.GetInstance(Asn1Object.FromByteArray(work.Measured(content))))
        {
            ReadBag(SafeBag.GetInstance(item));
        }
    }

    private void ReadBag(SafeBag bag)
    {
        if (bag.BagID.Equals(PkcsObjectIdentifiers.CertBag))
        {
            CertBag value = CertBag.GetInstance(bag.BagValueEncodable);
            if (value.CertID.Equals(PkcsObjectIdentifiers.X509Certificate))
            {
                byte[] encoded = Asn1OctetString.GetInstance(value.CertValueEncodable).GetOctets();
                _certificates.Add((new X509Certificate(work.Measured(encoded)), Bag.Of(bag)));
            }
        }
        else if (bag.BagID.Equals(PkcsObjectIdentifiers.KeyBag) || bag.BagID.Equals(PkcsObjectIdentifiers.Pkcs8ShroudedKeyBag))
        {
            _keys.Add(Bag.Of(bag));
        }
        else if (bag.BagID.Equals(PkcsObjectIdentifiers.SafeContentsBag))
        {
            foreach (Asn1Encodable item in Asn1Sequence.GetInstance(bag.BagValueEncodable))
            {
                ReadBag(SafeBag.GetInstance(item));
            }
        }
    }

    /// <summary>The certificate that is marked like the first private key; the first one where neither carries a mark.</summary>
    private X509Certificate? OwnerOfKey()
    {
        if (_keys.Count == 0)
        {
            return null;
        }

        Bag key = _keys[0];
        return (_certificates.FirstOrDefault(c => key.LocalId is not null && c.Bag.LocalId == key.LocalId).Certificate
            ?? _certificates.FirstOrDefault(c => key.Name is not null && c.Bag.Name == key.Name).Certificate)
            ?? (key.LocalId is null && _certificates.All(c => c.Bag.LocalId is null) ? _certificates.FirstOrDefault().Certificate : null);
    }

    private static CertificateFaultException Refused(char[]? password) => new(password is null
        ? new CertificateFault(FaultIds.CertificatePasswordMissing,
            "It is protected by a password. Give it with -Password (Read-Host -AsSecureString).")
        : new CertificateFault(FaultIds.CertificatePasswordWrong, "The password does not open it, or it is damaged."));

    /// <summary>The marks by which key and certificate find each other.</summary>
    private sealed class Bag(string? localId, string? name)
    {
        public string? LocalId { get; } = localId;

        public string? Name { get; } = name;

        public static Bag Of(SafeBag bag)
        {
            string? id = null;
            string? name = null;
            foreach (Asn1Encodable item in bag.BagAttributes ?? (IEnumerable<Asn1Encodable>)[])
            {
                AttributePkcs attribute = AttributePkcs.GetInstance(item);
                if (attribute.AttrValues.Count == 0)
                {
                    continue;
                }

                if (attribute.AttrType.Equals(PkcsObjectIdentifiers.Pkcs9AtLocalKeyID))
                {
                    id = Convert.ToBase64String(Asn1OctetString.GetInstance(attribute.AttrValues[0]).GetOctets());
                }
                else if (attribute.AttrType.Equals(PkcsObjectIdentifiers.Pkcs9AtFriendlyName))
                {
                    name = DerBmpString.GetInstance(attribute.AttrValues[0]).GetString();
                }
            }

            return new Bag(id, name);
        }
    }
}
