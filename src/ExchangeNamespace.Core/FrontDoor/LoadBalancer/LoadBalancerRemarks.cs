using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>What a configuration says to its reader in comments.</summary>
internal static class LoadBalancerRemarks
{
    private const int NamesInRow = 4;

    public static IEnumerable<string> Of(LoadBalancerInput input, IReadOnlyList<HostGroup> groups, IReadOnlyList<CertificateFile> files,
        string caFile, IReadOnlyList<string> closed)
    {
        yield return $"Load balancer for {input.Plan.ExternalHost}: "
            + (input.Mode == LoadBalancerMode.Bridge ? "TLS ends here and begins anew towards the servers." : "TLS ends on the servers.");
        yield return input.Format == LoadBalancerFormat.Nginx
            ? "It is the whole nginx.conf. Check it with nginx -t before a reload."
            : "It is the whole haproxy.cfg. Check it with haproxy -c -f before a reload.";
        yield return "Hosts, by the name of their servers:";
        foreach ((string name, string hosts) in groups.SelectMany(g => Rows(g.Hosts.Select(h => h.Value)).Select(r => (g.Name, r))))
        {
            yield return $"  {name}: {hosts}";
        }

        foreach (CertificateFile file in files)
        {
            yield return $"{file.Path} holds certificate, chain and key. It has the names:";
            foreach (string names in Rows(file.Names))
            {
                yield return "  " + names;
            }
        }

        if (input.Format != LoadBalancerFormat.Nginx)
        {
            yield return caFile.StartsWith("@", System.StringComparison.Ordinal)
                ? "Certificates of the servers are held against the authorities of the system."
                : $"{caFile} holds the authorities that issued the certificates of the servers.";
        }

        if (closed.Count > 0)
        {
            yield return "Closed for every client of this balancer: " + string.Join(", ", closed);
        }
    }

    private static IEnumerable<string> Rows(IEnumerable<string> names) => names
        .Select((n, i) => (Name: n, Row: i / NamesInRow))
        .GroupBy(n => n.Row, n => n.Name)
        .Select(g => string.Join(", ", g));
}
