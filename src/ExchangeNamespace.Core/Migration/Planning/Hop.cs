using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>A server that stays and gets another version.</summary>
/// <param name="Before">As it is.</param>
/// <param name="After">As it will be.</param>
internal sealed record ChangedServer(PlannedServer Before, PlannedServer After)
{
    /// <summary>Whether it becomes another product without a new server.</summary>
    public bool IsUpgrade => Before.Version.Product != After.Version.Product;
}

/// <summary>From one plan to the next: which servers come, go, stay and change.</summary>
internal sealed class Hop
{
    public Hop(int number, NamespacePlan from, NamespacePlan to)
    {
        Number = number;
        From = from;
        To = to;
        Dictionary<string, PlannedServer> before = from.Servers.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
        Dictionary<string, PlannedServer> after = to.Servers.ToDictionary(s => s.Name, StringComparer.OrdinalIgnoreCase);
        Added = [.. to.Servers.Where(s => !before.ContainsKey(s.Name))];
        Removed = [.. from.Servers.Where(s => !after.ContainsKey(s.Name))];
        ILookup<bool, ChangedServer> both = from.Servers.Where(s => after.ContainsKey(s.Name))
            .Select(s => new ChangedServer(s, after[s.Name]))
            .ToLookup(c => c.Before.Version.Equals(c.After.Version));
        Kept = [.. both[true]];
        Changed = [.. both[false]];
    }

    public int Number { get; }

    public NamespacePlan From { get; }

    public NamespacePlan To { get; }

    /// <summary>The servers that are installed.</summary>
    public IReadOnlyList<PlannedServer> Added { get; }

    /// <summary>The servers that are uninstalled.</summary>
    public IReadOnlyList<PlannedServer> Removed { get; }

    /// <summary>The servers that stay as they are.</summary>
    public IReadOnlyList<ChangedServer> Kept { get; }

    /// <summary>The servers that get another version in place.</summary>
    public IReadOnlyList<ChangedServer> Changed { get; }

    /// <summary>The servers of before, as they stand beside the new ones.</summary>
    public IEnumerable<PlannedServer> Old => Removed.Concat(Kept.Select(k => k.Before)).Concat(Changed.Select(c => c.Before));

    /// <summary>The versions that come.</summary>
    public IEnumerable<ExchangeVersion> Arriving => Added.Select(s => s.Version).Concat(Changed.Select(c => c.After.Version));

    /// <summary>The newest version that is installed; null without one.</summary>
    public ExchangeVersion? Newest => Added.Select(s => s.Version).DefaultIfEmpty().Max();

    /// <summary>Whether the first server of a product comes, so that Active Directory is prepared and defaults are made.</summary>
    public bool BringsProduct => Added.Any(a => From.Servers.All(s => s.Version.Product != a.Version.Product));

    /// <summary>The newest version before the hop, whose shell may see every object.</summary>
    public ExchangeVersion NewestBefore => From.Servers.Max(s => s.Version)!;
}
