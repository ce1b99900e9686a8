using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>Every host of the plan is covered by a certificate of the plan, or it is said (S8).</summary>
internal static class CoverageRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft)
    {
        List<string> proxied = [.. draft.Certificates.Where(c => c.Sites.Count == 0).SelectMany(c => c.Names).Select(n => n.Name)];
        List<(string Host, ServerGroup Group)> open = [];
        foreach (ServerGroup group in draft.Groups)
        {
            // Not a list: the hosts of services stand first, before the names of thousands of servers.
            IEnumerable<string> names = draft.CertificatesOf(group.Site).SelectMany(c => c.Names).Select(n => n.Name);
            IEnumerable<string> uncovered = HostsAt(group, s => s.Internal).Where(h => !CertificateNameMatcher.Covers(names, h))
                .Concat(HostsAt(group, s => s.External).Where(h => !CertificateNameMatcher.Covers(proxied.Count > 0 ? proxied : names, h)))
                .Distinct(StringComparer.Ordinal);
            open.AddRange(uncovered.Select(host => (host, group)));
        }

        foreach (IGrouping<string, ServerGroup> host in open.GroupBy(o => o.Host, o => o.Group, StringComparer.Ordinal))
        {
            yield return Findings.Error(FindingCodes.HostNotCovered, host.Key,
                $"No certificate of the plan for {NameList.Describe([.. host.SelectMany(g => g.Servers)])} covers {host.Key}.",
                "Add the name with -CertificateName.", "S8");
        }

        if (draft.KeepInternal && draft.ServerNames == ServerNameChoice.None)
        {
            yield return Findings.Warning(FindingCodes.DefaultHostNotCovered, [.. draft.Servers.Select(s => s.Name)],
                "Internal URLs and the service connection point stay at the server name, but the certificate carries no server name: inside clients get a warning.",
                "Give -ServerNameOnCertificate Both, or let the internal URLs follow the plan.", "S7");
        }

        if (draft.ServerNames is ServerNameChoice.Fqdn or ServerNameChoice.Both)
        {
            List<string> unknown = [.. draft.Sites.SelectMany(s => s.Servers).Where(s => ServerFqdn.Of(s, draft.Zones.ADDomain) is null).Select(s => s.Name)];
            if (unknown.Count > 0)
            {
                yield return Findings.Warning(FindingCodes.ServerFqdnUnknown, unknown,
                    "The full server name is asked for on the certificate, but it is not known.", "Give the servers by full name, or -ADDomain.", "S23");
            }
        }
    }

    private static IEnumerable<string> HostsAt(ServerGroup group, Func<ServiceAssignment, UrlSetting> side) => group.Services
        .Where(s => s.Service != ClientService.PowerShell)
        .Select(s => side(s).Value)
        .OfType<string>()
        .Select(HostText.Of);
}
