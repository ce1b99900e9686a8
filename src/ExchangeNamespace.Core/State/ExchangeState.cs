using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>
/// The settings of an organisation as they were captured. What was not captured is unknown: an empty list of a kind that is not in
/// <see cref="Kinds"/> says nothing.
/// </summary>
public sealed class ExchangeState
{
    private readonly Lazy<Dictionary<(string Server, ClientService Service), CapturedService>> _services;

    private readonly Lazy<Dictionary<string, CapturedServer>> _servers;

    private readonly Lazy<HashSet<string>> _protected;

    internal ExchangeState()
    {
        _services = new(Index);
        _protected = new(() => TokenChecking.Servers(Services!.Concat(AutodiscoverDirectories)));
        _servers = new(
            () => Servers!.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase));
    }

    private Dictionary<(string Server, ClientService Service), CapturedService> Index()
    {
        Dictionary<(string, ClientService), CapturedService> map = new(KeyComparer.Instance);
        foreach (CapturedService service in Services!.Where(s => s.IsDefault))
        {
            map[(service.Server, service.Service)] = service;
        }

        return map;
    }

    /// <summary>The kinds of objects that were captured, those without any object too.</summary>
    public required IReadOnlyList<StateKind> Kinds { get; init => field = Indexable.Of(value); }

    /// <summary>The servers.</summary>
    public required IReadOnlyList<CapturedServer> Servers { get; init => field = Indexable.Of(value); }

    /// <summary>Virtual directories, Outlook Anywhere and service connection points.</summary>
    public required IReadOnlyList<CapturedService> Services { get; init => field = Indexable.Of(value); }

    /// <summary>The Autodiscover virtual directories, whose URLs no client reads.</summary>
    public required IReadOnlyList<CapturedService> AutodiscoverDirectories { get; init => field = Indexable.Of(value); }

    /// <summary>The certificates.</summary>
    public required IReadOnlyList<CapturedCertificate> Certificates { get; init => field = Indexable.Of(value); }

    /// <summary>The receive connectors.</summary>
    public required IReadOnlyList<CapturedReceiveConnector> ReceiveConnectors { get; init => field = Indexable.Of(value); }

    /// <summary>The send connectors.</summary>
    public required IReadOnlyList<CapturedSendConnector> SendConnectors { get; init => field = Indexable.Of(value); }

    /// <summary>The accepted domains.</summary>
    public required IReadOnlyList<CapturedAcceptedDomain> AcceptedDomains { get; init => field = Indexable.Of(value); }

    /// <summary>The Outlook providers.</summary>
    public required IReadOnlyList<CapturedOutlookProvider> OutlookProviders { get; init => field = Indexable.Of(value); }

    /// <summary>The client access arrays of Exchange 2010.</summary>
    public IReadOnlyList<CapturedClientAccessArray> ClientAccessArrays { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The transport service of the servers, with the certificate for mail between Exchange servers.</summary>
    public IReadOnlyList<CapturedTransportServer> TransportServers { get; init => field = Indexable.Of(value); } = [];

    /// <summary>The switches of the organisation; null when they were not captured.</summary>
    public CapturedOrganization? Organization { get; init; }

    /// <summary>What the capture has to say about itself, for example an object that it holds twice.</summary>
    public required IReadOnlyList<Finding> Findings { get; init => field = Indexable.Of(value); }

    /// <summary>Whether objects of a kind were captured.</summary>
    /// <param name="kind">A kind.</param>
    /// <returns>True even when there was none of them.</returns>
    public bool Has(StateKind kind) => Kinds.Contains(kind);

    /// <summary>The settings of a service in the default web site of a server.</summary>
    /// <param name="server">The NetBIOS name, without regard to case.</param>
    /// <param name="service">A service.</param>
    /// <returns>The settings; null when none were captured.</returns>
    public CapturedService? Find(string server, ClientService service) =>
        _services.Value.TryGetValue((server, service), out CapturedService? found) ? found : null;

    /// <summary>
    /// Whether a virtual directory of a server shows that Extended Protection is on, also where the server itself was not captured.
    /// </summary>
    internal bool ShowsExtendedProtection(string server) => _protected.Value.Contains(server);

    /// <summary>A server by its NetBIOS name.</summary>
    /// <param name="server">The name, without regard to case.</param>
    /// <returns>The server; null when it was not captured.</returns>
    public CapturedServer? FindServer(string server) => _servers.Value.TryGetValue(server, out CapturedServer? found) ? found : null;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Servers.Count} server(s), {Services.Count} service(s), {Certificates.Count} certificate(s), "
            + $"{ReceiveConnectors.Count + SendConnectors.Count} connector(s)";

    private sealed class KeyComparer : IEqualityComparer<(string Server, ClientService Service)>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals((string Server, ClientService Service) x, (string Server, ClientService Service) y) =>
            x.Service == y.Service && string.Equals(x.Server, y.Server, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Server, ClientService Service) key) =>
            (StringComparer.OrdinalIgnoreCase.GetHashCode(key.Server) * 31) + (int)key.Service;
    }
}
