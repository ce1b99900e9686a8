using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Builds;

/// <summary>One fix that a source links to an update (S64).</summary>
/// <param name="Kb">The KB number of the fix.</param>
/// <param name="Text">What it mends.</param>
/// <param name="Source">Where that is written.</param>
public sealed record UpdateFix(string Kb, string Text, string Source)
{
    private static readonly Lazy<ILookup<string, UpdateFix>> Table = new(() => CatalogResource.Rows("exchange-fixes.tsv")
        .ToLookup(row => row[0], row => new UpdateFix(row[1], row[2], row[3]), StringComparer.OrdinalIgnoreCase));

    /// <summary>KB number and text.</summary>
    /// <returns>For example <c>KB949968: UM diversion header</c>.</returns>
    public override string ToString() => Kb + ": " + Text;

    /// <summary>The fixes that an update is known to contain.</summary>
    internal static IReadOnlyList<UpdateFix> In(string? updateKb) => updateKb is null ? [] : [.. Table.Value[updateKb]];

    /// <summary>The updates that a fix is known to be in.</summary>
    internal static IReadOnlyList<string> UpdatesWith(string fixKb) =>
        [.. Table.Value.Where(update => update.Any(fix => string.Equals(fix.Kb, fixKb, StringComparison.OrdinalIgnoreCase)))
            .Select(update => update.Key)];
}
