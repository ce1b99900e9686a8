using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using static ExchangeNamespace.Model.ExchangeProduct;

namespace ExchangeNamespace.Builds;

/// <summary>The table of pairs, for plans and migrations.</summary>
internal static class VersionPairs
{
    private const string NextUpdate = "SE CU2, announced for H1 2027";

    public static readonly IReadOnlyList<VersionPair> All =
    [
        new(Exchange2007, Exchange2010, VersionSources.Upgrade2007To2010) { MinimumOld = new("2007", "SP2") },
        new(Exchange2007, Exchange2013, VersionSources.Requirements2013)
            { MinimumOld = new("2007", "SP3", "Update Rollup 10"), MinimumNew = new("2013", "CU2") },
        new(Exchange2007, Exchange2016, VersionSources.SetupRefuses2007) { Way = "2007 -> 2013 -> 2016" },
        new(Exchange2007, Exchange2019, VersionSources.Supportability) { Way = "2007 -> 2013 -> 2019CU14" },
        new(Exchange2007, ExchangeSE, VersionSources.UpgradeToSE) { Way = "2007 -> 2013 -> 2019CU14 -> SE" },
        new(Exchange2010, Exchange2013, VersionSources.Requirements2013)
            { MinimumOld = new("2010", "SP3"), MinimumNew = new("2013", "CU2") },
        new(Exchange2010, Exchange2016, VersionSources.Supportability) { MinimumOld = new("2010", "SP3", "Update Rollup 11") },
        new(Exchange2010, Exchange2019, VersionSources.Supportability) { Way = "2010 -> 2016 -> 2019" },
        new(Exchange2010, ExchangeSE, VersionSources.UpgradeToSE) { Way = "2010 -> 2016 -> SE" },
        new(Exchange2013, Exchange2016, VersionSources.Supportability) { MinimumOld = new("2013", "CU10") },
        new(Exchange2013, Exchange2019, VersionSources.UpgradeToSE)
        {
            MinimumOld = new("2013", "CU21"),
            RefusedFrom = new("2019", "CU15"),
            RefusedWay = "2013 -> 2019CU14, and a later update when no 2013 is left",
        },
        new(Exchange2013, ExchangeSE, VersionSources.UpgradeToSE) { Way = "2013 -> 2019CU14 -> SE in place" },
        new(Exchange2016, Exchange2019, VersionSources.SystemRequirements) { MinimumOld = new("2016", "CU23") },
        new(Exchange2016, ExchangeSE, VersionSources.UpgradeToSE) { MinimumOld = new("2016", "CU23"), AnnouncedRefusal = NextUpdate },
        new(Exchange2019, ExchangeSE, VersionSources.UpgradeToSE) { MinimumOld = new("2019", "CU14"), AnnouncedRefusal = NextUpdate },
    ];

    /// <summary>Whether the table lets two versions stand in one organisation, whatever update they have.</summary>
    public static bool Allows(ExchangeVersion one, ExchangeVersion other) => Find(one.Product, other.Product) is null or { Way: null };

    /// <summary>The row of two products; null for one product with itself.</summary>
    public static VersionPair? Find(ExchangeProduct one, ExchangeProduct other) =>
        All.FirstOrDefault(p => (p.Old == one && p.New == other) || (p.Old == other && p.New == one));
}
