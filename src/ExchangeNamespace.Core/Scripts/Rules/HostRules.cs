using System;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>Hosts: no URL in their place, more than one label, a last label that is not a slip of the pen, a name of the plan.</summary>
internal static class HostRules
{
    /// <summary>Last labels of inside names that are no delegated domains.</summary>
    private static readonly string[] InsideLabels = ["local", "internal", "intranet"];

    /// <summary>Whether the value of a parameter is a host alone.</summary>
    public static bool IsHost(CmdletParameter parameter, string type) =>
        type is "Hostname" or "Fqdn" || parameter.Name.EndsWith("Hostname", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is written as a name or an address: what is not is never proposed.</summary>
    public static bool IsWellFormed(string host) =>
        host.Length > 0 && (host[0] == '[' || AddressRange.TryParse(host, out _) || NameSyntax.TryNormalise(host, "Host", out _, out _));

    /// <summary>Checks the value of a parameter that takes a host.</summary>
    public static void CheckValue(FindingSink sink, CommandBinding binding, CmdletParameter parameter, ScriptValue value)
    {
        if (value.Single is not { Kind: ScriptValueKind.Text, Text.Length: > 0 } item)
        {
            return;
        }

        ValueProblems problems = new(sink, parameter.Name, item);
        ServiceParameter? service = ServiceParameter.Find(sink.Target.Catalog.Services, binding.Cmdlet.Name, parameter.Name);
        string host = item.Text;
        if (host.IndexOf('/') >= 0)
        {
            host = ScriptUrl.Read(host).Host;
            problems.Error(
                ScriptFindingCodes.UrlWhereHostBelongs, $"-{parameter.Name} takes a host, and {VisibleText.Short(item.Text)} is a URL.",
                !IsWellFormed(host) ? "Write the host alone." : $"Write {VisibleText.Short(host)} alone.");
        }

        if (service is not null && host.Length > 0)
        {
            host = Check(sink, problems, parameter, host, service);
        }

        problems.Report(IsWellFormed(host) ? host : null);
    }

    /// <summary>Checks a host, and gives the one that is meant where that is known.</summary>
    public static string Check(FindingSink sink, ValueProblems problems, CmdletParameter parameter, string host, ServiceParameter? service)
    {
        int dot = host.LastIndexOf('.');
        string label = host.Substring(dot + 1);
        if (dot < 0 && service is not null && host[0] != '[')
        {
            problems.Warning(
                ScriptFindingCodes.HostOfOneLabel,
                $"The host {VisibleText.Short(host)} of -{parameter.Name} has one label: no public authority issues a certificate "
                + "for it, and no client outside finds it.",
                "Write the full name of the host.");
        }
        else if (dot > 0
            && !TopLevelDomains.IsDelegated(label)
            && !InsideLabels.Contains(label, StringComparer.OrdinalIgnoreCase)
            && NearMiss.Find(label, InsideLabels) is { } near)
        {
            host = host.Substring(0, dot + 1) + near;
            problems.Warning(
                ScriptFindingCodes.HostLooksMistyped,
                $"No domain ends in .{VisibleText.Short(label)}; .{near} looks like what was meant.",
                $"Write {VisibleText.Short(host)}, if that is the name.");
        }

        if (service is null || sink.Plan?.Find(parameter, host, service) is not { } unplanned)
        {
            return host;
        }

        problems.Warning(ScriptFindingCodes.HostNotPlanned, unplanned.Message, unplanned.Remedy);
        return unplanned.Meant ?? host;
    }
}
