using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison;

/// <summary>Compares a plan with a captured state: every setting of every server, then what no single setting shows.</summary>
public static class PlanComparer
{
    /// <summary>Compares.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="state">The captured state.</param>
    /// <returns>A row for each setting and check, server by server in the order of the plan, sites and the organisation last.</returns>
    public static IEnumerable<SettingComparison> Compare(NamespacePlan plan, ExchangeState state) =>
        Compare(plan, state, ServiceCatalog.Default);

    /// <summary>Compares in the dialects of the given rows.</summary>
    internal static IEnumerable<SettingComparison> Compare(NamespacePlan plan, ExchangeState state, ServiceCatalog services)
    {
        ServiceComparer comparer = new(state, services);
        ServerChecks checks = new(plan, state, services);
        foreach (PlannedServer server in plan.Servers)
        {
            foreach (ComparedService service in comparer.Compare(server))
            {
                foreach (ComparedSetting setting in service.Settings)
                {
                    yield return Row(server, service, setting);
                }
            }

            foreach (SettingComparison row in checks.Check(server))
            {
                yield return row;
            }
        }

        foreach (SettingComparison row in OrganizationChecks.Check(plan, state))
        {
            yield return row;
        }
    }

    /// <summary>Whether everything is known to be as planned.</summary>
    /// <param name="rows">The comparison.</param>
    /// <returns>False for any difference, and for anything that was not captured.</returns>
    public static bool IsAsPlanned(IEnumerable<SettingComparison> rows) =>
        rows.All(r => CheckAnswer.IsGood(r.Outcome));

    /// <summary>A value that is nearly the planned one was most likely a typing error for it; another scheme is what setup wrote.</summary>
    private static string NearMissNote(ComparedSetting setting)
    {
        const int Shortest = 8;
        return setting is { Verdict: SettingVerdict.Differs, Planned: [{ Length: >= Shortest } planned], Current.Value: [{ } current] }
            && ExchangeUrl.IsHttps(planned) == ExchangeUrl.IsHttps(current) && EditDistance.IsOne(planned, current)
            ? "one typing error away" : string.Empty;
    }

    private static SettingComparison Row(PlannedServer server, ComparedService service, ComparedSetting setting)
    {
        string? host = setting.Current.Value is [{ Length: > 0 } value] && (setting.IsInternal || setting.IsExternal)
            ? ExchangeUrl.HostOf(value) ?? ExchangeUrl.NormaliseHost(value)
            : null;
        bool isServerName = setting.Verdict is SettingVerdict.Differs or SettingVerdict.Extra
            && host?.Split('.')[0].Equals(server.Name, StringComparison.OrdinalIgnoreCase) == true;
        string note = isServerName ? "still the name of the server" : NearMissNote(setting);
        return new SettingComparison
        {
            Server = server.Name,
            Service = service.Assignment.Service == ClientService.Autodiscover ? "SCP" : service.Assignment.Service.ToString(),
            Setting = setting.Parameter,
            Verdict = setting.Verdict,
            Planned = setting.Planned is null ? Captured.Null<string>().ToString() : string.Join(", ", setting.Planned),
            Current = service.IsMissing ? "(no such object)" : setting.Current.ToString(),
            Note = note,
            Hint = note,
            Finding = isServerName
                ? Findings.Information(ComparisonFindingCodes.ServerNameLeft, server.Name,
                    $"{service.Assignment.Service} {setting.Parameter} still carries the name of the server.",
                    "Run the line of Export-VirtualDirectoryScript -CurrentState.", "S7")
                : null,
        };
    }
}
