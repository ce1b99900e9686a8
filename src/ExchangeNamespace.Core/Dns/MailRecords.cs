using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Dns;

/// <summary>One record for inbound mail.</summary>
/// <param name="Prefix">What stands before the owner, with its final dot.</param>
/// <param name="Owner">The mail domain or mail host.</param>
/// <param name="Type">The type.</param>
/// <param name="Value">Its text; null for an address that others state.</param>
/// <param name="Reason">Why it is needed.</param>
internal sealed record MailRecord(string Prefix, Fqdn Owner, DnsRecordType Type, string? Value, string Reason);

/// <summary>The records that tell senders how to deliver, and receivers what to do with mail in the name of the domain.</summary>
internal static class MailRecords
{
    private const string TlsaPrefix = "_25._tcp.";

    public static IEnumerable<MailRecord> Of(NamespacePlan plan, MailRecordOptions options)
    {
        Fqdn[] domains = [.. plan.SmtpDomains.Concat(plan.Mail?.ChildDomains ?? []).Distinct()];
        foreach (Fqdn domain in domains)
        {
            if (options.Policy is { } policy)
            {
                yield return new MailRecord(MtaStsPolicy.RecordPrefix, domain, DnsRecordType.TXT, policy.Record,
                    "Announces the MTA-STS policy (RFC 8461 3.1). Its id follows from the file: write the record anew with each change.");
                yield return new MailRecord(MtaStsPolicy.HostPrefix, domain, DnsRecordType.Address, null,
                    "The web server that publishes the file of the policy.");
            }

            if (options.TlsReports.Count > 0)
            {
                yield return new MailRecord("_smtp._tls.", domain, DnsRecordType.TXT, "v=TLSRPTv1; rua=" + Join(options.TlsReports) + ";",
                    "Where senders report about TLS each day (RFC 8460 3). One such record for each domain.");
            }

            if (options.Dmarc is { } dmarc && plan.SmtpDomains.Contains(domain))
            {
                yield return new MailRecord("_dmarc.", domain, DnsRecordType.TXT, "v=DMARC1; p=" + Word(dmarc)
                    + (options.DmarcReports.Count > 0 ? "; rua=" + Join(options.DmarcReports) : string.Empty),
                    "What receivers do with mail that neither SPF nor DKIM proves (DMARC). One such record for each domain.");
            }
        }

        foreach (TlsaData key in options.Keys)
        {
            yield return new MailRecord(TlsaPrefix, plan.MailHost!, DnsRecordType.TLSA, key.Text, key.Usage == TlsaUsage.Authority
                ? "The key of an authority whose certificates the mail host shows (DANE, RFC 7672)."
                : "The key of a certificate that the mail host shows, now or after the next renewal (DANE, RFC 7672).");
        }
    }

    private static string Join(IEnumerable<ReportAddress> addresses) => string.Join(",", addresses.Select(a => a.Text));

    private static string Word(DmarcPolicy policy) => policy switch
    {
        DmarcPolicy.None => "none",
        DmarcPolicy.Quarantine => "quarantine",
        DmarcPolicy.Reject => "reject",
        _ => throw ClosedSet.Outside(policy),
    };
}
