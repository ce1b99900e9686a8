using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>The permanent codes of findings about load balancers. A code is never reused.</summary>
public static class LoadBalancerFindingCodes
{
    /// <summary>The address of a server is not stated, so its full name stands in its place.</summary>
    public const string AddressNotStated = "EXN820";

    /// <summary>A server has neither address nor full name and is left out.</summary>
    public const string ServerLeftOut = "EXN821";

    /// <summary>One page decides for all services of a server.</summary>
    public const string OneProbe = "EXN822";

    /// <summary>A host has several services, so its probe decides for all of them.</summary>
    public const string HostsShared = "EXN823";

    /// <summary>No path can be closed.</summary>
    public const string PathsOpen = "EXN824";

    /// <summary><c>/ecp</c> is closed, and the options of Outlook on the web with it.</summary>
    public const string AdminCenterClosed = "EXN825";

    /// <summary>Administration is open outside.</summary>
    public const string AdministrationOpen = "EXN826";

    /// <summary>nginx asks servers for no page.</summary>
    public const string NoProbe = "EXN827";

    /// <summary>Older servers stand behind newer ones.</summary>
    public const string OlderLeftOut = "EXN828";

    /// <summary>Servers before 2013 need persistence and have no health pages.</summary>
    public const string OlderServers = "EXN829";

    /// <summary>Servers of other sites stand by.</summary>
    public const string StandBy = "EXN830";

    /// <summary>Clients outside would see a certificate of the internal authority.</summary>
    public const string InternalCertificateOutside = "EXN831";

    /// <summary>No certificate of the balancer covers a host.</summary>
    public const string HostNotOnCertificate = "EXN832";

    /// <summary>Servers see the address of the balancer and not that of the client.</summary>
    public const string ClientAddressHidden = "EXN833";

    /// <summary>The plan leaves URLs alone, so their hosts are not known.</summary>
    public const string HostsNotPlanned = "EXN834";
}

/// <summary>The texts of findings about load balancers.</summary>
internal static class LoadBalancerFindings
{
    private const string Proxies = "S25";
    private const string Certificates = "S8";
    private const string Sites = "S29";
    private const string Services = "S13";

    public static Finding AddressNotStated(IReadOnlyList<string> servers) => About(FindingSeverity.Information,
        LoadBalancerFindingCodes.AddressNotStated, servers,
        "The plan has no address of them, so their full names stand in its place. The balancer looks a name up once, when it starts.",
        "State IPAddress with the servers.", Proxies);

    public static Finding ServerLeftOut(IReadOnlyList<string> servers) => About(FindingSeverity.Warning,
        LoadBalancerFindingCodes.ServerLeftOut, servers,
        "The plan has neither address nor full name of them, so the balancer does not use them.",
        "State IPAddress with the servers, or plan with -ADDomain.", Proxies);

    public static Finding OneProbe(string page, string host) => Findings.Information(LoadBalancerFindingCodes.OneProbe, host,
        $"The page {page} decides for all services of a server: where it fails, a server is left out that could still serve the others, "
            + "and a failure of another service is not seen.",
        "Plan a host for each service and use -PerService, or use -Mode Bridge.", Services);

    public static Finding HostsShared(string host, IReadOnlyCollection<string> services) => Findings.Warning(
        LoadBalancerFindingCodes.HostsShared, host,
        $"Several services have this host ({NameList.Describe(services)}), so its probe decides for all of them.",
        "Plan a host for each service with -ServiceHost.", Services, [.. services]);

    public static Finding PathsOpen(string host) => Findings.Warning(LoadBalancerFindingCodes.PathsOpen, host,
        "The balancer passes TLS on and sees no path: the admin centre (/ecp) and /PowerShell can be reached from outside under every "
            + "host.",
        "Close the admin centre on servers that are reached from outside with Set-EcpVirtualDirectory -AdminEnabled $false, which leaves "
            + "the options of Outlook on the web open, or use -Mode Bridge.", Proxies);

    public static Finding AdminCenterClosed(string host) => Findings.Warning(LoadBalancerFindingCodes.AdminCenterClosed, host,
        "/ecp is closed for every client of this balancer. Options of Outlook on the web are there too: all of them in 2010 and 2013, "
            + "some from 2016 on. A path cannot tell them from the admin centre.",
        "Where users need them, run Set-EcpVirtualDirectory -AdminEnabled $false for these servers and use -AdminCenter. Administrators "
            + "reach servers under their own names.", Proxies);

    public static Finding AdministrationOpen(string host, string paths) => Findings.Warning(LoadBalancerFindingCodes.AdministrationOpen,
        host, $"{paths} can be reached from outside.",
        "Close the admin centre itself with Set-EcpVirtualDirectory -AdminEnabled $false, or with a client access rule of 2019, and leave "
            + "/PowerShell to a balancer inside (-View Internal).", Proxies);

    public static Finding NoProbe(string host) => Findings.Warning(LoadBalancerFindingCodes.NoProbe, host,
        "Without its commercial parts nginx asks servers for no page: a server is left out only while connections to it fail, and a "
            + "service that fails or is in maintenance keeps getting clients.",
        "Use -Format HAProxy, or take a server out of the file before maintenance.", Services);

    public static Finding OlderLeftOut(IReadOnlyList<string> servers) => About(FindingSeverity.Information,
        LoadBalancerFindingCodes.OlderLeftOut, servers,
        "Newer servers answer under the same hosts and proxy to these, which cannot do it the other way round, so the pools have the newer "
            + "servers only.",
        "Nothing is to do while clients can reach the newer servers.", "S30");

    public static Finding OlderServers(IReadOnlyList<string> servers) => About(FindingSeverity.Information,
        LoadBalancerFindingCodes.OlderServers, servers,
        "Servers before 2013 have no health pages, so the sign-on page or the TLS handshake is probed. They need clients to come back to "
            + "the same server, which the pools see to. Outlook inside uses RPC ports beside https, which are not part of this.",
        "Publish the ports of a client access array on the balancer by hand.", Services);

    public static Finding StandBy(IReadOnlyList<string> servers) => About(FindingSeverity.Information,
        LoadBalancerFindingCodes.StandBy, servers,
        "They have the same hosts in other sites, and take requests only while no server of the chosen sites can.",
        "Leave -Site out where all sites share the load.", Sites);

    public static Finding InternalCertificateOutside(IReadOnlyList<string> hosts) => Findings.Warning(
        LoadBalancerFindingCodes.InternalCertificateOutside, NameList.Describe(hosts),
        "The plan gives the servers a certificate of the internal authority, and clients outside see it when TLS is passed on.",
        "Plan with -ReverseProxy None or SharedCertificate, so that the servers have a public certificate.", "S27", [.. hosts]);

    public static Finding HostNotOnCertificate(IReadOnlyList<string> hosts) => Findings.Warning(
        LoadBalancerFindingCodes.HostNotOnCertificate, NameList.Describe(hosts),
        "No certificate of the balancer has these hosts, so clients that use them get a warning or fail.",
        "Add them with -CertificateName, or let them lead to the servers and choose the others with -View.", Certificates, [.. hosts]);

    public static Finding ClientAddressHidden(IReadOnlyCollection<string> services) => Findings.Warning(
        LoadBalancerFindingCodes.ClientAddressHidden, NameList.Describe(services),
        "Servers see the address of the balancer in place of the sender's: a receive connector that trusts addresses trusts every "
            + "sender, and SPF and block lists see the balancer. Exchange does not understand the PROXY protocol.",
        "Let mail from the Internet lead to the servers directly, or to an Edge server or a hygiene service. Do not name the balancer in a "
            + "connector for relaying.", "S41");

    public static Finding HostsNotPlanned(IReadOnlyList<string> servers) => About(FindingSeverity.Warning,
        LoadBalancerFindingCodes.HostsNotPlanned, servers,
        "The plan leaves their internal URLs as they are, so the hosts in them are not served by this balancer.",
        "Plan with -InternalHost, or choose -View External.", Services);

    private static Finding About(FindingSeverity severity, string code, IReadOnlyList<string> servers, string message, string remedy,
        string rule) => new()
    {
        Code = code,
        Severity = severity,
        Subject = NameList.Describe(servers),
        Message = message,
        Remedy = remedy,
        Rule = rule,
        Servers = servers,
    };
}
