using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Reduction;

/// <summary>The certificates of a plan after a budget of names and the rule of hybrid mail, with what follows from both.</summary>
internal static class CertificateChanges
{

    /// <summary>The certificates to request, in the order of the plan; one whose budget cannot be met is null and a fault.</summary>
    public static IReadOnlyList<PlannedCertificate?> Apply(NamespacePlan plan, CertificateRequestOptions options,
        ICollection<InputFault> faults, ICollection<Finding> findings)
    {
        List<PlannedCertificate?> certificates = [];
        CertificateReduction[] reductions = [
            .. HybridRule.Apply(plan, options, findings).Select(c => CertificateReduction.Of(plan, c, options))];
        string srvDomains = string.Join(", ", plan.AutodiscoverSrvDomains.Select(d => d.Value)
            .Concat(reductions.SelectMany(r => r.Leaving).Where(x => x.Way == NameWay.Srv)
            .Select(x => x.Name.Name.Substring(AutodiscoverLabels.HostPrefix.Length)))
            .Distinct(StringComparer.OrdinalIgnoreCase));
        foreach (CertificateReduction reduction in reductions)
        {
            if (reduction.Result is null)
            {
                faults.Add(new InputFault(FaultIds.CertificateNamesOverBudget, "MaximumNames", options.MaximumNames,
                    $"The certificate {reduction.Target} cannot do with {options.MaximumNames} name(s): with "
                        + $"{string.Join(", ", options.ReduceBy)} the least is {reduction.Least.ToString(CultureInfo.InvariantCulture)}. "
                        + "Allow more names, or more ways with -ReduceBy."
                    + (options.AreHybrid(plan) ? " In a hybrid organisation the autodiscover name of each mail domain stays on "
                    + "the certificate." : string.Empty)));
            }

            foreach (Finding finding in Findings(reduction, srvDomains))
            {
                findings.Add(finding);
            }

            certificates.Add(reduction.Result);
        }

        return certificates;
    }

    private static IEnumerable<Finding> Findings(CertificateReduction reduction, string srvDomains)
    {
        foreach (IGrouping<NameWay, string> way in reduction.Leaving.GroupBy(x => x.Way, x => x.Name.Name))
        {
            string[] names = [.. way];
            string subject = NameList.Describe(names);
            string target = reduction.Target;
            yield return way.Key switch
            {
                NameWay.Srv =>
                    Diagnostics.Findings.Warning(CertificateFindingCodes.ReplacedBySrv, subject,
                        "Left off the certificate for service records. " + NameCosts.Price(way.Key),
                    $"Plan again with -AutodiscoverSrvDomain {srvDomains}: only of that plan does Export-DnsScript write the service "
                        + $"records and leave the names out. Outside, make {ServiceNames(names)} with priority 0, weight 0, port 443 and "
                        + $"target {target}, and take the address records of {subject} away in every view: clients try them first.",
                    "S10", names),
                NameWay.HttpRedirect =>
                    Diagnostics.Findings.Warning(CertificateFindingCodes.ReplacedByRedirect, subject,
                        "Left off the certificate for an HTTP redirect. " + NameCosts.Price(way.Key),
                    $"Lead {subject} to an address where port 443 does not answer and port 80 redirects to "
                        + $"https://{target}/autodiscover/autodiscover.xml. Export-DnsScript leads the names there only with -Address @{{ "
                        + $"name = '<address>' }}.", "S10", names),
                NameWay.Wildcard =>
                    Diagnostics.Findings.Warning(CertificateFindingCodes.ReplacedByWildcard, subject,
                        "Covered by a wildcard instead. " + NameCosts.Price(way.Key),
                    "Set -X509CertificateName for POP and IMAP where they are used, and put the mail host on the certificate itself "
                        + "for 2007.", "S8", names),
                NameWay.InternalUrl =>
                    Diagnostics.Findings.Warning(CertificateFindingCodes.ReplacedByInternalUrl, subject,
                        "Server names were left off the certificate.",
                        "Plan without -ServerNameOnCertificate, so that internal URLs use a name of the certificate.", "S24", names),
                NameWay.Keep or NameWay.MailHost or NameWay.Cname =>
                    Diagnostics.Findings.Warning(
                        CertificateFindingCodes.ReplacedByExternalHost, subject,
                        "The mail host was left off the certificate. " + NameCosts.Price(way.Key),
                        $"Plan with -MailHost {target}.", "S50", names),
                _ => throw ClosedSet.Outside(way.Key),
            };
        }
    }

    private static string ServiceNames(IEnumerable<string> hosts) => NameList.Describe(
        [.. hosts.Select(h => AutodiscoverLabels.ServicePrefix + h.Substring(AutodiscoverLabels.HostPrefix.Length))]);
}
