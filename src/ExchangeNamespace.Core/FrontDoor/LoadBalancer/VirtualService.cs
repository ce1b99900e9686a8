using System;
using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>One row for an appliance: what clients reach and which servers answer.</summary>
public sealed class VirtualService
{
    internal VirtualService()
    {
    }

    /// <summary>What it serves, for example <c>OWA</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The hosts; empty where the protocol has none.</summary>
    public required IReadOnlyList<string> Hosts { get; init => field = Indexable.Of(value); }

    /// <summary>The addresses that it listens on; empty for any.</summary>
    public required IReadOnlyList<string> Addresses { get; init => field = Indexable.Of(value); }

    /// <summary>The port.</summary>
    public required int Port { get; init; }

    /// <summary>What paths begin with, without regard to case; empty where no path is seen.</summary>
    public required IReadOnlyList<string> Paths { get; init => field = Indexable.Of(value); }

    /// <summary>What is done with TLS.</summary>
    public required TlsHandling Tls { get; init; }

    /// <summary>The pool; null where the balancer answers itself.</summary>
    public string? Pool { get; init; }

    /// <summary>The servers: name, address and port.</summary>
    public IReadOnlyList<string> Members { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The servers that take requests only while no other can.</summary>
    public IReadOnlyList<string> StandBy { get; init => field = Indexable.Of(value); } = [];

    /// <summary>How servers are probed, or what the balancer answers itself.</summary>
    public required string Monitor { get; init; }

    /// <summary>How a client comes back to the same server.</summary>
    public Persistence Persistence { get; init; }

    /// <summary>How long client and server may be silent; no time where the balancer answers itself.</summary>
    public TimeSpan IdleTimeout { get; init; }

    /// <summary>The most bytes of a request that Exchange takes; null where it was not found.</summary>
    public long? BodyLimit { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Service} {string.Join(", ", Hosts)}:{Port}{string.Join(", ", Paths)}";
}
