using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning.Drafts;

/// <summary>One site while it is being planned: its hosts per service and its servers.</summary>
internal sealed class SiteDraft
{
    private readonly NamespaceRequest _request;
    private readonly SiteRequest? _site;
    private readonly ZoneView _zones;

    public SiteDraft(string name, NamespaceRequest request, SiteRequest? site, ZoneView zones, bool keepInternal)
    {
        Name = name;
        _request = request;
        _site = site;
        _zones = zones;
        KeepsInternal = keepInternal;
    }

    public string Name { get; }

    /// <summary>Whether internal URLs stay as they are, so that the internal host is not used.</summary>
    public bool KeepsInternal { get; }

    /// <summary>The site in words, also where it has no name.</summary>
    public string Label => Name.Length == 0 ? "the site" : "site " + Name;

    public bool MayFaceInternet => _site?.InternetFacing != false;

    /// <summary>Whether the site itself says that it is Internet-facing, so that its servers need not.</summary>
    public bool IsStatedInternetFacing => _site?.InternetFacing == true;

    /// <summary>Whether at least one of its servers is Internet-facing.</summary>
    public bool InternetFacing { get; set; }

    /// <summary>Whether it answers for the names that the plan has once: autodiscover, mail, legacy and download host.</summary>
    public bool IsPrimary { get; set; }

    public List<ServerRequest> Servers { get; } = [];

    public IReadOnlyList<string>? SiteScope => _site?.SiteScope;

    public Fqdn? FailbackHost => _site?.FailbackHost;

    /// <summary>The coexistence name that the site alone has.</summary>
    public Fqdn? OwnLegacyHost => _site?.LegacyHost;

    /// <summary>The name under which the 2007 servers of the site are reached while newer ones have its names.</summary>
    public Fqdn? LegacyHost => OwnLegacyHost ?? _request.LegacyHost;

    public Fqdn? ClientAccessArray => _site?.ClientAccessArray;

    public IReadOnlyList<string> ExternalAddresses => _site is { ExternalAddresses.Count: > 0 } ? _site.ExternalAddresses
        : _site?.ExternalHost is null || _site.ExternalHost.Equals(_request.ExternalHost) ? _request.ExternalAddresses : [];

    /// <summary>
    /// The addresses behind the site's names: those of its newest servers, because older ones cannot proxy to newer ones.
    /// </summary>
    public IReadOnlyList<string> InternalAddresses => _site is { InternalAddresses.Count: > 0 }
        ? _site.InternalAddresses
        : AddressesOf(FrontServers);

    /// <summary>The newest servers of the site, which answer under its names.</summary>
    public IEnumerable<ServerRequest> FrontServers => ServersOf(FrontEnds.Newest(Servers.Select(VersionOf)));

    /// <summary>The addresses behind the legacy name.</summary>
    public IReadOnlyList<string> LegacyAddresses => AddressesOf(ServersOf(FrontEnds.Legacy));

    public Fqdn ExternalHost => _site?.ExternalHost ?? _request.ExternalHost;

    public Fqdn InternalHost =>
        _site?.InternalHost ?? (_site?.ExternalHost is { } own ? Inside(own) : _request.InternalHost ?? Inside(_request.ExternalHost));

    /// <summary>Whether no service connection point is wanted. What a site says of its own wins against the plan.</summary>
    public bool ClearsConnectionPoints => _site is { ClearsConnectionPoints: true }
        || (_request.ClearsConnectionPoints && _site?.AutodiscoverHost is null && OwnHostsOf(ClientService.Autodiscover)?.Internal is null);

    public Fqdn? ServiceConnectionPointHost => KeepsInternal || ClearsConnectionPoints
        ? null
        : _site?.AutodiscoverHost ?? HostsOf(ClientService.Autodiscover)?.Internal
            ?? (_site?.InternalHost is null ? _request.AutodiscoverHost : null) ?? InternalHost;

    public Fqdn ExternalHostOf(ClientService service) => External(_site?.ServiceHosts, service)
        ?? (_site?.ExternalHost is { } own ? own : External(_request.ServiceHosts, service))
        ?? ExternalHost;

    public Fqdn InternalHostOf(ClientService service) => Internal(_site?.ServiceHosts, service)
        ?? (FollowsPlan(service) ? Internal(_request.ServiceHosts, service) : null)
        ?? InternalHost;

    private ExchangeVersion VersionOf(ServerRequest server) => server.Version ?? _request.Version!;

    private IEnumerable<ServerRequest> ServersOf(int frontEnd) => Servers.Where(s => FrontEnds.Of(VersionOf(s)) == frontEnd);

    private static string[] AddressesOf(IEnumerable<ServerRequest> servers) => [.. servers.SelectMany(s => s.Addresses).Distinct()];

    /// <summary>The inside name of a public host (S2).</summary>
    public Fqdn Inside(Fqdn host) =>
        _zones.ModelOf(_zones.ZoneOf(host)) == DnsModel.Separate && _zones.ADDomain is { } domain
            && domain.TryPrepend(host.FirstLabel, out Fqdn? inside)
            ? inside
            : host;

    public bool Asks(ClientService service) => HostsOf(service) is not null;

    private static Fqdn? External(IReadOnlyDictionary<ClientService, ServiceHosts>? table, ClientService service) =>
        Named(table, service).Select(h => h.External).FirstOrDefault(h => h is not null);

    private Fqdn? Internal(IReadOnlyDictionary<ClientService, ServiceHosts>? table, ClientService service) =>
        Named(table, service)
            .Select(h => h.Internal ?? (h is { OneName: true, External: { } both } ? Inside(both) : null))
            .FirstOrDefault(h => h is not null);

    private bool FollowsPlan(ClientService service) =>
        _site?.InternalHost is null && _site?.ExternalHost is null && !Named(_site?.ServiceHosts, service).Any();

    /// <summary>The hosts that are named for a service, or for the one that it follows.</summary>
    private static IEnumerable<ServiceHosts> Named(IReadOnlyDictionary<ClientService, ServiceHosts>? table, ClientService service)
    {
        if (table is null)
        {
            yield break;
        }

        if (table.TryGetValue(service, out ServiceHosts? own))
        {
            yield return own;
        }

        if (ServiceCatalog.Define(service).Follows is { } leader && table.TryGetValue(leader, out ServiceHosts? shared))
        {
            yield return shared;
        }
    }

    private ServiceHosts? OwnHostsOf(ClientService service) =>
        _site is not null && _site.ServiceHosts.TryGetValue(service, out ServiceHosts? hosts) ? hosts : null;

    private ServiceHosts? HostsOf(ClientService service) =>
        OwnHostsOf(service) ?? (_request.ServiceHosts.TryGetValue(service, out ServiceHosts? hosts) ? hosts : null);
}
