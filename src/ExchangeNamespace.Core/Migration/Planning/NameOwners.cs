using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>
/// Which servers of a plan answer under a name: those whose URLs carry it, else those that clients on the Internet reach first. Among
/// them 2013 and later answer together; before that the newest version alone does, because older ones cannot proxy to newer ones.
/// </summary>
internal sealed class NameOwners(NamespacePlan plan)
{
    /// <summary>The address names of a view.</summary>
    public IEnumerable<Fqdn> Names(DnsView view) => Records(view).Select(r => r.Name).Distinct();

    /// <summary>The records of a name in a view; none where the plan has no such name there.</summary>
    public IReadOnlyList<DnsRecord> Records(DnsView view, Fqdn name) => [.. Records(view).Where(r => r.Name.Equals(name))];

    /// <summary>The servers that answer under a name.</summary>
    public IReadOnlyList<PlannedServer> Of(DnsView view, Fqdn name)
    {
        List<PlannedServer> named = [.. plan.Servers.Where(s => Carries(s, view, name))];
        List<PlannedServer> legacy = [.. plan.Servers.Where(s => s.Version.Product == ExchangeProduct.Exchange2007
            && name.Equals(plan.LegacyHostOf(s.Site)))];
        List<PlannedServer> owners = named.Count > 0 ? named : legacy.Count > 0 ? legacy : [.. Entrance()];
        return [.. InFront(owners)];
    }

    /// <summary>The servers that answer for a site from inside.</summary>
    public IReadOnlyList<PlannedServer> OfSite(string site) => [.. InFront([
        .. plan.Servers.Where(s => string.Equals(s.Site, site, StringComparison.OrdinalIgnoreCase))])];

    /// <summary>Whether servers may answer under one name together with 2013 and later.</summary>
    public static bool Proxies(ExchangeVersion version) => version.Product >= ExchangeProduct.Exchange2013;

    private static IEnumerable<PlannedServer> InFront(IReadOnlyList<PlannedServer> servers)
    {
        if (servers.Count == 0)
        {
            return servers;
        }

        ExchangeProduct newest = servers.Max(s => s.Version.Product);
        return servers.Where(s => newest >= ExchangeProduct.Exchange2013 ? Proxies(s.Version) : s.Version.Product == newest);
    }

    /// <summary>Autodiscover, mail and download host lead to the site that has the external host of the plan.</summary>
    private IEnumerable<PlannedServer> Entrance()
    {
        List<PlannedSite> facing = [.. plan.Sites.Where(s => s.InternetFacing)];
        List<PlannedSite> first = [.. facing.Where(s => plan.ExternalHost.Equals(s.ExternalHost))];
        HashSet<string> sites = new((first.Count > 0 ? first : facing.Count > 0 ? facing : [.. plan.Sites]).Select(s => s.Name),
            StringComparer.OrdinalIgnoreCase);
        List<PlannedServer> within = [.. plan.Servers.Where(s => sites.Contains(s.Site))];
        return within.Exists(s => s.InternetFacing) ? within.Where(s => s.InternetFacing) : within;
    }

    private static bool Carries(PlannedServer server, DnsView view, Fqdn name) => server.Services.Any(
        a => Has(a.External, name) || (view == DnsView.Internal && Has(a.Internal, name)));

    private static bool Has(UrlSetting setting, Fqdn name) => setting.Value is { } value
        && string.Equals(HostText.Of(value), name.Value, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<DnsRecord> Records(DnsView view) => plan.DnsRecords.Where(
        r => r.View == view && r.Type is (DnsRecordType.Address or DnsRecordType.A or DnsRecordType.AAAA or DnsRecordType.CNAME));
}
