using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Routing;

/// <summary>Follows a request from server to server (S30). No server is asked twice, so that every route ends.</summary>
internal sealed class RouteSimulator(RouteTopology topology)
{
    public ClientAccessRoute Trace(RouteQuestion question)
    {
        List<RouteHop> hops = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        RouteServer? server = question.Entry;
        bool proxied = false;
        while (server is not null)
        {
            seen.Add(server.Name);
            Step step = Decide(question, server, proxied);
            if (step.Next is { } next && seen.Contains(next.Name))
            {
                step = Step.End(RouteAction.Fail, "loop", $"the request comes back to {next.Name} and goes round", RouteCertainty.Derived,
                    "S30");
            }

            hops.Add(Hop(question, server, step, hops.Count + 1));
            proxied = step.Action == RouteAction.Proxy;
            server = step.Next;
        }

        RouteUrl entry = question.Entry.Find(question.Protocol) is { } endpoint ? question.View == DnsView.External ? endpoint.External
            : endpoint.Internal : RouteUrl.Unknown;
        return new ClientAccessRoute
        {
            Protocol = question.Protocol,
            View = question.View,
            Server = question.Entry.Name,
            Site = question.Entry.Site,
            ServerProduct = question.Entry.Product,
            EntryUrl = entry.Value,
            EntryCertificateCovers = entry.Host is { } host ? CoversForClient(question, question.Entry, host) : null,
            MailboxSite = question.MailboxSite,
            MailboxProduct = question.MailboxProduct,
            Hops = hops,
            Findings = [.. RouteFindings.Of(topology, question, hops)],
        };
    }

    private Step Decide(RouteQuestion question, RouteServer server, bool proxied)
    {
        RouteProtocol protocol = question.Protocol;
        if (!server.IsClientAccess && !proxied)
        {
            return Step.End(RouteAction.Fail, "no-client-access", $"{server.Name} is no Client Access server: clients cannot use it",
                RouteCertainty.Documented, "S30");
        }

        IReadOnlyList<RouteServer> there = topology.Serving(question.MailboxSite, RouteTopology.GenerationOf(question.MailboxProduct));
        if (there.Count == 0)
        {
            return Step.Of(RouteRules.NoServer);
        }

        // 2013 has MAPI over HTTP from Service Pack 1 on, so the servers decide and not the product.
        if (server.Find(protocol) is null || !there.Any(s => s.Find(protocol) is not null))
        {
            string who = server.Find(protocol) is null ? server.Name
                : $"The mailbox's version ({ExchangeVersionReader.ProductText(question.MailboxProduct)})";
            return Step.End(RouteAction.Fail, "no-service", $"{who} has no {protocol}", RouteCertainty.Documented, "S13");
        }

        RouteSites sites = server.IsIn(question.MailboxSite) ? RouteSites.Same : RouteSites.Other;
        RouteRule?[] rules = [
            .. Externals(protocol, server, there, sites, question.MailboxProduct, proxied)
                .Select(e => RouteRules.Find(protocol, server.Product, question.MailboxProduct, sites, e)).Distinct()];
        if (rules is not [{ } rule])
        {
            return Step.End(RouteAction.Unknown, "not-known",
                $"whether the {protocol} ExternalUrl of site '{question.MailboxSite}' is set is not known, and it decides",
                RouteCertainty.Derived, "S30");
        }

        if (rule.Target == RouteTarget.None)
        {
            return Step.Of(rule);
        }

        RouteServer[] ordered = [
            .. there.OrderBy(s => string.Equals(s.Name, question.MailboxServer, StringComparison.OrdinalIgnoreCase) ? 0 : 1)];
        foreach (RouteServer target in ordered.Where(t => !string.Equals(t.Name, server.Name, StringComparison.OrdinalIgnoreCase)))
        {
            if (Address(rule.Target, protocol, target) is { } url
                && (rule.Target != RouteTarget.ExternalUrl || !SameHost(server, protocol, url)))
            {
                return Step.Of(rule) with { Next = target, Url = url };
            }
        }

        if (rule.Target == RouteTarget.ExternalUrl
            && ordered.Select(t => Address(rule.Target, protocol, t)).FirstOrDefault(u => u is not null) is { } same)
        {
            return Step.End(RouteAction.Fail, "same-host",
                $"redirected to {same}, the ExternalUrl of the mailbox's site, whose host is the one that the client came by: it "
                    + "goes round",
                RouteCertainty.Derived, "S31");
        }

        return ordered.Any(t => t.Find(protocol) is { Internal.IsKnown: false })
            ? Step.End(RouteAction.Unknown, rule.Id,
                $"it is proxied, but the InternalUrl of {protocol} in site '{question.MailboxSite}' is not known", RouteCertainty.Derived,
                "S30")
            : Step.End(RouteAction.Fail, rule.Id,
                $"it would be proxied, but no server of site '{question.MailboxSite}' has an InternalUrl for {protocol}",
                RouteCertainty.Derived, "S30");
    }

    /// <summary>What the external URL may be like: one value where it is known.</summary>
    private static RouteExternal[] Externals(RouteProtocol protocol, RouteServer server, IReadOnlyList<RouteServer> there, RouteSites sites,
        ExchangeProduct mailbox, bool proxied)
    {
        RouteUrl own = server.Find(protocol)!.External;
        RouteUrl[] theirs = [.. there.Where(s => s.Name != server.Name).Select(s => s.Find(protocol)?.External).OfType<RouteUrl>()];
        if (sites == RouteSites.Same && server.Generation == RouteTopology.GenerationOf(mailbox))
        {
            bool beside = !proxied && theirs.Any(u => u.Value is not null);
            return own.Value is not null || !beside ? [RouteExternal.None] : own.IsKnown ? [RouteExternal.OnlyBeside]
                : [RouteExternal.OnlyBeside, RouteExternal.None];
        }

        // Before 2013 any ExternalUrl there makes a redirect (bb310763); only later versions compare it with their own.
        bool compares = server.Product >= ExchangeProduct.Exchange2013;
        if (theirs.Any(u => u.Host is { } host && !(compares && string.Equals(host, own.Host, StringComparison.OrdinalIgnoreCase))))
        {
            return own.IsKnown || !compares ? [RouteExternal.Set] : [RouteExternal.Set, RouteExternal.None];
        }

        return theirs.Any(u => !u.IsKnown) ? [RouteExternal.Set, RouteExternal.None] : [RouteExternal.None];
    }

    /// <summary>Whether a URL leads back to the host of the server that would redirect to it.</summary>
    private static bool SameHost(RouteServer server, RouteProtocol protocol, string url) =>
        string.Equals(new RouteUrl(url, true).Host, server.Find(protocol)!.External.Host, StringComparison.OrdinalIgnoreCase);

    private static string? Address(RouteTarget target, RouteProtocol protocol, RouteServer server)
    {
        RouteEndpoint? endpoint = server.Find(protocol);
        return target switch
        {
            RouteTarget.ExternalUrl => endpoint?.External.Value,
            RouteTarget.InternalUrl => endpoint?.Internal.Value,
            RouteTarget.OlderServer => endpoint?.Internal.OnHost(server.Host),
            RouteTarget.BackEnd => $"https://{server.Host}:444",
            RouteTarget.MailPort => server.Host + (protocol == RouteProtocol.POP ? ":995" : ":993"),
            RouteTarget.MailBackEnd => server.Host + (protocol == RouteProtocol.POP ? ":1995" : ":1993"),
            RouteTarget.Autodiscover => "https://" + server.Host + ServiceCatalog.Define(ClientService.Autodiscover).Path,
            RouteTarget.None => null,
            _ => throw ClosedSet.Outside(target),
        };
    }

    private RouteHop Hop(RouteQuestion question, RouteServer server, Step step, int order)
    {
        string? name = step.Next is null || step.Target is RouteTarget.BackEnd or RouteTarget.MailBackEnd or RouteTarget.OlderServer ? null
            : new RouteUrl(step.Url, true).Host;
        return new RouteHop
        {
            Order = order,
            Server = server.Name,
            Site = server.Site,
            Action = step.Action,
            Manner = Manner(question, server, step),
            Url = step.Url,
            Target = step.Next?.Name,
            Authentication = step.Next is null ? null : step.Authentication,
            CertificateName = name,
            CertificateCovers = name is null ? null : step.Action == RouteAction.Redirect ? CoversForClient(question, step.Next!, name)
                : step.Next!.Covers(name),
            RuleId = step.RuleId,
            Rule = step.Rule,
            Certainty = step.Certainty,
            Source = step.Source,
        };
    }

    private static string Manner(RouteQuestion question, RouteServer server, Step step) =>
        step.Action == RouteAction.Redirect && question.Protocol == RouteProtocol.OWA
            && server.Find(RouteProtocol.OWA)?.CrossSiteRedirectType is { } type && server.Product == ExchangeProduct.Exchange2010
            ? $"{step.Manner}; here it is {type}"
            : step.Manner;

    /// <summary>A client outside sees the certificate of the reverse proxy where there is one of its own.</summary>
    private bool? CoversForClient(RouteQuestion question, RouteServer server, string host) =>
        question.View == DnsView.External && topology.ProxyCertificates.Count > 0 ? RouteTopology.Covers(topology.ProxyCertificates, host)
            : server.Covers(host);

    private sealed record Step(RouteAction Action, string RuleId, string Manner, RouteCertainty Certainty, string Source, string Rule)
    {
        public RouteTarget Target { get; init; }

        public string? Authentication { get; init; }

        public RouteServer? Next { get; init; }

        public string? Url { get; init; }

        public static Step Of(RouteRule rule) =>
            new(rule.Action, rule.Id, rule.Manner, rule.Certainty, rule.Source, rule.Rule) { Target = rule.Target,
                Authentication = rule.Authentication };

        public static Step End(RouteAction action, string id, string manner, RouteCertainty certainty, string rule) =>
            new(action, id, manner, certainty, RouteSources.Proxying2010, rule);
    }
}
