using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Scripts;

/// <summary>The version that a script is checked for, and the rows that it is checked against.</summary>
internal sealed class ScriptTarget(ExchangeVersion version, VersionCatalog catalog)
{
    public ExchangeVersion Version { get; } = version;

    public VersionCatalog Catalog { get; } = catalog;

    public ShellVersions Shell { get; } = ShellVersions.Of(version.Product);

    /// <summary>The 2007 help names no positions, no default sets and no pipeline input.</summary>
    public bool IsLooselyDocumented => Version.Product == ExchangeProduct.Exchange2007;
}
