using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>
/// Step N: the names lead to the new servers. Servers of 2013 and later join and leave one by one where the address stays; 2007 and
/// 2010 hand over all at once; a record that gets another address changes at once in each view, the same hour.
/// </summary>
internal static class CutOverSteps
{
    /// <summary>Outlook asks Autodiscover 60 minutes after a success, up to a quarter later.</summary>
    private static readonly TimeSpan Outlook = TimeSpan.FromMinutes(75);

    public static void Make(HopContext context)
    {
        List<NameMove> moves = [.. context.Moves.Where(m => m.Kind != NameMoveKind.New && m.ServersAfter.Count > 0)];
        List<StepDraft> before = [];
        foreach (IGrouping<string, NameMove> site in moves.GroupBy(m => Servers(m.ServersBefore) + "|" + Servers(m.ServersAfter))
            .OrderByDescending(g => g.Any(m => m.View == DnsView.External)))
        {
            List<NameMove> pooled = [.. site.Where(m => IsPool(m) && IsRolling(m))];
            List<StepDraft> made = pooled.Count > 0 ? Roll(context, pooled, before) : [];
            foreach (IGrouping<DnsView, NameMove> view in site.Except(pooled).GroupBy(m => m.View))
            {
                made.Add(Switch(context, [.. view], before));
            }

            before = made;
        }
    }

    private static bool IsPool(NameMove move) => move.Kind == NameMoveKind.Pool
        || (move.Kind == NameMoveKind.Retired && move.Before.Select(t => t.Address).SequenceEqual(move.After.Select(t => t.Address)));

    private static bool IsRolling(NameMove move) =>
        move.ServersBefore.Concat(move.ServersAfter).All(s => NameOwners.Proxies(s.Version));

    /// <summary>New servers join one by one, then old ones leave one by one.</summary>
    private static List<StepDraft> Roll(HopContext context, List<NameMove> moves, IReadOnlyList<StepDraft> before)
    {
        List<string> pool = [.. moves[0].ServersBefore.Select(s => s.Name)];
        List<StepDraft> made = [.. before];
        StepDraft? last = null;
        foreach (PlannedServer server in moves[0].ServersAfter.Where(s => !Contains(pool, s)))
        {
            List<string> next = [.. pool, server.Name];
            last = Join(context, moves, server, pool, next, last is null ? before : [last]);
            context.CutOvers.Add((last, moves));
            pool = next;
        }

        foreach (PlannedServer server in moves[0].ServersBefore.Where(s => !moves[0].ServersAfter.Any(a => Same(a, s))))
        {
            List<string> next = [.. pool.Where(n => !string.Equals(n, server.Name, StringComparison.OrdinalIgnoreCase))];
            last = Leave(context, moves, server, pool, next, last is null ? before : [last]);
            context.Left.Add(last);
            context.CutOvers.Add((last, moves));
            pool = next;
        }

        return last is null ? made : [last];
    }

    private static StepDraft Join(HopContext context, List<NameMove> moves, PlannedServer server, List<string> pool, List<string> next,
        IReadOnlyList<StepDraft> before) => context.Add(new StepDraft
    {
        Id = context.Id("join", server.Name),
        Hop = context.Hop.Number,
        Phase = MigrationPhase.CutOver,
        Title = $"{server.Name} joins the pool of {Hosts(moves)}",
        Place = MigrationPlace.LoadBalancer,
        Servers = [server.Name],
        Actions = Pools(moves, pool, next),
        Before =
        [
            new MigrationCheck("Certificate, Outlook Anywhere and MAPI authentication are the same on every member.",
                "Compare-NamespacePlan $target $newState -By Service", "no row that differs between the members"),
        ],
        After =
        [
            new MigrationCheck("The health probe of the balancer sees it, and it answers for old and new mailboxes.",
                $"Test-NamespaceCertificate -Endpoint {server.Fqdn?.Value ?? server.Name}:443 -ServerName {moves[0].Name} -Plan $target",
                    "Passed"),
        ],
        Effects = [new ClientEffect("Every client of " + Hosts(moves), "A part of the connections comes to the new server.")],
        TakeBack = Pools(moves, next, pool),
        TakeBackNote = "Take it out of the pool; the others answer for every mailbox, the moved ones too.",
        Needs = [.. Needs(context, moves, [server]), .. before],
        Rule = "S8",
        Source = MigrationSources.CutOver + "; " + MigrationSources.Coexistence,
        Certainty = MigrationCertainty.Documented,
    });

    private static StepDraft Leave(HopContext context, List<NameMove> moves, PlannedServer server, List<string> pool, List<string> next,
        IReadOnlyList<StepDraft> before) => context.Add(new StepDraft
    {
        Id = context.Id("leave", server.Name),
        Hop = context.Hop.Number,
        Phase = MigrationPhase.CutOver,
        Title = $"{server.Name} leaves the pool of {Hosts(moves)}",
        Place = MigrationPlace.LoadBalancer,
        Servers = [server.Name],
        Actions = Pools(moves, pool, next),
        Before = [new MigrationCheck("The servers that stay carry the load.", null, "enough of them for a working day")],
        After = [new MigrationCheck("Connections to it end; new ones go to the others.", null, "no new line in its IIS log for the names")],
        Effects = [new ClientEffect("Clients that were on it", "They connect again to another server, without a question.")],
        TakeBack = Pools(moves, next, pool),
        TakeBackNote = "Let it join again.",
        Wait = Stale(),
        Needs = before.Count > 0 ? before : [context.Capture],
        Rule = "S8",
        Source = MigrationSources.CutOver + "; " + MigrationSources.Coexistence,
        Certainty = MigrationCertainty.Documented,
    });

    private static StepDraft Switch(HopContext context, List<NameMove> moves, IReadOnlyList<StepDraft> before)
    {
        DnsView view = moves[0].View;
        List<NameMove> pools = [.. moves.Where(IsPool)];
        List<NameMove> records = [.. moves.Except(pools)];
        bool allAtOnce = !IsRolling(moves[0]);
        string names = string.Join(", ", moves.Select(m => m.Name.Value).Take(3)) + (moves.Count > 3 ? " and others" : string.Empty);
        string[] old = [.. moves[0].ServersBefore.Select(s => s.Name)];
        string[] next = [.. moves[0].ServersAfter.Select(s => s.Name)];
        StepDraft step = context.Add(new StepDraft
        {
            Id = context.Id("cutover-" + NameSteps.Word(view), moves[0].Name.Value),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.CutOver,
            Title = $"Lead {names} to the new servers, {NameSteps.Word(view)}",
            Place = records.Count > 0 ? MigrationPlace.Dns : MigrationPlace.LoadBalancer,
            Servers = next,
            Actions = [.. records.Select(m => m.Change(After(context, m), null)), .. pools.Count > 0 ? Pools(pools, old, next) : []],
            Before =
            [
                new MigrationCheck("The time to live of before has passed since it was lowered, and every earlier step is done.", null,
                    "both are so"),
                .. records.Exists(m => !m.IsAddressKnown)
                    ? [new MigrationCheck("An address was not stated. Where it stays, and load balancer or address translation lead to "
                        + "other servers behind it, change that instead of the record.", null, "the address or the rule is known")]
                    : Array.Empty<MigrationCheck>(),
            ],
            After =
            [
                new MigrationCheck("Both views answer as planned; do the other view in the same hour.",
                    "Test-SplitDns $target -InternalServer <DNS server> -ExternalServer <DNS server>", "no Failed"),
                new MigrationCheck("A mailbox on an old server and one on a new server open.", null, "by every protocol"),
            ],
            Effects =
            [
                new ClientEffect($"Every client {NameSteps.Word(view)}", allAtOnce
                    ? "All reach the new servers, which proxy to the old ones or send their clients to the coexistence name."
                    : "They reach the new servers as their resolvers forget the old answer; old and new answer for every mailbox."),
            ],
            TakeBack = [.. records.Select(m => m.Change().Reversed()), .. pools.Count > 0 ? Pools(pools, next, old) : []],
            TakeBackNote = allAtOnce
                ? "Lead the names back; that is possible only while no mailbox has moved, because the old version cannot proxy to the new "
                    + "one."
                : "Lead the names back: the time to live is short, so it takes minutes.",
            Wait = records.Count > 0 && view == DnsView.Internal && NameSteps.Replicates(context.Hop) ? Replicated(context, records[0])
                : Stale(),
            Needs = [.. Needs(context, moves, moves[0].ServersAfter), .. before],
            Rule = "S8",
            Source = MigrationSources.CutOver,
            Certainty = MigrationCertainty.Documented,
        });
        context.CutOvers.Add((step, moves));
        context.Left.Add(step);
        return step;
    }

    private static TimeSpan? After(HopContext context, NameMove move) =>
        context.LowTimeToLive.ContainsKey(move.View) ? NameSteps.Low : context.Input.TimeToLive;

    private static MigrationWait Stale() => new(Outlook,
        "Resolvers keep the short answer for minutes, and Outlook what Autodiscover said for up to 75 minutes: the old servers answer "
            + "until then.",
        MigrationSources.OutlookAutodiscover, MigrationCertainty.Documented);

    private static MigrationWait Replicated(HopContext context, NameMove move) => new(
        NameSteps.Replication + (After(context, move) ?? NameSteps.Assumed),
        "A zone in Active Directory replicates between sites every three hours by default, and resolvers keep the answer of before for its "
            + "time to live: the old servers answer until then.",
        MigrationSources.Knowledge, MigrationCertainty.Unverified);

    private static IEnumerable<StepDraft> Needs(HopContext context, IReadOnlyList<NameMove> moves, IReadOnlyList<PlannedServer> servers) =>
        servers.Where(s => context.Ready.ContainsKey(s.Name)).Select(s => context.Ready[s.Name])
            .Concat(servers.Where(s => context.Installed.ContainsKey(s.Name)).Select(s => context.Installed[s.Name]))
            .Concat(context.Prepared)
            .Concat(context.Pilot)
            .Concat(context.ProxyCertificates)
            .Concat(context.Kerberos)
            .Concat(moves.SelectMany(m => m.ServersBefore).Select(s => s.Name).Distinct().Where(context.Certificates.ContainsKey)
                .Select(n => context.Certificates[n]))
            .Concat(moves.Any(m => m.View == DnsView.External && m.Name.Equals(context.Hop.To.MailHost)) ? context.Transport : [])
            .Concat(moves.Where(m => !IsPool(m)).Select(m => m.View).Distinct().Where(context.LowTimeToLive.ContainsKey)
                .Select(v => context.LowTimeToLive[v]))
            .DefaultIfEmpty(context.Capture);

    private static IReadOnlyList<MigrationAction> Pools(IReadOnlyList<NameMove> moves, IReadOnlyList<string> before,
        IReadOnlyList<string> after) => [.. moves.GroupBy(m => m.View).Select(v => new PoolChange
    {
        View = v.Key, Hosts = [.. v.Select(m => m.Name)], Before = before, After = after,
    })];

    private static string Hosts(IReadOnlyList<NameMove> moves)
    {
        string[] names = [.. moves.Select(m => m.Name.Value).Distinct()];
        return names.Length <= 2 ? string.Join(", ", names) : names[0] + " and " + (names.Length - 1) + " more";
    }

    private static string Servers(IReadOnlyList<PlannedServer> servers) =>
        string.Join(",", servers.Select(s => s.Name.ToUpperInvariant()).OrderBy(n => n, StringComparer.Ordinal));

    private static bool Contains(List<string> pool, PlannedServer server) => pool.Contains(server.Name, StringComparer.OrdinalIgnoreCase);

    private static bool Same(PlannedServer one, PlannedServer other) => string.Equals(one.Name, other.Name,
        StringComparison.OrdinalIgnoreCase);
}
