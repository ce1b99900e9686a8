using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Reports.Drawing;

/// <summary>Names that stand in one box, because they lead to the same rows or to rows between each other.</summary>
/// <param name="Names">The names.</param>
/// <param name="Rows">All rows that they lead to, in order.</param>
internal sealed record NameCard(IReadOnlyList<SceneName> Names, IReadOnlyList<int> Rows)
{
    public int First => Rows[0];

    public int Last => Rows[Rows.Count - 1];
}

/// <summary>
/// Sorts names into boxes so that no line to a row crosses another: a box spans the rows from its first to its last, and boxes whose spans
/// meet become one.
/// </summary>
internal static class NameCards
{
    public static IReadOnlyList<NameCard> Of(IReadOnlyList<SceneName> names)
    {
        List<NameCard> cards = [];
        foreach (SceneName name in names.Where(n => n.Rows.Count > 0))
        {
            NameCard card = new([name], name.Rows);
            while (cards.Find(c => c.First <= card.Last && card.First <= c.Last) is { } met)
            {
                cards.Remove(met);
                card = new NameCard([.. met.Names, .. card.Names], [.. met.Rows.Concat(card.Rows).Distinct().OrderBy(r => r)]);
            }

            cards.Add(card);
        }

        return [.. cards.OrderBy(c => c.First)];
    }
}
