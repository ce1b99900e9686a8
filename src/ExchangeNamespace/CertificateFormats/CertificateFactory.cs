using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Loading;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>
/// The way to certificate files for everything outside this namespace. The library is loaded before the first method that names its types
/// is entered.
/// </summary>
internal static class CertificateFactory
{
    /// <summary>Makes a reader.</summary>
    /// <exception cref="DependencyLoadException">The library cannot be loaded.</exception>
    public static ICertificateReader Create()
    {
        try
        {
            DependencyResolver.Prepare(PrivateLibraries.X509);
            Touch();
            return new CertificateReader();
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new DependencyLoadException(PrivateLibraries.X509.Name, exception);
        }
    }

    /// <summary>Makes a reader of single certificates in DER, as a server presents them.</summary>
    /// <exception cref="DependencyLoadException">The library cannot be loaded.</exception>
    public static Func<byte[], CancellationToken, CertificateReading> CreateLeafReader()
    {
        ICertificateReader reader = Create();
        return (der, cancel) => reader.ReadChain([der], isOrdered: true, cancel);
    }

    /// <summary>Entering it makes the runtime look for the library, which PowerShell 7 does no earlier.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Touch() => _ = new Org.BouncyCastle.Asn1.DerObjectIdentifier("2.5.4.3");
}
