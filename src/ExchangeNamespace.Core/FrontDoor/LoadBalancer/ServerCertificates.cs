using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>The certificates of the plan: which name a server is asked for, and the files on the balancer.</summary>
internal sealed class ServerCertificates(LoadBalancerInput input)
{
    private const string Folder = "/etc/haproxy/certs";
    private const string InternalCa = "/etc/haproxy/exchange-ca.pem";
    private const string SystemCa = "@system-ca";
    private const string Wildcard = "*.";

    /// <summary>The file with the authorities of the servers' certificates.</summary>
    public string CaFile => input.CaFile ?? (input.Plan.Certificates.Any(c => IsOnServer(c) && c.Issuer != CertificateAuthority.Public)
        ? InternalCa : SystemCa);

    /// <summary>
    /// The name that the balancer asks a server for and finds in its certificate: a public host, or the server's own name where the plan
    /// puts it on the certificate for the balancer.
    /// </summary>
    public Fqdn HostFor(PlannedServer server, IReadOnlyList<Fqdn> hosts)
    {
        string[] names =
        [
            .. input.Plan.Certificates.Where(c => c.IsOn(server.Name))
                .SelectMany(c => c.Names).Select(n => n.Name),
        ];
        Fqdn? own = ServerFqdn.Of(server.Fqdn, server.Name, input.Plan.ADDomain);
        bool ownFirst = input.Plan.ReverseProxy is ReverseProxyStrategy.SharedCertificateWithServerNames
            or ReverseProxyStrategy.SeparateCertificate;
        IEnumerable<Fqdn> asked = own is null ? hosts : ownFirst ? hosts.Prepend(own) : hosts.Append(own);
        return asked.FirstOrDefault(h => CertificateNameMatcher.Covers(names, h.Value))
            ?? names.Select(n => Fqdn.TryParse(n, nameof(n), out Fqdn? host, out _) ? host : null).FirstOrDefault(h => h is not null)
            ?? hosts[0];
    }

    /// <summary>The certificates with their keys that the balancer needs.</summary>
    public IReadOnlyList<CertificateFile> Files()
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        return [.. input.Plan.Certificates
            .Where(c => c.InstallOn.Contains(PlannedCertificate.ReverseProxyMachine) && (c.Sites.Count == 0 || input.Sites is null
                || c.Sites.Any(s => input.Sites.Contains(s, StringComparer.OrdinalIgnoreCase))))
            .Select(c => new CertificateFile(
                (input.CertificateFolder ?? Folder).TrimEnd('/') + "/" + Unique(taken, c.LeadingName) + ".pem",
                [.. c.Names.Select(n => n.Name)]))];
    }

    private static bool IsOnServer(PlannedCertificate certificate) =>
        certificate.InstallOn.Any(m => m != PlannedCertificate.ReverseProxyMachine);

    private static string Unique(HashSet<string> taken, string name)
    {
        string plain = name.StartsWith(Wildcard, StringComparison.Ordinal) ? "wildcard." + name.Substring(Wildcard.Length) : name;
        string unique = plain;
        for (int i = 2; !taken.Add(unique); i++)
        {
            unique = plain + "-" + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }
}
