using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison;

/// <summary>
/// The switch of download domains beside the plan, and whether the host of each server goes with it: where the switch is on, a host that
/// is missing breaks downloads, and one that is a host of Outlook on the web takes the protection away (CVE-2021-1730).
/// </summary>
internal static class DownloadChecks
{
    public static IEnumerable<SettingComparison> Check(NamespacePlan plan, ExchangeState state) =>
        Switch(plan, state).Concat(state.Organization is { EnableDownloadDomains: { IsKnown: true, Value: true } } ? Hosts(state) : []);

    private static IEnumerable<SettingComparison> Switch(NamespacePlan plan, ExchangeState state)
    {
        if (DownloadDomains.AreWanted(plan))
        {
            yield return SettingComparison.OfSwitch(DownloadDomains.Switch, state.Organization?.EnableDownloadDomains ?? default);
        }
    }

    private static IEnumerable<SettingComparison> Hosts(ExchangeState state)
    {
        foreach (CapturedService owa in state.Services.Where(s => s.IsDefault && s.Service == ClientService.OWA))
        {
            string[] own = [
                .. new[] { owa.Internal.Value, owa.External.Value }.OfType<string>().Select(ExchangeUrl.HostOf).OfType<string>()];
            foreach (string name in DownloadDomains.HostParameters)
            {
                Captured<IReadOnlyList<string>> captured = owa.Setting(name);
                string host = captured.Value is [{ } text] ? ExchangeUrl.NormaliseHost(text) : string.Empty;
                if (captured.IsCaptured && (host.Length == 0 || own.Contains(host, StringComparer.OrdinalIgnoreCase)))
                {
                    yield return SettingComparison.Of(owa.Server, nameof(ClientService.OWA), name + " and the switch",
                        host.Length == 0 ? SettingVerdict.Missing : SettingVerdict.Differs, "a host of its own", captured.ToString(),
                        Findings.Warning(ComparisonFindingCodes.DownloadHostUnfit, owa.Server, host.Length == 0
                            ? $"EnableDownloadDomains is on, and {name} has no value: attachments of Outlook on the web cannot be opened."
                            : $"EnableDownloadDomains is on, and {name} is {VisibleText.Short(host)}, a host of Outlook on the web: "
                                + "attachments then open where people are signed in.",
                            "Plan with -DownloadHost and a host that no other service uses, and run the lines.", "S13"));
                }
            }
        }
    }
}
