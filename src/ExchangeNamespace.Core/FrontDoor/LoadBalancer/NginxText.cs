using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>
/// A load balancer as a configuration of nginx: TLS is passed on, because only the commercial nginx keeps a connection that NTLM has logged
/// on for its client. Servers are left out once connections to them fail; nginx asks for no page.
/// </summary>
internal static class NginxText
{
    private const string Indent = "    ";

    public static IEnumerable<string> Lines(FrontModel model) => model.Remarks.Select(ProxyText.Comment).Concat(
    [
        string.Empty,
        "include /etc/nginx/modules-enabled/*.conf;",
        .. model.Account is { } account ? ["user " + NginxLiteral.Quote(account) + ";"] : System.Array.Empty<string>(),
        "worker_processes auto;",
        "events {",
        Indent + "worker_connections 8192;",
        "}",
        .. Block("stream", Stream(model)),
        .. Http(model) is { Count: > 0 } http ? Block("http", http) : [],
    ]);

    private static IEnumerable<string> Stream(FrontModel model) => model.Listeners
        .Where(l => l.Kind == ListenerKind.Passthrough)
        .SelectMany(Map)
        .Concat(model.Pools.SelectMany(p => Block("upstream " + NginxLiteral.Quote(p.Name), Upstream(p))))
        .Concat(model.Listeners.Where(l => l.Kind is ListenerKind.Passthrough or ListenerKind.Mail)
            .SelectMany(l => Block("server", Server(l, model.Times))));

    private static List<string> Http(FrontModel model) =>
        [.. model.Listeners.Where(l => l.Kind == ListenerKind.Redirect).SelectMany(l => Block("server", Redirect(l)).Concat(Block("server",
        [
            .. Listen(l, " default_server"), "return 404;",
        ])))];

    /// <summary>A name that is not planned has no pool, and its connection is closed.</summary>
    private static IEnumerable<string> Map(FrontListener listener) => new[] { "map_hash_bucket_size 512;" }.Concat(Block(
        "map $ssl_preread_server_name $exchange_pool",
        listener.Routes.SelectMany(r => r.Hosts.Select(h => $"{NginxLiteral.Quote(h.Value)} {NginxLiteral.Quote(r.Pool)};"))
            .Prepend("default \"\";")));

    /// <summary>Where clients come back to one server nginx has no stand-by, so such a server is written as down.</summary>
    private static IEnumerable<string> Upstream(FrontPool pool)
    {
        bool isHashed = pool.Persistence != Persistence.None;
        yield return isHashed ? "hash $remote_addr consistent;" : "least_conn;";
        foreach (FrontMember member in pool.Members)
        {
            yield return $"server {NginxLiteral.Endpoint(member.Address, member.Port)} max_fails=2 fail_timeout=10s"
                + (!member.IsBackup ? string.Empty : isHashed ? " down" : " backup") + "; " + ProxyText.Comment(member.Name);
        }
    }

    private static IEnumerable<string> Server(FrontListener listener, FrontTimes times) =>
    [
        .. Listen(listener, string.Empty),
        .. listener.Kind == ListenerKind.Passthrough
            ? new[] { "ssl_preread on;", $"preread_timeout {ProxyText.Time(times.Request)};", "proxy_pass $exchange_pool;" }
            : [$"proxy_pass {NginxLiteral.Quote(listener.Routes[0].Pool)};"],
        $"proxy_connect_timeout {ProxyText.Time(times.Connect)};",
        $"proxy_timeout {ProxyText.Time(listener.Idle)};",
    ];

    private static IEnumerable<string> Redirect(FrontListener listener) =>
    [
        .. Listen(listener, string.Empty),
        $"server_name {string.Join(" ", listener.Routes.SelectMany(r => r.Hosts).Distinct().Select(h => NginxLiteral.Quote(h.Value)))};",
        "return 301 https://$host$request_uri;",
    ];

    private static IEnumerable<string> Listen(FrontListener listener, string option) => listener.Addresses.DefaultIfEmpty(string.Empty)
        .Select(a => $"listen {NginxLiteral.Endpoint(a, listener.Port)}{option};");

    private static IEnumerable<string> Block(string head, IEnumerable<string> lines) =>
        lines.Select(l => Indent + l).Prepend(head + " {").Append("}");
}
