using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.StartTls;

/// <summary>The servers and certificates among which connectors choose.</summary>
internal sealed class StartTlsInventory
{
    private readonly Dictionary<string, TransportServer> _servers = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<StoreCertificate> _certificates;
    private readonly ExchangeVersion? _version;
    private readonly DateTime _asOf;

    /// <summary>Collects what is known.</summary>
    /// <param name="servers">Servers, each perhaps in several objects.</param>
    /// <param name="certificates">Certificates of all servers.</param>
    /// <param name="version">The version of servers that state none.</param>
    /// <param name="asOf">The moment for which expiry is judged, UTC.</param>
    public StartTlsInventory(IEnumerable<TransportServer> servers, IReadOnlyList<StoreCertificate> certificates, ExchangeVersion? version,
        DateTime asOf)
    {
        foreach (TransportServer server in servers)
        {
            _servers[server.Name] = _servers.TryGetValue(server.Name, out TransportServer? known)
                ? StartTlsInputReader.Merge(known, server) : server;
        }

        _certificates = certificates;
        _version = version;
        _asOf = asOf;
    }

    /// <summary>Predicts one connector; null where it is open whose certificates count.</summary>
    public StartTlsPrediction? Predict(ReceiveConnector connector, string path, ICollection<InputFault> faults)
    {
        string? name = connector.Server ?? (_servers.Count == 1 ? _servers.Keys.First() : null);
        List<string> stores = [.. _certificates.Select(c => c.Server).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        if (name is null && stores.Count > 1)
        {
            faults.Add(new InputFault(FaultIds.MemberMissing, path + ".Server", connector.Identity,
                $"{path}.Server is missing, and the certificates belong to {NameList.Describe(stores)}: say on which server "
                    + $"{connector} is."));
            return null;
        }

        return StartTlsPredictor.Predict(connector, ServerOf(name), _certificates, _asOf);
    }

    private TransportServer? ServerOf(string? name)
    {
        TransportServer? server = name is not null && _servers.TryGetValue(name, out TransportServer? known) ? known : null;
        TransportServer? stated = _version is null ? null : new TransportServer { Name = name ?? string.Empty, Version = _version };
        return server is null ? stated : stated is null ? server : StartTlsInputReader.Merge(server, stated);
    }
}
