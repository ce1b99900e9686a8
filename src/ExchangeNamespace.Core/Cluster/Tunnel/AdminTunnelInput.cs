using System.Collections.Generic;

namespace ExchangeNamespace.Cluster.Tunnel;

/// <summary>The program that opens the tunnel.</summary>
public enum TunnelClient
{
    /// <summary>ssh of OpenSSH.</summary>
    OpenSsh,

    /// <summary>plink of PuTTY.</summary>
    Plink,
}

/// <summary>The shell that the tunnel's line is typed into.</summary>
public enum TunnelShell
{
    /// <summary>The Windows command prompt.</summary>
    Cmd,

    /// <summary>Windows PowerShell or PowerShell.</summary>
    PowerShell,

    /// <summary>A POSIX shell.</summary>
    Posix,
}

/// <summary>What was said about a tunnel, unread.</summary>
public sealed class AdminTunnelInput
{
    /// <summary>The host whose SSH server is reached from outside: a name or an IPv4 address.</summary>
    public required string? SshHost { get; init; }

    /// <summary>The server to administer, as the SSH host knows it: a name or an IPv4 address.</summary>
    public required string? Server { get; init; }

    /// <summary>The port of the SSH server.</summary>
    public int SshPort { get; init; } = TunnelPorts.Ssh;

    /// <summary>The port on this computer.</summary>
    public int LocalPort { get; init; } = TunnelPorts.Local;

    /// <summary>The port of Remote Desktop on the server.</summary>
    public int RemotePort { get; init; } = TunnelPorts.RemoteDesktop;

    /// <summary>The user of the SSH server; null to leave it to the client.</summary>
    public string? UserName { get; init; }

    /// <summary>The private key file; null to leave it to the client.</summary>
    public string? IdentityFile { get; init; }

    /// <summary>What listens on the SSH host's address already: port and name.</summary>
    public IReadOnlyDictionary<int, string> Listeners { get; init; } = new Dictionary<int, string>();

    /// <summary>Whether the public address changes.</summary>
    public bool AddressIsDynamic { get; init; }

    /// <summary>The program.</summary>
    public TunnelClient Client { get; init; }

    /// <summary>The shell.</summary>
    public TunnelShell Shell { get; init; }
}
