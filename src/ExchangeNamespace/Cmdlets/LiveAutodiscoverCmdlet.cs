using System;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Autodiscover;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Cmdlets;

/// <summary>How the network is asked for Autodiscover: DNS servers, time limit, ports, and which addresses.</summary>
public abstract class LiveAutodiscoverCmdlet : NetworkCmdlet
{
    private protected const string LiveSet = "Live";

    /// <summary>Asks the network.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiveSet)]
    public SwitchParameter Live { get; set; }

    /// <summary>The DNS servers; those of this machine by default.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] DnsServer { get; set; } = [];

    /// <summary>How long one step may take.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [Seconds(0.1, 120)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The port behind https URLs, for a server that is not published yet.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int HttpsPort { get; set; } = 443;

    /// <summary>The port behind http URLs, for a server that is not published yet.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int HttpPort { get; set; } = 80;

    /// <summary>From outside too, asks hosts that redirects and service records name at private addresses.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    public SwitchParameter AllowPrivateAddress { get; set; }

    /// <summary>The facts of the network; null without a DNS server, which is then an error.</summary>
    /// <param name="named">The DNS servers that were named.</param>
    /// <param name="topology">The organisation, where it is known.</param>
    /// <param name="isInside">Whether the client is inside, where private addresses are usual.</param>
    private protected IAutodiscoverFacts? LiveFacts(
        IReadOnlyList<DnsServerAddress> named, IAutodiscoverTopology? topology, bool isInside)
    {
        if (OrOwn(named, nameof(DnsServer)) is not { } asked)
        {
            return null;
        }

        LiveOptions options = new()
        {
            Timeout = Timeout,
            Now = DateTime.UtcNow,
            UnknownLabel = UnknownLabel(),
            AllowPrivate = AllowPrivateAddress || isInside,
            HttpsPort = HttpsPort,
        };
        return Observers.Autodiscover(asked, options, HttpPort, topology);
    }
}
