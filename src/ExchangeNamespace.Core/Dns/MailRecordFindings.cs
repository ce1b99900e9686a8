using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Dns;

/// <summary>What the records for inbound mail need beside them.</summary>
internal static class MailRecordFindings
{
    public static IEnumerable<Finding> Of(NamespacePlan plan, MailRecordOptions options)
    {
        string[] domains = [.. plan.SmtpDomains.Concat(plan.Mail?.ChildDomains ?? []).Distinct().Select(d => d.Value)];
        if (options.Policy is { } policy)
        {
            yield return PolicyFile(plan, policy, domains);
        }

        if (options.Policy is { Mode: MtaStsMode.Enforce })
        {
            yield return Findings.Warning(DnsFindingCodes.PolicyEnforced, NameList.Describe(domains),
                "Senders do not deliver where an exchanger shows a certificate that is self-signed, expired, of a private authority or "
                    + "without its name, and they keep the policy for max_age (RFC 8461 5).",
                "Publish -MtaStsMode Testing first, with -TlsReportAddress, and read the reports; then Enforce. Test-MailIdentity shows "
                    + "what each exchanger presents. The way back is -MtaStsMode None.", "S50");
        }

        if (options.Keys.Count > 0)
        {
            yield return Findings.Information(DnsFindingCodes.TlsaNeedsSignedZones, plan.MailHost!.Value,
                "TLSA records count only where the zones of the mail domains and of the mail host are signed with DNSSEC; a server of "
                    + "Windows holds them from 2016 on. At each renewal with another key the new record must stand beside the old one for "
                    + "two times to live before the certificate is enabled.",
                "Give -TlsaCertificate the current certificate and the next one, or its request; publish, wait, enable the certificate, "
                    + "check with Test-MailIdentity, and only then take the old record away.", "S49");
        }

        string[] elsewhere = [.. options.DmarcReports.Where(a => !plan.SmtpDomains.Any(d => IsWithin(a.Domain!, d)))
            .Select(a => a.Domain!.Value).Distinct()];
        if (elsewhere.Length > 0)
        {
            string[] records = [.. elsewhere.SelectMany(e => plan.SmtpDomains.Select(d => $"{d}._report._dmarc.{e} TXT \"v=DMARC1;\""))];
            yield return Findings.Information(DnsFindingCodes.ReportsElsewhere, NameList.Describe(elsewhere),
                "Reports of DMARC go to another domain, and receivers send them only where that domain says that it takes them.",
                $"See that these records exist there: {NameList.Describe(records)}.", "S47", records);
        }
    }

    private static Finding PolicyFile(NamespacePlan plan, MtaStsPolicy policy, string[] domains)
    {
        string[] hosts = [.. domains.Select(d => MtaStsPolicy.HostPrefix + d)];
        string[] missing = [.. hosts.Where(h =>
            !plan.Certificates.Any(c => CertificateNameMatcher.Covers([.. c.Names.Select(n => n.Name)], h)))];
        return Findings.Information(DnsFindingCodes.PolicyFile, NameList.Describe(hosts),
            $"A web server under each of these names must give the file {MtaStsPolicy.Path} over https as text/plain, without a redirect "
                + "(RFC 8461 3.3)." + (missing.Length == 0 ? string.Empty
                    : $" No certificate of the plan has {NameList.Describe(missing)}."),
            "Publish the file first (-AsPolicy writes it), and then the record." + (missing.Length == 0 ? string.Empty
                : " Add the names with Get-NamespacePlan -CertificateName, or serve the file elsewhere, with a certificate of a public "
                    + "authority there."), "S50", [.. policy.Lines]);
    }

    private static bool IsWithin(Fqdn name, Fqdn domain) => name.Equals(domain)
        || name.Value.EndsWith("." + domain.Value, System.StringComparison.Ordinal);
}
