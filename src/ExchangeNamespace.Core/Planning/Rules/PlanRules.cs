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
        SiteResilienceRules.Check,
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
        HybridRules.Check,
    ];

    private static readonly HashSet<string> TrueOfEveryPlan = new(StringComparer.Ordinal)
    {
        FindingCodes.ServiceNotInVersion, FindingCodes.PublicCertificateLifetime, FindingCodes.OabNeedsTrustedCertificate,
        FindingCodes.PopImapCertificateName, FindingCodes.HybridServicePrincipalNames, FindingCodes.MapiHttpEnabled,
        FindingCodes.ApplicationPoolRecycle,
    };

    /// <summary>Whether a finding holds for every plan of the same versions: a plan keeps it among its notes.</summary>
    public static bool IsNote(Finding finding) =>
        finding.Severity == FindingSeverity.Information && TrueOfEveryPlan.Contains(finding.Code);

    public static IReadOnlyList<Finding> Judge(PlanDraft draft) => FindingOrder.Of(All.SelectMany(rule => rule(draft)));
}
