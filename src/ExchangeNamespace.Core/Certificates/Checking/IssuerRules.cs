using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.StartTls;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>
/// Who stands behind it, and what public authorities may issue by date (CA/Browser Forum Baseline Requirements 2.2.6; S16, S36).
/// </summary>
internal static class IssuerRules
{
    private const string Requirements = "S36";

    public static IEnumerable<Finding> Check(CertificateCheck check) =>
        SelfSignedOne(check).Concat(Ambiguous(check)).Concat(check.Authority switch
    {
        CertificateAuthority.Public => PublicOne(check, Findings.Warning),
        null => PublicOne(check, Findings.Information),
        CertificateAuthority.Internal or CertificateAuthority.SelfSigned => [],
        _ => throw ClosedSet.Outside(check.Authority.Value),
    });

    private static IEnumerable<Finding> SelfSignedOne(CertificateCheck check)
    {
        if (!check.Certificate.IsSelfSigned)
        {
            yield break;
        }

        const string Remedy = "Use a certificate of a trusted authority.";
        if (OverHttps(check) is { } url
            && OabSchemeRule.Judge(https: true, CertificateAuthority.SelfSigned, requireSsl: true) == OabVerdict.SelfSignedOverHttps)
        {
            yield return Findings.Error(SelfSigned, check.Subject,
                $"It is self-signed, and the address book is on {url}: Outlook downloads it with BITS, which refuses that certificate.",
                Remedy, "S16");
        }
        else
        {
            yield return Findings.Warning(SelfSigned, check.Subject,
                check.Needs.Authority is { } wanted and not CertificateAuthority.SelfSigned
                    ? "It is self-signed, and the plan wants one of "
                        + $"{(wanted == CertificateAuthority.Public ? "a public" : "the internal")} authority. Clients do not trust it, "
                        + "and an address book on https is not downloaded."
                    : "It is self-signed: clients do not trust it, and an address book on https is not downloaded.",
                Remedy, "S16");
        }
    }

    /// <summary>A connector chooses its certificate by issuer and subject, and two that have both alike cannot be told apart.</summary>
    private static IEnumerable<Finding> Ambiguous(CertificateCheck check)
    {
        CertificateFacts own = check.Certificate;
        if (own.IsRequest
            || check.Others.FirstOrDefault(
                o => !o.IsRequest && o.Thumbprint != own.Thumbprint && DistinguishedName.AreEqual(o.Issuer, own.Issuer)
                    && DistinguishedName.AreEqual(o.Subject, own.Subject)) is not { } other)
        {
            yield break;
        }

        yield return Findings.Warning(SameIssuerAndSubject, check.Subject,
            $"{other.Thumbprint} has the same issuer and subject: a connector that is bound by TlsCertificateName takes the newer of them.",
            "Renew on all servers, look at the thumbprint in use after each step, and remove the old one at the end.", "S49",
            own.Thumbprint, other.Thumbprint);
    }

    private static IEnumerable<Finding> PublicOne(CertificateCheck check,
        Func<string, string, string, string, string, string[], Finding> say)
    {
        string If = check.Authority is null ? "If a public authority is to issue it: " : string.Empty;
        (string it, string the) = check.Authority is null ? ("it", "the") : ("It", "The");
        CertificateFacts certificate = check.Certificate;
        DateTime day = certificate.NotBefore ?? check.Now;
        if (certificate.NotBefore is { } from && certificate.NotAfter is { } to && CertificateCalendar.LifetimeOn(from) is { } most
            && Days(from, to) > most)
        {
            yield return say(LifetimeTooLong, check.Subject,
                $"{If}{it} lives {Number(Days(from, to))} days; from {DayText.Of(from)} no more than {Number(most)} were allowed, and "
                    + "clients refuse it.",
                $"Ask for {Number(most - 1)} days.", Requirements, []);
        }

        foreach (string name in certificate.DnsNames.Where(
            n => CertificateNameSyntax.TryNormalise(n, "name", out _, out _) && TopLevelDomains.IsInternal(n)
                && day >= CertificateCalendar.InternalNamesEnd))
        {
            yield return say(InternalName, name,
                $"{If}{name} is an internal name, and no public authority has issued one since "
                    + $"{DayText.Of(CertificateCalendar.InternalNamesEnd)}.",
                "Plan split or pinpoint DNS, or use an internal authority.", Requirements, []);
        }

        foreach (string address in certificate.IPAddresses.Where(a => AddressSyntax.TryNormalise(a, out _) && AddressScope.IsReserved(a)))
        {
            yield return say(ReservedAddress, address,
                $"{If}{address} is a private or reserved address, and no public authority may issue it.",
                "Use a host name, or an internal authority.", Requirements, []);
        }

        foreach (string name in certificate.CommonNames
            .Where(n => certificate.AlternativeNames.Any(a => string.Equals(a.Value, n, StringComparison.OrdinalIgnoreCase))
            && !certificate.AlternativeNames.Any(a => string.Equals(a.Value, n, StringComparison.Ordinal))))
        {
            yield return say(CommonNameCase, name,
                $"{If}{the} common name {name} must be one of the alternative names letter for letter, and it differs in case.",
                "Write both alike in the next request; clients accept it as it is.", Requirements, []);
        }

        foreach (string name in certificate.CommonNames.Where(
            n => certificate.AlternativeNames.Count > 0
                && !certificate.AlternativeNames.Any(a => string.Equals(a.Value, n, StringComparison.OrdinalIgnoreCase))))
        {
            yield return say(CommonNameNotAlternative, name, $"{If}{the} common name {name} must be one of the alternative names.",
                "Add it to the names of the request.", Requirements, []);
        }
    }

    private static string? OverHttps(CertificateCheck check) => check.Needs.Servers
        .SelectMany(s => s.Services)
        .Where(a => a.Service == ClientService.OAB)
        .SelectMany(a => new[] { a.Internal.Value, a.External.Value })
        .OfType<string>()
        .FirstOrDefault(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    /// <summary>A day has 86,400 seconds, the last moment counts, and a second more is another day (6.3.2).</summary>
    private static int Days(DateTime from, DateTime to) => (int)Math.Ceiling(((to - from).TotalSeconds + 1) / 86_400);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
