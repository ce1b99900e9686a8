using System.Net.NetworkInformation;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Probes;

/// <summary>The name of this machine.</summary>
internal static class OwnHost
{
    /// <summary>The full name of this machine for EHLO; an address literal where it has none (RFC 5321 4.1.4).</summary>
    public static string HelloName()
    {
        IPGlobalProperties own = IPGlobalProperties.GetIPGlobalProperties();
        return Fqdn.TryParse(own.HostName + "." + own.DomainName, nameof(own), out Fqdn? name, out _) ? name.Value : "[127.0.0.1]";
    }

    /// <summary>The DNS suffix of this machine, as the system keeps it; null where it has none. Nothing is asked.</summary>
    public static Fqdn? Domain()
    {
        string domain = IPGlobalProperties.GetIPGlobalProperties().DomainName;
        return Fqdn.TryParse(domain, nameof(domain), out Fqdn? name, out _) ? name : null;
    }
}
