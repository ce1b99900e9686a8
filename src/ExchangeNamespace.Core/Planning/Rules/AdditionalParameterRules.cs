using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>A line that sets more than URLs says what it overwrites; a wish that a version cannot express is told.</summary>
internal static class AdditionalParameterRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft) => Overwrites(draft).Concat(Unknown(draft));

    private static IEnumerable<Finding> Overwrites(PlanDraft draft) => draft.Groups
        .SelectMany(g =>
            g.Services.Where(s => s.AdditionalParameters.Count > 0)
                .Select(s => (Key: s.Service + " on " + ExchangeVersionReader.ProductText(g.Version.Product), s.AdditionalParameters)))
        .GroupBy(x => x.Key + ": " + string.Join(" ", x.AdditionalParameters), StringComparer.Ordinal)
        .Select(same => Findings.Information(FindingCodes.AdditionalParameterOverwrites, same.First().Key,
            "The line also sets, and overwrites, " + string.Join(", ", same.First().AdditionalParameters.Select(c => c.ToString())) + ".",
            "The documentation asks for them beside the URLs. Methods follow -Authentication, offloading follows -SslOffloading; leave the "
                + "service out with -Service where they must stay.", "1E",
            [.. same.First().AdditionalParameters.Select(c => c.Parameter)]));

    private static IEnumerable<Finding> Unknown(PlanDraft draft)
    {
        foreach (KeyValuePair<ClientService, IReadOnlyList<string>> wish in draft.Request.Authentication)
        {
            foreach (ExchangeVersion version in draft.Groups.Select(g => g.Version).Distinct())
            {
                if (ServiceCatalog.Default.Find(wish.Key, version) is not { } dialect)
                {
                    continue;
                }

                string[] known = [.. dialect.KnownMethods];
                foreach (string method in wish.Value.Where(m => !known.Contains(m, StringComparer.OrdinalIgnoreCase)))
                {
                    yield return Findings.Warning(FindingCodes.MethodNotInVersion, wish.Key + " on " + version,
                        $"{dialect.Cmdlet} of {version} does not know the method {VisibleText.Short(method)}; nothing is emitted for it.",
                        "Known here: " + (known.Length == 0 ? "none." : string.Join(", ", known) + "."), "1E");
                }
            }
        }
    }
}
