using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Org.BouncyCastle.Pkcs;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>Makes a bundle of parsed certificates: their facts, and which of them signed which.</summary>
internal static class CertificateBundles
{
    public static readonly CertificateFault NoCertificate = new(FaultIds.CertificateMissing,
        "It holds no certificate and no request. A private key alone tells no names; give the certificate.");

    /// <summary>The names that a request asks for.</summary>
    public static CertificateBundle Of(Pkcs10CertificationRequest request, CertificateWork work) =>
        new() { Certificates = [CertificateFactsReader.Read(request, work)], SignedBy = [null], IsOrdered = true };

    /// <summary>The certificates of a file, or those that a server sent.</summary>
    public static CertificateBundle Of(
        IReadOnlyList<X509Certificate> certificates, bool isOrdered, CertificateWork work, bool hasKey = false, bool isLeafFirst = false)
    {
        RefuseCount(certificates.Count);
        CertificateFacts[] facts = [.. certificates.Select(c => CertificateFactsReader.Read(c, null, work))];
        int?[] signers = SignersOf(certificates, facts, work);
        if (hasKey)
        {
            // Beside a private key stands its certificate, mostly first.
            int leaf = Enumerable.Range(0, facts.Length).Where(i => !signers.Contains(i)).DefaultIfEmpty(0).First();
            facts[leaf] = facts[leaf] with { HasPrivateKey = true };
        }

        return Counted(new CertificateBundle { Certificates = facts, SignedBy = signers, IsOrdered = isOrdered, IsLeafFirst = isLeafFirst },
            work);
    }

    /// <summary>The certificates of a PKCS#12 file; that of the private key, where there is one, comes first.</summary>
    public static CertificateBundle Of(IReadOnlyList<X509Certificate> certificates, X509Certificate? keyOwner, CertificateWork work)
    {
        RefuseCount(certificates.Count);
        CertificateFacts[] facts = [.. certificates.Select(c => CertificateFactsReader.Read(c, c == keyOwner ? true : null, work))];
        return Counted(new CertificateBundle { Certificates = facts, SignedBy = SignersOf(certificates, facts, work), IsOrdered = false },
            work);
    }

    /// <summary>Each name of the certificate is compared with each constraint of its authorities.</summary>
    private static CertificateBundle Counted(CertificateBundle bundle, CertificateWork work)
    {
        work.AddComparisons(
            (long)bundle.Leaf.AlternativeNames.Count * bundle.Path().Skip(1).Sum(p => bundle.Certificates[p].NameConstraints.Count));
        return bundle;
    }

    private static void RefuseCount(int count)
    {
        if (count == 0)
        {
            throw new CertificateFaultException(NoCertificate);
        }

        if (count > CertificateLimits.FileCertificates)
        {
            throw CertificateWork.Over(
                CertificateLimitFindingCodes.ChainOverLimit, $"It holds more than {CertificateLimits.FileCertificates} certificates.");
        }
    }

    /// <summary>One that signs itself is signed by no other, also where another one has the same name and key.</summary>
    private static int?[] SignersOf(IReadOnlyList<X509Certificate> certificates, CertificateFacts[] facts, CertificateWork work)
    {
        int?[] signers = new int?[certificates.Count];
        for (int i = 0; i < certificates.Count; i++)
        {
            work.Step();
            for (int j = 0; j < certificates.Count && signers[i] is null && !facts[i].IsSelfSigned; j++)
            {
                if (i != j && certificates[i].IssuerDN.Equivalent(certificates[j].SubjectDN)
                    && SignatureCheck.IsSignedBy(certificates[i], certificates[j], work))
                {
                    signers[i] = j;
                }
            }
        }

        return signers;
    }
}
