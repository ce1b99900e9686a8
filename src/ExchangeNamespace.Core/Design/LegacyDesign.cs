using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Design;

/// <summary>A host that may be the legacy name.</summary>
/// <param name="Host">The host.</param>
/// <param name="Vote">Which servers have it.</param>
/// <param name="Inside">The host that these servers have inside; null where they have none in common.</param>
/// <param name="IsBeside">Whether servers have it that stand in a site with newer ones, where there is no other reading.</param>
internal sealed record LegacyName(Fqdn Host, Vote Vote, string? Inside, bool IsBeside);

/// <summary>
/// The name that servers of 2007 have beside newer ones: they share a host for the services that newer servers do not answer for them,
/// and no newer server has it.
/// </summary>
internal static class LegacyDesign
{
    private static readonly ClientService[] Own = [ClientService.EWS, ClientService.OAB, ClientService.UM, ClientService.OWA];

    private static readonly ClientService[] Shared = [ClientService.OutlookAnywhere, ClientService.ActiveSync];

    /// <summary>
    /// The hosts that may be the legacy name; none where no servers of 2007 stand beside newer ones. Those that are in a site with newer
    /// ones have it for sure, so their hosts come first.
    /// </summary>
    public static IEnumerable<LegacyName> Find(ExchangeState state)
    {
        IReadOnlyList<ServerView> servers = ServerViews.Of(state, []);
        List<ServerView> old = [.. servers.Where(s => s.Is2007)];
        List<ServerView> newer = [.. servers.Where(s => s.Version is not null && !s.Is2007)];
        HashSet<string> sites = new(newer.Select(s => s.Site), StringComparer.OrdinalIgnoreCase);
        List<ServerView> beside = [.. old.Where(s => sites.Contains(s.Site))];
        return newer.Count == 0 ? [] : new[] { beside, old }
            .Select(s => (Found: Find(s, newer, Side.External) ?? Find(s, newer, Side.Internal), Servers: s))
            .Where(f => f.Found is not null)
            .Select(f => f.Found! with { Inside = Winner(f.Servers, Side.Internal)?.Winner.Text, IsBeside = f.Servers == beside })
            .Where(n => !newer.Exists(s => Own.Any(o => s.Host(o, Side.Internal) is { Kind: ChoiceKind.Shared } host
                && host.Text == n.Inside)))
            .GroupBy(n => n.Host).Select(g => g.First());
    }

    public static void Add(DesignDraft draft, LegacyName? legacy)
    {
        if (legacy is null)
        {
            return;
        }

        draft.LegacyHost = legacy.Host;
        foreach (SiteHosts site in draft.Sites.Where(s => s.Servers.Any(v => !v.Is2007) || s.Servers.Any(v => HasName(v, legacy))))
        {
            site.LegacyHost = legacy.Host;
        }

        draft.Put("LegacyHost", legacy.Host.Value, legacy.Vote.Certainty, $"{legacy.Vote.Evidence}, and no newer server has it");
    }

    /// <summary>In a site without newer servers 2007 keeps the names of it, unless newer servers elsewhere answer under them.</summary>
    private static bool HasName(ServerView server, LegacyName legacy) => Own.Any(o =>
        server.Host(o, Side.External)?.Text == legacy.Host.Value
        || (server.Host(o, Side.Internal)?.Text is { Length: > 0 } host && (host == legacy.Host.Value || host == legacy.Inside)));

    private static Vote? Winner(List<ServerView> old, Side side) => Vote.Count(old
        .Where(s => side == Side.Internal || s.InternetFacing == true)
        .Select(s => (s.Name, Choices: Own.Select(o => s.Host(o, side)).OfType<Choice>().Distinct().ToArray()))
        .Where(s => s.Choices.Length > 0)
        .Select(s => (s.Name, s.Choices.Length == 1 ? s.Choices[0] : Choice.None)));

    private static LegacyName? Find(List<ServerView> old, List<ServerView> newer, Side side)
    {
        Vote? vote = Winner(old, side);
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
        return old.Exists(s => sites.Contains(s.Site)) || apart * 2 > facing.Count ? new LegacyName(host, vote, null, false) : null;
    }
}
