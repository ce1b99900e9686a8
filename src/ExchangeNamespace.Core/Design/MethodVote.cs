using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Design;

/// <summary>
/// Which of several things that a design can say describes most servers, where one statement means different settings in different
/// versions. Of equally good ones the first wins, which is to say nothing.
/// </summary>
/// <typeparam name="T">What can be said; null says nothing.</typeparam>
internal sealed class MethodVote<T>
    where T : class
{
    private MethodVote(T? winner, IReadOnlyList<string> supporters, IReadOnlyList<ServerView> odd)
    {
        Winner = winner;
        Supporters = supporters;
        Odd = odd;
    }

    public T? Winner { get; }

    public IReadOnlyList<string> Supporters { get; }

    public IReadOnlyList<ServerView> Odd { get; }

    public DesignCertainty Certainty => Odd.Count == 0 ? DesignCertainty.Certain : DesignCertainty.Majority;

    public static MethodVote<T>? Count(IReadOnlyList<ServerView> servers, IEnumerable<T> candidates, Func<ServerView, T?, bool> agrees)
    {
        if (servers.Count == 0)
        {
            return null;
        }

        T? winner = null;
        HashSet<ServerView> most = [.. servers.Where(s => agrees(s, null))];
        foreach (T candidate in candidates)
        {
            HashSet<ServerView> agreeing = [.. servers.Where(s => agrees(s, candidate))];
            if (agreeing.Count > most.Count)
            {
                (winner, most) = (candidate, agreeing);
            }
        }

        return new MethodVote<T>(winner, [.. servers.Where(most.Contains).Select(s => s.Name)], [.. servers.Where(s => !most.Contains(s))]);
    }
}
