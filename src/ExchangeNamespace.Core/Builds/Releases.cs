using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Builds;

/// <summary>Questions about the rows of the catalogue and their order.</summary>
internal static class Releases
{
    /// <summary>The release date of the newest row: what came later is not in the catalogue.</summary>
    public static DateTime CatalogueDay => ExchangeReleases.All.Max(AvailableFrom);

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
    public static bool IsReleased(ExchangeRelease row, DateTime day) => AvailableFrom(row) <= day.Date;

    /// <summary>The release day; the last day of the month where only the month is known, so that no row counts too early.</summary>
    public static DateTime AvailableFrom(ExchangeRelease row) => row.ReleaseDate.Length == 7
        ? DateTime.ParseExact(row.ReleaseDate, "yyyy-MM", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1)
        : DateTime.ParseExact(row.ReleaseDate, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
