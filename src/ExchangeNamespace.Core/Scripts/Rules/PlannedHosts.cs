using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>The hosts that a plan gives to the services, and whether a host of a script is one of them.</summary>
internal sealed class PlannedHosts(NamespacePlan plan)
{
    private readonly ILookup<(ClientService Service, bool IsExternal), string> _hosts = plan.Servers
        .SelectMany(s => s.Services)
        .SelectMany(a => new[]
        {
            (Key: (a.Service, IsExternal: false), a.Internal.Value),
            (Key: (a.Service, IsExternal: true), a.External.Value),
        })
        .Where(v => v.Value is not null)
        .Select(v => (v.Key, Host: Name(HostOf(v.Value!))))
        .Distinct()
        .ToLookup(v => v.Key, v => v.Host);

    /// <summary>What is wrong with a host that the plan does not have there; null where it has it.</summary>
    public UnplannedHost? Find(CmdletParameter parameter, string host, ServiceParameter service)
    {
        List<string> all = [.. _hosts.SelectMany(h => h).Distinct()];
        List<string> there = [.. _hosts[(service.Definition.Service, service.IsExternal)]];
        List<string> fitting = there.Count == 0 ? all : there;
        string name = Name(host);
        if (fitting.Count == 0 || fitting.Contains(name))
        {
            return null;
        }

        string? near = NearMiss.Find(name, fitting) ?? NearMiss.Find(name, all);
        string? other = near ?? (there.Count == 1 ? there[0] : null);
        string place = there.Count > 0 ? $" The plan gives {service.Definition.Service} {string.Join(", ", there)} there." : string.Empty;
        string what = there.Count > 0 && all.Contains(name) ? "a host of the plan for another URL" : "no host of the plan";
        return new UnplannedHost(
            $"The host {VisibleText.Short(host)} of -{parameter.Name} is {what}.{place}",
            near is not null ? $"Did you mean {near}?"
            : other is not null ? $"Write {other}."
            : $"The hosts of the plan are {string.Join(", ", fitting)}.",
            other);
    }

    private static string HostOf(string value) => value.IndexOf('/') < 0 ? value : ScriptUrl.Read(value).Host;

    private static string Name(string host) => Fqdn.TryParse(host, "Host", out Fqdn? name, out _) ? name.Value : host.ToLowerInvariant();
}
