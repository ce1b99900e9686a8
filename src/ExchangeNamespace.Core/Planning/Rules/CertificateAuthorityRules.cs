using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>
/// What a public authority issues on the day of the plan (CA/Browser Forum Baseline Requirements 2.2.6), and the limits of a certificate.
/// </summary>
internal static class CertificateAuthorityRules
{
    /// <summary>A product limit of many authorities, not a standard.</summary>
    private const int UsualNameLimit = 100;

    private const string Requirements = "S36";

    public static IEnumerable<Finding> Check(PlanDraft draft)
    {
        DateTime day = draft.Request.AsOf;
        foreach (PlannedCertificate certificate in draft.Certificates)
        {
            IEnumerable<Finding> findings = Limits(certificate).Concat(Wildcards(certificate));
            if (certificate.Issuer == CertificateAuthority.Public)
            {
                findings = findings.Concat(InternalNames(draft, certificate, day)).Concat(ServerNames(draft, certificate));
            }

            foreach (Finding finding in findings)
            {
                yield return finding;
            }
        }

        if (draft.Certificates.Any(c => c.Issuer == CertificateAuthority.Public) && CertificateCalendar.LifetimeOn(day) is { } days)
        {
            string next = CertificateCalendar.NextAfter(day) is { } change
                ? $" From {DayText.Of(change.From)} it is {Number(change.Days)} days."
                : string.Empty;
            yield return Findings.Information(FindingCodes.PublicCertificateLifetime, "public certificate",
                $"On {DayText.Of(day)} a public certificate lives at most {Number(days)} days.{next}",
                $"Ask for {Number(days - 1)} days, and plan the renewal as a routine.", Requirements);
        }
    }

    private static IEnumerable<Finding> Limits(PlannedCertificate certificate)
    {
        if (certificate.Names.FirstOrDefault() is { } first && first.Name.Length > PlannedCertificate.MaximumCommonName)
        {
            yield return certificate.CommonName is { } shorter
                ? Findings.Warning(FindingCodes.CommonNameTooLong, first.Name,
                    $"The name has {Number(first.Name.Length)} characters; a common name has at most 64. {shorter} is the common name "
                        + "instead.",
                    "Outlook may need the principal name of the common name (Set-OutlookProvider).", Requirements)
                : Findings.Error(FindingCodes.CommonNameTooLong, first.Name,
                    "No name of the certificate fits into a common name (64 characters), which New-ExchangeCertificate needs.",
                    "Add a short name with -CertificateName.", Requirements);
        }

        if (certificate.Names.Count > UsualNameLimit)
        {
            yield return Findings.Warning(FindingCodes.ManyCertificateNames, certificate.LeadingName,
                $"The certificate has {Number(certificate.Names.Count)} names; many authorities sell at most {Number(UsualNameLimit)}.",
                "Ask the authority, or let mail domains share a name through SRV records or an HTTP redirect.", "S35");
        }
    }

    private static IEnumerable<Finding> InternalNames(PlanDraft draft, PlannedCertificate certificate, DateTime day)
    {
        foreach (string name in certificate.Names.Select(n => n.Name).Where(TopLevelDomains.IsInternal))
        {
            yield return day < CertificateCalendar.InternalNamesEnd
                ? Findings.Information(FindingCodes.InternalNameOnPublicCertificate, name,
                    $"From {DayText.Of(CertificateCalendar.InternalNamesEnd)} no public authority issues an internal name.",
                    "Plan split or pinpoint DNS before that day.", Requirements)
                : Findings.Warning(FindingCodes.InternalNameOnPublicCertificate, name,
                    $"{name} is an internal name: no public authority has issued it since "
                        + $"{DayText.Of(CertificateCalendar.InternalNamesEnd)}.",
                    draft.Zones.Model == DnsModel.Separate
                        ? "Use split or pinpoint DNS (-DnsModel), or an internal authority (-CertificateAuthority Internal)."
                        : "Give a host of a public domain instead, or use an internal authority (-CertificateAuthority Internal).",
                    Requirements);
        }
    }

    private static IEnumerable<Finding> Wildcards(PlannedCertificate certificate) => certificate.Names
        .Select(n => n.Name)
        .Where(n => n[0] == '*' && PublicSuffixes.Contains(n.Substring(2)))
        .Select(n => Findings.Error(FindingCodes.WildcardTooBroad, n,
            $"{n} would cover every organisation below {n.Substring(2)}: registries register domains there, so no authority issues it.",
            "Put the wildcard directly below a domain of your own, for example *.contoso.com.", Requirements));

    private static IEnumerable<Finding> ServerNames(PlanDraft draft, PlannedCertificate certificate)
    {
        if (draft.ServerNames != ServerNameChoice.None && certificate.Sites.Count > 0)
        {
            yield return Findings.Warning(FindingCodes.ServerNameVisible,
                NameList.Describe([.. certificate.InstallOn.Where(m => m != PlannedCertificate.ReverseProxyMachine)]),
                "The server names on the certificate are visible to everyone.",
                "This is advice only; -ServerNameOnCertificate None keeps them out.", "S24");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
