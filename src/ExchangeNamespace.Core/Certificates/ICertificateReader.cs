using System.Collections.Generic;
using System.Threading;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates;

/// <summary>
/// Reads certificates in every form in which administrators have them. Nothing that is read is trusted, and nothing is fetched.
/// </summary>
internal interface ICertificateReader
{
    /// <summary>Reads a file: PEM, DER, PKCS#7, PKCS#12 or PKCS#10, in whatever of them it is.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="password">The password of a PKCS#12 file; null for none.</param>
    /// <param name="cancel">Ends it between two steps.</param>
    CertificateReading Read(byte[] content, char[]? password, CancellationToken cancel = default);

    /// <summary>Reads the certificates of a chain in the order in which a server sent them.</summary>
    /// <param name="chain">The certificates in DER.</param>
    /// <param name="isOrdered">Whether that order is known.</param>
    /// <param name="cancel">Ends it between two steps.</param>
    CertificateReading ReadChain(IReadOnlyList<byte[]> chain, bool isOrdered, CancellationToken cancel = default);
}
