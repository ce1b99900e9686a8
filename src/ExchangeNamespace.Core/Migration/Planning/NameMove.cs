using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>How a name comes to other servers.</summary>
internal enum NameMoveKind
{
    /// <summary>The address stays, and other servers stand behind it.</summary>
    Pool,

    /// <summary>The record gets another address.</summary>
    Record,

    /// <summary>The name is new.</summary>
    New,

    /// <summary>The name is in use no longer once the old servers are gone.</summary>
    Retired,
}

/// <summary>A name of one view that leads to other servers after a hop than before.</summary>
internal sealed record NameMove(DnsView View, Fqdn Name, DnsRecordType Type, NameMoveKind Kind)
{
    public required IReadOnlyList<MigrationTarget> Before { get; init; }

    public required IReadOnlyList<MigrationTarget> After { get; init; }

    public required IReadOnlyList<PlannedServer> ServersBefore { get; init; }

    public required IReadOnlyList<PlannedServer> ServersAfter { get; init; }

    /// <summary>Whether both addresses were stated, or stay for certain.</summary>
    public bool IsAddressKnown => Before.Concat(After).All(t => t.Address is not null);

    /// <summary>Names that move together: the same view and the same servers.</summary>
    public string Group => View + "|" + Names(ServersBefore) + "|" + Names(ServersAfter);

    public DnsChange Change(TimeSpan? before = null, TimeSpan? after = null) => new()
    {
        View = View, Name = Name, Type = Type, Before = Before, After = After, TimeToLiveBefore = before, TimeToLiveAfter = after,
    };

    private static string Names(IEnumerable<PlannedServer> servers) =>
        string.Join(",", servers.Select(s => s.Name.ToUpperInvariant()).OrderBy(n => n, StringComparer.Ordinal));
}

/// <summary>The names that a hop moves.</summary>
internal static class NameMoves
{
    public static IReadOnlyList<NameMove> Of(Hop hop)
    {
        NameOwners before = new(hop.From);
        NameOwners after = new(hop.To);
        List<NameMove> moves = [];
        foreach (DnsView view in new[] { DnsView.Internal, DnsView.External })
        {
            foreach (Fqdn name in before.Names(view).Concat(after.Names(view)).Distinct().Where(n => !LegacyName.IsOne(hop, n)))
            {
                if (Move(hop, before, after, view, name) is { } move)
                {
                    moves.Add(move);
                }
            }
        }

        return moves;
    }

    /// <summary>Names that have the address of each of several servers, of which one is changed in place.</summary>
    public static IReadOnlyList<NameMove> RoundRobin(Hop hop)
    {
        NameOwners owners = new(hop.From);
        HashSet<string> changed = new(hop.Changed.Select(c => c.Before.Name), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from view in new[] { DnsView.Internal, DnsView.External }
               from name in owners.Names(view)
               let records = owners.Records(view, name)
               let servers = owners.Of(view, name)
               let targets = Targets(records, servers)
               where targets.Count > 1 && targets.Any(t => t.Servers is [var only] && changed.Contains(only))
               select new NameMove(view, name, records[0].Type, NameMoveKind.Record)
               {
                   Before = targets, After = targets, ServersBefore = servers, ServersAfter = servers,
               },
        ];
    }

    private static NameMove? Move(Hop hop, NameOwners before, NameOwners after, DnsView view, Fqdn name)
    {
        IReadOnlyList<DnsRecord> old = before.Records(view, name);
        IReadOnlyList<DnsRecord> present = after.Records(view, name);
        DnsRecordType type = (present.Count > 0 ? present : old)[0].Type;
        if (old.Count == 0)
        {
            return new NameMove(view, name, type, NameMoveKind.New)
            {
                Before = [], ServersBefore = [],
                ServersAfter = after.Of(view, name), After = Targets(present, after.Of(view, name)),
            };
        }

        IReadOnlyList<PlannedServer> from = before.Of(view, name);
        IReadOnlyList<PlannedServer> to = present.Count > 0 ? after.Of(view, name) : Heirs(hop, after, from);
        bool retires = present.Count == 0;
        IReadOnlyList<DnsRecord> records = retires ? Inherited(hop, after, view, to) : present;
        if (!retires && SameServers(from, to) && (SameValues(old, present) || Unknown(old) || Unknown(present)))
        {
            return null;
        }

        bool alias = type == DnsRecordType.CNAME && SameValues(old, records);
        return alias ? null : new NameMove(view, name, type, retires ? NameMoveKind.Retired : KindOf(old, records, from, to))
        {
            ServersBefore = from, ServersAfter = to,
            Before = Targets(old, from), After = Targets(records, to),
        };
    }

    /// <summary>Who answers for a name that the next plan does not have: the servers of the same sites.</summary>
    private static IReadOnlyList<PlannedServer> Heirs(Hop hop, NameOwners after, IReadOnlyList<PlannedServer> from)
    {
        IReadOnlyList<PlannedServer> heirs =
            [.. from.Select(s => s.Site).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(after.OfSite)];
        return heirs.Count > 0 ? heirs : after.Of(DnsView.External, hop.To.ExternalHost);
    }

    /// <summary>The addresses of the servers that inherit a name.</summary>
    private static IReadOnlyList<DnsRecord> Inherited(Hop hop, NameOwners after, DnsView view, IReadOnlyList<PlannedServer> to)
    {
        HashSet<string> names = new(to.Select(s => s.Name), StringComparer.OrdinalIgnoreCase);
        Fqdn? like = after.Names(view).FirstOrDefault(n => names.SetEquals(after.Of(view, n).Select(s => s.Name)));
        return like is null ? [] : [.. hop.To.DnsRecords.Where(r => r.View == view && r.Name.Equals(like)
            && r.Type is (DnsRecordType.Address or DnsRecordType.A or DnsRecordType.AAAA))];
    }

    private static NameMoveKind KindOf(IReadOnlyList<DnsRecord> old, IReadOnlyList<DnsRecord> present, IReadOnlyList<PlannedServer> from,
        IReadOnlyList<PlannedServer> to) =>
        Unknown(old) || Unknown(present)
            ? (from.Any(f => to.Any(t => Same(f, t))) ? NameMoveKind.Pool : NameMoveKind.Record)
            : SameValues(old, present) ? NameMoveKind.Pool : NameMoveKind.Record;

    private static IReadOnlyList<MigrationTarget> Targets(IReadOnlyList<DnsRecord> records, IReadOnlyList<PlannedServer> servers)
    {
        List<string> values = [.. records.Select(r => r.Value).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        return values.Count == 0 ? [new MigrationTarget(null, Names(servers))]
            : [.. values.Select(v => new MigrationTarget(v, Names(At(v, servers))))];
    }

    /// <summary>The servers at an address; all where none of them has it, because a load balancer does.</summary>
    private static IReadOnlyList<PlannedServer> At(string value, IReadOnlyList<PlannedServer> servers)
    {
        List<PlannedServer> own = [.. servers.Where(s => s.Addresses.Contains(value, StringComparer.OrdinalIgnoreCase)
            || string.Equals(s.Fqdn?.Value, value, StringComparison.OrdinalIgnoreCase))];
        return own.Count > 0 ? own : servers;
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<PlannedServer> servers) => Indexable.Of([.. servers.Select(s => s.Name)]);

    private static bool Unknown(IReadOnlyList<DnsRecord> records) => records.Any(r => r.Value is null) || records.Count == 0;

    private static bool SameValues(IReadOnlyList<DnsRecord> one, IReadOnlyList<DnsRecord> other) =>
        new HashSet<string>(one.Select(r => r.Value ?? string.Empty), StringComparer.OrdinalIgnoreCase)
            .SetEquals(other.Select(r => r.Value ?? string.Empty));

    private static bool SameServers(IReadOnlyList<PlannedServer> one, IReadOnlyList<PlannedServer> other) =>
        one.Count == other.Count && one.All(o => other.Any(t => Same(o, t)));

    private static bool Same(PlannedServer one, PlannedServer other) => string.Equals(one.Name, other.Name,
        StringComparison.OrdinalIgnoreCase);
}
