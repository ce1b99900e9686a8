using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>What the plan of an inferred design would change although the state is right by the design: what a design cannot say.</summary>
internal static class PlanDifferences
{
    /// <summary>What a comparison says of the state alone, whatever the plan.</summary>
    private static readonly HashSet<string> OfState =
        new(StringComparer.Ordinal) { "Scheme", "InternalNLBBypassUrl", "UncoveredHosts", "InternalHost" };

    public static IEnumerable<Finding> Of(NamespacePlan plan, DesignDraft draft)
    {
        IEnumerable<SettingComparison> rows = PlanComparer.Compare(plan, draft.State)
            .Where(r => r.Verdict is SettingVerdict.Differs or SettingVerdict.Missing or SettingVerdict.Extra)
            .Where(r => !OfState.Contains(r.Setting) && !draft.IsTold(r.Server, r.Service));
        foreach (IGrouping<(string Service, string Setting), SettingComparison> same in rows.GroupBy(r => (r.Service, r.Setting)))
        {
            SettingComparison[] all = [.. same];
            yield return new Finding
            {
                Code = DesignFindingCodes.NotCarried,
                Severity = FindingSeverity.Warning,
                Subject = $"{same.Key.Service} {same.Key.Setting}",
                Message = $"A plan of the design differs from what was captured on {NameList.Describe([.. all.Select(r => r.Server)])}: "
                    + $"planned {VisibleText.Short(all[0].Planned)}, captured {VisibleText.Short(all[0].Current)}.",
                Remedy = "Compare-NamespacePlan shows each setting. Leave the service out of the lines to keep the captured value.",
                Rule = DesignFindingCodes.Rule,
                Servers = [.. all.Select(r => r.Server).Distinct(StringComparer.OrdinalIgnoreCase)],
                Values = [.. all.Select(r => $"{r.Server}: {r.Current}")],
            };
        }
    }
}
