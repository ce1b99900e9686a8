using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>All rules, in the order in which findings of one severity are shown.</summary>
internal static class PlanRules
{
    private static readonly IReadOnlyList<Func<PlanDraft, IEnumerable<Finding>>> All =
    [
        DnsRules.Check,
        ExternalNameRules.Check,
        VersionRules.Check,
        SiteRules.Check,
        CoexistenceRules.Check,
        ServiceRules.Check,
        AdditionalParameterRules.Check,
        CoverageRules.Check,
        CertificateAuthorityRules.Check,
        ReverseProxyRules.Check,
        ExtendedProtectionRules.Check,
        OutlookProviderRule.Check,
        MailRules.Check,
        AdviceRules.Check,
    ];

    public static IReadOnlyList<Finding> Judge(PlanDraft draft) => FindingOrder.Of(All.SelectMany(rule => rule(draft)));
}
