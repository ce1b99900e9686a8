using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>A load balancer as rows, the closed paths first: an appliance takes the first row that fits.</summary>
internal static class VirtualServices
{
    public static IEnumerable<VirtualService> Of(FrontModel model) => model.Listeners.SelectMany(l => Rows(l, model));

    private static IEnumerable<VirtualService> Rows(FrontListener listener, FrontModel model)
    {
        string[] hosts = [.. listener.Routes.SelectMany(r => r.Hosts).Distinct().Select(h => h.Value)];
        return listener.Kind switch
        {
            ListenerKind.Redirect => [Own(listener, hosts, "Redirect", [], "answers 301 to https", TlsHandling.None)],
            ListenerKind.Bridge => listener.ClosedPaths.Select(p => Own(listener, hosts, "Closed", [p], "answers 403", TlsHandling.Bridge))
                .Concat(listener.Routes.Select(r => Row(listener, r, Pool(r, model)))),
            ListenerKind.Passthrough or ListenerKind.Mail => listener.Routes.Select(r => Row(listener, r, Pool(r, model))),
            _ => throw ClosedSet.Outside(listener.Kind),
        };
    }

    private static FrontPool Pool(FrontRoute route, FrontModel model) => model.Pools.First(p => p.Name == route.Pool);

    private static VirtualService Row(FrontListener listener, FrontRoute route, FrontPool pool) => new()
    {
        Service = pool.Service,
        Hosts = [.. route.Hosts.Select(h => h.Value)],
        Addresses = listener.Addresses,
        Port = listener.Port,
        Paths = route.Paths,
        Tls = pool.Tls,
        Pool = pool.Name,
        Members = [.. pool.Members.Where(m => !m.IsBackup).Select(Endpoint)],
        StandBy = [.. pool.Members.Where(m => m.IsBackup).Select(Endpoint)],
        Monitor = pool.Monitor.Kind switch
        {
            MonitorKind.Page => $"GET https {pool.Monitor.Text} is 200",
            MonitorKind.Handshake => "TLS handshake",
            MonitorKind.Banner => $"banner {pool.Monitor.Text.Trim()}",
            MonitorKind.Connect => "TCP connect",
            _ => throw ClosedSet.Outside(pool.Monitor.Kind),
        },
        Persistence = pool.Persistence,
        IdleTimeout = pool.Idle,
        BodyLimit = pool.BodyLimit,
    };

    private static string Endpoint(FrontMember member) => member.Name + " " + HAProxyLiteral.Endpoint(member.Address, member.Port);

    private static VirtualService Own(FrontListener listener, string[] hosts, string service, string[] paths, string answer,
        TlsHandling tls) => new()
    {
        Service = service,
        Hosts = hosts,
        Addresses = listener.Addresses,
        Port = listener.Port,
        Paths = paths,
        Tls = tls,
        Monitor = answer,
    };
}
