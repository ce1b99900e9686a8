using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>The coexistence name, which leads to 2007 as long as newer servers have the shared names (S30).</summary>
internal static class LegacyName
{
    /// <summary>Whether 2007 servers stand behind newer ones while a hop runs.</summary>
    public static bool IsNeeded(Hop hop) => hop.Old.Any(Is2007)
        && hop.From.Servers.Concat(hop.To.Servers).Any(s => !Is2007(s));

    /// <summary>The 2007 servers of a hop.</summary>
    public static IReadOnlyList<PlannedServer> Servers(Hop hop) => [.. hop.Old.Where(Is2007)];

    /// <summary>The name that clients on the Internet use; null where no plan states one.</summary>
    public static Fqdn? Of(Hop hop) => hop.To.LegacyHost ?? hop.From.LegacyHost;

    /// <summary>The name in a view: inside it lies in the Active Directory domain where the public zone is not served there.</summary>
    public static Fqdn? Of(Hop hop, DnsView view)
    {
        Fqdn? name = Of(hop);
        return view == DnsView.Internal && name is not null && hop.To.DnsModel == DnsModel.Separate && hop.To.ADDomain is { } domain
            && domain.TryPrepend(name.FirstLabel, out Fqdn? inside) ? inside : name;
    }

    /// <summary>Whether a name is the coexistence name of a view.</summary>
    public static bool IsOne(Hop hop, Fqdn name) => IsNeeded(hop) || hop.From.LegacyHost is not null || hop.To.LegacyHost is not null
        ? name.Equals(Of(hop, DnsView.External)) || name.Equals(Of(hop, DnsView.Internal)) || name.Equals(hop.From.LegacyHost)
        : false;

    /// <summary>Where the name leads in a view.</summary>
    public static DnsChange Record(Hop hop, DnsView view, Fqdn name)
    {
        // Without 2007 a record that was left behind leads where other names without a URL lead.
        IReadOnlyList<PlannedServer> servers = IsNeeded(hop) ? Servers(hop) : new NameOwners(hop.From).Of(view, name);
        string[] stated = [.. hop.To.DnsRecords.Concat(hop.From.DnsRecords).Where(r => r.View == view && r.Name.Equals(name))
            .Select(r => r.Value).OfType<string>().Distinct()];
        string[] names = [.. servers.Select(s => s.Name)];
        return new DnsChange
        {
            View = view,
            Name = name,
            Type = DnsRecordType.Address,
            Before = [],
            After = stated.Length == 0 ? [new MigrationTarget(null, names)] : [.. stated.Select(a => new MigrationTarget(a, names))],
        };
    }

    /// <summary>Whether the present plan has the record in a view already.</summary>
    public static bool Exists(Hop hop, DnsView view, Fqdn name) =>
        hop.From.DnsRecords.Any(r => r.View == view && r.Name.Equals(name));

    /// <summary>
    /// The records that go with the last server of 2007, or that were left behind when it went: a plan without 2007 has no use for the
    /// name, also where it states one.
    /// </summary>
    public static IEnumerable<DnsChange> Ends(Hop hop)
    {
        if (hop.To.Servers.Any(Is2007))
        {
            yield break;
        }

        foreach (DnsView view in new[] { DnsView.Internal, DnsView.External })
        {
            if (Of(hop, view) is { } name && (IsNeeded(hop) || (hop.Number == 1 && Exists(hop, view, name))))
            {
                DnsChange record = Record(hop, view, name);
                yield return new DnsChange { View = view, Name = name, Type = record.Type, Before = record.After, After = [] };
            }
        }
    }

    private static bool Is2007(PlannedServer server) => server.Version.Product == ExchangeProduct.Exchange2007;
}
