using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Certificates.Reduction;

/// <summary>
/// Hybrid mail names its certificate by issuer and subject on the connectors of the whole organisation, so every transport server needs one
/// with the same issuer and subject, of a public authority.
/// </summary>
internal static class HybridRule
{
    private const string Rule = "S49";

    public static IReadOnlyList<PlannedCertificate> Apply(NamespacePlan plan, CertificateRequestOptions options,
        ICollection<Finding> findings)
    {
        if (!options.AreHybrid(plan))
        {
            return plan.Certificates;
        }

        List<PlannedCertificate> servers = [.. plan.Certificates.Where(c => c.Sites.Count > 0)];
        if (servers.Any(c => c.Issuer != CertificateAuthority.Public))
        {
            findings.Add(
                Findings.Warning(CertificateFindingCodes.HybridNeedsPublic,
                    NameList.Describe([.. servers.SelectMany(c => c.InstallOn).Distinct(StringComparer.OrdinalIgnoreCase)]),
                "Hybrid mail needs a certificate of a public authority on every transport server; the plan has another one there.",
                "Plan with -CertificateAuthority Public, and with a reverse proxy strategy that puts the public certificate on the "
                    + "servers too.", Rule));
        }

        if (plan.AutodiscoverSrvDomains.Count > 0)
        {
            string[] domains = [.. plan.AutodiscoverSrvDomains.Select(d => d.Value)];
            findings.Add(Findings.Warning(CertificateFindingCodes.HybridWithServiceRecord, NameList.Describe(domains),
                "Autodiscover of these mail domains is found by a service record, which Exchange Online and the Hybrid Configuration "
                    + "Wizard do not read.",
                $"Plan without -AutodiscoverSrvDomain for the hybrid domains, so that {AutodiscoverLabels.HostPrefix}<domain> is in DNS "
                    + "and on the certificate.", "S10", domains));
        }

        string common = servers.Select(c => c.CommonName).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1
            && servers[0].CommonName is { } shared ? shared : (plan.MailHost ?? plan.ExternalHost).Value;
        if (servers.Count > 1)
        {
            findings.Add(Findings.Information(CertificateFindingCodes.HybridCommonName, common,
                $"The {servers.Count} certificates of servers all have the common name {common}, so that issuer and subject are the same "
                    + "on every transport server.",
                "Request all of them with the same subject from the same authority and product.", Rule));
        }

        return [.. plan.Certificates.Select(
            c => c.Sites.Count == 0 || string.Equals(c.CommonName, common, StringComparison.OrdinalIgnoreCase) ? c
                : WithCommonName(c, common))];
    }

    private static PlannedCertificate WithCommonName(PlannedCertificate certificate, string common)
    {
        bool has = certificate.Names.Any(n => string.Equals(n.Name, common, StringComparison.OrdinalIgnoreCase));
        return CertificateReduction.Copy(
            certificate,
            has ? certificate.Names
                : [.. certificate.Names,
                    new CertificateName { Name = common, Reason = "Hybrid mail needs the same subject on every transport server.",
                        Rule = Rule }],
            common);
    }
}
