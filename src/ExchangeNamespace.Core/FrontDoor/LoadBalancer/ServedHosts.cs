using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>A host of a plan that one server answers for one service.</summary>
internal sealed record ServedHost(Fqdn Host, ClientService Service, PlannedServer Server);

/// <summary>Which servers stand behind which host: read from the URLs of the plan and its records of Autodiscover.</summary>
internal static class ServedHosts
{
    private const string FailbackParameter = "FailbackUrl";

    /// <summary>The hosts of the views, without those that are the name of a server itself.</summary>
    public static IReadOnlyList<ServedHost> Of(NamespacePlan plan, IReadOnlyCollection<DnsView> views)
    {
        HashSet<string> own = new(plan.Servers
            .SelectMany(s => new[] { s.Name, ServerFqdn.Of(s.Fqdn, s.Name, plan.ADDomain)?.Value }).OfType<string>(),
            StringComparer.OrdinalIgnoreCase);
        ServedHost[] planned =
        [
            .. views.SelectMany(v => plan.Servers.SelectMany(s => s.Services
                .Where(a => a.Service != ClientService.PowerShell)
                .SelectMany(a => Values(a, v).Select(h => new ServedHost(Fqdn.Parse(HostText.Of(h)), a.Service, s))))),
        ];
        return [.. planned.Concat(views.SelectMany(v => Autodiscover(plan, v, planned)))
            .Where(h => !own.Contains(h.Host.Value)).Distinct()];
    }

    private static IEnumerable<string> Values(ServiceAssignment assignment, DnsView view)
    {
        UrlSetting setting = view == DnsView.External ? assignment.External : assignment.Internal;
        return (setting is { Action: SettingAction.Set, Value: { } value } ? [value] : Array.Empty<string>())
            .Concat(assignment.AdditionalParameters
                .Where(p => p.Parameter == FailbackParameter || DownloadDomains.HostParameters.Contains(p.Parameter))
                .SelectMany(p => p.Values));
    }

    /// <summary>The servers of the host that service records lead to answer the names of Autodiscover too.</summary>
    private static IEnumerable<ServedHost> Autodiscover(NamespacePlan plan, DnsView view, ServedHost[] planned)
    {
        Fqdn target = plan.ServiceTarget(view);
        PlannedServer[] servers = [.. planned.Where(h => h.Host.Equals(target)).Select(h => h.Server).Distinct()];
        return plan.DnsRecords
            .Where(r => r.View == view && r.Type is DnsRecordType.Address or DnsRecordType.CNAME
                && r.Name.FirstLabel == AutodiscoverLabels.Host)
            .SelectMany(r => servers.Select(s => new ServedHost(r.Name, ClientService.Autodiscover, s)));
    }
}
