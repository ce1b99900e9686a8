using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>When the support of a product ends, from the embedded table <c>exchange-support.tsv</c>.</summary>
/// <param name="MainstreamEnd">The last day of mainstream support; null for a product without phases.</param>
/// <param name="ExtendedEnd">The last day of support.</param>
/// <param name="PaidAfter">The day after which updates belong to a paid programme; null without one.</param>
/// <param name="Note">A remark, or empty.</param>
internal sealed record SupportCalendar(DateTime? MainstreamEnd, DateTime ExtendedEnd, DateTime? PaidAfter, string Note)
{
    private static readonly Lazy<IReadOnlyDictionary<string, SupportCalendar>> Table = new(
        () => CatalogResource.Rows("exchange-support.tsv").ToDictionary(
            row => row[0],
            row => new SupportCalendar(OptionalDay(row[1]), DayText.Parse(row[2]), OptionalDay(row[3]), row[4]),
            StringComparer.Ordinal));

    public static SupportCalendar Of(ExchangeProduct product) => Table.Value[ExchangeVersionReader.ProductText(product)];

    /// <summary>The phase on a day; the last day of a phase still belongs to it.</summary>
    public SupportState On(DateTime day) =>
        day.Date > ExtendedEnd ? SupportState.OutOfSupport
        : MainstreamEnd is { } mainstream && day.Date > mainstream ? SupportState.Extended
        : SupportState.Supported;

    private static DateTime? OptionalDay(string cell) => cell.Length == 0 ? null : DayText.Parse(cell);
}
