using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.Proof.Design;

/// <summary>One server that is off in one setting, and how a finding must name it.</summary>
internal sealed record Contradiction(string Name, Action<Organisation> Inject)
{
    /// <summary>At most one for each setting of a site, so that the other servers stay the majority.</summary>
    public static IEnumerable<Contradiction> Choose(NamespacePlan plan, Random random)
    {
        foreach (IGrouping<string, PlannedServer> site in plan.Servers.GroupBy(s => s.Site))
        {
            foreach (ClientService service in Enum.GetValues<ClientService>())
            {
                foreach (string side in new[] { "Internal", "External" })
                {
                    if (random.Next(12) == 0 && Of(site.ElementAt(random.Next(site.Count())), service, side) is { } contradiction)
                    {
                        yield return contradiction;
                    }
                }
            }

            if (random.Next(6) == 0)
            {
                PlannedServer odd = site.ElementAt(random.Next(site.Count()));
                yield return new($"SiteScope {odd.Name}", o => o[odd.Name, "ClientAccessServer"]["AutoDiscoverSiteScope"] = new[] { "Elsewhere" });
            }
        }

        if (random.Next(4) == 0 && plan.Servers.FirstOrDefault(s => s.Services.Any(a => a.Service == ClientService.MAPI)) is { } mapi)
        {
            yield return new($"MAPI {mapi.Name}", o => o[mapi.Name, mapi.Name + "\\mapi (Default Web Site)"]["IISAuthenticationMethods"] = new[] { "Basic" });
        }
    }

    private static Contradiction? Of(PlannedServer server, ClientService service, string side)
    {
        ServiceAssignment? assignment = server.Services.FirstOrDefault(s => s.Service == service);
        UrlSetting? setting = side == "Internal" ? assignment?.Internal : assignment?.External;
        if (setting is not { Action: SettingAction.Set } || service == ClientService.PowerShell)
        {
            return null;
        }

        PlannedLine line = PlannedLine.Of(server, assignment!);
        string property = line.Values[side == "Internal" ? 0 : line.Values.Count(v => IsUrl(v.Property)) - 1].Property;
        string name = service == ClientService.Autodiscover ? $"Host {server.Name}" : $"{service} {side} {server.Name}";
        string host = service == ClientService.Autodiscover ? "scp.fabrikam.net" : "odd.fabrikam.net";
        return new(name, o =>
        {
            StandInObject target = o[server.Name, line.Object];
            string before = target[property]!.ToString()!;
            int start = before.IndexOf("://", StringComparison.Ordinal) is > 0 and int scheme ? scheme + 3 : 0;
            int end = before.IndexOf('/', start) is > 0 and int slash ? slash : before.Length;
            target[property] = before[..start] + host + before[end..];
        });
    }

    private static bool IsUrl(string property) =>
        property.EndsWith("Url", StringComparison.Ordinal) || property.EndsWith("Hostname", StringComparison.Ordinal) || property.EndsWith("Uri", StringComparison.Ordinal);
}
