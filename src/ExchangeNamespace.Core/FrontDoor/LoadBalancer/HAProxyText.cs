using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>
/// A load balancer as a configuration of HAProxy 2.6 and later. NTLM and Negotiate log on a connection: connections stay open, none is lent
/// to another client, and HTTP/2 is offered on neither side.
/// </summary>
internal static class HAProxyText
{
    /// <summary>A line has at most 64 words.</summary>
    private const int HostsInLine = 20;

    /// <summary>A ticket of Kerberos with many groups comes close to 64 KB; the default of 16 KB answers 400.</summary>
    private const int BufferBytes = 65536;

    private const string Indent = "    ";
    private const string HostFetch = "req.hdr(host),field(1,:)";
    private const string NotPublished = "not_published";

    /// <summary>What leads nowhere is answered with 404, so that it does not look like a pool without servers.</summary>
    private static readonly string[] NothingBehind = ["backend " + NotPublished, "mode http", "http-request deny status 404"];

    public static IEnumerable<string> Lines(FrontModel model)
    {
        IEnumerable<IEnumerable<string>> sections =
        [
            Global(model), Defaults(model),
            .. model.Listeners.Select(l => Frontend(l, model)), .. model.Pools.Select(p => Backend(p, model.Times)),
            .. model.Listeners.Any(l => l.Kind == ListenerKind.Bridge) ? [NothingBehind] : System.Array.Empty<string[]>(),
        ];
        return model.Remarks.Select(ProxyText.Comment)
            .Concat(sections.SelectMany(s => s.Select((line, i) => i == 0 ? line : Indent + line).Prepend(string.Empty)));
    }

    private static IEnumerable<string> Global(FrontModel model)
    {
        yield return "global";
        yield return "log /dev/log local0";
        if (model.Account is { } account)
        {
            yield return "user " + HAProxyLiteral.Quote(account);
            yield return "group " + HAProxyLiteral.Quote(account);
        }

        if (model.Listeners.Any(l => l.Kind == ListenerKind.Bridge))
        {
            yield return "ssl-default-bind-options ssl-min-ver TLSv1.2";
            yield return "tune.bufsize " + BufferBytes.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static IEnumerable<string> Defaults(FrontModel model) =>
    [
        "defaults",
        "log global",
        "option dontlognull",
        "timeout connect " + ProxyText.Time(model.Times.Connect),
        "timeout check " + ProxyText.Time(model.Times.Connect),
        "timeout http-request " + ProxyText.Time(model.Times.Request),
    ];

    private static IEnumerable<string> Frontend(FrontListener listener, FrontModel model) => new[]
    {
        "frontend " + HAProxyLiteral.Name(listener.Name),
        "mode " + (listener.Kind is ListenerKind.Bridge or ListenerKind.Redirect ? "http" : "tcp"),
        "option " + (listener.Kind is ListenerKind.Bridge or ListenerKind.Redirect ? "httplog" : "tcplog"),
    }
    .Concat(listener.Addresses.DefaultIfEmpty(string.Empty)
        .Select(a => "bind " + HAProxyLiteral.Endpoint(a, listener.Port) + Tls(listener)))
    .Append("timeout client " + ProxyText.Time(listener.Idle))
    .Concat(listener.Kind switch
    {
        ListenerKind.Passthrough => Passthrough(listener, model.Times),
        ListenerKind.Bridge => Bridge(listener, model.Times),
        ListenerKind.Redirect => Redirect(listener),
        ListenerKind.Mail => ["default_backend " + HAProxyLiteral.Name(listener.Routes[0].Pool)],
        _ => throw ClosedSet.Outside(listener.Kind),
    });

    private static string Tls(FrontListener listener) => listener.Kind == ListenerKind.Bridge
        ? " ssl" + string.Concat(listener.Certificates.Select(c => " crt " + HAProxyLiteral.Quote(c.Path))) + " alpn http/1.1"
        : string.Empty;

    private static IEnumerable<string> Passthrough(FrontListener listener, FrontTimes times) => new[]
    {
        "tcp-request inspect-delay " + ProxyText.Time(times.Request),
        "tcp-request content accept if { req.ssl_hello_type 1 }",
    }
    .Concat(listener.Routes.SelectMany(r => Chunks(r.Hosts).Select(hosts =>
        $"use_backend {HAProxyLiteral.Name(r.Pool)} if {{ req.ssl_sni -i {hosts} }}")));

    private static IEnumerable<string> Bridge(FrontListener listener, FrontTimes times)
    {
        yield return "timeout http-keep-alive " + ProxyText.Time(times.KeepAlive);
        yield return "option http-keep-alive";
        yield return "option http-no-delay";
        yield return "option forwardfor";
        foreach (string header in new[] { "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded" })
        {
            yield return "http-request del-header " + header;
        }

        yield return "http-request set-header X-Forwarded-Proto https";
        if (listener.HstsMaxAge is { } seconds)
        {
            yield return "http-response set-header Strict-Transport-Security max-age="
                + seconds.ToString(CultureInfo.InvariantCulture);
        }

        yield return "# IIS reads /owa/../ecp, its encoded forms and %u as /ecp: such a path would pass by the rules below.";
        yield return @"http-request deny status 400 if { path,url_dec -m reg '[\\/]\.\.([\\/]|$)' }";
        yield return "http-request deny status 400 if { path -m sub -i %u }";
        foreach (string path in listener.ClosedPaths)
        {
            yield return $"http-request deny status 403 if {{ path_beg -i {HAProxyLiteral.Quote(path)} }}";
        }

        yield return "http-request redirect location /owa/ code 302 if { path / }";
        foreach (string line in Routes(listener))
        {
            yield return line;
        }

        yield return "default_backend " + NotPublished;
    }

    private static IEnumerable<string> Routes(FrontListener listener) => listener.Routes
        .GroupBy(r => r.Group)
        .SelectMany(g => Chunks(g.First().Hosts).Select(hosts => $"acl {HAProxyLiteral.Name(g.Key)}_hosts {HostFetch} -i {hosts}"))
        .Concat(listener.Routes.SelectMany(Route));

    private static IEnumerable<string> Route(FrontRoute route)
    {
        string pool = HAProxyLiteral.Name(route.Pool);
        return route.Paths
            .SelectMany(p => new[]
            {
                $"acl to_{pool} path -i {HAProxyLiteral.Quote(p)}", $"acl to_{pool} path_beg -i {HAProxyLiteral.Quote(p + "/")}",
            })
            .Append($"use_backend {pool} if {HAProxyLiteral.Name(route.Group)}_hosts to_{pool}");
    }

    private static IEnumerable<string> Redirect(FrontListener listener) => Chunks([.. listener.Routes.SelectMany(r => r.Hosts)])
        .Select(hosts => $"acl planned_hosts {HostFetch} -i {hosts}")
        .Append("http-request redirect scheme https code 301 if planned_hosts")
        .Append("http-request deny status 404");

    private static IEnumerable<string> Backend(FrontPool pool, FrontTimes times) =>
    [
        "backend " + HAProxyLiteral.Name(pool.Name),
        "mode " + (pool.Tls == TlsHandling.Bridge ? "http" : "tcp"),
        "balance leastconn",
        .. pool.Tls == TlsHandling.Bridge ? new[] { "http-reuse never", "option prefer-last-server" } : [],
        "option redispatch",
        .. pool.Members.Count(m => m.IsBackup) > 1 ? ["option allbackups"] : System.Array.Empty<string>(),
        "timeout server " + ProxyText.Time(pool.Idle),
        .. Stick(pool, times), .. Monitor(pool.Monitor),
        "default-server check inter " + ProxyText.Time(times.Probe) + ServerTls(pool),
        .. pool.Members.Select(m => Server(m, pool)),
    ];

    private static IEnumerable<string> Stick(FrontPool pool, FrontTimes times) => pool.Persistence switch
    {
        Persistence.None => [],
        Persistence.Cookie => ["cookie ExchangeServer insert indirect nocache httponly secure"],
        Persistence.SourceAddress =>
            ["stick-table type ipv6 size 200k expire " + ProxyText.Time(times.Persistence), "stick on src"],
        Persistence.AuthorizationHeader =>
            [
                "stick-table type string len 64 size 200k expire " + ProxyText.Time(times.Persistence),
                "stick on req.hdr(Authorization),sha2(256),hex",
            ],
        _ => throw ClosedSet.Outside(pool.Persistence),
    };

    private static IEnumerable<string> Monitor(FrontMonitor monitor) => monitor.Kind switch
    {
        MonitorKind.Page =>
            [
                "option httpchk",
                $"http-check send meth GET uri {HAProxyLiteral.Quote(monitor.Text)} ver HTTP/1.1 hdr Host "
                    + HAProxyLiteral.Quote(monitor.Host!.Value),
                "http-check expect status 200",
            ],
        MonitorKind.Banner => ["option tcp-check", "tcp-check expect rstring " + HAProxyLiteral.Quote("^" + Regex.Escape(monitor.Text))],
        MonitorKind.Handshake or MonitorKind.Connect => [],
        _ => throw ClosedSet.Outside(monitor.Kind),
    };

    private static string ServerTls(FrontPool pool) => pool.Tls switch
    {
        TlsHandling.Bridge => " ssl alpn http/1.1 verify required ca-file " + HAProxyLiteral.Quote(pool.CaFile),
        TlsHandling.Passthrough => " check-ssl verify required ca-file " + HAProxyLiteral.Quote(pool.CaFile),
        TlsHandling.None => string.Empty,
        _ => throw ClosedSet.Outside(pool.Tls),
    };

    /// <summary>A name is looked up when HAProxy starts; one that is not found then leaves its server out, and the others work.</summary>
    private static string Server(FrontMember member, FrontPool pool) =>
        $"server {HAProxyLiteral.Name(member.Name)} {HAProxyLiteral.Endpoint(member.Address, member.Port)}"
        + (AddressSyntax.TryRead(member.Address, out _) ? string.Empty : " init-addr last,libc,none")
        + (member.CertificateHost is not { } host ? string.Empty
            : (pool.Tls == TlsHandling.Bridge ? $" sni {HAProxyLiteral.Quote($"str({host})")}" : string.Empty)
                + " check-sni " + HAProxyLiteral.Quote(host.Value))
        + (pool.Persistence == Persistence.Cookie ? " cookie " + HAProxyLiteral.Name(member.Name) : string.Empty)
        + (member.IsBackup ? " backup" : string.Empty);

    private static IEnumerable<string> Chunks(IReadOnlyList<Fqdn> hosts) => hosts
        .Select((h, i) => (Host: HAProxyLiteral.Quote(h.Value), Line: i / HostsInLine))
        .GroupBy(h => h.Line, h => h.Host)
        .Select(g => string.Join(" ", g));
}
