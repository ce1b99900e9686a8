using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Pkcs;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>Reads the file forms of certificates with BouncyCastle.</summary>
internal sealed class CertificateReader : ICertificateReader
{
    private static readonly CertificateFault Unreadable = new(FaultIds.CertificateUnreadable,
        "It is no certificate, chain or request in PEM, DER, PKCS#7, PKCS#12 or PKCS#10, or it is damaged.");

    /// <inheritdoc/>
    public CertificateReading Read(byte[] content, char[]? password, CancellationToken cancel = default) =>
        Attempt(work => ReadFile(content, password, work), cancel);

    /// <inheritdoc/>
    public CertificateReading ReadChain(IReadOnlyList<byte[]> chain, bool isOrdered, CancellationToken cancel = default) =>
        Attempt(work => ReadSent(chain, isOrdered, work), cancel);

    private static CertificateReading Attempt(Func<CertificateWork, CertificateBundle> read, CancellationToken cancel)
    {
        try
        {
            return new CertificateReading(read(new CertificateWork(cancel)), null);
        }
        catch (CertificateFaultException e)
        {
            return new CertificateReading(null, e.Fault);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // The library throws whatever comes to its parsers: for the user all of it means one thing.
            return new CertificateReading(null, Unreadable);
        }
    }

    private static CertificateBundle ReadSent(IReadOnlyList<byte[]> chain, bool isOrdered, CertificateWork work) =>
        chain.Count > CertificateLimits.ServedCertificates
            ? throw CertificateWork.Over(
                CertificateLimitFindingCodes.ChainOverLimit, $"More than {CertificateLimits.ServedCertificates} certificates were sent.")
            : CertificateBundles.Of([.. chain.Select(c => new X509Certificate(work.Measured(c)))], isOrdered, work, isLeafFirst: true);

    private static CertificateBundle ReadFile(byte[] content, char[]? password, CertificateWork work)
    {
        if (content.Length > 0 && content[0] == (Asn1Tags.Sequence | Asn1Tags.Constructed))
        {
            return ReadDer(content, password, work);
        }

        string text = PemText.Decode(content) ?? throw new CertificateFaultException(Unreadable);
        (string Label, byte[] Content)[] blocks = [.. PemText.Blocks(text)];
        if (blocks.Length == 0)
        {
            return ReadDer(PemText.FromBase64(text) ?? throw new CertificateFaultException(Unreadable), password, work);
        }

        if (Array.Find(blocks, b => b.Label is "PKCS7" or "CMS").Content is { } pkcs7)
        {
            return ReadDer(pkcs7, password, work);
        }

        bool hasKey = blocks.Any(b => b.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal));
        X509Certificate[] certificates = [.. blocks
            .Where(b => b.Label is "CERTIFICATE" or "X509 CERTIFICATE" or "TRUSTED CERTIFICATE")
            .Take(CertificateLimits.FileCertificates + 1).Select(b => Parse(work.Measured(b.Content)))];
        return certificates.Length > 0 ? CertificateBundles.Of(certificates, isOrdered: true, work, hasKey)
            : Array.Find(blocks, b => b.Label is "CERTIFICATE REQUEST" or "NEW CERTIFICATE REQUEST").Content is { } request
            ? ReadDer(request, password, work)
            : throw new CertificateFaultException(CertificateBundles.NoCertificate);
    }

    /// <summary>A trusted certificate of OpenSSL has more behind its end.</summary>
    private static X509Certificate Parse(byte[] content)
    {
        using Asn1InputStream input = new(content);
        return new X509Certificate(input.ReadObject().GetEncoded());
    }

    private static CertificateBundle ReadDer(byte[] content, char[]? password, CertificateWork work)
    {
        Asn1Sequence outer = Asn1Sequence.GetInstance(Asn1Object.FromByteArray(work.Measured(content)));
        return outer[0] switch
        {
            DerObjectIdentifier => CertificateBundles.Of(
                [.. new CmsSignedData(content).GetCertificates().EnumerateMatches(null).Take(CertificateLimits.FileCertificates + 1)],
                isOrdered: false, work),
            DerInteger => new Pkcs12File(Pfx.GetInstance(outer), work).Read(password),
            Asn1Sequence inner when inner.Count <= 4 && inner[0] is DerInteger =>
                CertificateBundles.Of(new Pkcs10CertificationRequest(content), work),
            _ => CertificateBundles.Of([new X509Certificate(content)], isOrdered: true, work),
        };
    }
}
