using System;
using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>A load balancer before it is text: all that a format says is here, names and ports and times included.</summary>
internal sealed record FrontModel
{
    /// <summary>What the reader is told first, line by line.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    public required IReadOnlyList<FrontListener> Listeners { get; init; }

    public required IReadOnlyList<FrontPool> Pools { get; init; }

    public FrontTimes Times { get; init; } = new();

    /// <summary>The account that the process runs as; null leaves the one that starts it.</summary>
    public string? Account { get; init; }
}

/// <summary>What a listener does.</summary>
internal enum ListenerKind
{
    /// <summary>Chooses a pool by the name in the TLS handshake.</summary>
    Passthrough,

    /// <summary>Ends TLS and chooses a pool by host and path.</summary>
    Bridge,

    /// <summary>Sends clients of http to https.</summary>
    Redirect,

    /// <summary>Passes a mail protocol on.</summary>
    Mail,
}

/// <summary>One port of the balancer.</summary>
internal sealed record FrontListener
{
    public required string Name { get; init; }

    public required ListenerKind Kind { get; init; }

    public required int Port { get; init; }

    /// <summary>Empty for every address of the machine.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }

    /// <summary>Which hosts and paths lead where; the first that fits counts.</summary>
    public required IReadOnlyList<FrontRoute> Routes { get; init; }

    /// <summary>Paths that are answered with 403.</summary>
    public IReadOnlyList<string> ClosedPaths { get; init; } = [];

    public IReadOnlyList<CertificateFile> Certificates { get; init; } = [];

    public int? HstsMaxAge { get; init; }

    /// <summary>How long a client may be silent.</summary>
    public required TimeSpan Idle { get; init; }
}

/// <summary>Where a request goes.</summary>
/// <param name="Group">The name of its hosts together.</param>
/// <param name="Hosts">The hosts; the name in the handshake of TLS, or that of the request.</param>
/// <param name="Paths">What paths begin with; empty where no path is seen.</param>
/// <param name="Pool">The pool.</param>
internal sealed record FrontRoute(string Group, IReadOnlyList<Fqdn> Hosts, IReadOnlyList<string> Paths, string Pool);

/// <summary>The servers of one service.</summary>
internal sealed record FrontPool
{
    public required string Name { get; init; }

    /// <summary>What it serves, for people.</summary>
    public required string Service { get; init; }

    /// <summary>What the balancer does with TLS of it.</summary>
    public required TlsHandling Tls { get; init; }

    public required IReadOnlyList<FrontMember> Members { get; init; }

    public required FrontMonitor Monitor { get; init; }

    public required Persistence Persistence { get; init; }

    /// <summary>How long a server may be silent.</summary>
    public required TimeSpan Idle { get; init; }

    /// <summary>The file with the authorities of the servers' certificates.</summary>
    public required string CaFile { get; init; }

    /// <summary>The most bytes of a request that Exchange takes; null where it was not found.</summary>
    public long? BodyLimit { get; init; }
}

/// <summary>One server of a pool.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Address">Its address, or its full name where no address is known.</param>
/// <param name="Port">The port.</param>
/// <param name="CertificateHost">The name that its certificate must have; null where TLS is not looked at.</param>
/// <param name="IsBackup">Whether it takes requests only while no other server can.</param>
internal sealed record FrontMember(string Name, string Address, int Port, Fqdn? CertificateHost, bool IsBackup);

/// <summary>How a probe finds a server healthy.</summary>
internal enum MonitorKind
{
    /// <summary>A page over TLS answers 200.</summary>
    Page,

    /// <summary>TLS can be agreed with the right certificate.</summary>
    Handshake,

    /// <summary>The server says a text first.</summary>
    Banner,

    /// <summary>The port is open.</summary>
    Connect,
}

/// <summary>A probe.</summary>
/// <param name="Kind">How it asks.</param>
/// <param name="Text">The path of the page, or the beginning of the banner; empty otherwise.</param>
/// <param name="Host">The host that a page is asked for.</param>
internal sealed record FrontMonitor(MonitorKind Kind, string Text, Fqdn? Host);

/// <summary>A certificate with its key on the balancer.</summary>
/// <param name="Path">The file.</param>
/// <param name="Names">The names that it must have.</param>
internal sealed record CertificateFile(string Path, IReadOnlyList<string> Names);

/// <summary>The times that are the same for every service.</summary>
internal sealed record FrontTimes
{
    /// <summary>How long a connection to a server may take.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a client may take for its first bytes, or for the headers of a request.</summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a client may wait between two requests on one connection, which is authenticated.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a server is probed.</summary>
    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client comes back to the same server.</summary>
    public TimeSpan Persistence { get; init; } = TimeSpan.FromMinutes(60);
}
