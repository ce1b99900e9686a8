using System;

namespace ExchangeNamespace.Catalog;

/// <summary>
/// All rows that say how the shells of the versions differ. Emission, script check, comparison and capture ask the same rows, so a change
/// that a future update brings is rows and nothing else.
/// </summary>
/// <param name="Cmdlets">Which cmdlet and parameter exists where.</param>
/// <param name="Services">How each service is set.</param>
/// <param name="Successors">What took the place of what.</param>
internal sealed record VersionCatalog(CmdletCatalog Cmdlets, ServiceCatalog Services, CmdletSuccessors Successors)
{
    private static readonly Lazy<VersionCatalog> Instance =
        new(() => new VersionCatalog(CmdletCatalog.Default, ServiceCatalog.Default, CmdletSuccessors.Default));

    /// <summary>The rows of the module; nothing is read before the first use.</summary>
    public static VersionCatalog Default => Instance.Value;
}
