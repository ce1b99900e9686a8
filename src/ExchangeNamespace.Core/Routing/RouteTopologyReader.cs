using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Routing;

/// <summary>Reads an organisation out of a plan or of captured state.</summary>
internal static class RouteTopologyReader
{
    private const string WebService = "IIS";
    private const string On = "True";

    private static readonly RouteProtocol[] Protocols = (RouteProtocol[])Enum.GetValues(typeof(RouteProtocol));

    public static RouteTopology Read(NamespacePlan plan) => new(
        [.. plan.Servers.Select(s => Server(plan, s))],
        [.. plan.Sites.Select(s => s.Name).Concat(plan.Servers.Select(s => s.Site)).Distinct(StringComparer.OrdinalIgnoreCase)])
    {
        ProxyCertificates = [.. plan.Certificates.Where(c => c.Sites.Count == 0).Select(Names)],
    };

    /// <summary>
    /// What must have been captured and was not: without its version a server has no place in the routes, and without their sites nothing
    /// tells which servers stand together.
    /// </summary>
    public static IEnumerable<InputFault> Missing(ExchangeState state)
    {
        CapturedServer[] servers = [.. state.Servers.Where(s => s.IsEdgeServer.Value != true)];
        string[] uncaptured = [
            .. state.Services.Select(s => s.Server).Where(s => state.FindServer(s) is null).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] versionless = [.. servers.Where(s => !s.AdminDisplayVersion.IsKnown).Select(s => s.Name).Concat(uncaptured)];
        if (versionless.Length > 0)
        {
            yield return new InputFault(FaultIds.StateObjectIncomplete, "State", state,
                $"The version of {NameList.Describe(versionless)} was not captured, so nothing follows about routes. "
                    + "Capture Get-ExchangeServer with AdminDisplayVersion too.");
        }

        string[] siteless = servers.Length + uncaptured.Length < 2 ? [] : [.. servers.Where(s => !s.Site.IsCaptured).Select(s => s.Name)];
        if (siteless.Length > 0)
        {
            yield return new InputFault(FaultIds.StateObjectIncomplete, "State", state,
                $"The site of {NameList.Describe(siteless)} was not captured, and it decides between redirect and proxy. "
                    + "Capture Get-ExchangeServer with Site too.");
        }
    }

    public static RouteTopology Read(ExchangeState state)
    {
        ILookup<string, CapturedService> services = state.Services.ToLookup(s => s.Server, StringComparer.OrdinalIgnoreCase);
        return new RouteTopology(
            [.. state.Servers.Where(s => s.Version is not null && s.IsEdgeServer.Value != true)
                .Select(s => Server(state, s, services.Contains(s.Name)))],
            [.. state.Servers.Select(s => s.Site.Value ?? string.Empty).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private static RouteServer Server(NamespacePlan plan, PlannedServer server)
    {
        string host = ServerFqdn.Of(server.Fqdn, server.Name, plan.ADDomain)?.Value ?? server.Name;
        return new RouteServer
        {
            Name = server.Name,
            Host = host,
            Site = server.Site,
            Product = server.Version.Product,
            InternetFacing = server.InternetFacing,
            Endpoints = Protocols.Where(p => RouteTopology.Has(p, server.Version)).ToDictionary(p => p, p => Endpoint(server, p, host)),
            Certificates = [.. plan.Certificates
                .Where(c => c.IsOn(server.Name)
                    || c.Sites.Contains(server.Site, StringComparer.OrdinalIgnoreCase))
                .Select(Names)],
        };
    }

    private static IReadOnlyList<string> Names(PlannedCertificate certificate) => [.. certificate.Names.Select(n => n.Name)];

    /// <summary>What a plan leaves alone is what setup made: the server's own name inside, nothing outside.</summary>
    private static RouteEndpoint Endpoint(PlannedServer server, RouteProtocol protocol, string host)
    {
        ServiceAssignment? set = RouteTopology.ServiceOf(protocol) is { } service && service != ClientService.Autodiscover
            ? server.Services.FirstOrDefault(a => a.Service == service)
            : null;
        return new RouteEndpoint(
            set?.Internal.Action switch
            {
                SettingAction.Set => new RouteUrl(set.Internal.Value, true),
                SettingAction.Clear => new RouteUrl(null, true),
                null or SettingAction.Leave => new RouteUrl(DefaultUrl(protocol, host), true),
                _ => throw ClosedSet.Outside(set.Internal.Action),
            },
            new RouteUrl(set?.External.Value, true))
        {
            Integrated = set is null ? null
                : Integrated(
                    p => set.AdditionalParameters.FirstOrDefault(
                        c => string.Equals(c.Parameter, p, StringComparison.OrdinalIgnoreCase))?.Values),
        };
    }

    private static string? DefaultUrl(RouteProtocol protocol, string host) => RouteTopology.ServiceOf(protocol) is not { } service
        ? null
        : ServiceCatalog.Define(service) is { Path.Length: > 0 } definition ? definition.Scheme + "://" + host + definition.Path : host;

    private static bool? Integrated(Func<string, IReadOnlyList<string>?> setting)
    {
        foreach (string parameter in new[] { "WindowsAuthentication", "WindowsAuthEnabled" })
        {
            if (setting(parameter) is [{ } value])
            {
                return string.Equals(value, On, StringComparison.OrdinalIgnoreCase);
            }
        }

        return null;
    }

    private static RouteServer Server(ExchangeState state, CapturedServer server, bool hasServices)
    {
        string host = server.Fqdn.IsKnown && Fqdn.TryParse(server.Fqdn.Value, nameof(server.Fqdn), out Fqdn? fqdn, out _)
            ? fqdn.Value : server.Name;
        bool serves = IsClientAccess(server, hasServices);
        return new RouteServer
        {
            Name = server.Name,
            Host = host,
            Site = server.Site.Value ?? string.Empty,
            Product = server.Version!.Product,
            IsClientAccess = serves,
            Endpoints = Protocols.Where(p => RouteTopology.Has(p, server.Version))
                .ToDictionary(p => p,
                    p => serves ? Endpoint(state, server.Name, p, host)
                        : new RouteEndpoint(new RouteUrl(null, true), new RouteUrl(null, true))),
            Certificates = Certificates(state, server.Name),
        };
    }

    /// <summary>From 2016 on every mailbox server serves clients.</summary>
    private static bool IsClientAccess(CapturedServer server, bool hasServices) => server switch
    {
        { Version.Product: >= ExchangeProduct.Exchange2016 } => true,
        { IsClientAccessServer.IsKnown: true } => server.IsClientAccessServer.Value,
        { Roles.IsKnown: true } => server.Roles.Value!.Contains("ClientAccess", StringComparer.OrdinalIgnoreCase),
        _ => hasServices,
    };

    private static RouteEndpoint Endpoint(ExchangeState state, string server, RouteProtocol protocol, string host)
    {
        // The URL of Autodiscover is the service connection point; servers ask each other by name.
        if (protocol is RouteProtocol.Autodiscover or RouteProtocol.POP or RouteProtocol.IMAP)
        {
            return new RouteEndpoint(new RouteUrl(DefaultUrl(protocol, host), true), new RouteUrl(null, true));
        }

        if (state.Find(server, RouteTopology.ServiceOf(protocol)!.Value) is not { } captured)
        {
            return new RouteEndpoint(RouteUrl.Unknown, RouteUrl.Unknown);
        }

        return new RouteEndpoint(Url(captured.Internal), Url(captured.External))
        {
            Integrated = Integrated(p => captured.Setting(p).Value),
            CrossSiteRedirectType = captured.Setting("CrossSiteRedirectType").Value?.FirstOrDefault(),
            FailbackUrl = captured.Setting("FailbackUrl").Value?.FirstOrDefault(),
        };
    }

    private static RouteUrl Url(Captured<string> value) =>
        new(string.IsNullOrEmpty(value.Value) ? null : VisibleText.Of(value.Value!), value.IsCaptured);

    /// <summary>
    /// The certificates that may answer on a server. Those whose server was not captured may be anywhere: where there are no others, null,
    /// because any certificate may be on the server.
    /// </summary>
    private static IReadOnlyList<IReadOnlyList<string>>? Certificates(ExchangeState state, string server)
    {
        CapturedCertificate[] own = [.. state.Certificates.Where(c => c.CertificateDomains.IsKnown
            && (!c.Server.IsKnown || string.Equals(c.Server.Value, server, StringComparison.OrdinalIgnoreCase)))];
        CapturedCertificate[] web = [.. own.Where(c => c.Services.Value?.Contains(WebService, StringComparer.OrdinalIgnoreCase) == true)];
        CapturedCertificate[] answering = web.Length > 0 ? web : [.. own.Where(c => !c.Services.IsCaptured)];
        return answering.Length > 0 && !answering.Any(c => c.Server.IsKnown) ? null
            : [.. answering.Select(c => c.CertificateDomains.Value!)];
    }
}
