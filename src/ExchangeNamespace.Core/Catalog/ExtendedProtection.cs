using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>How a version stands to Windows Extended Protection.</summary>
internal enum ExtendedProtectionSupport
{
    /// <summary>Microsoft has no way for it.</summary>
    None,

    /// <summary>It can be switched on with Microsoft's script, once the updates are there.</summary>
    CanBeOn,

    /// <summary>Setup switches it on, unless it was run with <c>/DoNotEnableEP</c>.</summary>
    OnByDefault,
}

/// <summary>
/// Windows Extended Protection by version (learn.microsoft.com, "Configure Windows Extended Protection in Exchange Server"). It compares
/// the certificate that the client saw with that of the server, so TLS must not end before the server, or end there with the same
/// certificate.
/// </summary>
internal static class ExtendedProtection
{
    private static readonly IReadOnlyList<(VersionRange Versions, ExtendedProtectionSupport Support)> Rows =
    [
        (new VersionRange(ExchangeBuilds.Exchange2007, ExchangeBuilds.Exchange2013), ExtendedProtectionSupport.None),
        (new VersionRange(ExchangeBuilds.Exchange2013, ExchangeBuilds.Exchange2019Cu14), ExtendedProtectionSupport.CanBeOn),
        (new VersionRange(ExchangeBuilds.Exchange2019Cu14, null), ExtendedProtectionSupport.OnByDefault),
    ];

    /// <summary>How a version stands to it.</summary>
    /// <param name="version">A version; a bare <c>2019</c> may be any of its updates and counts as one before CU14.</param>
    /// <returns>The row of the version.</returns>
    public static ExtendedProtectionSupport Of(ExchangeVersion version) => Rows.First(r => r.Versions.Contains(version)).Support;

    /// <summary>Whether it can be on behind a proxy with a strategy: the proxy must show clients the certificate of the servers.</summary>
    /// <param name="strategy">Where TLS ends, and with which certificate.</param>
    /// <returns>False for a separate certificate on the proxy.</returns>
    public static bool Allows(ReverseProxyStrategy strategy) => strategy switch
    {
        ReverseProxyStrategy.None or ReverseProxyStrategy.SharedCertificate
            or ReverseProxyStrategy.SharedCertificateWithServerNames => true,
        ReverseProxyStrategy.SeparateCertificate => false,
        _ => throw ClosedSet.Outside(strategy),
    };

    /// <summary>Whether it must be taken as on: it is known to be, or nothing is known and setup switched it on.</summary>
    /// <param name="version">The version of the server.</param>
    /// <param name="known">Whether it is on, as stated or captured; null when not known.</param>
    /// <returns>False where it is known to be off, or where it is off until it is switched on.</returns>
    public static bool IsTakenAsOn(ExchangeVersion version, bool? known) => known ?? Of(version) == ExtendedProtectionSupport.OnByDefault;
}
