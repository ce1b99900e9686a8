using System;
using System.Net.Security;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Probes;

/// <summary>
/// Begins a handshake without any help from outside. A system that builds a chain may fetch missing certificates from addresses that the
/// server's certificate names, and this module talks to the servers named and to no other. PowerShell 7 can be told not to, with types that
/// netstandard2.0 does not know; Windows PowerShell cannot, see docs/windows-checklist.md. The same holds for an earlier session: resumed,
/// it would show the certificate of then, and not the one that the server has now.
/// </summary>
internal static class TlsClientOptions
{
    private const string Options = "System.Net.Security.SslClientAuthenticationOptions";
    private const string NoDownloads = "DisableCertificateDownloads";
    private const string Resume = "AllowTlsResume";

    private static readonly Type? OptionsType = typeof(SslStream).Assembly.GetType(Options);
    private static readonly PropertyInfo? Policy = OptionsType?.GetProperty("CertificateChainPolicy");
    private static readonly MethodInfo? Method = OptionsType is null ? null
        : typeof(SslStream).GetMethod("AuthenticateAsClientAsync", [OptionsType, typeof(CancellationToken)]);

    /// <summary>Whether the certificates come in the order of the wire. Windows puts them into a store, which has none.</summary>
    public static bool KeepsOrderOfChain => !RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    /// <summary>Shakes hands as a client.</summary>
    /// <param name="tls">The stream.</param>
    /// <param name="serverName">The name to ask for; empty for none.</param>
    public static Task AuthenticateAsync(SslStream tls, string serverName)
    {
        if (Policy is null || Method is null)
        {
            return tls.AuthenticateAsClientAsync(serverName, [], SslProtocols.None, checkCertificateRevocation: false);
        }

        object options = Activator.CreateInstance(OptionsType!)!;
        X509ChainPolicy policy = new() { RevocationMode = X509RevocationMode.NoCheck };
        typeof(X509ChainPolicy).GetProperty(NoDownloads)!.SetValue(policy, true);
        Policy.SetValue(options, policy);
        OptionsType!.GetProperty(Resume)?.SetValue(options, false);
        OptionsType.GetProperty("TargetHost")!.SetValue(options, serverName);
        return (Task)Method.Invoke(tls, [options, CancellationToken.None])!;
    }
}
