using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Kerberos;

/// <summary>
/// The service principal names of a plan: the hosts inside under which several servers answer (learn.microsoft.com, Kerberos
/// authentication for load-balanced client access services). The own name of a server is on its computer account already, and clients
/// outside reach no domain controller.
/// </summary>
internal static class PrincipalNames
{
    private const string Http = "http/";

    /// <summary>The classes of RPC that 2010 serves behind a client access array.</summary>
    private static readonly string[] ArrayClasses = ["exchangeMDB/", "exchangeRFR/", "exchangeAB/"];

    private static readonly ClientService[] Current =
    [
        ClientService.Autodiscover, ClientService.MAPI, ClientService.OutlookAnywhere, ClientService.EWS, ClientService.OAB,
        ClientService.OWA, ClientService.ECP,
    ];

    private static readonly ClientService[] Legacy = [ClientService.Autodiscover, ClientService.EWS, ClientService.OAB];

    /// <summary>Whether servers of a version share an account.</summary>
    public static bool Has(PlannedServer server, bool legacy) =>
        legacy ? server.Version.Product == ExchangeProduct.Exchange2010 : server.Version.Product >= ExchangeProduct.Exchange2013;

    /// <summary>The names of one generation of servers, without those of its arrays.</summary>
    public static IEnumerable<PrincipalName> Of(NamespacePlan plan, bool legacy, string account)
    {
        HashSet<string> own = new(plan.Servers
            .SelectMany(s => new[] { s.Name, ServerFqdn.Of(s.Fqdn, s.Name, plan.ADDomain)?.Value }).OfType<string>(),
            StringComparer.OrdinalIgnoreCase);
        bool isNewest = !legacy || !plan.Servers.Any(s => Has(s, legacy: false));
        IEnumerable<(Fqdn Host, ClientService Service)> hosts =
        [
            .. plan.Servers.Where(s => Has(s, legacy)).SelectMany(s => s.Services)
                .Where(a => (legacy ? Legacy : Current).Contains(a.Service) && a.Internal is { Action: SettingAction.Set, Value: not null })
                .Select(a => (Fqdn.Parse(HostText.Of(a.Internal.Value!)), a.Service)),
            .. plan.DnsRecords.Where(r => isNewest && r.View == DnsView.Internal && r.Type is not (DnsRecordType.MX or DnsRecordType.SRV)
                    && r.Name.FirstLabel == AutodiscoverLabels.Host)
                .Select(r => (r.Name, ClientService.Autodiscover)),
        ];
        return hosts.Where(h => !own.Contains(h.Host.Value)).GroupBy(h => h.Host).Select(g => new PrincipalName
        {
            Name = Http + g.Key,
            Account = account,
            Host = g.Key,
            Services = [.. g.Select(h => h.Service).Distinct().OrderBy(s => s)],
            IsLegacy = legacy,
        });
    }

    /// <summary>The names of a client access array of 2010.</summary>
    public static IEnumerable<PrincipalName> OfArray(Fqdn array, string account) => ArrayClasses.Select(c => new PrincipalName
    {
        Name = c + array,
        Account = account,
        Host = array,
        Services = [],
        IsLegacy = true,
    });
}
