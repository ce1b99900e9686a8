using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Routing;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>What a server does with a client: a judgement, or the host that it sends the client to.</summary>
internal readonly record struct FrontEndStep(Judgement Judgement, string? RedirectedTo);

/// <summary>What a server does with a request for a mailbox, by the decision tables of <see cref="RouteRules"/>.</summary>
internal sealed class FrontEndJudge(Moment moment)
{
    private const string Ntlm = "Ntlm";
    private const string Negotiate = "Negotiate";

    private static readonly FrontEndStep Fine = new(Judgement.Good, null);
    private static readonly FrontEndStep NotKnown = new(Judgement.Unknown, null);

    private readonly ILookup<(string, int), SimulatedServer> _serving = moment.Servers.Values.Where(s => s.IsInstalled)
        .ToLookup(s => (s.Site.ToUpperInvariant(), s.Generation));

    private readonly Dictionary<(RouteProtocol, ExchangeProduct, ExchangeProduct, RouteSites, RouteExternal), RouteRule?> _rules = [];

    public static string? ExternalHost(SimulatedServer server, RouteProtocol protocol) =>
        External(server, protocol) is { IsKnown: true, Value: { } url } ? NameTable.Key(HostText.Of(url)) : null;

    public FrontEndStep Ask(DnsView view, SimulatedServer server, RouteProtocol protocol, MailboxGroup group)
    {
        SimulatedServer[] installed = [.. _serving[(group.Site, group.Generation)]];
        SimulatedServer[] there = [.. installed.Where(s => s.IsInService)];
        if (there.Length == 0)
        {
            return installed.Length > 0 && installed.All(s => s.ComesBack)
                ? new(Judgement.Bad(new Trouble(SimulationFindingCodes.Interruption, FindingSeverity.Warning, server.Name,
                    "the servers of the mailbox are worked on.", "Do it in a maintenance window.", "S30")), null)
                : Bad(server, $"no server in service holds mailboxes on {Text(group.Product)}",
                    "Move the mailboxes before their servers go out of service.");
        }

        // Which services a version has follows from its URLs: a client has no name for a service that is not there.
        RouteSites sites = group.IsIn(server.Site) ? RouteSites.Same : RouteSites.Other;
        if (Find(protocol, server.Product, group.Product, sites, Compare(server, there, protocol, sites, group)) is not { } rule)
        {
            return NotKnown;
        }

        return rule.Action switch
        {
            RouteAction.Local => Fine,
            RouteAction.Proxy => Proxied(server, there, protocol),
            RouteAction.Redirect => Redirected(view, server, there, protocol, rule),
            RouteAction.Fail => Bad(server,
                $"{server.Name} ({Text(server.Product)}) does not serve {protocol} for mailboxes on {Text(group.Product)}: {rule.Manner}",
                "Let the newest version answer the names before mailboxes move to it, until old answers are forgotten."),
            RouteAction.Unknown => NotKnown,
            _ => throw ClosedSet.Outside(rule.Action),
        };
    }

    private RouteRule? Find(RouteProtocol protocol, ExchangeProduct server, ExchangeProduct mailbox, RouteSites sites,
        RouteExternal external)
    {
        if (!_rules.TryGetValue((protocol, server, mailbox, sites, external), out RouteRule? rule))
        {
            rule = RouteRules.Find(protocol, server, mailbox, sites, external);
            _rules.Add((protocol, server, mailbox, sites, external), rule);
        }

        return rule;
    }

    /// <summary>How the external URL of the mailbox's site stands to that of the server that is asked (S30).</summary>
    private static RouteExternal Compare(SimulatedServer server, IReadOnlyList<SimulatedServer> there, RouteProtocol protocol,
        RouteSites sites, MailboxGroup group)
    {
        string? own = ExternalHost(server, protocol);
        string[] theirs = [.. there.Where(s => s != server).Select(s => ExternalHost(s, protocol)).OfType<string>()];
        if (sites == RouteSites.Same && server.Generation == group.Generation)
        {
            return own is null && theirs.Length > 0 ? RouteExternal.OnlyBeside : RouteExternal.None;
        }

        bool compares = server.Product >= ExchangeProduct.Exchange2013;
        return theirs.Any(h => !compares || h != own) ? RouteExternal.Set : RouteExternal.None;
    }

    private static FrontEndStep Proxied(SimulatedServer server, IReadOnlyList<SimulatedServer> there, RouteProtocol protocol)
    {
        if (protocol != RouteProtocol.OutlookAnywhere || server.Product < ExchangeProduct.Exchange2013
            || there.All(s => s.Product >= ExchangeProduct.Exchange2013))
        {
            return Fine;
        }

        if (there.FirstOrDefault(s => s.OutlookAnywhereEnabled == false) is { } off)
        {
            return Bad(SimulationFindingCodes.NotAuthenticated, server,
                $"{server.Name} proxies Outlook Anywhere to {off.Name}, where it is not enabled",
                "Enable Outlook Anywhere on every older Client Access server first.");
        }

        if (there.FirstOrDefault(s => s.RpcMethods is { IsKnown: true, Value: { Count: > 0 } methods }
            && !methods.Any(m => Is(m, Ntlm) || Is(m, Negotiate))) is { } refusing)
        {
            return Bad(SimulationFindingCodes.NotAuthenticated, server,
                $"{server.Name} proxies Outlook Anywhere with NTLM to {refusing.Name}, whose /rpc directory takes "
                    + $"{string.Join(", ", refusing.RpcMethods.Value!)} only",
                "Set IISAuthenticationMethods to Basic,NTLM on the older servers first.");
        }

        return there.Any(s => !s.RpcMethods.IsCaptured || s.OutlookAnywhereEnabled is null) ? NotKnown : Fine;
    }

    private static FrontEndStep Redirected(DnsView view, SimulatedServer server, IReadOnlyList<SimulatedServer> there,
        RouteProtocol protocol, RouteRule rule)
    {
        if (rule.Target == RouteTarget.Autodiscover)
        {
            return new(Judgement.Good, there[0].Host);
        }

        bool inside = rule.Target == RouteTarget.InternalUrl;
        string? own = ExternalHost(server, protocol);
        string? host = there.Select(s => inside ? InternalHost(s, protocol) : ExternalHost(s, protocol))
            .FirstOrDefault(h => h is not null && h != own);
        return host is not null && !(inside && view == DnsView.External) ? new(Judgement.Good, host)
            : host is not null ? Bad(server, $"clients outside are sent to {host}, which is an internal URL",
                "Give the older servers an ExternalUrl with a legacy name.")
            : there.Any(s => !External(s, protocol).IsCaptured) ? NotKnown
            : Bad(server, $"clients are sent to the older servers, which have no host of their own for {protocol}",
                "Give the older servers an ExternalUrl with a legacy name.");
    }

    private static string? InternalHost(SimulatedServer server, RouteProtocol protocol) =>
        Service(protocol) is { } service && server.Urls.TryGetValue(service, out SimulatedUrls urls) && urls.Internal.IsKnown
            ? NameTable.Key(HostText.Of(urls.Internal.Value!)) : null;

    private static Captured<string> External(SimulatedServer server, RouteProtocol protocol) =>
        Service(protocol) is { } service && server.Urls.TryGetValue(service, out SimulatedUrls urls) ? urls.External : default;

    private static ClientService? Service(RouteProtocol protocol) =>
        protocol == RouteProtocol.Autodiscover ? null : RouteTopology.ServiceOf(protocol);

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Text(ExchangeProduct product) => ExchangeVersionReader.ProductText(product);

    private static FrontEndStep Bad(SimulatedServer server, string message, string remedy) =>
        Bad(SimulationFindingCodes.NotServed, server, message, remedy);

    private static FrontEndStep Bad(string code, SimulatedServer server, string message, string remedy) =>
        new(Judgement.Bad(Trouble.Error(code, server.Name, message + ".", remedy, "S30")), null);
}
