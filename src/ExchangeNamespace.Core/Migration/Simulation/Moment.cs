using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>A send connector at one moment.</summary>
/// <param name="Host">The name in EHLO; absent where it is not known.</param>
/// <param name="Servers">The servers that send; null where they are not known.</param>
internal sealed record SimulatedSender(Captured<string> Host, IReadOnlyList<string>? Servers);

/// <summary>The organisation at one moment of the migration. The interpreter changes it, and nothing else does.</summary>
internal sealed class Moment(NameTable names)
{
    public Dictionary<string, SimulatedServer> Servers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public NameTable Names { get; } = names;

    /// <summary>The certificates of a reverse proxy, which are what clients outside see; none where none is known.</summary>
    public List<ShownCertificate> Proxy { get; } = [];

    public Captured<bool> MapiOverHttp { get; set; }

    public Captured<bool> DownloadDomains { get; set; }

    /// <summary>The principal name of the provider EXPR, without <c>msstd:</c>.</summary>
    public Captured<string> PrincipalName { get; set; }

    public Dictionary<string, SimulatedSender> Senders { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Receive connectors that an administrator made, by name, with the servers that have one.</summary>
    public Dictionary<string, HashSet<string>> Receivers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Client access arrays of 2010: host and site.</summary>
    public List<(string Host, string Site)> Arrays { get; } = [];

    /// <summary>The certificates that were issued, as the steps name them, and whether each was removed again.</summary>
    public Dictionary<string, IReadOnlyList<string>> Issued { get; } = new(StringComparer.Ordinal);

    /// <summary>The servers that hold mailboxes of each kind.</summary>
    public Dictionary<MailboxKind, HashSet<string>> Holders { get; } = [];

    /// <summary>Whether the books of databases were pinned after setup of a new version had made a new default one.</summary>
    public bool HasNewDefaultBook { get; set; }

    /// <summary>The servers, or databases, that were given an offline address book by name.</summary>
    public HashSet<string> HasPinnedBook { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The servers that steps install.</summary>
    public HashSet<string> ToCome { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The servers that a step of a hop brings to the minimum, and that are not there yet.</summary>
    public HashSet<(int Hop, string Server)> ToUpdate { get; } = [];

    /// <summary>The certificates that steps order.</summary>
    public HashSet<string> ToOrder { get; } = new(StringComparer.Ordinal);

    public TimeSpan Now { get; set; }

    /// <summary>How long Active Directory takes to bring a change to every site.</summary>
    public TimeSpan ReplicationTime { get; init; }

    public SimulatedServer? Find(string name) => Servers.TryGetValue(name, out SimulatedServer? server) ? server : null;

    public SimulatedServer? FindHost(string host) => Servers.Values.FirstOrDefault(
        s => string.Equals(s.Host, host, StringComparison.OrdinalIgnoreCase)
            || string.Equals(s.Name, host, StringComparison.OrdinalIgnoreCase));

    public HashSet<string> HoldersOf(MailboxKind kind)
    {
        if (!Holders.TryGetValue(kind, out HashSet<string>? holders))
        {
            Holders.Add(kind, holders = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        }

        return holders;
    }

    /// <summary>The groups of mailboxes that clients want now.</summary>
    public IEnumerable<MailboxGroup> Groups() => Groups(MailboxKind.User, false).Concat(Groups(MailboxKind.Pilot, true)).Distinct();

    private IEnumerable<MailboxGroup> Groups(MailboxKind kind, bool isPilot) =>
        HoldersOf(kind).Select(Find).OfType<SimulatedServer>().Where(s => s.IsInstalled).Select(s => MailboxGroup.Of(s, isPilot));
}
