using System.Collections.Generic;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>What was said about a load balancer beside the plan.</summary>
public sealed class LoadBalancerInput
{
    /// <summary>The plan.</summary>
    public required NamespacePlan Plan { get; init; }

    /// <summary>What it is described in.</summary>
    public LoadBalancerFormat Format { get; init; }

    /// <summary>Where TLS ends.</summary>
    public LoadBalancerMode Mode { get; init; }

    /// <summary>Whether each host has a pool and a probe of its own; with <see cref="LoadBalancerMode.Passthrough"/> only.</summary>
    public bool PerService { get; init; }

    /// <summary>The sites that the balancer stands in: other servers under the same hosts stand by. Null for all sites alike.</summary>
    public IReadOnlyList<string>? Sites { get; init; }

    /// <summary>The views whose hosts lead to the balancer; null for both.</summary>
    public IReadOnlyList<DnsView>? Views { get; init; }

    /// <summary>The addresses that it listens on; null for all that the machine has.</summary>
    public IReadOnlyList<string>? ListenAddresses { get; init; }

    /// <summary>The mail protocols that it passes on.</summary>
    public IReadOnlyList<MailService> MailServices { get; init; } = [];

    /// <summary>Whether <c>/ecp</c> is open outside; with <see cref="LoadBalancerMode.Bridge"/> only.</summary>
    public bool AdminCenter { get; init; }

    /// <summary>Whether <c>/PowerShell</c> is open; with <see cref="LoadBalancerMode.Bridge"/> only.</summary>
    public bool RemotePowerShell { get; init; }

    /// <summary>How many seconds browsers use https only; null for no such header. With <see cref="Mode"/> Bridge only.</summary>
    public int? HstsMaxAge { get; init; }

    /// <summary>The folder of the certificates on the balancer; null for <c>/etc/haproxy/certs</c>.</summary>
    public string? CertificateFolder { get; init; }

    /// <summary>
    /// The file with the authorities that issued the certificates of the servers; null for those of the system, or
    /// <c>/etc/haproxy/exchange-ca.pem</c> where no public authority issued them.
    /// </summary>
    public string? CaFile { get; init; }
}
