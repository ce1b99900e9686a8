using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Design;

/// <summary>A host that may be the legacy name.</summary>
/// <param name="Host">The host.</param>
/// <param name="Vote">Which servers have it.</param>
internal sealed record LegacyName(Fqdn Host, Vote Vote);

/// <summary>
/// The name that servers of 2007 have beside newer ones: they share a host for the services that newer servers do not answer for them,
/// and no newer server has it.
/// </summary>
internal static class LegacyDesign
{
    private static readonly ClientService[] Own = [ClientService.EWS, ClientService.OAB, ClientService.UM, ClientService.OWA];

    private static readonly ClientService[] Shared = [ClientService.OutlookAnywhere, ClientService.ActiveSync];

    /// <summary>The host that may be the legacy name; null where no servers of 2007 stand beside newer ones.</summary>
    public static LegacyName? Find(ExchangeState state)
    {
        IReadOnlyList<ServerView> servers = ServerViews.Of(state, []);
        List<ServerView> old = [.. servers.Where(s => s.Is2007)];
        List<ServerView> newer = [.. servers.Where(s => s.Version is not null && !s.Is2007)];
        return old.Count == 0 || newer.Count == 0 ? null : Find(old, newer, Side.External) ?? Find(old, newer, Side.Internal);
    }

    public static void Add(DesignDraft draft, LegacyName? legacy)
    {
        if (legacy is null)
        {
            return;
        }

        draft.LegacyHost = legacy.Host;
        foreach (SiteHosts site in draft.Sites)
        {
            site.LegacyHost = legacy.Host;
        }

        draft.Put("LegacyHost", legacy.Host.Value, legacy.Vote.Certainty, $"{legacy.Vote.Evidence}, and no newer server has it");
    }

    private static LegacyName? Find(List<ServerView> old, List<ServerView> newer, Side side)
    {
        Vote? vote = Vote.Count(old
            .Where(s => side == Side.Internal || s.InternetFacing == true)
            .Select(s => (s.Name, Choices: Own.Select(o => s.Host(o, side)).OfType<Choice>().Distinct().ToArray()))
            .Where(s => s.Choices.Length > 0)
            .Select(s => (s.Name, s.Choices.Length == 1 ? s.Choices[0] : Choice.None)));
        if (vote is not { Winner.Kind: ChoiceKind.Shared } || !Fqdn.TryParse(vote.Winner.Text, "Host", out Fqdn? host, out _)
            || newer.Exists(s => Own.Any(o => s.Host(o, side)?.Text == host.Value)))
        {
            return null;
        }

        // In sites of their own servers of 2007 are apart where most have another host too, which newer servers answer for them.
        HashSet<string> sites = new(newer.Select(s => s.Site), StringComparer.OrdinalIgnoreCase);
        List<ServerView> facing = [.. old.Where(s => s.InternetFacing == true)];
        int apart = facing.Count(s => Shared.Any(
            o => s.Host(o, Side.External) is { Kind: ChoiceKind.Shared } other && other.Text != host.Value));
        return old.Exists(s => sites.Contains(s.Site)) || apart * 2 > facing.Count ? new LegacyName(host, vote) : null;
    }
}
