using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>All released builds of Exchange, read from the embedded table <c>exchange-builds.tsv</c> on first use.</summary>
internal static class ExchangeReleases
{
    private static readonly Lazy<IReadOnlyList<ExchangeRelease>> Rows = new(
        () => [.. CatalogResource.Rows("exchange-builds.tsv").Select(row => new ExchangeRelease(row)).OrderBy(row => row.Build)]);

    /// <summary>All rows, oldest build first.</summary>
    public static IReadOnlyList<ExchangeRelease> All => Rows.Value;

    /// <summary>The level under its official name: Service Pack 1 of 2013 is its fourth cumulative update.</summary>
    public static string OfficialLevel(string product, string level) =>
        product == "2013" && string.Equals(level, "CU4", StringComparison.OrdinalIgnoreCase) ? "SP1" : level;

    /// <summary>The release itself of a product and level, for example <c>2019</c> and <c>CU12</c>; null when unknown.</summary>
    public static ExchangeRelease? FindBase(string product, string level) => All.FirstOrDefault(
        row => row.Update is null
            && string.Equals(row.Product, product, StringComparison.OrdinalIgnoreCase)
            && string.Equals(row.Level, level, StringComparison.OrdinalIgnoreCase));

    /// <summary>The row of exactly this build, alternative numbers included; null without one.</summary>
    public static ExchangeRelease? FindExact(Version build) =>
        All.FirstOrDefault(row => row.Build == build)
        ?? All.FirstOrDefault(row => row.AltBuilds.Any(alt => alt.Key == build));

    /// <summary>All earlier rollups of the same product and level, which a rollup of Exchange 2007 or 2010 contains.</summary>
    public static IReadOnlyList<ExchangeRelease> CumulativeOver(ExchangeRelease release) =>
        [.. All.Where(
            row => row.Kind == "RU" && row.Product == release.Product && row.Level == release.Level && row.Build < release.Build)];
}
