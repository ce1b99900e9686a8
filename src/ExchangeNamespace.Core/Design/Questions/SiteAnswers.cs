using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Design.Questions;

/// <summary>Answers about sites: which of them are reached from the Internet, and under which names.</summary>
internal static class SiteAnswers
{
    public const string FacingMember = "InternetFacing";

    private const string Noun = "site";

    public static bool AreSeveral(DesignDocument design) => design.SiteNames.Count > 1;

    public static bool AreSeveralReached(DesignDocument design) => Reached(design).Count() > 1;

    /// <summary>The sites that nothing says are not reached.</summary>
    public static IEnumerable<string> Reached(DesignDocument design) => design.SiteNames.Where(n => !design.Sites.Any(s => Is(s, n)
        && s.TryGetValue(FacingMember, out object? isFacing) && isFacing is false));

    public static void Facing(DesignDocument design, string answer, ICollection<InputFault> faults)
    {
        IReadOnlyList<string> names = design.SiteNames;
        IReadOnlyList<string> reached = answer == AnswerText.Nothing ? [] : AnswerText.Items(answer, parted: false);
        foreach (string unknown in reached.Where(r => !names.Contains(r, StringComparer.OrdinalIgnoreCase)))
        {
            faults.Add(PairFaults.Unknown(FacingMember, Noun, unknown, names));
        }

        design.NameSites(names);
        foreach (Dictionary<string, object?> site in design.Sites)
        {
            bool isReached = reached.Contains(DesignDocument.NameOf(site), StringComparer.OrdinalIgnoreCase);
            DesignDocument.Set(site, FacingMember, isReached ? null : false);
            foreach (string member in isReached ? [] : new[] { "ExternalHost", "ExternalIPAddress" })
            {
                site.Remove(member);
            }
        }

        design.Servers.ForEach(s => s.Remove(FacingMember));
    }

    public static void Hosts(DesignDocument design, string key, string member, string answer, ICollection<InputFault> faults)
    {
        IReadOnlyList<AnswerItem> items = answer == AnswerText.Nothing ? [] : AnswerText.Pairs(answer);
        PairFaults.Find(key, Noun, items, design.SiteNames, faults);
        foreach (AnswerItem bare in items.Where(i => i.Name is null))
        {
            faults.Add(new InputFault(FaultIds.ValueNotListed, key, bare.Value,
                $"'{Text.VisibleText.Short(bare.Value)}' does not say which site it is for. Write site=host, for example "
                    + $"{design.SiteNames[0]}=mail.contoso.com."));
        }

        design.NameSites(design.SiteNames);
        foreach (Dictionary<string, object?> site in design.Sites)
        {
            DesignDocument.Set(site, member, items.LastOrDefault(i => i.Fits(DesignDocument.NameOf(site)))?.Value);
        }
    }

    private static bool Is(IReadOnlyDictionary<string, object?> site, string name) =>
        string.Equals(DesignDocument.NameOf(site), name, StringComparison.OrdinalIgnoreCase);
}
