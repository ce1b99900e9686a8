using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>What the versions of the plan lack or leave open (1E).</summary>
internal static class VersionRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft)
    {
        if (draft.Groups.FirstOrDefault(g => g.Version is { IsProductOnly: true, Product: ExchangeProduct.Exchange2013 }) is { } bare)
        {
            yield return Findings.Information(FindingCodes.BareProductVersion, bare.Describe(),
                "2013 without a level means Service Pack 1 (CU4) and later: MAPI over HTTP is planned.",
                "Say 2013RTM or 2013CU1 to CU3 for older servers.", "1E");
        }

        foreach (ServerGroup group in draft.Groups.GroupBy(g => g.Version).Select(g => g.First()))
        {
            if (Changing(group.Version, group.Describe(), ServiceCatalog.Default) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (IGrouping<ExchangeVersion, ServerGroup> version in draft.Groups.GroupBy(g => g.Version))
        {
            foreach (ClientService service in AssignmentPlanner.AllServices.Where(s => ServiceCatalog.Default.Find(s, version.Key) is null))
            {
                bool asked = version.Any(g => g.Site.Asks(service));
                string message =
                    $"Exchange {version.Key} cannot set {service}: no line is emitted for "
                        + $"{NameList.Describe([.. version.SelectMany(g => g.Servers)])}.";
                yield return asked
                    ? Findings.Warning(FindingCodes.ServiceNotInVersion, service.ToString(), message,
                        "Leave the service out of -ServiceHost for these servers.", "S13")
                    : Findings.Information(FindingCodes.ServiceNotInVersion, service.ToString(), message, string.Empty, "S13");
            }
        }
    }

    /// <summary>A bare product name stands for its first build: where a later update has other lines, the update must be named.</summary>
    internal static Finding? Changing(ExchangeVersion version, string subject, ServiceCatalog services) => !services.ChangesWithin(version)
        ? null
        : Findings.Warning(
            FindingCodes.BareProductVersion, subject,
            $"{version} without an update means its first build, and a later update takes other lines.",
            "Name the update of the servers in -ExchangeVersion, or pass their AdminDisplayVersion.", "1E");
}
