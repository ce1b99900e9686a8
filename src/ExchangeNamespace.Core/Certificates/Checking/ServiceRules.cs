using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>What single services want: POP, IMAP and Unified Messaging of a wildcard (S37), Outlook of the subject (U16).</summary>
internal static class ServiceRules
{
    private const string Prefix = "msstd:";
    private const string None = "none";

    public static IEnumerable<Finding> Check(CertificateCheck check) => Wildcards(check).Concat(PrincipalName(check));

    private static IEnumerable<Finding> Wildcards(CertificateCheck check)
    {
        CertificateFacts certificate = check.Certificate;
        bool isWildcard = certificate.CommonNames.Concat(certificate.DnsNames).Any(IsWildcard);
        if (isWildcard && (Serves(check, CertificateService.POP) || Serves(check, CertificateService.IMAP)))
        {
            string host = check.Needs.Hosts.Select(h => h.Name).FirstOrDefault() ?? "mail.contoso.com";
            yield return Findings.Warning(WildcardForPopImap, check.Subject,
                "POP and IMAP do not take a wildcard certificate by Enable-ExchangeCertificate.",
                "Tell them their host with the two lines.", "S37", Line("Set-PopSettings", "X509CertificateName", host),
                Line("Set-ImapSettings", "X509CertificateName", host));
        }

        if (certificate.CommonNames.Any(IsWildcard)
            && (Serves(check, CertificateService.UM) || Serves(check, CertificateService.UMCallRouter)))
        {
            yield return Findings.Error(WildcardForUnifiedMessaging, check.Subject,
                "Unified Messaging takes no wildcard as the common name; among the alternative names it does.",
                "Give it a certificate whose common name is the full name of the server.", "S37");
        }
    }

    private static IEnumerable<Finding> PrincipalName(CertificateCheck check)
    {
        if (check.Needs.Plan is not { } plan || check.Certificate.CommonNames.FirstOrDefault() is not { } subject)
        {
            yield break;
        }

        string[] hosts = [.. check.Needs.Servers
            .SelectMany(s => s.Services)
            .Where(a => a.Service == ClientService.OutlookAnywhere)
            .Select(a => a.External.Value)
            .OfType<string>()
            .Select(HostText.Of)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] expected = plan.OutlookProvider is { } setting ? [Bare(setting.CertPrincipalName)] : hosts;
        if (expected.Length == 0 || expected.Contains(None, StringComparer.OrdinalIgnoreCase)
            || expected.All(e => string.Equals(e, subject, StringComparison.OrdinalIgnoreCase)))
        {
            yield break;
        }

        yield return Findings.Warning(PrincipalNameDiffers, check.Subject,
            $"Outlook expects {Prefix}{expected.First(e => !string.Equals(e, subject, StringComparison.OrdinalIgnoreCase))}, and the "
                + $"common name is {subject}. Clients of the age of Windows XP refuse it; those from Vista SP1 look at the "
                + "alternative names.",
            "Set the principal name for the whole organisation with the line; the inside connections of 2013 and later use the "
                + "provider EXCH.",
            "S8", ProviderLine(plan, subject));
    }

    private static string ProviderLine(NamespacePlan plan, string subject) => new ExchangeCommand("Set-OutlookProvider",
        [
            new("Identity", CommandValue.Text(plan.OutlookProvider?.Provider ?? "EXPR", LiteralForm.Bare)),
            new("CertPrincipalName", CommandValue.Text(Prefix + subject, LiteralForm.DoubleQuoted)),
        ])
    {
        Phase = CommandPhase.Organization,
        Target = string.Empty,
        Version = plan.Servers.Select(s => s.Version).Max()!,
        Reason = "The subject of the certificate is not what Outlook expects.",
    }.ToString();

    private static string Line(string command, string parameter, string value) =>
        command + " -" + parameter + " " + PowerShellLiteral.Quote(value, LiteralForm.Bare);

    /// <summary>Whether the certificate is for a service.</summary>
    public static bool Serves(CertificateCheck check, CertificateService service) =>
        check.Services.Contains(service)
            || check.Certificate.Services?.Contains(service.ToString(), StringComparer.OrdinalIgnoreCase) == true;

    private static bool IsWildcard(string name) => name.Length > 0 && name[0] == '*';

    private static string Bare(string principal) =>
        principal.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? principal.Substring(Prefix.Length) : principal;
}
