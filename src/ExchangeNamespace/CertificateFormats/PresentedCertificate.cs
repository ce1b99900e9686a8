using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Runtime.CompilerServices;
using ExchangeNamespace.Loading;
using ExchangeNamespace.Model;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>Reads the certificate that a server presented. Whatever is in it, the result is facts in printable text, or nothing.</summary>
internal static class PresentedCertificate
{
    /// <summary>Reads one certificate.</summary>
    /// <param name="der">The certificate in DER.</param>
    /// <returns>What it says; null where it cannot be read.</returns>
    /// <exception cref="DependencyLoadException">The library cannot be loaded.</exception>
    public static CertificateFacts? Read(byte[] der)
    {
        try
        {
            DependencyResolver.Prepare(PrivateLibraries.X509);
            return Parse(der);
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new DependencyLoadException(PrivateLibraries.X509.Name, exception);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CertificateFacts? Parse(byte[] der)
    {
        try
        {
            X509Certificate certificate = new X509CertificateParser().ReadCertificate(der);
            return certificate is null ? null : new CertificateFacts
            {
                Version = certificate.Version,
                Subject = VisibleText.Of(certificate.SubjectDN.ToString()),
                CommonNames = [.. certificate.SubjectDN.GetValueList(X509Name.CN).Select(n => VisibleText.Of(n))],
                Issuer = VisibleText.Of(certificate.IssuerDN.ToString()),
                AlternativeNames = [.. Names(certificate)],
                SerialNumber = certificate.SerialNumber.ToString(16),
                NotBefore = certificate.NotBefore.ToUniversalTime(),
                NotAfter = certificate.NotAfter.ToUniversalTime(),
                IsSelfSigned = IsSelfSigned(certificate),
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library throws whatever comes to its parsers; all of it means that the certificate cannot be read.
            return null;
        }
    }

    private static IEnumerable<AlternativeName> Names(X509Certificate certificate)
    {
        Asn1OctetString? extension = certificate.GetExtensionValue(X509Extensions.SubjectAlternativeName);
        if (extension is null)
        {
            yield break;
        }

        foreach (GeneralName name in GeneralNames.GetInstance(Asn1Object.FromByteArray(extension.GetOctets())).GetNames())
        {
            yield return name.TagNo switch
            {
                GeneralName.DnsName => new AlternativeName(AlternativeNameKind.Dns, VisibleText.Of(name.Name.ToString() ?? string.Empty)),
                GeneralName.IPAddress when Asn1OctetString.GetInstance(name.Name).GetOctets() is { Length: 4 or 16 } octets => new AlternativeName(AlternativeNameKind.IPAddress, new IPAddress(octets).ToString()),
                _ => new AlternativeName(AlternativeNameKind.Other, VisibleText.Of(name.ToString())),
            };
        }
    }

    private static bool IsSelfSigned(X509Certificate certificate)
    {
        if (!certificate.SubjectDN.Equivalent(certificate.IssuerDN))
        {
            return false;
        }

        try
        {
            certificate.Verify(certificate.GetPublicKey());
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }
}
