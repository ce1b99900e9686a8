using System;

namespace ExchangeNamespace.Autodiscover;

/// <summary>How the network is asked.</summary>
internal sealed class LiveOptions
{
    /// <summary>How long one step may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The time by which certificates are judged.</summary>
    public required DateTime Now { get; init; }

    /// <summary>A label without a record, to find wildcards.</summary>
    public required string UnknownLabel { get; init; }

    /// <summary>Whether a host that a redirect or record names is asked also at a private address.</summary>
    public bool AllowPrivate { get; init; } = true;

    /// <summary>The port behind https URLs that name none; a redirect may name it too.</summary>
    public int HttpsPort { get; init; } = StepTarget.ServicePort;
}
