using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>
/// The coexistence name of a site, which leads to its 2007 servers as long as newer servers have the shared names (S30).
/// </summary>
internal static class LegacyName
{
    /// <summary>The sites whose 2007 servers stand behind newer ones while a hop runs, because those have a host of the site.</summary>
    public static IReadOnlyList<string> Sites(Hop hop) =>
        [.. hop.Old.Where(Is2007).Select(s => s.Site).Distinct(StringComparer.OrdinalIgnoreCase).Where(s => HandsOver(hop, s))];

    /// <summary>The name of a site that clients on the Internet use; null where no plan states one.</summary>
    public static Fqdn? Of(Hop hop, string site) => hop.To.SiteOf(site)?.LegacyHost ?? hop.From.SiteOf(site)?.LegacyHost
        ?? hop.To.LegacyHost ?? hop.From.LegacyHost;

    /// <summary>
    /// The name of a site in a view: inside it lies in the Active Directory domain where the public zone is not served there.
    /// </summary>
    public static Fqdn? Of(Hop hop, string site, DnsView view) =>
        Of(hop, site) is { } name ? view == DnsView.Internal ? Inside(hop, name) : name : null;

    /// <summary>The names of sites in any view.</summary>
    public static IEnumerable<Fqdn> Of(Hop hop, IEnumerable<string> sites) =>
        sites.SelectMany(s => new[] { Of(hop, s, DnsView.External), Of(hop, s, DnsView.Internal) }).OfType<Fqdn>().Distinct();

    /// <summary>Whether a name is the coexistence name of a site in any view.</summary>
    public static bool IsOne(Hop hop, Fqdn name) => Stated(hop).Any(n => name.Equals(n) || name.Equals(Inside(hop, n)));

    /// <summary>The records of the names in a view that a hop needs and the present plan has not.</summary>
    public static IReadOnlyList<DnsChange> Missing(Hop hop, DnsView view) =>
    [
        .. from site in Sites(hop)
           where view == DnsView.Internal || IsFacing(hop, site)
           let name = Of(hop, site, view)
           where name is not null && !Exists(hop, view, name)
           group site by name into same
           select Record(hop, view, same.Key),
    ];

    /// <summary>Where a name leads in a view.</summary>
    private static DnsChange Record(Hop hop, DnsView view, Fqdn name)
    {
        PlannedServer[] of2007 = [.. Sites(hop).Where(s => name.Equals(Of(hop, s, view)))
            .SelectMany(site => hop.Old.Where(s => Is2007(s) && IsIn(s, site)))];

        // Without 2007 a record that was left behind leads where other names without a URL lead.
        IReadOnlyList<PlannedServer> servers = of2007.Length > 0 ? of2007 : new NameOwners(hop.From).Of(view, name);
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
    private static bool Exists(Hop hop, DnsView view, Fqdn name) =>
        hop.From.DnsRecords.Any(r => r.View == view && r.Name.Equals(name));

    /// <summary>
    /// The records that go with the last server of 2007 of a site, or that were left behind when it went: a plan without 2007 has no use
    /// for the name, also where it states one.
    /// </summary>
    public static IEnumerable<DnsChange> Ends(Hop hop)
    {
        HashSet<Fqdn> stay = [.. Of(hop, hop.To.Servers.Where(Is2007).Select(s => s.Site))];
        foreach (DnsView view in new[] { DnsView.Internal, DnsView.External })
        {
            IEnumerable<Fqdn> needed = Sites(hop).Where(s => view == DnsView.Internal || IsFacing(hop, s))
                .Select(s => Of(hop, s, view)).OfType<Fqdn>();
            IEnumerable<Fqdn> left = Stated(hop).Select(n => view == DnsView.Internal ? Inside(hop, n) : n)
                .Where(n => hop.Number == 1 && Exists(hop, view, n));
            foreach (Fqdn name in needed.Concat(left).Distinct().Where(n => !stay.Contains(n)))
            {
                DnsChange record = Record(hop, view, name);
                yield return new DnsChange { View = view, Name = name, Type = record.Type, Before = record.After, After = [] };
            }
        }
    }

    private static bool HandsOver(Hop hop, string site)
    {
        PlannedSite? own = hop.From.SiteOf(site);
        return new[] { hop.From, hop.To }.Any(plan => plan.Servers.Any(s => !Is2007(s) && (IsIn(s, site) || (plan.SiteOf(s.Site) is { } its
            && (own?.ExternalHost?.Equals(its.ExternalHost) == true || own?.InternalHost?.Equals(its.InternalHost) == true)))));
    }

    private static IEnumerable<Fqdn> Stated(Hop hop) => new[] { hop.To, hop.From }
        .SelectMany(p => p.Sites.Select(s => s.LegacyHost).Concat([p.LegacyHost])).OfType<Fqdn>().Distinct();

    private static Fqdn Inside(Hop hop, Fqdn name) => hop.To.DnsModel == DnsModel.Separate && hop.To.ADDomain is { } domain
        && domain.TryPrepend(name.FirstLabel, out Fqdn? inside) ? inside : name;

    private static bool IsFacing(Hop hop, string site) => hop.Old.Any(s => Is2007(s) && s.InternetFacing && IsIn(s, site));

    private static bool IsIn(PlannedServer server, string site) =>
        string.Equals(server.Site, site, StringComparison.OrdinalIgnoreCase);

    private static bool Is2007(PlannedServer server) => server.Version.Product == ExchangeProduct.Exchange2007;
}
