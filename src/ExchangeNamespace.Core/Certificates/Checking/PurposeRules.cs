using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>What a certificate is for, where clients do not see it.</summary>
internal static class PurposeRules
{
    private const string Rule = "S37";

    public static IEnumerable<Finding> Check(CertificateCheck check)
    {
        string? use = check.Purpose switch
        {
            CertificatePurpose.Mail => "Only SMTP uses it, so of the hosts those of mail alone are compared with it.",
            CertificatePurpose.ServerAuthentication =>
                "Exchange servers prove themselves to each other and to Exchange Online with it (OAuth). "
                + "Clients never see it, so it is self-signed, and no host is compared with it.",
            CertificatePurpose.WebManagement =>
                "The remote management of the web server uses it (WMSVC). Clients never see it, so no host is compared with it.",
            CertificatePurpose.Federation =>
                "The organisation shares calendars with others under it. Clients never see it, so no host is compared with it.",
            CertificatePurpose.BackEnd =>
                "Setup made it for the connection between the front end and the back end of the server. "
                + "Clients see another one, so no host is compared with it.",
            CertificatePurpose.Clients => null,
            _ => throw ClosedSet.Outside(check.Purpose),
        };
        if (use is not null)
        {
            yield return Findings.Information(OtherPurpose, check.Subject, use, "Leave it as it is, and renew it before its lifetime ends.",
                Rule);
        }
        else if (CapturedPurpose.IsNotInUse(check.Certificate))
        {
            yield return Findings.Information(NotInUse, check.Subject, "No service of Exchange uses it. It is judged as if clients saw it.",
                "Enable it for a service with Enable-ExchangeCertificate, or remove it when it is an old one.", Rule);
        }
    }
}
