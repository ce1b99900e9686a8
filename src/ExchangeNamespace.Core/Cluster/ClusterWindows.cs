using System;

namespace ExchangeNamespace.Cluster;

/// <summary>The Windows generation of the nodes. Quorum models and force quorum differ between the two.</summary>
public enum ClusterWindows
{
    /// <summary>Windows Server 2003.</summary>
    Server2003,

    /// <summary>Windows Server 2008.</summary>
    Server2008,
}

/// <summary>Reads and prints Windows generations.</summary>
public static class ClusterWindowsText
{
    /// <summary>The text of Server 2003.</summary>
    public const string Server2003 = "2003";

    /// <summary>The text of Server 2008.</summary>
    public const string Server2008 = "2008";

    /// <summary>Reads <c>2003</c> or <c>2008</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The generation.</returns>
    /// <exception cref="ArgumentException">Any other text.</exception>
    public static ClusterWindows Parse(string text) => text switch
    {
        Server2003 => ClusterWindows.Server2003,
        Server2008 => ClusterWindows.Server2008,
        _ => throw new ArgumentException("The Windows version is 2003 or 2008.", nameof(text)),
    };

    /// <summary>The generation as text.</summary>
    /// <param name="windows">The generation.</param>
    /// <returns><c>2003</c> or <c>2008</c>.</returns>
    public static string Of(ClusterWindows windows) => windows == ClusterWindows.Server2003 ? Server2003 : Server2008;
}
