using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>What changes of records and pools do: where a name leads, and which earlier answers clients keep.</summary>
internal sealed class NameActions(Moment moment)
{
    private const string Rule = "S1";
    private const string Remedy = "Put the step where its change finds what it expects, or correct what it expects.";

    public Trouble? Run(DnsChange change, int step)
    {
        string name = change.Name.Value;
        NameEntry? entry = moment.Names.Own(change.View, change.Type, name);
        Trouble? trouble = Mismatch(change, entry);
        TimeSpan replication = change.View == DnsView.Internal ? moment.ReplicationTime : TimeSpan.Zero;
        TimeSpan? until = entry?.TimeToLive is { } ttl ? Max(moment.Now + ttl, entry.KeptLonger) + replication : null;
        NamePlace[] places = [.. change.After.Select(t => Reuse(entry, t))];
        bool moves = !SamePlaces(entry, places);
        if (entry is not null && moves)
        {
            moment.Names.Keep(change.View, change.Type, name, new KeptAnswer(entry.Places, until, step));
        }

        if (places.Length == 0)
        {
            moment.Names.Remove(change.View, change.Type, name);
            return trouble;
        }

        moment.Names.Set(change.View, change.Type, name, new NameEntry
        {
            Places = places,
            TimeToLive = change.TimeToLiveAfter ?? entry?.TimeToLive ?? change.TimeToLiveBefore,
            KeptLonger = !moves && entry?.TimeToLive is { } old ? Max(moment.Now + old, entry.KeptLonger) : TimeSpan.Zero,
        });
        return trouble;
    }

    public Trouble? Run(PoolChange change)
    {
        Trouble? trouble = null;
        foreach (Fqdn host in change.Hosts)
        {
            NameEntry? entry = moment.Names.Own(change.View, DnsRecordType.Address, host.Value);
            if (entry is null)
            {
                trouble ??= Trouble.Error(SimulationFindingCodes.OutOfOrder, host.Value,
                    $"the servers behind {host} change, but the {change.View} view has no record of it at that moment.", Remedy, Rule);
                continue;
            }

            if (!SameServers(entry.Servers, change.Before))
            {
                trouble ??= Wrong(change.View, host.Value, change.Before, entry.Servers);
            }

            trouble ??= Unequal(change, host);

            foreach (NamePlace place in entry.Places)
            {
                place.Servers = change.After;
            }
        }

        return trouble;
    }

    /// <summary>
    /// Who joins a pool shows the certificate of its members: Outlook on the web belongs to the one that it signed in with, and Extended
    /// Protection compares them.
    /// </summary>
    private Trouble? Unequal(PoolChange change, Fqdn host)
    {
        SimulatedServer[] members = [.. change.After.Select(moment.Find).OfType<SimulatedServer>().Where(s => s.Web is not null)];
        return !change.After.Except(change.Before, StringComparer.OrdinalIgnoreCase).Any()
            || members.Select(m => m.Web!.Key).Distinct(StringComparer.Ordinal).Skip(1).FirstOrDefault() is null ? null
            : Trouble.Error(SimulationFindingCodes.NotPossible, host.Value,
                $"{NameList.Describe(change.After)} shall answer for {host} together, and show {members[0].Web!.Describe()} and another "
                    + "certificate.",
                "Enable one certificate on every server of the pool before a server joins.", Rule);
    }

    private static Trouble? Mismatch(DnsChange change, NameEntry? entry)
    {
        string[] before = [.. change.Before.SelectMany(t => t.Servers).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (entry is null != (change.Before.Count == 0))
        {
            return Trouble.Error(SimulationFindingCodes.OutOfOrder, change.Name.Value, entry is null
                    ? $"the step changes the {change.Type} record of {change.Name} in the {change.View} view, which does not exist then."
                    : $"the step makes the {change.Type} record of {change.Name} in the {change.View} view, which exists already.",
                Remedy, Rule);
        }

        return entry is null ? null
            : before.Length > 0 && !SameServers(entry.Servers, before)
                ? Wrong(change.View, change.Name.Value, before, entry.Servers)
            : entry.TimeToLive is { } known && change.TimeToLiveBefore is { } expected && known != expected
                ? Trouble.Error(SimulationFindingCodes.OutOfOrder, change.Name.Value,
                    $"the step expects a time to live of {Duration.Text(expected)} for {change.Name} in the {change.View} view, and it is "
                        + $"{Duration.Text(known)} then.",
                    "Lower the time to live first, and let the old one pass.", Rule)
            : null;
    }

    private static Trouble Wrong(DnsView view, string name, IReadOnlyCollection<string> expected, IReadOnlyCollection<string> found) =>
        Trouble.Error(SimulationFindingCodes.OutOfOrder, name,
            $"the step expects {name} ({view}) to lead to {Servers(expected)}, and it leads to {Servers(found)} then.", Remedy, Rule);

    private static string Servers(IReadOnlyCollection<string> servers) => servers.Count == 0 ? "no server" : NameList.Describe(servers);

    private static NamePlace Reuse(NameEntry? entry, MigrationTarget target)
    {
        NamePlace? same = entry?.Places.FirstOrDefault(p => target.Address is { } address
            ? string.Equals(p.Address, address, StringComparison.OrdinalIgnoreCase)
            : p.Address is null && SameServers(p.Servers, target.Servers));
        if (same is null)
        {
            return new NamePlace(target.Address, target.Servers);
        }

        if (target.Servers.Count > 0)
        {
            same.Servers = target.Servers;
        }

        return same;
    }

    private static bool SamePlaces(NameEntry? entry, IReadOnlyList<NamePlace> places) =>
        entry is not null && entry.Places.Count == places.Count && entry.Places.All(places.Contains);

    private static bool SameServers(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other) =>
        new HashSet<string>(one, StringComparer.OrdinalIgnoreCase).SetEquals(other);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
