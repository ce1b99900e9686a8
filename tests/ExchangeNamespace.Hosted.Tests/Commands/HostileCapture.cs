using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>A captured state in which others wrote characters that turn the direction of text or are invisible.</summary>
internal static class HostileCapture
{
    private const string Turned = "a\u202Ec\u2066d\u200Be";

    /// <summary>Writes its files into a folder.</summary>
    public static string Write(string folder)
    {
        Write(folder, "Get-ExchangeServer", ("Name", "EX01"), ("Site", Turned),
            ("AdminDisplayVersion", "Version 15.2 (Build 2562.17)"), ("ServerRole", Turned));
        Write(folder, "Get-OwaVirtualDirectory", ("Identity", "EX01\\owa (Default Web Site)"), ("Name", "owa"), ("Server", "EX01"),
            ("InternalUrl", $"https://{Turned}/owa"), ("ExternalUrl", $"https://{Turned}/owa"),
            ("ExternalDownloadHostName", Turned), ("InternalDownloadHostName", Turned));
        Write(folder, "Get-ReceiveConnector", ("Name", Turned), ("Identity", "EX01\\" + Turned), ("Server", "EX01"), ("Fqdn", Turned),
            ("AuthMechanism", "Tls"),
            ("Bindings", Turned), ("TlsCertificateName", Turned));
        Write(folder, "Get-SendConnector", ("Name", Turned), ("Identity", Turned), ("Fqdn", Turned),
            ("AddressSpaces", Turned), ("SmartHosts", Turned));
        Write(folder, "Get-ExchangeCertificate", ("Thumbprint", "AA" + Turned), ("Subject", "CN=" + Turned), ("Issuer", "CN=" + Turned),
            ("CertificateDomains", Turned), ("Services", "IIS, SMTP"), ("Identity", "EX01\\AA"), ("Status", Turned));
        Write(folder, "Get-AcceptedDomain", ("Name", Turned), ("DomainName", Turned), ("DomainType", Turned));
        Write(folder, "Get-OutlookProvider", ("Name", Turned), ("CertPrincipalName", Turned), ("Server", Turned));
        Write(folder, "Get-ClientAccessArray", ("Name", Turned), ("Fqdn", Turned), ("Site", Turned));
        Write(folder, "Get-TransportService", ("Name", "EX01"), ("InternalTransportCertificateThumbprint", Turned));
        return folder;
    }

    private static void Write(string folder, string command, params (string Name, string Value)[] properties)
    {
        XNamespace space = "http://schemas.microsoft.com/powershell/2004/04";
        XElement values = new(space + "MS", properties.Prepend(("CapturedBy", command))
            .Select(p => new XElement(space + "S", new XAttribute("N", p.Item1), p.Item2)));
        XElement captured = new(space + "Obj", new XAttribute("RefId", "0"), values);
        XElement all = new(space + "Objs", new XAttribute("Version", "1.1.0.1"), captured);
        new XDocument(all).Save(Path.Combine(folder, command + ".xml"));
    }
}
