using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>The servers of a service as a pool: which have it, how they are probed, which name their certificate must have.</summary>
internal sealed class FrontPools(LoadBalancerInput input, Func<PlannedServer, bool> isLocal, ServerCertificates certificates)
{
    private const int Https = 443;

    private readonly List<PlannedServer> _withoutAddress = [];
    private readonly List<PlannedServer> _byName = [];

    /// <summary>Servers that no pool can reach.</summary>
    public IReadOnlyList<string> Unreachable => [.. _withoutAddress.Distinct().Select(s => s.Name)];

    /// <summary>Servers whose full name stands for their address.</summary>
    public IReadOnlyList<string> ByName => [.. _byName.Distinct().Select(s => s.Name)];

    /// <summary>Whether a server of the chosen sites has a service.</summary>
    public bool Has(HostGroup group, ClientService service) => Having(group, service).Any(isLocal);

    /// <summary>The pool of one directory behind a balancer that ends TLS.</summary>
    public FrontPool Of(HostGroup group, WebDirectory directory) => Web(
        $"{group.Name}_{directory.Service.ToString().ToLowerInvariant()}", directory.Service.ToString(), group,
        [.. Having(group, directory.Service)], directory, TlsHandling.Bridge) with
    {
        Idle = directory.Idle,
        BodyLimit = directory.BodyLimit,
    };

    /// <summary>The pool of all services of hosts, of which one is probed.</summary>
    /// <param name="group">The hosts.</param>
    /// <param name="services">The services that it is for.</param>
    public FrontPool Whole(HostGroup group, IReadOnlyList<ClientService> services)
    {
        WebDirectory probed = Probed(group, services);
        return Web(group.Name, string.Join(", ", services), group, group.Servers, probed, TlsHandling.Passthrough);
    }

    /// <summary>The pool of a mail protocol.</summary>
    public FrontPool Mail(string name, MailProtocol protocol, IEnumerable<PlannedServer> servers) => new()
    {
        Name = name,
        Service = protocol.Name,
        Tls = TlsHandling.None,
        Members = Members(servers, protocol.Port, null),
        Monitor = protocol.Banner is { } banner ? new FrontMonitor(MonitorKind.Banner, banner, null)
            : new FrontMonitor(MonitorKind.Connect, string.Empty, null),
        Persistence = Persistence.None,
        Idle = protocol.Idle,
        CaFile = string.Empty,
    };

    private FrontPool Web(string name, string service, HostGroup group, IReadOnlyList<PlannedServer> servers, WebDirectory probed,
        TlsHandling tls) => new()
    {
        Name = name,
        Service = service,
        Tls = tls,
        Members = Members(servers, Https, group.Hosts),
        Monitor = Monitor(group, probed, servers),
        Persistence = !IsOlder(servers) ? Persistence.None : tls == TlsHandling.Bridge ? probed.Affinity : Persistence.SourceAddress,
        Idle = WebDirectory.Longest,
        CaFile = certificates.CaFile,
    };

    private static FrontMonitor Monitor(HostGroup group, WebDirectory probed, IReadOnlyList<PlannedServer> servers) =>
        !IsOlder(servers) ? new FrontMonitor(MonitorKind.Page, probed.HealthPage, group.Hosts[0])
        : probed.Service is ClientService.OWA or ClientService.ECP
            ? new FrontMonitor(MonitorKind.Page, "/owa/auth/logon.aspx", group.Hosts[0])
        : new FrontMonitor(MonitorKind.Handshake, string.Empty, null);

    /// <summary>Of services that all servers have, the one that most depends on.</summary>
    private static WebDirectory Probed(HostGroup group, IReadOnlyList<ClientService> services)
    {
        IEnumerable<WebDirectory> rows = WebDirectory.All.Where(d => services.Contains(d.Service));
        return rows.FirstOrDefault(d => group.Servers.All(s => Find(d.Service, s) is not null)) ?? rows.First();
    }

    private static IEnumerable<PlannedServer> Having(HostGroup group, ClientService service) =>
        group.Servers.Where(s => Find(service, s) is not null);

    private static ServiceDialect? Find(ClientService service, PlannedServer server) =>
        VersionCatalog.Default.Services.Find(service, server.Version, server.OutlookAnywhereEnabled);

    private static bool IsOlder(IReadOnlyList<PlannedServer> servers) => servers.Any(s => s.Version.Build < ExchangeBuilds.Exchange2013);

    private IReadOnlyList<FrontMember> Members(IEnumerable<PlannedServer> servers, int port, IReadOnlyList<Fqdn>? hosts)
    {
        List<FrontMember> members = [];
        foreach (PlannedServer server in servers)
        {
            string? full = ServerFqdn.Of(server.Fqdn, server.Name, input.Plan.ADDomain)?.Value;
            if ((server.Addresses.FirstOrDefault() ?? full) is not { } address)
            {
                _withoutAddress.Add(server);
                continue;
            }

            if (server.Addresses.Count == 0)
            {
                _byName.Add(server);
            }

            members.Add(new FrontMember(server.Name, address, port, hosts is null ? null : certificates.HostFor(server, hosts),
                !isLocal(server)));
        }

        return members;
    }
}
