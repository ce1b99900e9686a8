using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Model;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Pkcs;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>Reads a PKCS#12 file (PFX). The private key is looked for, and left alone.</summary>
internal static class Pkcs12File
{
    /// <summary>Windows and OpenSSL use some thousands; a file with billions would compute for hours.</summary>
    private static readonly BigInteger MostIterations = BigInteger.ValueOf(1_000_000);

    public static CertificateBundle Read(byte[] content, char[]? password)
    {
        Pfx pfx = Pfx.GetInstance(Asn1Object.FromByteArray(content));
        RefuseEndlessWork(pfx);
        Pkcs12Store store = Load(content, pfx.MacData is not null, password);
        string? keyAlias = store.Aliases.FirstOrDefault(store.IsKeyEntry);
        X509Certificate? own = keyAlias is null ? null : store.GetCertificate(keyAlias)?.Certificate;
        HashSet<X509Certificate> all = [];
        foreach (X509Certificate certificate in store.Aliases
            .SelectMany(alias => store.GetCertificateChain(alias) ?? (store.GetCertificate(alias) is { } entry ? [entry] : []))
            .Select(entry => entry.Certificate))
        {
            all.Add(certificate);
        }

        return CertificateReader.Bundle([.. all.OrderByDescending(c => c.Equals(own))], isOrdered: false, all.FirstOrDefault(c => c.Equals(own)));
    }

    private static Pkcs12Store Load(byte[] content, bool hasMac, char[]? password)
    {
        try
        {
            return Open(content, password ?? (hasMac ? [] : null));
        }
        catch (IOException e) when (e.Message.IndexOf("does not require", StringComparison.Ordinal) >= 0)
        {
            return Open(content, null);
        }
        catch (Exception e) when (e is IOException or ArgumentNullException)
        {
            throw new CertificateFaultException(password is null
                ? new CertificateFault(FaultIds.CertificatePasswordMissing, "It is protected by a password. Give it with -Password (Read-Host -AsSecureString).")
                : new CertificateFault(FaultIds.CertificatePasswordWrong, "The password does not open it, or it is damaged."));
        }
    }

    private static Pkcs12Store Open(byte[] content, char[]? password)
    {
        Pkcs12Store store = new Pkcs12StoreBuilder().Build();
        store.Load(new MemoryStream(content, writable: false), password);
        return store;
    }

    private static void RefuseEndlessWork(Pfx pfx)
    {
        if (pfx.MacData is { } mac && HasTooMany(mac.ToAsn1Object()))
        {
            throw TooMuch();
        }

        if (HasTooMany(pfx.AuthSafe.ToAsn1Object()))
        {
            throw TooMuch();
        }

        static CertificateFaultException TooMuch() =>
            new(new CertificateFault(FaultIds.CertificateUnreadable, $"It asks for more than {MostIterations} rounds to open it, which no tool writes."));
    }

    /// <summary>Looks for a number of rounds in everything that lies in clear, also inside strings of bytes that hold further structures.</summary>
    private static bool HasTooMany(Asn1Object item) => item switch
    {
        Asn1Sequence sequence when IsWork(sequence) => true,
        Asn1Sequence sequence => sequence.Any(e => HasTooMany(e.ToAsn1Object())),
        Asn1Set set => set.Any(e => HasTooMany(e.ToAsn1Object())),
        Asn1TaggedObject tagged => tagged.HasContextTag() && tagged.GetBaseObject() is Asn1Object inner && HasTooMany(inner),
        Asn1OctetString octets => Inner(octets.GetOctets()) is { } inner && HasTooMany(inner),
        _ => false,
    };

    /// <summary>A salt followed by a number: the parameters of every password scheme in use.</summary>
    private static bool IsWork(Asn1Sequence sequence)
    {
        for (int i = 1; i < sequence.Count; i++)
        {
            if (sequence[i] is DerInteger rounds && sequence[i - 1] is Asn1OctetString && rounds.Value.CompareTo(MostIterations) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static Asn1Object? Inner(byte[] octets)
    {
        if (octets.Length < 2 || octets[0] != (Asn1Tags.Sequence | Asn1Tags.Constructed))
        {
            return null;
        }

        try
        {
            return Asn1Object.FromByteArray(octets);
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
