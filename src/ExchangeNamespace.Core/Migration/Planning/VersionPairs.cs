using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using static ExchangeNamespace.Model.ExchangeProduct;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>
/// Whether an older and a newer version may stand in one organisation, and from which update on. A new version is a new row.
/// </summary>
/// <param name="Old">The older product.</param>
/// <param name="New">The newer product.</param>
/// <param name="Source">The document that says it.</param>
internal sealed record VersionPair(ExchangeProduct Old, ExchangeProduct New, string Source)
{
    /// <summary>The supported way, where the pair itself is not supported; null for a pair that is allowed.</summary>
    public string? Way { get; init; }

    /// <summary>The oldest update of the older version beside which setup of the newer one runs.</summary>
    public KnownRelease? MinimumOld { get; init; }

    /// <summary>The oldest update of the newer version that knows the older one.</summary>
    public KnownRelease? MinimumNew { get; init; }

    /// <summary>The first update of the newer version whose setup refuses the older one.</summary>
    public KnownRelease? RefusedFrom { get; init; }

    /// <summary>What follows from <see cref="RefusedFrom"/>.</summary>
    public string? RefusedWay { get; init; }

    /// <summary>An update of the newer version that is announced to refuse the older one; null for no such announcement.</summary>
    public string? AnnouncedRefusal { get; init; }

    /// <summary>How sure the row is.</summary>
    public MigrationCertainty Certainty { get; init; } = MigrationCertainty.Documented;
}

/// <summary>The table of pairs.</summary>
internal static class VersionPairs
{
    private const string NextUpdate = "SE CU2, announced for H1 2027";

    public static readonly IReadOnlyList<VersionPair> All =
    [
        new(Exchange2007, Exchange2010, MigrationSources.Upgrade2007To2010)
            { MinimumOld = new("2007", "SP2"), Certainty = MigrationCertainty.Unverified },
        new(Exchange2007, Exchange2013, MigrationSources.Requirements2013)
            { MinimumOld = new("2007", "SP3", "Update Rollup 10"), MinimumNew = new("2013", "CU2") },
        new(Exchange2007, Exchange2016, MigrationSources.SetupRefuses2007) { Way = "2007 -> 2013 -> 2016" },
        new(Exchange2007, Exchange2019, MigrationSources.Supportability) { Way = "2007 -> 2013 -> 2019CU14" },
        new(Exchange2007, ExchangeSE, MigrationSources.UpgradeToSE) { Way = "2007 -> 2013 -> 2019CU14 -> SE" },
        new(Exchange2010, Exchange2013, MigrationSources.Requirements2013)
            { MinimumOld = new("2010", "SP3"), MinimumNew = new("2013", "CU2") },
        new(Exchange2010, Exchange2016, MigrationSources.Supportability) { MinimumOld = new("2010", "SP3", "Update Rollup 11") },
        new(Exchange2010, Exchange2019, MigrationSources.Supportability) { Way = "2010 -> 2016 -> 2019" },
        new(Exchange2010, ExchangeSE, MigrationSources.UpgradeToSE) { Way = "2010 -> 2016 -> SE" },
        new(Exchange2013, Exchange2016, MigrationSources.Supportability) { MinimumOld = new("2013", "CU10") },
        new(Exchange2013, Exchange2019, MigrationSources.UpgradeToSE)
        {
            MinimumOld = new("2013", "CU21"),
            RefusedFrom = new("2019", "CU15"),
            RefusedWay = "2013 -> 2019CU14, and a later update when no 2013 is left",
        },
        new(Exchange2013, ExchangeSE, MigrationSources.UpgradeToSE) { Way = "2013 -> 2019CU14 -> SE in place" },
        new(Exchange2016, Exchange2019, MigrationSources.SystemRequirements) { MinimumOld = new("2016", "CU23") },
        new(Exchange2016, ExchangeSE, MigrationSources.UpgradeToSE) { MinimumOld = new("2016", "CU23"), AnnouncedRefusal = NextUpdate },
        new(Exchange2019, ExchangeSE, MigrationSources.UpgradeToSE) { MinimumOld = new("2019", "CU14"), AnnouncedRefusal = NextUpdate },
    ];

    /// <summary>Whether the table lets two versions stand in one organisation, whatever update they have.</summary>
    public static bool Allows(ExchangeVersion one, ExchangeVersion other) => Find(one.Product, other.Product) is null or { Way: null };

    /// <summary>The row of two products; null for one product with itself.</summary>
    public static VersionPair? Find(ExchangeProduct one, ExchangeProduct other) =>
        All.FirstOrDefault(p => (p.Old == one && p.New == other) || (p.Old == other && p.New == one));
}
