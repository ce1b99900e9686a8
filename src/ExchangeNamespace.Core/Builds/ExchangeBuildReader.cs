using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>
/// Answers what a version text stands for. The embedded catalogue is read on first use. Nothing is guessed: an unknown build comes back
/// with its neighbours, and a text that names no build is a fault.
/// </summary>
public static class ExchangeBuildReader
{
    /// <summary>Reads one version text.</summary>
    /// <param name="text">
    /// A build (short, long, or the raw directory form with 30000 added), the text of AdminDisplayVersion, a mail header with <c>id
    /// 8.3.348.2</c>,
    /// product, level and update names in any order, or a KB number.
    /// </param>
    /// <param name="asOf">The day for which support, newest update and what is missing are stated.</param>
    /// <param name="parameter">Where the text came from, for the fault.</param>
    /// <param name="faults">Takes one fault when the text names no build.</param>
    /// <param name="server">The server that the text came from.</param>
    /// <returns>The builds that the text names, oldest first: a KB number may stand for several. Empty with a fault.</returns>
    public static IReadOnlyList<ExchangeBuildInfo> Read(string? text, DateTime asOf, string parameter, ICollection<InputFault> faults,
        string? server = null) =>
        [.. Hits(text, parameter, faults).Select(hit => BuildDescriber.Describe(hit, asOf, text, server))];

    /// <summary>All rows released by a day, oldest build first.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="products">The products to list, as <c>2007</c> to <c>2019</c> or <c>SE</c>; empty for all.</param>
    /// <param name="latestOnly">Only the newest row of each product.</param>
    /// <returns>The rows.</returns>
    public static IEnumerable<ExchangeBuildInfo> List(DateTime asOf, IReadOnlyCollection<string> products, bool latestOnly) =>
        ExchangeReleases.All
            .Where(row =>
                Releases.IsReleased(row, asOf) && (products.Count == 0 || products.Contains(row.Product, StringComparer.OrdinalIgnoreCase)))
            .GroupBy(Releases.ProductOf)
            .SelectMany(rows => latestOnly ? [rows.Last()] : rows.AsEnumerable())
            .Select(row => BuildDescriber.Describe(BuildHit.Of(row), asOf));

    /// <summary>
    /// What lies between two builds of one product: the later updates of the older build's level, the levels in between, and the updates up
    /// to the newer build on its own level. Updates of levels in between are left out, because the newer level comes without them.
    /// </summary>
    /// <param name="since">The older build, not part of the answer.</param>
    /// <param name="upTo">The newer build, part of the answer; null for the newest of the product.</param>
    /// <param name="asOf">The day; rows released later are left out.</param>
    /// <param name="faults">Takes one fault when a text names no build, or the two are not in order.</param>
    /// <param name="server">The server that the newer text came from.</param>
    /// <returns>The rows, oldest build first.</returns>
    public static IReadOnlyList<ExchangeBuildInfo> Between(string? since, string? upTo, DateTime asOf, ICollection<InputFault> faults,
        string? server = null)
    {
        IReadOnlyList<BuildHit> older = Hits(since, "Since", faults);
        if (older.Count == 0)
        {
            return [];
        }

        if (older.Count > 1)
        {
            faults.Add(new InputFault(FaultIds.BuildTextAmbiguous, "Since", since,
                $"'{VisibleText.Short(since!)}' names several builds: {Names(older)}. Name one."));
            return [];
        }

        BuildHit from = older[0];
        IReadOnlyList<BuildHit> newer = upTo is not null
            ? Hits(upTo, "Version", faults)
            : [.. Releases.Of(from.Product).Where(row => Releases.IsReleased(row, asOf)).Select(row => BuildHit.Of(row))];
        List<BuildHit> fitting = [.. newer.Where(hit => hit.Product == from.Product && hit.Build >= from.Build)];
        if (fitting.Count == 0)
        {
            if (upTo is not null && newer.Count > 0)
            {
                faults.Add(new InputFault(
                    FaultIds.BuildsNotInOrder, "Since", since,
                    $"{Names(newer)} is not a later build of the product of {Names(older)}. -Since takes the older of two builds of one "
                        + "product."));
            }

            return [];
        }

        // A KB number can stand for several levels; the one that needs no other level is meant.
        BuildHit to = upTo is null ? fitting[fitting.Count - 1]
            : fitting.Find(hit => hit.Level == from.Level) ?? fitting[fitting.Count - 1];
        return [.. Releases.Of(from.Product)
            .Where(row => row.Build > from.Build && row.Build <= to.Build && Releases.IsReleased(row, asOf))
            .Where(row => row.Update is null || row.Level == from.Level || row.Level == to.Level)
            .Select(row => BuildDescriber.Describe(BuildHit.Of(row), asOf, server: server))];
    }

    private static IReadOnlyList<BuildHit> Hits(string? text, string parameter, ICollection<InputFault> faults) =>
        BuildTextReader.Read(text, parameter, faults) is { } query ? BuildResolver.Resolve(query, text, parameter, faults) : [];

    private static string Names(IEnumerable<BuildHit> hits) =>
        string.Join("; ", hits.Select(hit => BuildDescriber.Describe(hit, default).ToString()));
}
