using System;
using System.IO;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Kerberos;

namespace ExchangeNamespace.Probes;

/// <summary>
/// The way to LDAP for everything outside this namespace. Its library belongs to Windows PowerShell and to PowerShell 7, and is not shipped
/// with the module; a host without it is told what to do.
/// </summary>
internal static class LdapFactory
{
    /// <summary>Asks a directory.</summary>
    /// <exception cref="DirectoryQuestionException">There is no library, or no answer.</exception>
    public static DirectoryAnswer Ask(DirectoryQuestion question, NetworkCredential? credential, CancellationToken cancel)
    {
        try
        {
            return Run(question, credential, cancel);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException or DllNotFoundException
            or TypeInitializationException)
        {
            throw new DirectoryQuestionException(FaultIds.DirectoryLibraryMissing,
                "This PowerShell has no library for LDAP: System.DirectoryServices.Protocols, and on Linux libldap. Pipe the output of "
                    + "setspn -F -Q http/* to the command instead.", e);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DirectoryAnswer Run(DirectoryQuestion question, NetworkCredential? credential, CancellationToken cancel) =>
        new LdapDirectory(question, credential).Ask(cancel);
}
