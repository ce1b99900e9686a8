using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Whether versions may stand in different sites as a hop leaves them: who is in front, and how 2007 is reached.</summary>
internal static class SitePathRules
{
    public static IEnumerable<InputFault> Check(Hop hop, string parameter) =>
        Names(hop).Concat(Alone(hop)).Concat(Stranded(hop)).Concat(Behind(hop)).Concat(OneHost(hop))
            .Select(f => new InputFault(FaultIds.MigrationPathUnsupported, parameter, f.Subject, f.Message));

    /// <summary>
    /// 2007 answers for its own site under the coexistence name: a server of another site sends the client on to the ExternalUrl of the
    /// mailbox's site, which must not be the same name.
    /// </summary>
    private static IEnumerable<(string Subject, string Message)> Names(Hop hop)
    {
        foreach (IGrouping<Fqdn, string> same in LegacyName.Sites(hop).Where(s => LegacyName.Of(hop, s) is not null)
            .GroupBy(s => LegacyName.Of(hop, s, DnsView.Internal)!).Where(g => g.Count() > 1))
        {
            string sites = NameList.Describe([.. same]);
            yield return (sites, $"2007 stands in the sites {sites} under one coexistence name, {same.Key}: a 2007 server sends clients of "
                + "another site on to the ExternalUrl of that site, which is the same name. Give each site a LegacyHost of its own with "
                + $"-Site, for example legacy2.{hop.To.ExternalZone}.");
        }
    }

    /// <summary>A site that keeps 2007 alone answers Autodiscover for clients of every site.</summary>
    private static IEnumerable<(string Subject, string Message)> Alone(Hop hop)
    {
        string[] alone = [.. SitesOf2007(hop.To).Except(LegacyName.Sites(hop), StringComparer.OrdinalIgnoreCase)];
        if (alone.Length > 0 && SitesOf2007(hop.From).Count() > 1 && hop.To.Servers.Any(s => !Is2007(s)))
        {
            string sites = NameList.Describe(alone);
            yield return (sites, $"2007 stays alone in {sites} while other sites get newer servers: clients of every site take any service "
                + "connection point, and 2007 sends them on to names of newer servers that no certificate has. Give every site of 2007 "
                + "newer servers in one plan; its own may stay beside them until a later one.");
        }
    }

    /// <summary>
    /// Newer servers proxy neither web services nor the address book to 2007, so a site of 2007 that the Internet does not reach is reached
    /// from outside through 2007 servers of one that it does.
    /// </summary>
    private static IEnumerable<(string Subject, string Message)> Stranded(Hop hop)
    {
        if (hop.To.Servers.Any(Is2007) && hop.From.Servers.Any(s => Is2007(s) && s.InternetFacing)
            && !hop.To.Servers.Any(s => Is2007(s) && s.InternetFacing))
        {
            string sites = NameList.Describe([.. SitesOf2007(hop.To)]);
            yield return (sites, $"2007 stays in {sites}, which the Internet does not reach, and the last 2007 server that it reaches "
                + "goes: newer servers do not proxy web services to 2007. Keep a 2007 server in an Internet-facing site until no 2007 is "
                + "left behind it, or take 2007 out of those sites in the same plan.");
        }
    }

    /// <summary>
    /// 2007 and 2010 do not proxy to a newer version, so the sites that the Internet reaches get it first. Of a present plan of that kind
    /// EXN711 says that it fails.
    /// </summary>
    private static IEnumerable<(string Subject, string Message)> Behind(Hop hop)
    {
        ExchangeProduct[] front = [.. hop.To.Servers.Where(s => s.InternetFacing).Select(s => s.Version.Product)];
        PlannedServer[] behind = front.Length == 0 || front.Max() >= ExchangeProduct.Exchange2013 ? []
            : [.. hop.Added.Where(s => s.Version.Product > front.Max())];
        if (behind.Length > 0)
        {
            string sites = NameList.Describe([.. behind.Select(s => s.Site).Distinct(StringComparer.OrdinalIgnoreCase)]);
            yield return (sites, $"{sites} would get {behind[0].Version} behind Internet-facing sites whose newest version is "
                + $"{ExchangeVersionReader.ProductText(front.Max())}, which does not proxy to it. Upgrade the Internet-facing sites first, "
                + "and give the plan in which they have new servers with -Via.");
        }
    }

    /// <summary>
    /// 2007 and 2010 send clients of another site to its ExternalUrl where it has one, also where that is their own host. A present plan of
    /// that kind is not refused: newer versions compare the hosts and proxy.
    /// </summary>
    private static IEnumerable<(string Subject, string Message)> OneHost(Hop hop)
    {
        bool IsOld(PlannedServer server) => server.Version.Product < ExchangeProduct.Exchange2013;
        foreach (IGrouping<Fqdn, PlannedSite> same in hop.To.Sites.Where(s => s is { InternetFacing: true, ExternalHost: not null })
            .GroupBy(s => s.ExternalHost!).Where(g => g.Count() > 1))
        {
            PlannedSite[] old = [.. same.Where(s => hop.To.Servers.Where(t => IsIn(t, s.Name)).All(IsOld))];
            if (old.Length > 0 && old.Any(s => hop.Added.Any(a => IsIn(a, s.Name))))
            {
                string sites = NameList.Describe([.. same.Select(s => s.Name)]);
                yield return (sites, $"The sites {sites} share the external host {same.Key}, and 2007 and 2010 send clients of another "
                    + "site to its ExternalUrl, which is the same: they come back to where they started. Give the sites external hosts of "
                    + "their own, or make all but one InternetFacing = $false, so that this one proxies to them.");
            }
        }
    }

    private static bool IsIn(PlannedServer server, string site) => string.Equals(server.Site, site, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> SitesOf2007(NamespacePlan plan) =>
        plan.Servers.Where(Is2007).Select(s => s.Site).Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool Is2007(PlannedServer server) => server.Version.Product == ExchangeProduct.Exchange2007;
}
