using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Model;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Pkcs;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>Reads the file forms of certificates with BouncyCastle.</summary>
internal sealed class CertificateReader : ICertificateReader
{
    /// <summary>More than any chain; bounds the signatures that are checked.</summary>
    private const int MaximumCertificates = 256;

    private static readonly CertificateFault Unreadable = new(FaultIds.CertificateUnreadable,
        "It is no certificate, chain or request in PEM, DER, PKCS#7, PKCS#12 or PKCS#10, or it is damaged.");

    private static readonly CertificateFault NoCertificate = new(FaultIds.CertificateMissing,
        "It holds no certificate and no request. A private key alone tells no names; give the certificate.");

    /// <inheritdoc/>
    public CertificateReading Read(byte[] content, char[]? password) => Attempt(() => ReadFile(content, password));

    /// <inheritdoc/>
    public CertificateReading ReadChain(IReadOnlyList<byte[]> chain, bool isOrdered) =>
        Attempt(() => Bundle([.. chain.Select(c => new X509Certificate(c))], isOrdered, isLeafFirst: true));

    private static CertificateReading Attempt(Func<CertificateBundle> read)
    {
        try
        {
            return new CertificateReading(read(), null);
        }
        catch (CertificateFaultException e)
        {
            return new CertificateReading(null, e.Fault);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library throws whatever comes to its parsers: for the user all of it means one thing.
            return new CertificateReading(null, Unreadable);
        }
    }

    private static CertificateBundle ReadFile(byte[] content, char[]? password)
    {
        if (content.Length > 0 && content[0] == (Asn1Tags.Sequence | Asn1Tags.Constructed))
        {
            return ReadDer(content, password);
        }

        string text = PemText.Decode(content) ?? throw new CertificateFaultException(Unreadable);
        (string Label, byte[] Content)[] blocks = [.. PemText.Blocks(text)];
        if (blocks.Length == 0)
        {
            return ReadDer(PemText.FromBase64(text) ?? throw new CertificateFaultException(Unreadable), password);
        }

        if (Array.Find(blocks, b => b.Label is "PKCS7" or "CMS").Content is { } pkcs7)
        {
            return ReadDer(pkcs7, password);
        }

        bool hasKey = blocks.Any(b => b.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal));
        X509Certificate[] certificates = [.. blocks.Where(b => b.Label is "CERTIFICATE" or "X509 CERTIFICATE" or "TRUSTED CERTIFICATE").Take(MaximumCertificates + 1).Select(b => Parse(b.Content))];
        return certificates.Length > 0 ? Bundle(certificates, isOrdered: true, hasKey ? Leaf(certificates) : null)
            : Array.Find(blocks, b => b.Label is "CERTIFICATE REQUEST" or "NEW CERTIFICATE REQUEST").Content is { } request ? ReadDer(request, password)
            : throw new CertificateFaultException(NoCertificate);
    }

    /// <summary>A trusted certificate of OpenSSL has more behind its end.</summary>
    private static X509Certificate Parse(byte[] content)
    {
        using Asn1InputStream input = new(content);
        return new X509Certificate(input.ReadObject().GetEncoded());
    }

    private static CertificateBundle ReadDer(byte[] content, char[]? password)
    {
        Asn1Sequence outer = Asn1Sequence.GetInstance(Asn1Object.FromByteArray(content));
        return outer[0] switch
        {
            DerObjectIdentifier => Bundle([.. new CmsSignedData(content).GetCertificates().EnumerateMatches(null).Take(MaximumCertificates + 1)], isOrdered: false),
            DerInteger => Pkcs12File.Read(content, password),
            Asn1Sequence inner when inner.Count <= 4 && inner[0] is DerInteger => Bundle(new Pkcs10CertificationRequest(content)),
            _ => Bundle([new X509Certificate(content)], isOrdered: true),
        };
    }

    private static CertificateBundle Bundle(Pkcs10CertificationRequest request) =>
        new() { Certificates = [CertificateFactsReader.Read(request)], SignedBy = [null], IsOrdered = true };

    public static CertificateBundle Bundle(IReadOnlyList<X509Certificate> certificates, bool isOrdered, X509Certificate? keyOwner = null,
        bool isLeafFirst = false)
    {
        if (certificates.Count == 0)
        {
            throw new CertificateFaultException(NoCertificate);
        }

        if (certificates.Count > MaximumCertificates)
        {
            throw new CertificateFaultException(Unreadable);
        }

        return new CertificateBundle
        {
            Certificates = [.. certificates.Select(c => CertificateFactsReader.Read(c, c == keyOwner ? true : null))],
            SignedBy = SignersOf(certificates),
            IsOrdered = isOrdered,
            IsLeafFirst = isLeafFirst,
        };
    }

    /// <summary>One that signs itself is signed by no other, also where another one has the same name and key.</summary>
    private static int?[] SignersOf(IReadOnlyList<X509Certificate> certificates)
    {
        int?[] signers = new int?[certificates.Count];
        for (int i = 0; i < certificates.Count; i++)
        {
            bool isAlone = CertificateFactsReader.IsSelfSigned(certificates[i]);
            for (int j = 0; j < certificates.Count && signers[i] is null && !isAlone; j++)
            {
                if (i != j && certificates[i].IssuerDN.Equivalent(certificates[j].SubjectDN) && CertificateFactsReader.IsSignedBy(certificates[i], certificates[j]))
                {
                    signers[i] = j;
                }
            }
        }

        return signers;
    }

    /// <summary>Beside a private key stands its certificate, mostly first.</summary>
    private static X509Certificate Leaf(X509Certificate[] certificates)
    {
        int?[] signers = SignersOf(certificates);
        return certificates.Where((_, i) => !signers.Contains(i)).DefaultIfEmpty(certificates[0]).First();
    }
}

/// <summary>Carries a fault out of the depth of a parser.</summary>
internal sealed class CertificateFaultException(CertificateFault fault) : Exception(fault.Message)
{
    public CertificateFault Fault { get; } = fault;
}
