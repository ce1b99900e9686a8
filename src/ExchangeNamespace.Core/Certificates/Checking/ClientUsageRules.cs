using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>
/// The usage of TLS clients on a certificate of SMTP: public authorities leave it out, and Exchange is the client where it sends mail. No
/// text of Microsoft says what Exchange does then, so nothing is an error.
/// </summary>
internal static class ClientUsageRules
{
    private const string Rule = "S49";

    private const string Places = "connectors with mutual TLS (Domain Security), partners that ask for a certificate of the sender, and an "
        + "inbound connector of Exchange Online that recognises this organisation by its certificate";

    public static IEnumerable<Finding> Check(CertificateCheck check)
    {
        CertificateFacts certificate = check.Certificate;
        if (certificate.IsSelfSigned || check.Authority is CertificateAuthority.Internal or CertificateAuthority.SelfSigned
            || !ServiceRules.Serves(check, CertificateService.SMTP))
        {
            yield break;
        }

        if (certificate.AllowsClientAuthentication == false)
        {
            yield return Diagnostics.Findings.Information(CertificateCheckFindingCodes.ClientUsage, check.Subject,
                "The extended key usage leaves TLS clients out. Exchange shows the certificate as a client where it sends mail: "
                    + $"{Places} may refuse it. Incoming connections are not affected.",
                "Try mail over these connectors. A partner that insists needs a certificate of a private authority on a send connector of "
                    + "its own.", Rule);
        }
        else if (certificate.AllowsClientAuthentication == true)
        {
            yield return Diagnostics.Findings.Information(CertificateCheckFindingCodes.ClientUsage, check.Subject,
                "The certificate may be used by TLS clients, and the next one may not: "
                    + $"{ClientUsageDates.Of(certificate).Says}. At risk are {Places}.",
                "Before the renewal, ask the partners whether they look at it.", Rule);
        }
    }
}
