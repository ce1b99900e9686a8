using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>What a certificate on several machines and a reverse proxy ask for (S25 to S28).</summary>
internal static class ReverseProxyRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft)
    {
        foreach (PlannedCertificate certificate in draft.Certificates.Where(c => c.InstallOn.Count > 1))
        {
            string name = certificate.LeadingName;
            string machines = NameList.Describe(certificate.InstallOn);
            yield return Findings.Information(FindingCodes.PrivateKeyExport, name,
                $"The certificate is used on {machines}: its private key is exported from the machine of the request and imported on the "
                    + "others.",
                "Protect the exported file with a password and delete it afterwards.", "S25");
            if (certificate.Issuer == CertificateAuthority.Public)
            {
                yield return Findings.Information(FindingCodes.CertificateOnSeveralMachines, name,
                    $"Does the authority's licence allow the certificate on {machines}?", "Ask before buying.", "S28");
            }
        }

        if (draft.Request.ReverseProxy == ReverseProxyStrategy.SeparateCertificate)
        {
            yield return Findings.Information(FindingCodes.TrustInternalRoot, PlannedCertificate.ReverseProxyMachine,
                "The proxy must trust the root of the internal authority, or it does not connect to the servers.",
                "Import the root certificate on the proxy.", "S27");
        }
    }
}
