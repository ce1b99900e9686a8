using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Whether a hop is possible at all: pairs of versions, and servers that change what no server changes.</summary>
internal static class PathRules
{
    public static IEnumerable<InputFault> Check(Hop hop, string parameter)
    {
        IReadOnlyList<InputFault> pairs = [.. Pairs(hop, parameter)];
        foreach (InputFault fault in pairs.Concat(pairs.Count > 0 ? [] : Moves(hop, parameter)).Concat(SitePathRules.Check(hop, parameter))
            .Concat(Servers(hop, parameter)))
        {
            yield return fault;
        }

        if (hop.Added.Count == 0 && hop.Removed.Count == 0 && hop.Changed.Count == 0)
        {
            yield return new InputFault(FaultIds.MigrationNothingToDo, parameter, hop.To.ToString(),
                "The plan has the same servers and versions as the one before it: no server comes, goes or changes. Change names alone "
                    + "with Export-VirtualDirectoryScript and Export-DnsScript.");
        }
        else if (hop.Removed.Count > 0 && hop.To.Servers.Count == 0)
        {
            yield return new InputFault(FaultIds.ServerMissing, parameter, null, "The target plan has no server that mailboxes could move "
                + "to.");
        }
    }

    private static IEnumerable<InputFault> Pairs(Hop hop, string parameter)
    {
        HashSet<(ExchangeProduct, ExchangeProduct)> told = [];
        foreach (ExchangeVersion arriving in hop.Arriving.Distinct())
        {
            foreach (PlannedServer old in hop.From.Servers.Where(s => s.Version.Product < arriving.Product))
            {
                if (VersionPairs.Find(old.Version.Product, arriving.Product) is not { } pair || !told.Add((pair.Old, pair.New)))
                {
                    continue;
                }

                string both = $"Exchange {ExchangeVersionReader.ProductText(pair.Old)} ({old.Name}) and {arriving}";
                if (pair.Way is { } way)
                {
                    yield return Fault($"{both} cannot stand in one organisation. The supported way is {way}: give the plan of each stop "
                        + "with -Via." + Between(hop, old, arriving));
                }
                else if (pair.RefusedFrom is { } refused && !arriving.IsProductOnly && arriving.Build >= refused.Build)
                {
                    yield return Fault($"{both} cannot stand in one organisation: setup of {refused} and later refuses. The supported "
                        + $"way is {pair.RefusedWay}.");
                }
                else if (pair.MinimumNew is { } minimum && !arriving.IsProductOnly && arriving.Build < minimum.Build)
                {
                    yield return Fault($"{both} do not stand in one organisation: it takes {minimum} or later. Install that instead.");
                }

                InputFault Fault(string message) => new(FaultIds.MigrationPathUnsupported, parameter, arriving.ToString(), message);
            }
        }
    }

    /// <summary>A present server that may stand beside both takes the mailboxes of the old one first, without a stop on the way.</summary>
    private static string Between(Hop hop, PlannedServer old, ExchangeVersion arriving) => hop.From.Servers.FirstOrDefault(
        s => s.Version.Product > old.Version.Product && s.Version.Product < arriving.Product
            && VersionPairs.Allows(old.Version, s.Version) && VersionPairs.Allows(s.Version, arriving)) is { } taker
        ? $" Or move the mailboxes of {old.Name} to {taker.Name} first: a plan without {old.Name} is a stop as well." : string.Empty;

    /// <summary>A mailbox moves only to a server that may stand beside its own.</summary>
    private static IEnumerable<InputFault> Moves(Hop hop, string parameter) => hop.To.Servers.Count == 0 ? [] : hop.Removed
        .Where(s => MailboxTargets.Of(hop, s).Count == 0)
        .GroupBy(s => s.Version.Product)
        .Select(group =>
        {
            PlannedServer old = group.First();
            VersionPair pair = VersionPairs.Find(group.Key, hop.To.Servers.Max(s => s.Version)!.Product)!;
            return new InputFault(FaultIds.MigrationPathUnsupported, parameter, old.Version.ToString(),
                $"The mailboxes of {old.Name} cannot move to a server of the plan: Exchange "
                    + $"{ExchangeVersionReader.ProductText(pair.Old)} and {ExchangeVersionReader.ProductText(pair.New)} cannot stand in "
                    + $"one organisation. The supported way is {pair.Way}: give the plan of each stop with -Via.");
        });

    private static IEnumerable<InputFault> Servers(Hop hop, string parameter)
    {
        foreach (ChangedServer server in hop.Changed)
        {
            ExchangeVersion before = server.Before.Version;
            ExchangeVersion after = server.After.Version;
            if (after.Product < before.Product || (after.Product == before.Product && !after.IsProductOnly && !before.IsProductOnly
                && after.Build < before.Build))
            {
                yield return new InputFault(FaultIds.MigrationServerOlder, parameter, server.After.Name,
                    $"{server.After.Name} has {before} and would get {after}, which is older: an update cannot be taken off.");
            }
            else if (after.Product != before.Product && (before.Product, after.Product) != (ExchangeProduct.Exchange2019,
                ExchangeProduct.ExchangeSE))
            {
                yield return new InputFault(FaultIds.MigrationServerNameReused, parameter, server.After.Name,
                    $"{server.After.Name} has {before} and would become {after} in place: only 2019 can become SE without a new server. "
                        + "Give the new server "
                        + "a name of its own: the old one lives beside it, and its name must not be used again before it is gone.");
            }
        }

        ExchangeVersion newest = hop.NewestBefore;
        foreach (PlannedServer late in hop.Added.Where(s => s.Version.Product < newest.Product
            && hop.From.Servers.All(f => f.Version.Product != s.Version.Product)))
        {
            yield return new InputFault(FaultIds.MigrationServerOlder, parameter, late.Name,
                $"{late.Name} would get {late.Version} in an organisation that has {newest} and no server of "
                    + $"{ExchangeVersionReader.ProductText(late.Version.Product)}: an older version cannot be added after a newer one.");
        }

        foreach (ChangedServer moved in hop.Kept.Concat(hop.Changed).Where(
            s => !string.Equals(s.Before.Site, s.After.Site, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new InputFault(FaultIds.InputContradiction, parameter, moved.After.Name,
                $"{moved.After.Name} stands in site '{moved.Before.Site}' in one plan and in '{moved.After.Site}' in the next. Name its "
                    + "site the same in both, or move the server first.");
        }
    }
}
