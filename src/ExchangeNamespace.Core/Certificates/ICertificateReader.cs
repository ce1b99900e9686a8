using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates;

/// <summary>Reads certificates in every form in which administrators have them. Nothing that is read is trusted, and nothing is fetched.</summary>
internal interface ICertificateReader
{
    /// <summary>Reads a file: PEM, DER, PKCS#7, PKCS#12 or PKCS#10, in whatever of them it is.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="password">The password of a PKCS#12 file; null for none.</param>
    CertificateReading Read(byte[] content, char[]? password);

    /// <summary>Reads the certificates of a chain in the order in which a server sent them.</summary>
    /// <param name="chain">The certificates in DER.</param>
    /// <param name="isOrdered">Whether that order is known.</param>
    CertificateReading ReadChain(IReadOnlyList<byte[]> chain, bool isOrdered);
}

/// <summary>Why certificates were not read.</summary>
/// <param name="Id">One of <see cref="FaultIds"/>.</param>
/// <param name="Message">What to do.</param>
internal sealed record CertificateFault(string Id, string Message);

/// <summary>What came of reading: certificates, at least one, or a fault.</summary>
/// <param name="Bundle">The certificates; null for none.</param>
/// <param name="Fault">Why there are none.</param>
internal sealed record CertificateReading(CertificateBundle? Bundle, CertificateFault? Fault);
