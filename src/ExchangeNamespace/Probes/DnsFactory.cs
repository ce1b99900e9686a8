using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Loading;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Probes;

/// <summary>
/// The way to DNS for everything outside this namespace. The library is loaded before the first method that names its types is entered.
/// </summary>
internal static class DnsFactory
{
    /// <summary>Makes a resolver for one run. It gives up on a server that does not answer.</summary>
    /// <param name="timeout">How long to wait for one answer.</param>
    /// <param name="retries">How often to ask again.</param>
    /// <exception cref="DependencyLoadException">The DNS library cannot be loaded.</exception>
    public static IDnsResolver Create(TimeSpan timeout, int retries)
    {
        Load();
        return new CircuitBreakerResolver(Make(timeout, retries));
    }

    /// <summary>The DNS servers that this machine is set to use.</summary>
    /// <exception cref="DependencyLoadException">The DNS library cannot be loaded.</exception>
    public static IReadOnlyList<DnsServerAddress> OwnServers()
    {
        Load();
        return FindOwn();
    }

    private static void Load()
    {
        try
        {
            DependencyResolver.Prepare(PrivateLibraries.Dns);
            Touch();
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new DependencyLoadException(PrivateLibraries.Dns.Name, exception);
        }
    }

    /// <summary>Entering it makes the runtime look for the library, which PowerShell 7 does no earlier.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Touch() => _ = new DnsClient.DnsQuestion("example.com", DnsClient.QueryType.A);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DnsClientResolver Make(TimeSpan timeout, int retries) => new(timeout, retries);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyList<DnsServerAddress> FindOwn() =>
        [.. DnsClient.NameServer.ResolveNameServers(skipIPv6SiteLocal: true, fallbackToGooglePublicDns: false)
            .Select(s => new DnsServerAddress(s.Address, s.Port))];
}
