using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>What old and new servers need beside each other.</summary>
internal static class CoexistenceRules
{
    private static readonly IReadOnlyList<(ExchangeProduct Old, ExchangeProduct New)> Excluded =
    [
        (ExchangeProduct.Exchange2007, ExchangeProduct.Exchange2016),
        (ExchangeProduct.Exchange2007, ExchangeProduct.Exchange2019),
        (ExchangeProduct.Exchange2007, ExchangeProduct.ExchangeSE),
        (ExchangeProduct.Exchange2010, ExchangeProduct.Exchange2019),
        (ExchangeProduct.Exchange2010, ExchangeProduct.ExchangeSE),
        (ExchangeProduct.Exchange2013, ExchangeProduct.ExchangeSE),
    ];

    public static IEnumerable<Finding> Check(PlanDraft draft)
    {
        foreach ((ExchangeProduct old, ExchangeProduct newer) in Excluded.Where(pair => draft.Has(pair.Old) && draft.Has(pair.New)))
        {
            yield return Findings.Warning(FindingCodes.CoexistenceUnsupported, Name(old),
                $"Exchange {Name(newer)} does not coexist with {Name(old)} in one organisation.",
                $"Remove {Name(old)} first, by way of a version that knows both.", "1E");
        }

        bool mixed = draft.Has(ExchangeProduct.Exchange2007) && draft.HasFrom(ExchangeProduct.Exchange2010);
        foreach (SiteDraft site in draft.Sites.Where(s => s.LegacyHost is null && SharesName(draft, s)))
        {
            yield return Findings.Warning(FindingCodes.LegacyHostMissing, site.ExternalHost.Value,
                "2007 and newer servers share one name: clients with a mailbox on 2007 are sent away from it and need a name to be "
                    + "sent to.",
                "Give -LegacyHost, for example legacy." + draft.Zones.ExternalZone.Value + ".", "S30");
        }

        foreach (Fqdn legacy in draft.Sites.Select(s => s.OwnLegacyHost).Concat([draft.Request.LegacyHost]).OfType<Fqdn>())
        {
            yield return Findings.Information(FindingCodes.LegacyHostTemporary, legacy.Value,
                mixed ? "The legacy name is needed only while mailboxes are left on 2007."
                    : "A legacy host is given, but the plan does not have 2007 beside newer servers; it is only on the certificate and "
                        + "in DNS.",
                "Take it out of DNS and the next certificate afterwards.", "S30");
        }
    }

    /// <summary>Whether 2007 servers of a site stand behind newer ones under its name.</summary>
    private static bool SharesName(PlanDraft draft, SiteDraft site) => draft.GroupsOf(site).Any(g => LegacyServers.IsLegacy(g.Version))
        && LegacyServers.HandOver(site, draft.Groups.Where(g => !LegacyServers.IsLegacy(g.Version)).Select(g => g.Site));

    private static string Name(ExchangeProduct product) => ExchangeVersionReader.ProductText(product);
}
