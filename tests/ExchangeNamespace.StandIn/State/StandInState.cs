using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ExchangeNamespace.StandIn.State;

/// <summary>What the organisation of a stand-in holds: server, object, property, value.</summary>
public sealed class StandInState
{
    private readonly List<StandInContainer> _servers = [];
    private readonly Dictionary<string, StandInContainer> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The servers, in the order given; the first is the one that the shell runs on.</summary>
    public IReadOnlyList<StandInContainer> Servers => _servers;

    /// <summary>Objects that belong to no server: Outlook providers, send connectors, the organisation's configuration.</summary>
    public StandInContainer Organization { get; } = new(string.Empty, string.Empty, string.Empty);

    /// <summary>Files that commands wrote or will read, by path. Nothing reaches a disk.</summary>
    public StandInFiles Files { get; } = new();

    /// <summary>A server by short or fully qualified name.</summary>
    /// <exception cref="KeyNotFoundException">It is missing.</exception>
    public StandInContainer this[string server] => FindServer(server)
        ?? throw new KeyNotFoundException("There is no server '" + server + "'. There are: " + string.Join(", ", _servers.Select(s => s.Name)) + ".");

    /// <summary>Every value as one sorted line <c>server|key|property=value</c>, for comparing two states.</summary>
    public IReadOnlyList<string> Snapshot() =>
    [
        .. _servers.Append(Organization)
            .SelectMany(server => server.Objects.SelectMany(
                item => item.Properties.Select(p => server.Name + "|" + item.Key + "|" + p.Key + "=" + Text(p.Value))))
            .Concat(Files.Paths.Select(path => "file|" + path))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A value as text: null as <c>&lt;null&gt;</c>, lists joined by commas, all culture-free.</summary>
    public static string Text(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        Uri uri => uri.OriginalString,
        IEnumerable list => string.Join(",", list.Cast<object?>().Select(Text)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>The receive connector that takes a connection; null where none does.</summary>
    /// <param name="server">The server.</param>
    /// <param name="local">The address of the server that is connected to.</param>
    /// <param name="port">The port.</param>
    /// <param name="remote">The address that the connection comes from.</param>
    public StandInObject? ReceiveConnectorFor(string server, string local, int port, string remote) => ReceiveConnectors.Taking(this[server], local, port, remote);

    internal StandInContainer? FindServer(string name) => _byName.TryGetValue(name, out StandInContainer? server) ? server : null;

    internal StandInContainer AddServer(string name, string fqdn, string site)
    {
        var server = new StandInContainer(name, fqdn, site);
        _byName.Add(name, server);
        _byName[fqdn] = server;
        _servers.Add(server);
        return server;
    }
}
