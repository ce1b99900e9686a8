using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison;

/// <summary>
/// Captured external hosts that are the name of a server, bare or full, whichever server it is and whichever carries them: they tie every
/// client to one machine. Inside, the name of a server is what setup writes, and no fault (S7).
/// </summary>
internal static class ServerNamesOutside
{
    public static IEnumerable<SettingComparison> Check(NamespacePlan plan, ExchangeState state)
    {
        HashSet<string> servers = new(
            state.Servers.Select(s => s.Name).Concat(state.Services.Select(s => s.Server)).Concat(plan.Servers.Select(s => s.Name)),
            StringComparer.OrdinalIgnoreCase);
        HashSet<string> planned = new(
            plan.Servers.SelectMany(s => s.Services).Select(s => s.External.Value).OfType<string>().Select(HostText.Of),
            StringComparer.OrdinalIgnoreCase);
        return state.Services.Where(s => s.IsDefault && s.External is { IsKnown: true, Value.Length: > 0 })
            .Select(s => (s.Server, Host: Host(s)))
            .Where(s => s.Host is not null && servers.Contains(HostText.FirstLabel(s.Host)))
            .GroupBy(s => s.Host!, s => s.Server, StringComparer.OrdinalIgnoreCase)
            .Select(g => Row(g.Key, [.. g.Distinct(StringComparer.OrdinalIgnoreCase)], planned.Contains(g.Key)));
    }

    private static string? Host(CapturedService service) => service.Service == ClientService.OutlookAnywhere
        ? ExchangeUrl.NormaliseHost(service.External.Value!)
        : ExchangeUrl.HostOf(service.External.Value!);

    /// <summary>Where the plan itself has the name, the setting is as planned, and the warning stands beside it.</summary>
    private static SettingComparison Row(string host, string[] carriers, bool isPlanned)
    {
        Finding finding = Findings.Warning(ComparisonFindingCodes.ServerNameOutside, VisibleText.Short(host),
            $"{VisibleText.Short(host)} is the name of a server, and the external URLs of {NameList.Describe(carriers)} have it: every "
                + "client depends on that machine, and a move to another server is an outage for all of them.",
            "Plan a name for the service, for example mail, that DNS can lead to any server, and run the lines of "
                + "Export-VirtualDirectoryScript -CurrentState.", "S2", host);
        return SettingComparison.Of(SettingComparison.Organization, "ExternalHost", host,
            isPlanned ? SettingVerdict.Equal : SettingVerdict.Extra, isPlanned ? host : "a name for the service",
            NameList.Describe(carriers), finding);
    }
}
