using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Builds;

/// <summary>Questions about the rows of the catalogue and their order.</summary>
internal static class Releases
{
    private static readonly Lazy<DateTime> NewestDay = new(() => ExchangeReleases.All.Max(row => row.AvailableFrom));

    /// <summary>The release date of the newest row: what came later is not in the catalogue.</summary>
    public static DateTime CatalogueDay => NewestDay.Value;

    public static ExchangeProduct ProductOf(ExchangeRelease row) => ExchangeVersionReader.ProductOf(row.Build)!.Value;

    public static IEnumerable<ExchangeRelease> Of(ExchangeProduct product)
    {
        string text = ExchangeVersionReader.ProductText(product);
        return ExchangeReleases.All.Where(row => row.Product == text);
    }

    /// <summary>A service pack or cumulative update and everything released on it, oldest first.</summary>
    public static IEnumerable<ExchangeRelease> Line(ExchangeProduct product, string level) =>
        Of(product).Where(row => string.Equals(row.Level, level, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a row was out on a day.</summary>
    public static bool IsReleased(ExchangeRelease row, DateTime day) => row.AvailableFrom <= day.Date;
}
