namespace ExchangeNamespace.Cluster.Tunnel;

/// <summary>The ports of a tunnel for Remote Desktop where none is stated.</summary>
public static class TunnelPorts
{
    /// <summary>The port of the SSH server, which outbound firewalls let through.</summary>
    public const int Ssh = 443;

    /// <summary>The local port of the source article.</summary>
    public const int Local = 3391;

    /// <summary>The port of Remote Desktop.</summary>
    public const int RemoteDesktop = 3389;
}
