using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>
/// Where the names lead before the first step: by the addresses of the plan; where these tell no server, by the first action that states
/// it, else to the servers that carry the name.
/// </summary>
internal sealed class InitialNames
{
    private readonly Moment _moment;
    private readonly NamespacePlan _plan;
    private readonly Dictionary<string, string> _byAddress = [];
    private readonly HashSet<(DnsView, DnsRecordType, string)> _adopted = [];

    /// <summary>Inside, such a host may have the public address as well as that of a server.</summary>
    private readonly HashSet<Fqdn> _mailOnly;

    private InitialNames(Moment moment, NamespacePlan plan)
    {
        _moment = moment;
        _plan = plan;
        _mailOnly = MailHosts.WithoutUrl(plan);
        foreach ((string address, string name) in plan.Servers.SelectMany(s => s.Addresses.Select(a => (a, s.Name))))
        {
            _byAddress[address] = name;
        }
    }

    public static void Add(Moment moment, NamespaceMigration migration)
    {
        InitialNames names = new(moment, migration.Present);
        names.AddRecords();
        names.AddUsed();
        foreach (MigrationAction action in migration.Steps.SelectMany(s => s.Actions))
        {
            names.Adopt(action);
        }
    }

    private void AddRecords()
    {
        foreach (IGrouping<(DnsView, DnsRecordType, string), DnsRecord> records in _plan.DnsRecords.GroupBy(
            r => (r.View, NameTable.Class(r.Type), NameTable.Key(r.Name.Value))))
        {
            (DnsView view, DnsRecordType type, string name) = records.Key;
            NamePlace[] places = [.. records.Select(r => Place(view, type, name, r))];
            _moment.Names.Set(view, type, name, new NameEntry
            {
                Places = places,
                IsAssumed = !records.All(r => r.Value is not null && _byAddress.ContainsKey(r.Value)),
            });
        }
    }

    private NamePlace Place(DnsView view, DnsRecordType type, string name, DnsRecord record) => type != DnsRecordType.Address
        ? new NamePlace(record.Value, [])
        : new NamePlace(record.Value, record.Value is { } value && _byAddress.TryGetValue(value, out string? server) ? [server]
            : view == DnsView.Internal && record.Value is null && _mailOnly.Contains(record.Name) ? []
            : FrontEnds(view, record is { Type: DnsRecordType.CNAME, Value: { } target } ? NameTable.Key(target) : name));

    /// <summary>Names that the settings of now carry and the plan has no record for: they are taken to lead where they were set.</summary>
    private void AddUsed()
    {
        foreach (DnsView view in new[] { DnsView.Internal, DnsView.External })
        {
            foreach (string host in _moment.Servers.Values.SelectMany(s => Hosts(s, view)).Distinct().ToList())
            {
                if (_moment.Names.Find(view, host) is null && _moment.FindHost(host) is null)
                {
                    _moment.Names.Set(view, DnsRecordType.Address, host,
                        new NameEntry { Places = [new NamePlace(null, FrontEnds(view, host))], IsAssumed = true });
                }
            }
        }

        foreach ((string host, string site) in _moment.Arrays.Where(a => _moment.Names.Own(DnsView.Internal, DnsRecordType.Address,
            a.Host) is null))
        {
            _moment.Names.Set(DnsView.Internal, DnsRecordType.Address, host, new NameEntry
            {
                Places = [new NamePlace(null, [.. _moment.Servers.Values.Where(s => s.Product == ExchangeProduct.Exchange2010
                    && (site.Length == 0 || string.Equals(s.Site, site, StringComparison.OrdinalIgnoreCase))).Select(s => s.Name)])],
                IsAssumed = true,
            });
        }
    }

    /// <summary>Takes over what the first action about a name states, where nothing else tells.</summary>
    private void Adopt(MigrationAction action)
    {
        switch (action)
        {
            case DnsChange change when _adopted.Add((change.View, NameTable.Class(change.Type), NameTable.Key(change.Name.Value))):
                Adopt(change.View, change.Type, change.Name, change.Before, change.TimeToLiveBefore);
                break;
            case PoolChange change:
                foreach (Fqdn host in change.Hosts)
                {
                    if (_adopted.Add((change.View, DnsRecordType.Address, NameTable.Key(host.Value))))
                    {
                        Adopt(change.View, DnsRecordType.Address, host, [new MigrationTarget(null, change.Before)], null);
                    }
                }

                break;
            default:
                break;
        }
    }

    private void Adopt(DnsView view, DnsRecordType type, Fqdn name, IReadOnlyList<MigrationTarget> before, TimeSpan? timeToLive)
    {
        NameEntry? entry = _moment.Names.Own(view, type, name.Value);
        if (before.Count > 0 && (entry?.IsAssumed ?? (view == DnsView.Internal && _moment.FindHost(name.Value) is not null))
            && before.SelectMany(b => b.Servers).All(s => _moment.Find(s) is not null))
        {
            _moment.Names.Set(view, type, name.Value,
                new NameEntry { Places = [.. before.Select(b => new NamePlace(b.Address, b.Servers))], TimeToLive = timeToLive });
        }
        else if (entry is not null)
        {
            entry.TimeToLive ??= timeToLive;
        }
    }

    /// <summary>
    /// The servers behind a name: the one whose full name it is, else those that carry it, else those that the Internet reaches. Where
    /// 2007 or 2010 stands beside newer servers, the newest alone answer shared names.
    /// </summary>
    private IReadOnlyList<string> FrontEnds(DnsView view, string host)
    {
        if (_moment.FindHost(host) is { } server)
        {
            return [server.Name];
        }

        SimulatedServer[] reached = [.. _moment.Servers.Values.Where(s => view == DnsView.Internal || s.InternetFacing)];
        SimulatedServer[] carrying = [.. reached.Where(s => Hosts(s, view).Contains(host))];
        SimulatedServer[] old = [.. reached.Where(s => _plan.SiteOf(s.Site)?.LegacyHost is { } own && NameTable.Key(own.Value) == host)];
        SimulatedServer[] main = [.. reached.Where(s => IsMainSite(s.Site))];
        SimulatedServer[] chosen = carrying.Length > 0 ? carrying : old.Length > 0 ? old : main.Length > 0 ? main : reached;
        int newest = chosen.Length == 0 ? 0 : chosen.Max(s => s.Generation);
        return [.. chosen.Where(s => s.Generation == newest).Select(s => s.Name)];
    }

    private bool IsMainSite(string site) => _plan.Sites.Any(
        s => string.Equals(s.Name, site, StringComparison.OrdinalIgnoreCase) && s.InternetFacing
            && _plan.ExternalHost.Equals(s.ExternalHost));

    private static IEnumerable<string> Hosts(SimulatedServer server, DnsView view) => server.Urls.Values
        .Select(u => view == DnsView.Internal ? u.Internal : u.External)
        .Concat(view == DnsView.Internal ? [server.ConnectionPoint] : [])
        .Where(u => u.IsKnown)
        .Select(u => NameTable.Key(HostText.Of(u.Value!)))
        .Where(h => h.Length > 0)
        .Distinct();
}
