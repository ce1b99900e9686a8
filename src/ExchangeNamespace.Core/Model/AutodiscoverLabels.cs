namespace ExchangeNamespace.Model;

/// <summary>What clients put before a mail domain to find Autodiscover (S9, S10).</summary>
internal static class AutodiscoverLabels
{
    /// <summary>The label of the host.</summary>
    public const string Host = "autodiscover";

    /// <summary>What the name of the host begins with.</summary>
    public const string HostPrefix = Host + ".";

    /// <summary>What the owner of the service record begins with.</summary>
    public const string ServicePrefix = "_autodiscover._tcp.";
}
