using System.Collections.Generic;

namespace ExchangeNamespace.Model;

/// <summary>The internal and external host of one service; null follows the site.</summary>
/// <param name="Internal">The internal host.</param>
/// <param name="External">The external host.</param>
/// <param name="OneName">Whether one name was given for both sides, so that the inside name follows from it.</param>
public sealed record ServiceHosts(Fqdn? Internal, Fqdn? External, bool OneName = false);

/// <summary>A site as requested.</summary>
public sealed class SiteRequest
{
    /// <summary>The Active Directory site.</summary>
    public required string Name { get; init; }

    /// <summary>Whether clients on the Internet reach it; null means yes.</summary>
    public bool? InternetFacing { get; init; }

    /// <summary>The external host; null follows the plan.</summary>
    public Fqdn? ExternalHost { get; init; }

    /// <summary>The internal host; null is derived.</summary>
    public Fqdn? InternalHost { get; init; }

    /// <summary>The host of the service connection point; null follows the internal host.</summary>
    public Fqdn? AutodiscoverHost { get; init; }

    /// <summary>Whether the service connection points are cleared, so that clients find Autodiscover by DNS alone.</summary>
    public bool ClearsConnectionPoints { get; init; }

    /// <summary>The site scope of the service connection points; null leaves it alone.</summary>
    public IReadOnlyList<string>? SiteScope { get; init; }

    /// <summary>Hosts per service; these win over the plan's.</summary>
    public IReadOnlyDictionary<ClientService, ServiceHosts> ServiceHosts { get; init; } = new Dictionary<ClientService, ServiceHosts>();

    /// <summary>The host by which Outlook on the web reaches the site alone, while DNS still leads to another one; null for none.</summary>
    public Fqdn? FailbackHost { get; init; }

    /// <summary>
    /// The coexistence name of the 2007 servers of the site, while newer servers have the shared names; null follows the plan.
    /// </summary>
    public Fqdn? LegacyHost { get; init; }

    /// <summary>The host that mailbox databases of 2010 give to Outlook inside (RPC Client Access); null where it is not planned.</summary>
    public Fqdn? ClientAccessArray { get; init; }

    /// <summary>The addresses under which the site is reached from the Internet.</summary>
    public IReadOnlyList<string> ExternalAddresses { get; init; } = [];

    /// <summary>The addresses under which the site is reached inside, where they are not those of the servers (a load balancer).</summary>
    public IReadOnlyList<string> InternalAddresses { get; init; } = [];
}
