using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Connectors;

/// <summary>
/// The <c>nslookup</c> line that proves each mail record (S53). Names end in a dot, or the search list of the machine is tried.
/// </summary>
internal static class RecordChecks
{
    public static IEnumerable<string> Of(NamespacePlan plan)
    {
        if (plan.MailHost is not { } host || plan.Mail is not { } mail)
        {
            yield break;
        }

        Fqdn[] domains = [.. plan.SmtpDomains.Concat(mail.ChildDomains).Distinct()];
        foreach (string line in domains.Select(d => Line("MX", d.Value))
            .Concat(new[] { host, mail.SendingHost }.Distinct().SelectMany(h => HostLines(plan, h)))
            .Concat(mail.SendingAddresses.Select(a => Line("PTR", ReverseName.Of(AddressSyntax.Read(a)))))
            .Concat(domains.Append(mail.SendingHost).Distinct().Select(d => Line("TXT", d.Value))))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> HostLines(NamespacePlan plan, Fqdn host)
    {
        string[] addresses = [
            .. plan.DnsRecords.Where(r => r.View == DnsView.External && r.Type == DnsRecordType.Address && r.Name.Equals(host))
                .Select(r => r.Value).OfType<string>()];
        if (addresses.Length == 0 || addresses.Any(a => a.IndexOf(':') < 0))
        {
            yield return Line("A", host.Value);
        }

        if (addresses.Any(a => a.IndexOf(':') >= 0))
        {
            yield return Line("AAAA", host.Value);
        }
    }

    private static string Line(string type, string name) => $"nslookup -type={type} {name}.";
}
