using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>What follows from having sites (S4, S5, S29, S30).</summary>
internal static class SiteRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft) => Empty(draft).Concat(Cleared(draft)).Concat(Scopes(draft)).Concat(SharedHosts(draft));

    private static IEnumerable<Finding> Empty(PlanDraft draft) => draft.Sites
        .Where(s => s.Servers.Count == 0)
        .Select(s => Findings.Warning(FindingCodes.SiteWithoutServers, s.Name, $"No server of the plan is in site {s.Name}.", "Check the site names of the servers.", "S5"));

    private static IEnumerable<Finding> Cleared(PlanDraft draft)
    {
        foreach (ServerGroup group in draft.Groups)
        {
            string services = string.Join(", ", group.Services.Where(s => s.External.Action == SettingAction.Clear).Select(s => s.Service));
            if (services.Length > 0)
            {
                yield return Findings.Warning(FindingCodes.ExternalUrlCleared, group.Describe(),
                    $"Not Internet-facing: the external value of {services} is cleared.",
                    "Leave out InternetFacing = $false where clients outside do reach the server.", "S29");
            }
        }
    }

    private static IEnumerable<Finding> Scopes(PlanDraft draft)
    {
        List<SiteDraft> sites = [.. draft.Sites.Where(s => s.Servers.Count > 0)];
        bool differ = sites.Select(s => s.ServiceConnectionPointHost).OfType<Fqdn>().Distinct().Count() > 1;
        if (differ && sites.Any(s => s.SiteScope is null))
        {
            yield return Findings.Warning(FindingCodes.SiteScopeMissing, NameList.Describe([.. sites.Where(s => s.SiteScope is null).Select(s => s.Label)]),
                "The service connection points differ by site, but without a site scope a client takes any of them.",
                "Give SiteScope in -Site, including client sites that have no server of their own.", "S5");
        }
    }

    private static IEnumerable<Finding> SharedHosts(PlanDraft draft)
    {
        if (draft.KeepInternal || !(draft.Has(ExchangeProduct.Exchange2007) || draft.Has(ExchangeProduct.Exchange2010)))
        {
            yield break;
        }

        List<SiteDraft> sites = [.. draft.Sites.Where(s => s.Servers.Count > 0)];
        ILookup<Fqdn, SiteDraft> byHost = sites.ToLookup(s => s.InternalHost);
        foreach (SiteDraft site in sites.Where(s => !s.InternetFacing && byHost[s.InternalHost].Skip(1).Any()))
        {
            yield return Findings.Warning(FindingCodes.InternalHostShared, site.Label,
                $"{site.InternalHost} is the internal host of another site too: 2007 and 2010 proxy to a site by its InternalUrl, and this one leads elsewhere.",
                "Give the site an InternalHost of its own.", "S30");
        }
    }
}
