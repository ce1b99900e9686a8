using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>
/// What most servers have. Of values with equally many servers a shared one wins against the server's own name, that against no value, and
/// among shared ones that of the server which was captured first.
/// </summary>
internal sealed class Vote
{
    private readonly IReadOnlyList<(string Server, Choice Choice)> _ballots;

    private Vote(Choice winner, IReadOnlyList<(string Server, Choice Choice)> ballots, bool isTie)
    {
        Winner = winner;
        _ballots = ballots;
        Odd = [.. ballots.Where(b => b.Choice != winner)];
        Certainty = Odd.Count == 0 ? DesignCertainty.Certain : isTie ? DesignCertainty.Guess : DesignCertainty.Majority;
    }

    public Choice Winner { get; }

    public DesignCertainty Certainty { get; }

    /// <summary>The servers that have another value, with it.</summary>
    public IReadOnlyList<(string Server, Choice Choice)> Odd { get; }

    public IEnumerable<string> Supporters => _ballots.Where(b => b.Choice == Winner).Select(b => b.Server);

    /// <summary>Who speaks for the winner, for example <c>EX01, EX02 (2 of 3 servers)</c>.</summary>
    public string Evidence
    {
        get
        {
            string[] supporters = [.. Supporters];
            string named = NameList.Describe(supporters);
            return Odd.Count == 0 ? named : $"{named} ({supporters.Length} of {_ballots.Count} servers)";
        }
    }

    /// <summary>Counts; null where no server has anything to say.</summary>
    public static Vote? Count(IEnumerable<(string Server, Choice Choice)> ballots)
    {
        List<(string Server, Choice Choice)> all = [.. ballots];
        if (all.Count == 0)
        {
            return null;
        }

        List<IGrouping<Choice, (string Server, Choice Choice)>> ranked =
            [.. all.GroupBy(b => b.Choice).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Kind)];
        return new Vote(ranked[0].Key, all, ranked.Count > 1 && ranked[1].Count() == ranked[0].Count());
    }

    /// <summary>What the design takes, and why.</summary>
    public string DescribeWinner() =>
        $"the design takes {VisibleText.Short(Winner.ToString())}, which "
            + (Certainty == DesignCertainty.Guess ? "as many have" : "most have");

    /// <summary>The odd servers by the value that they have, for a sentence.</summary>
    public string DescribeOdd() => string.Join("; ", Odd.GroupBy(o => o.Choice)
        .Select(g => $"{NameList.Describe([.. g.Select(o => o.Server)])} {(g.Count() > 1 ? "have" : "has")} "
            + VisibleText.Short(g.Key.ToString())));
}
