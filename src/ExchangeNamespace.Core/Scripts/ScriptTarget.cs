using System;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Scripts;

/// <summary>The version that a script is checked for, as the tables ask for it.</summary>
internal sealed class ScriptTarget
{
    public ScriptTarget(ExchangeVersion version)
    {
        Version = version;
        Key = ExchangeVersionReader.CatalogKey(version);
        CumulativeUpdate = UpdateOf(version);
        Shell = ShellVersions.Of(version.Product);
    }

    public ExchangeVersion Version { get; }

    /// <summary>The key in the cmdlet catalogue.</summary>
    public string Key { get; }

    /// <summary>The cumulative update; null where only the product was named, and for products whose updates change no cmdlet.</summary>
    public int? CumulativeUpdate { get; }

    public ShellVersions Shell { get; }

    /// <summary>The 2007 help names no positions, no default sets and no pipeline input.</summary>
    public bool IsLooselyDocumented => Version.Product == ExchangeProduct.Exchange2007;

    private static int? UpdateOf(ExchangeVersion version)
    {
        if (version.IsProductOnly || version.Product is ExchangeProduct.Exchange2007 or ExchangeProduct.Exchange2010 or ExchangeProduct.ExchangeSE)
        {
            return null;
        }

        string product = ExchangeVersionReader.ProductText(version.Product);
        string level = ExchangeReleases.All.LastOrDefault(r => r.Update is null && r.Product == product && r.Build <= version.Build)?.Level ?? "RTM";
        return level == "SP1" ? 4
            : level.StartsWith("CU", StringComparison.Ordinal) ? int.Parse(level.Substring(2), NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
    }
}
