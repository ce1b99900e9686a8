using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Comparison.Effects;

/// <summary>Compares a plan with another one: what a change of a design means, before it is made.</summary>
public static class PlanDifference
{
    /// <summary>Compares.</summary>
    /// <param name="plan">The plan that is wanted.</param>
    /// <param name="reference">The plan that is in force.</param>
    /// <returns>
    /// Servers and settings site by site in the order of the plan, then certificates, the organisation, zones, records and mail. Nothing
    /// where both set the same.
    /// </returns>
    public static IReadOnlyList<PlanChange> Of(NamespacePlan plan, NamespacePlan reference)
    {
        SettingChanges settings = new(plan, reference);
        Dictionary<string, int> places = plan.Servers.Concat(reference.Servers).Select(s => ShownText.Of(s.Site)).Distinct()
            .Select((site, place) => (site, place)).ToDictionary(s => s.site, s => s.place);
        return [
            .. settings.Servers().Concat(settings.Settings()).OrderBy(c => places[c.Site]),
            .. CertificateChanges.Of(plan, reference),
            .. settings.Organization(reference),
            .. NameChanges.Of(plan, reference),
        ];
    }
}
