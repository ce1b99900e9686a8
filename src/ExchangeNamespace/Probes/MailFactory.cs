using System;
using System.IO;
using System.Runtime.CompilerServices;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Loading;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Probes;

/// <summary>
/// The way to mail servers for everything outside this namespace. The libraries are loaded before the first method that names their types
/// is entered.
/// </summary>
internal static class MailFactory
{
    /// <summary>Makes a probe.</summary>
    /// <exception cref="DependencyLoadException">The library cannot be loaded.</exception>
    public static ISmtpProbe Create()
    {
        try
        {
            DependencyResolver.Prepare(PrivateLibraries.Mail);
            Touch();
            return Make();
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new DependencyLoadException(PrivateLibraries.Mail.Name, exception);
        }
    }

    /// <summary>Entering it makes the runtime look for the library, which PowerShell 7 does no earlier.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Touch() => _ = MailKit.Security.SecureSocketOptions.None.ToString();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ISmtpProbe Make() => new SmtpProbe();
}
