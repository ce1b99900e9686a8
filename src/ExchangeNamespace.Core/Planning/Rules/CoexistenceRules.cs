using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>What old and new servers need beside each other.</summary>
internal static class CoexistenceRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft)
    {
        foreach (VersionPair pair in VersionPairs.All.Where(p => draft.Has(p.Old) && draft.Has(p.New)))
        {
            foreach (Finding finding in Pair(draft, pair))
            {
                yield return finding;
            }
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

    private static IEnumerable<Finding> Pair(PlanDraft draft, VersionPair pair)
    {
        string old = Name(pair.Old);
        string newer = Name(pair.New);
        if (pair.Way is { } way)
        {
            yield return Unsupported(old, $"Exchange {newer} does not coexist with {old} in one organisation.",
                $"Remove {old} first. The supported way is {way}.");
            yield break;
        }

        if (pair.MinimumOld is { } least && With(draft, pair.Old, v => least.IsReached(v) == false) is { Length: > 0 } behind)
        {
            yield return Unsupported(old, $"Exchange {newer} is supported beside {least} and later. Older servers: {behind}.",
                $"Update these servers of {old} first.");
        }

        if (pair.MinimumNew is { } first && With(draft, pair.New, v => first.IsReached(v) == false) is { Length: > 0 } early)
        {
            yield return Unsupported(old, $"Only {first} and later are supported beside {old}. Older servers: {early}.",
                $"Install {first} or later.");
        }

        if (pair.RefusedFrom is { } refused && With(draft, pair.New, v => refused.IsReached(v) == true) is { Length: > 0 } late)
        {
            yield return Unsupported(old, $"Setup of {refused} and later refuses an organisation with {old}. Servers with it: {late}.",
                $"Remove {old} first. The supported way is {pair.RefusedWay}.");
        }
    }

    private static Finding Unsupported(string old, string message, string fix) =>
        Findings.Warning(FindingCodes.CoexistenceUnsupported, old, message, fix, "1E");

    /// <summary>The servers of a product whose version is such, in words; empty where there are none.</summary>
    private static string With(PlanDraft draft, ExchangeProduct product, Func<ExchangeVersion, bool> isSuch)
    {
        string[] servers = [.. draft.Groups.Where(g => g.Version.Product == product && isSuch(g.Version)).SelectMany(g => g.Servers)];
        return servers.Length == 0 ? string.Empty : NameList.Describe(servers);
    }

    /// <summary>Whether 2007 servers of a site stand behind newer ones under its name.</summary>
    private static bool SharesName(PlanDraft draft, SiteDraft site) => draft.GroupsOf(site).Any(g => LegacyServers.IsLegacy(g.Version))
        && LegacyServers.HandOver(site, draft.Groups.Where(g => !LegacyServers.IsLegacy(g.Version)).Select(g => g.Site));

    private static string Name(ExchangeProduct product) => ExchangeVersionReader.ProductText(product);
}
