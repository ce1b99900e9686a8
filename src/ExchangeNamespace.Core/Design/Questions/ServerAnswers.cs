using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Design.Questions;

/// <summary>Answers about servers: their names, and what each of them has.</summary>
internal static class ServerAnswers
{
    public const string Version = "Version";
    public const string VersionOfAll = "ExchangeVersion";

    private const string Facing = "InternetFacing";

    public static void Names(DesignDocument design, string answer) =>
        design.NameServers(answer == AnswerText.Nothing ? [] : AnswerText.Items(answer, parted: true));

    public static void Versions(DesignDocument design, string answer, ICollection<InputFault> faults)
    {
        foreach ((Dictionary<string, object?> server, string version) in Each(design, VersionOfAll, answer, faults))
        {
            DesignDocument.Set(server, Version, version);
        }

        if (AnswerText.Pairs(answer).LastOrDefault(p => p.Name is null)?.Value is { } ofAll)
        {
            design[VersionOfAll] = ofAll;
            design.Servers.Where(s => DesignDocument.Text(s, Version) == ofAll).ToList().ForEach(s => s.Remove(Version));
        }
    }

    public static void Sites(DesignDocument design, string answer, ICollection<InputFault> faults)
    {
        if (answer == AnswerText.Nothing)
        {
            design.Servers.ForEach(s => s.Remove(DesignDocument.SiteMember));
            design.NameSites([]);
            return;
        }

        foreach ((Dictionary<string, object?> server, string site) in Each(design, DesignDocument.SiteMember, answer, faults))
        {
            DesignDocument.Set(server, DesignDocument.SiteMember, site);
        }

        bool wasStated = design.Sites.Count > 0;
        design.NameSites(wasStated || design.SiteNames.Count > 1 ? design.SiteNames : []);
        if (design.Sites.All(s => s.TryGetValue(Facing, out object? isFacing) && isFacing is false))
        {
            design.Sites.ForEach(s => s.Remove(Facing));
        }
    }

    /// <summary>The servers that an answer is about, each with its value: what names a server outweighs what is said of all.</summary>
    private static IEnumerable<(Dictionary<string, object?> Server, string Value)> Each(DesignDocument design, string key, string answer,
        ICollection<InputFault> faults)
    {
        IReadOnlyList<AnswerItem> items = AnswerText.Pairs(answer);
        string[] names = [.. design.Servers.Select(s => DesignDocument.ShortName(DesignDocument.NameOf(s)))];
        PairFaults.Find(key, "server", items, names, faults);
        foreach ((Dictionary<string, object?> server, string name) in design.Servers.Zip(names, (s, n) => (s, n)))
        {
            AnswerItem? item = items.LastOrDefault(i => i.Fits(name)) ?? items.LastOrDefault(i => i.Name is null);
            if (item is not null)
            {
                yield return (server, item.Value);
            }
        }
    }
}
