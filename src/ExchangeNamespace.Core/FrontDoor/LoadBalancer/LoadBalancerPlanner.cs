using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>From a plan to the load balancer that follows from it. What the plan does not say is a finding, and never a guess.</summary>
internal sealed class LoadBalancerPlanner
{
    private const string Account = "haproxy";
    private const string NginxAccount = "www-data";
    private const string Api = "/api";

    private static readonly TimeSpan RedirectIdle = TimeSpan.FromSeconds(30);

    private readonly LoadBalancerInput _input;
    private readonly List<Finding> _findings = [];
    private readonly ServerCertificates _certificates;
    private readonly FrontPools _pools;
    private readonly IReadOnlyList<HostGroup> _groups;
    private readonly Fqdn[] _outside;

    private LoadBalancerPlanner(LoadBalancerInput input)
    {
        _input = input;
        _certificates = new ServerCertificates(input);
        _pools = new FrontPools(input, IsLocal, _certificates);
        _groups = HostGroup.Of(ServedHosts.Of(input.Plan, Views), IsLocal, input.PerService);
        _outside = Views.Contains(DnsView.External)
            ? [.. ServedHosts.Of(input.Plan, [DnsView.External]).Where(h => IsLocal(h.Server)).Select(h => h.Host).Distinct()]
            : [];
    }

    private IReadOnlyCollection<DnsView> Views => _input.Views ?? [DnsView.External, DnsView.Internal];

    private bool IsBridge => _input.Mode == LoadBalancerMode.Bridge;

    /// <summary>Makes the balancer.</summary>
    /// <param name="input">The plan and what was said beside it.</param>
    /// <param name="faults">Receives what was refused.</param>
    /// <returns>The balancer and its findings; null after a fault.</returns>
    public static (FrontModel Model, IReadOnlyList<Finding> Findings)? Plan(LoadBalancerInput input, ICollection<InputFault> faults)
    {
        List<InputFault> found = [];
        LoadBalancerReader.Check(input, found);
        FrontModel? model = null;
        IReadOnlyList<Finding> findings = [];
        if (found.Count == 0)
        {
            LoadBalancerPlanner planner = new(input);
            model = planner.Make(found);
            findings = planner._findings;
        }

        found.ForEach(faults.Add);
        return found.Count > 0 ? null : (model!, findings);
    }

    private FrontModel Make(List<InputFault> faults)
    {
        if (_groups.Count == 0)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, "Plan", _input.Plan.ExternalHost.Value,
                "The plan leads no host to more than the name of a server itself, so there is nothing for a balancer in these sites and "
                    + "views."));
            return Empty();
        }

        (FrontRoute Route, FrontPool Pool)[] web = [.. _groups.SelectMany(g => IsBridge ? Bridge(g) : Passthrough(g))];
        (FrontListener Listener, FrontPool Pool)[] mail = [.. Mail()];
        FrontPool[] pools = [.. web.Select(w => w.Pool), .. mail.Select(m => m.Pool)];
        if (pools.FirstOrDefault(p => p.Members.Count == 0) is { } empty)
        {
            faults.Add(new InputFault(FaultIds.MemberMissing, "Plan", _input.Plan.ExternalHost.Value,
                $"The plan has neither address nor full name of any server for {empty.Name}. State IPAddress with the servers, or plan "
                    + "with -ADDomain."));
            return Empty();
        }

        Say();
        FrontRoute[] routes = [.. web.Select(w => w.Route)];
        return new FrontModel
        {
            Remarks = [.. LoadBalancerRemarks.Of(_input, _groups, IsBridge ? _certificates.Files() : [], _certificates.CaFile, Closed)],
            Listeners = [Https(routes, web), Redirect(routes), .. mail.Select(m => m.Listener)],
            Pools = pools,
            Account = _input.Format == LoadBalancerFormat.Nginx ? NginxAccount : Account,
        };
    }

    private static FrontModel Empty() => new() { Remarks = [], Listeners = [], Pools = [] };

    private FrontListener Https(FrontRoute[] routes, (FrontRoute Route, FrontPool Pool)[] web) => new()
    {
        Name = "exchange_https",
        Kind = IsBridge ? ListenerKind.Bridge : ListenerKind.Passthrough,
        Port = 443,
        Addresses = Addresses,
        Routes = routes,
        ClosedPaths = Closed,
        Certificates = IsBridge ? _certificates.Files() : [],
        HstsMaxAge = _input.HstsMaxAge,
        Idle = web.Max(w => w.Pool.Idle),
    };

    private FrontListener Redirect(FrontRoute[] routes) => new()
    {
        Name = "exchange_http",
        Kind = ListenerKind.Redirect,
        Port = 80,
        Addresses = Addresses,
        Routes = [.. routes.GroupBy(r => r.Group).Select(g => g.First())],
        Idle = RedirectIdle,
    };

    private IReadOnlyList<string> Addresses => _input.ListenAddresses ?? [];

    /// <summary>A client outside can name any host, so what is closed is closed under all hosts of the listener.</summary>
    private IReadOnlyList<string> Closed =>
    [
        .. IsBridge && _outside.Length > 0 && !_input.AdminCenter ? [WebDirectory.Of(ClientService.ECP).Path] : Array.Empty<string>(),
        .. IsBridge && !_input.RemotePowerShell ? [WebDirectory.Of(ClientService.PowerShell).Path] : Array.Empty<string>(),
    ];

    private IEnumerable<(FrontRoute Route, FrontPool Pool)> Bridge(HostGroup group) => WebDirectory.All
        .Where(d => _pools.Has(group, d.Service) && !Closed.Contains(d.Path))
        .Select(d => (Directory: d, Pool: _pools.Of(group, d)))
        .Select(d => (new FrontRoute(group.Name, group.Hosts, Paths(d.Directory, group), d.Pool.Name), d.Pool));

    /// <summary>Calendars of a hybrid organisation ask for /api, which 2016 brought.</summary>
    private IReadOnlyList<string> Paths(WebDirectory directory, HostGroup group) =>
    [
        directory.Path,
        .. directory.Service == ClientService.EWS && _input.Plan.Hybrid != HybridUse.None
            && group.Servers.All(s => s.Version.Product >= ExchangeProduct.Exchange2016) ? [Api] : Array.Empty<string>(),
    ];

    private IEnumerable<(FrontRoute Route, FrontPool Pool)> Passthrough(HostGroup group)
    {
        ClientService[] services = _input.PerService ? [.. group.Services]
            : [.. WebDirectory.All.Select(d => d.Service).Where(s => s != ClientService.PowerShell && _pools.Has(group, s))];
        FrontPool pool = _pools.Whole(group, services);
        if (pool.Monitor.Kind == MonitorKind.Page && !_input.PerService && _input.Format != LoadBalancerFormat.Nginx)
        {
            _findings.Add(LoadBalancerFindings.OneProbe(pool.Monitor.Text, group.Hosts[0].Value));
        }

        string[] shared = [.. group.Services.Where(s => s != ClientService.ECP || !group.Services.Contains(ClientService.OWA))
            .Select(s => s.ToString())];
        if (_input.PerService && shared.Length > 1)
        {
            _findings.Add(LoadBalancerFindings.HostsShared(group.Hosts[0].Value, shared));
        }

        yield return (new FrontRoute(group.Name, group.Hosts, [], pool.Name), pool);
    }

    private IEnumerable<(FrontListener Listener, FrontPool Pool)> Mail()
    {
        PlannedServer[] servers = [.. _groups.SelectMany(g => g.Servers).Distinct().Where(IsLocal)];
        foreach (MailProtocol protocol in _input.MailServices.Distinct().OrderBy(s => s).Select(MailProtocol.Of))
        {
            string name = "mail_" + protocol.Service.ToString().ToLowerInvariant();
            yield return (new FrontListener
            {
                Name = name + "_in",
                Kind = ListenerKind.Mail,
                Port = protocol.Port,
                Addresses = Addresses,
                Routes = [new FrontRoute(name, [], [], name)],
                Idle = protocol.Idle,
            }, _pools.Mail(name, protocol, servers));
        }
    }

    private void Say()
    {
        string host = _groups[0].Hosts[0].Value;
        string[] open = [.. new[] { (_input.AdminCenter, "/ecp"), (_input.RemotePowerShell, "/PowerShell") }.Where(p => p.Item1)
            .Select(p => p.Item2)];
        string[] mail = [.. _input.MailServices.Distinct().Select(MailProtocol.Of).Where(p => p.IsSubmission).Select(p => p.Name)];
        IReadOnlyList<CertificateFile> files = IsBridge ? _certificates.Files() : [];
        Fqdn[] uncovered = [.. _groups.SelectMany(g => g.Hosts)
            .Where(h => IsBridge && !files.Any(f => CertificateNameMatcher.Covers(f.Names, h.Value)))];
        PlannedServer[] servers = [.. _groups.SelectMany(g => g.Servers).Distinct()];
        Add(_pools.Unreachable.Count > 0, () => LoadBalancerFindings.ServerLeftOut(_pools.Unreachable));
        Add(_pools.ByName.Count > 0, () => LoadBalancerFindings.AddressNotStated(_pools.ByName));
        if (IsBridge)
        {
            _findings.AddRange(LoadBalancerReader.ProtectedFrom(_input.Plan));
        }

        Add(uncovered.Length > 0, () => LoadBalancerFindings.HostNotOnCertificate([.. uncovered.Select(h => h.Value)]));
        Add(!IsBridge && _outside.Length > 0, () => LoadBalancerFindings.PathsOpen(host));
        Add(!IsBridge && _outside.Length > 0 && _input.Plan.ReverseProxy == ReverseProxyStrategy.SeparateCertificate,
            () => LoadBalancerFindings.InternalCertificateOutside([.. _outside.Select(h => h.Value)]));
        Add(Closed.Contains(WebDirectory.Of(ClientService.ECP).Path), () => LoadBalancerFindings.AdminCenterClosed(host));
        Add(open.Length > 0 && _outside.Length > 0, () => LoadBalancerFindings.AdministrationOpen(host, string.Join(" and ", open)));
        Add(_input.Format == LoadBalancerFormat.Nginx, () => LoadBalancerFindings.NoProbe(host));
        Add(mail.Length > 0, () => LoadBalancerFindings.ClientAddressHidden(mail));
        Say(_groups.SelectMany(g => g.Older), LoadBalancerFindings.OlderLeftOut);
        Say(servers.Where(s => s.Version.Build < ExchangeBuilds.Exchange2013), LoadBalancerFindings.OlderServers);
        Say(servers.Where(s => !IsLocal(s)), LoadBalancerFindings.StandBy);
        Say(_input.Plan.Servers.Where(s => Views.Contains(DnsView.Internal) && IsLocal(s) && s.Services.Any(
                a => a.Service == ClientService.EWS && a.Internal.Action == SettingAction.Leave)), LoadBalancerFindings.HostsNotPlanned);
    }

    private void Say(IEnumerable<PlannedServer> servers, Func<IReadOnlyList<string>, Finding> say)
    {
        string[] names = [.. servers.Select(s => s.Name).Distinct()];
        Add(names.Length > 0, () => say(names));
    }

    private void Add(bool holds, Func<Finding> finding)
    {
        if (holds)
        {
            _findings.Add(finding());
        }
    }

    private bool IsLocal(PlannedServer server) =>
        _input.Sites is null || _input.Sites.Contains(server.Site, StringComparer.OrdinalIgnoreCase);
}
