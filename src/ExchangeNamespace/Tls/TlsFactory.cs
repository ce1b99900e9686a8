using System;
using System.IO;
using System.Runtime.CompilerServices;
using ExchangeNamespace.Loading;
using ExchangeNamespace.Model;
using ExchangeNamespace.Verification;

namespace ExchangeNamespace.Tls;

/// <summary>The way to TLS for everything outside this namespace. The library is loaded before the first method that names its types is entered.</summary>
internal static class TlsFactory
{
    /// <summary>Makes a probe.</summary>
    /// <exception cref="DependencyLoadException">The library cannot be loaded.</exception>
    public static ITlsProbe Create()
    {
        try
        {
            DependencyResolver.Prepare(PrivateLibraries.X509);
            Touch();
            return new TlsProbe();
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new DependencyLoadException(PrivateLibraries.X509.Name, exception);
        }
    }

    /// <summary>Entering it makes the runtime look for the library, which PowerShell 7 does no earlier.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Touch() => _ = Org.BouncyCastle.Tls.AlertDescription.GetName(0);
}
