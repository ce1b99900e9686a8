using System;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Builds;

/// <summary>A row of the build catalogue, as other rows refer to it.</summary>
/// <param name="Product">The product.</param>
/// <param name="Level"><c>RTM</c>, <c>SPn</c>, <c>CUn</c> or <c>Preview</c>.</param>
/// <param name="Update">The update on the level, for example <c>Mar24SU</c>; null for the level itself.</param>
/// <param name="Kind"><c>RTM</c>, <c>SP</c>, <c>CU</c>, <c>Preview</c>, <c>RU</c>, <c>SU</c> or <c>HU</c>.</param>
/// <param name="Kb">The KB number; null when no source gives it.</param>
/// <param name="ReleaseDate"><c>YYYY-MM-DD</c>, or <c>YYYY-MM</c> where only the month is known.</param>
/// <param name="Build">The build.</param>
public sealed record ExchangeUpdate(ExchangeProduct Product, string Level, string? Update, string Kind, string? Kb, string ReleaseDate,
    Version Build)
{
    /// <summary>The name in Microsoft's words, for example <c>Exchange Server 2019 CU14 Mar24SU</c>.</summary>
    public string Name =>
        "Exchange Server " + ExchangeVersionReader.ProductText(Product) + " " + Level + (Update is null ? string.Empty : " " + Update);

    internal static ExchangeUpdate From(ExchangeRelease row) =>
        new(Releases.ProductOf(row), row.Level, row.Update, row.Kind, row.Kb, row.ReleaseDate, row.Build);

    /// <summary>The name with KB number and build.</summary>
    /// <returns>For example <c>Exchange Server 2019 CU14 Mar24SU (KB5036401, 15.2.1544.9)</c>.</returns>
    public override string ToString() => Name + " (" + (Kb is null ? string.Empty : Kb + ", ") + Build + ")";
}
