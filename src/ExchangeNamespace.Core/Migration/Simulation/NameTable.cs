using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>One address and the servers that answer at it now. Answers kept by clients point at the same place as the record did.</summary>
internal sealed class NamePlace(string? address, IReadOnlyList<string> servers)
{
    public string? Address { get; } = address;

    public IReadOnlyList<string> Servers { get; set; } = servers;
}

/// <summary>The records of one name in one view.</summary>
internal sealed class NameEntry
{
    public IReadOnlyList<NamePlace> Places { get; set; } = [];

    public TimeSpan? TimeToLive { get; set; }

    /// <summary>Until when answers may be kept that were given under an earlier, longer time to live.</summary>
    public TimeSpan KeptLonger { get; set; }

    /// <summary>Whether the servers follow from the plan's hosts, because no address tells them.</summary>
    public bool IsAssumed { get; init; }

    public IReadOnlyCollection<string> Servers =>
        Places.Count == 1 ? Places[0].Servers : [.. Places.SelectMany(p => p.Servers).Distinct(StringComparer.OrdinalIgnoreCase)];
}

/// <summary>An answer that clients may still have.</summary>
/// <param name="Places">Where it leads.</param>
/// <param name="Until">How long; null where its time to live is not known.</param>
/// <param name="Step">The step that replaced it.</param>
internal sealed record KeptAnswer(IReadOnlyList<NamePlace> Places, TimeSpan? Until, int Step);

/// <summary>What each view answers for each name, and what clients keep of earlier answers.</summary>
internal sealed class NameTable(Func<string, bool> isServedInside)
{
    private readonly Dictionary<(DnsView View, DnsRecordType Type, string Name), NameEntry> _entries = [];
    private readonly Dictionary<(DnsView View, DnsRecordType Type, string Name), List<KeptAnswer>> _kept = [];

    /// <summary>All names with an entry of a type.</summary>
    public IEnumerable<(string Name, NameEntry Entry)> Of(DnsView view, DnsRecordType type) =>
        _entries.Where(e => e.Key.View == view && e.Key.Type == type).Select(e => (e.Key.Name, e.Value));

    /// <summary>The record of exactly this view.</summary>
    public NameEntry? Own(DnsView view, DnsRecordType type, string name) =>
        _entries.TryGetValue((view, Class(type), Key(name)), out NameEntry? entry) ? entry : null;

    /// <summary>What a client of the view gets: inside, the public answer where the zone is not served inside.</summary>
    public NameEntry? Find(DnsView view, string name) => Own(view, DnsRecordType.Address, name)
        ?? (view == DnsView.Internal && IsPublicOnly(name) ? Own(DnsView.External, DnsRecordType.Address, name) : null);

    /// <summary>Whether clients inside get the public answer too.</summary>
    public bool IsPublicOnly(string name) => Own(DnsView.Internal, DnsRecordType.Address, name) is null && !isServedInside(Key(name));

    /// <summary>Earlier answers that clients of the view may still have.</summary>
    public IEnumerable<KeptAnswer> Kept(DnsView view, string name)
    {
        DnsView asked = view == DnsView.Internal && IsPublicOnly(name)
            && !_kept.ContainsKey((view, DnsRecordType.Address, Key(name))) ? DnsView.External : view;
        return _kept.TryGetValue((asked, DnsRecordType.Address, Key(name)), out List<KeptAnswer>? kept) ? kept : [];
    }

    public void Set(DnsView view, DnsRecordType type, string name, NameEntry entry) => _entries[(view, Class(type), Key(name))] = entry;

    public void Remove(DnsView view, DnsRecordType type, string name) => _entries.Remove((view, Class(type), Key(name)));

    public void Keep(DnsView view, DnsRecordType type, string name, KeptAnswer answer)
    {
        if (!_kept.TryGetValue((view, Class(type), Key(name)), out List<KeptAnswer>? kept))
        {
            _kept.Add((view, Class(type), Key(name)), kept = []);
        }

        kept.Add(answer);
    }

    /// <summary>Forgets answers whose time is over.</summary>
    public void Expire(TimeSpan now)
    {
        foreach (List<KeptAnswer> kept in _kept.Values)
        {
            kept.RemoveAll(k => k.Until <= now);
        }
    }

    public static string Key(string name) => name.ToLowerInvariant();

    /// <summary>Addresses and aliases of a name are one entry: both say where it leads.</summary>
    public static DnsRecordType Class(DnsRecordType type) =>
        type is DnsRecordType.A or DnsRecordType.AAAA or DnsRecordType.CNAME ? DnsRecordType.Address : type;
}
