using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Routing;

/// <summary>What a route has to say: contradictions of the settings it meets, and names that no certificate covers.</summary>
internal static class RouteFindings
{
    private const string OneSite = "(one site)";

    public static IEnumerable<Finding> Of(RouteTopology topology, RouteQuestion question, IReadOnlyList<RouteHop> hops) =>
        hops.SelectMany(h => OfHop(topology, question, h)).Concat(OfSettings(topology, question));

    private static IEnumerable<Finding> OfHop(RouteTopology topology, RouteQuestion question, RouteHop hop)
    {
        RouteRule? rule = RouteRules.Rows.FirstOrDefault(r => r.Id == hop.RuleId);
        RouteServer? target = hop.Target is null ? null : topology.FindServer(hop.Target);
        if (rule is { NeedsIntegrated: true } && target?.Find(question.Protocol)?.Integrated == false)
        {
            yield return Findings.Error(RouteFindingCodes.TargetWithoutIntegrated, $"{target.Name} {question.Protocol}",
                "Other Client Access servers proxy to this virtual directory, but Integrated Windows authentication is off there.",
                "Switch it on for the virtual directory, and forms-based authentication off.", "S32");
        }

        if (rule is { Target: RouteTarget.InternalUrl or RouteTarget.OlderServer } && hop.Action == RouteAction.Fail)
        {
            yield return Findings.Error(RouteFindingCodes.TargetWithoutInternalUrl, $"{Text(question.MailboxSite)} {question.Protocol}",
                "Requests for mailboxes of this site are proxied, but no server of it has an InternalUrl.",
                "Set the InternalUrl to the load-balanced or the full server name.", "S30");
        }

        if (rule is { Action: RouteAction.Redirect, Target: RouteTarget.InternalUrl } && hop.Action == RouteAction.Redirect
            && question.View == DnsView.External)
        {
            yield return Findings.Warning(RouteFindingCodes.SentInside, $"{hop.Target} {question.Protocol}",
                $"Clients outside are sent to {hop.Url}, an internal URL.", "Give the 2007 server an ExternalUrl with a legacy name.",
                "S31");
        }

        if (hop.CertificateCovers == false)
        {
            bool redirect = hop.Action == RouteAction.Redirect;
            string message =
                $"{(redirect ? "Clients are sent" : "Requests are proxied")} to {hop.CertificateName}, which the certificate of "
                    + $"{hop.Target} does not cover.";
            yield return redirect
                ? Findings.Warning(RouteFindingCodes.NameNotOnCertificate, hop.CertificateName!, message,
                    "Put the name on the certificate of that site.", "S33")
                : Findings.Information(RouteFindingCodes.NameNotOnCertificate, hop.CertificateName!, message,
                    "Keep the certificate of setup there and use the server's own name, or set the InternalUrl to a name on the "
                        + "certificate, or install a certificate that has it.", "S32");
        }
    }

    private static bool SharesHost(RouteTopology topology, RouteServer server, RouteProtocol protocol) => topology.Servers.Any(
        o => o.InternetFacing == true && !o.IsIn(server.Site)
            && string.Equals(o.Find(protocol)?.External.Host, server.Find(protocol)!.External.Host, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Finding> OfSettings(RouteTopology topology, RouteQuestion question)
    {
        RouteProtocol protocol = question.Protocol;
        RouteServer[] mine = [.. topology.Servers.Where(s => s.IsIn(question.MailboxSite) && s.Find(protocol) is not null)];
        RouteServer[] published = [.. mine.Where(s => s.Find(protocol)!.External.Value is not null)];
        foreach (RouteServer server in published.Where(s => s.InternetFacing == false))
        {
            yield return Findings.Warning(RouteFindingCodes.InternalSiteHasExternalUrl, $"{server.Name} {protocol}",
                $"The server is not Internet-facing, but has the ExternalUrl {server.Find(protocol)!.External.Value}: "
                    + (SharesHost(topology, server, protocol)
                        ? "an Internet-facing site has the same host. "
                            + (Redirects(protocol, server.Product)
                                ? "Its servers redirect clients to that same name."
                                : "Its servers proxy the request, so the ExternalUrl changes nothing for clients there.")
                        : "clients are redirected to a host that they cannot reach."),
                "Clear the ExternalUrl, so that requests are proxied.", "S29");
        }

        RouteServer? same = published.Where(s => Redirects(protocol, s.Product)).SelectMany(s => topology.Servers.Where(o => !o.IsIn(s.Site)
            && o.Generation == s.Generation
            && string.Equals(o.Find(protocol)?.External.Host, s.Find(protocol)!.External.Host,
                StringComparison.OrdinalIgnoreCase))).FirstOrDefault();
        if (same is not null)
        {
            yield return Findings.Warning(RouteFindingCodes.SameExternalHost, $"{same.Find(protocol)!.External.Host} {protocol}",
                $"Sites '{Text(question.MailboxSite)}' and '{Text(same.Site)}' have the same external host. Exchange "
                    + $"{ExchangeVersionReader.ProductText(same.Product)} "
                    + "sends a client of a mailbox in another site to the ExternalUrl there, which is the same name: a redirect "
                    + "that loops.",
                "Give each site a host of its own, or clear the ExternalUrl of the site that receives proxied requests.", "S31");
        }

        if (protocol == RouteProtocol.ActiveSync
            && mine.Where(s => s.Product == ExchangeProduct.Exchange2007).Select(s => s.Find(protocol)!.External)
                .ToArray() is { Length: > 1 } urls
            && urls.Any(u => u.Value is not null) && urls.Any(u => u is { IsKnown: true, Value: null }))
        {
            yield return Findings.Warning(RouteFindingCodes.ExternalUrlOnSomeServers, $"{Text(question.MailboxSite)} {protocol}",
                "Some 2007 servers of the site have an ActiveSync ExternalUrl and some have none, so the latter answer HTTP 451 inside "
                    + "the site.",
                "Set the same ExternalUrl on each of them.", "S31");
        }

        if (protocol == RouteProtocol.ECP && !question.Entry.IsIn(question.MailboxSite)
            && question.Entry.Product >= ExchangeProduct.Exchange2013
            && published.Any(s => s.Product >= ExchangeProduct.Exchange2013) && question.Entry.Find(protocol)?.External.Value is not null)
        {
            yield return Findings.Warning(RouteFindingCodes.EcpLoop, $"{Text(question.MailboxSite)} {protocol}",
                "Several sites have an ECP ExternalUrl. Across sites 2016 then answers with a redirect that loops (KB 4056664).",
                "Clear the ECP ExternalUrl in the sites that receive proxied requests.", "S31");
        }

        foreach (RouteServer server in mine.Where(
            s => protocol == RouteProtocol.OWA && s.Find(protocol) is { FailbackUrl: { } back, External.Value: { } url }
                && string.Equals(back, url, StringComparison.OrdinalIgnoreCase)))
        {
            yield return Findings.Warning(RouteFindingCodes.FailbackUrlSame, $"{server.Name} {protocol}",
                "FailbackUrl is the same as ExternalUrl, so a client whose DNS answer is old goes round during a failback.",
                "Set it to a host that leads to this site alone.", "1E");
        }
    }

    /// <summary>
    /// Before 2013 a server sends the client to any ExternalUrl of the mailbox's site; later ones proxy where the host is their own.
    /// </summary>
    private static bool Redirects(RouteProtocol protocol, ExchangeProduct product) => product < ExchangeProduct.Exchange2013
        && RouteRules.Find(protocol, product, product, RouteSites.Other, RouteExternal.Set) is { Action: RouteAction.Redirect };

    private static string Text(string site) => site.Length == 0 ? OneSite : VisibleText.Of(site);
}
