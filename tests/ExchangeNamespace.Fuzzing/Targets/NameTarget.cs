using System.Net;
using System.Text;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>Names, addresses, URLs and paths: what was read is read again as the same, and refusals can be shown.</summary>
internal static class NameTarget
{
    public static void Read(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        Host(text);
        Address(text);
        Show(DnsServerAddress.TryParse(text, "Server", out _, out InputFault? server) ? null : server);
        Show(ServerEndpoint.TryParse(text, "Server", out _, out InputFault? endpoint) ? null : endpoint);
        Show(WindowsFilePath.TryParse(text, "Path", out _, out InputFault? path) ? null : path);
        Show(ServerName.TryParse(text, "Server", out _, out _, out InputFault? name) ? null : name);
        ReverseName.TryReadZone(text, "Zone", out _, out _);
        if (Probing.HttpTarget.TryParse(text, out Probing.HttpTarget? target))
        {
            Must.Hold(Probing.HttpTarget.TryParse(target.ToString(), out Probing.HttpTarget? again) && again.ToString() == target.ToString(),
                "A URL comes back changed: " + target);
        }
    }

    private static void Host(string text)
    {
        if (!Fqdn.TryParse(text, "Host", out Fqdn? host, out InputFault? fault))
        {
            Show(fault);
            return;
        }

        Must.Hold(Fqdn.TryParse(host.ToString(), "Host", out Fqdn? again, out _) && again.Equals(host), "A name comes back changed: " + host);
    }

    private static void Address(string text)
    {
        if (AddressSyntax.TryRead(text, out IPAddress? address))
        {
            Must.Hold(AddressSyntax.TryRead(address.ToString(), out IPAddress? again) && again.Equals(address),
                "An address comes back changed: " + address);
        }

        if (AddressRange.TryParse(text, out AddressRange? range))
        {
            Must.Hold(AddressRange.TryParse(range.ToString(), out AddressRange? again) && again.Equals(range),
                "A range comes back changed: " + range);
        }
    }

    private static void Show(InputFault? fault)
    {
        if (fault is not null)
        {
            Must.BeShown(fault.Message);
        }
    }
}
