using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>A line that sets more than URLs says what it overwrites; a wish that a version cannot express is told.</summary>
internal static class CompanionRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft) => Overwrites(draft).Concat(Unknown(draft));

    private static IEnumerable<Finding> Overwrites(PlanDraft draft) => draft.Groups
        .SelectMany(g => g.Services.Where(s => s.Companions.Count > 0).Select(s => (Key: s.Service + " on " + ExchangeVersionReader.ProductText(g.Version.Product), s.Companions)))
        .GroupBy(x => x.Key + ": " + string.Join(" ", x.Companions), StringComparer.Ordinal)
        .Select(same => Findings.Information(FindingCodes.CompanionOverwrites, same.First().Key,
            "The line also sets, and overwrites, " + string.Join(", ", same.First().Companions.Select(c => c.ToString())) + ".",
            "Choose other values with -Authentication or -SslOffloading.", "1E",
            [.. same.First().Companions.Select(c => c.Parameter)]));

    private static IEnumerable<Finding> Unknown(PlanDraft draft)
    {
        foreach (KeyValuePair<ClientService, IReadOnlyList<string>> wish in draft.Request.Authentication)
        {
            foreach (ExchangeVersion version in draft.Groups.Select(g => g.Version).Distinct())
            {
                if (ServiceCatalog.Find(wish.Key, version) is not { } dialect
                    || dialect.Companions.Any(c => c.Subject == CompanionSubject.Authentication && !c.IsBoolean))
                {
                    continue;
                }

                foreach (string method in wish.Value.Where(m => !dialect.MethodParameters.ContainsKey(m)))
                {
                    yield return Findings.Warning(FindingCodes.MethodNotInVersion, wish.Key + " on " + version,
                        $"{dialect.Cmdlet} of {version} has no parameter for the method {NameSyntax.Printable(method)}; nothing is emitted for it.",
                        "Known here: " + (dialect.MethodParameters.Count == 0 ? "none." : string.Join(", ", dialect.MethodParameters.Keys) + "."), "1E");
                }
            }
        }
    }
}
