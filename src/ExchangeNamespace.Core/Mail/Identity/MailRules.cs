using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>One verdict for each link of the chain: the exchangers, their servers, the senders, and what else a domain publishes.</summary>
internal static class MailRules
{
    public static IEnumerable<MailIdentityLink> Judge(MailObservation seen, DateTime now)
    {
        yield return Exchangers(seen);
        foreach (ExchangerObservation exchanger in seen.Exchangers.Where(
            e => !IsNull(e.Name) && (!e.IsImplicit || (!seen.Check.IsPlanned && e.Addresses?.Addresses.Count > 0))))
        {
            yield return ExchangerRules.Addresses(seen.Check, exchanger);
            foreach (MailIdentityLink link in exchanger.Servers.SelectMany(
                s => MailServerRules.Judge(seen.Check, exchanger.StandsFor(seen.Check), s, now)))
            {
                yield return link;
            }
        }

        foreach (MailIdentityLink link in seen.Senders.SelectMany(s => SenderRules.Judge(seen, s)).Concat(PublishedRecords.Judge(seen)))
        {
            yield return link;
        }

        if (PolicyRules.Judge(seen, now) is { } policy)
        {
            yield return policy;
        }

        foreach (MailIdentityLink link in TlsaRules.Judge(seen))
        {
            yield return link;
        }
    }

    /// <summary>The root as a target says that there is no mail (RFC 7505 3).</summary>
    private static bool IsNull(string exchanger) => exchanger.Trim('.').Length == 0;

    private static MailIdentityLink Exchangers(MailObservation seen)
    {
        MailCheck check = seen.Check;
        string domain = check.Domain.Value;
        string? expected = check.Exchangers.Count == 0 ? null : string.Join(", ", check.Exchangers);
        if (!seen.MailExchangers.IsConclusive)
        {
            return MailLinks.Of(check, MailLink.MailExchanger, domain, expected, null,
                [MailLinks.NotTold(domain, seen.MailExchangers.Status)], MailLinkStatus.Inconclusive);
        }

        IReadOnlyList<DnsAnswerRecord> records = seen.MailExchangers.Records;
        string found = string.Join(", ",
            seen.Exchangers.Where(e => !e.IsImplicit).Select(e => e.Preference.ToString(CultureInfo.InvariantCulture) + " " + e.Name));
        if (records.Count == 1 && IsNull(records[0].Value) && !check.IsPlanned)
        {
            return MailLinks.Of(check, MailLink.MailExchanger, domain, expected, found,
                [Findings.Information(MailIdentityFindingCodes.NullExchanger, domain, "The domain accepts no mail (RFC 7505).",
                    string.Empty, "S42")], MailLinkStatus.Information);
        }

        List<Finding> findings = [];
        if (records.Any(r => IsNull(r.Value)))
        {
            findings.Add(Findings.Error(MailIdentityFindingCodes.NullExchanger, domain,
                check.IsPlanned ? "The domain says that it accepts no mail (RFC 7505), and the plan says that it does."
                    : "A record that says that the domain accepts no mail stands beside others (RFC 7505 3).",
                "Take the record with the target . away.", "S42"));
        }
        else if (records.Count == 0)
        {
            findings.Add(NoExchanger(seen, domain));
        }
        else if (check.IsPlanned)
        {
            findings.AddRange(AsPlanned(seen, domain));
        }

        if (seen.LeftOut > 0)
        {
            findings.Add(Findings.Warning(MailIdentityFindingCodes.ManyExchangers, domain,
                $"The domain has {seen.Exchangers.Count + seen.LeftOut} exchangers, and {seen.Exchangers.Count} of them are looked at.",
                "Keep only those that receive mail.", "S42"));
        }

        return MailLinks.Of(check, MailLink.MailExchanger, domain, expected, found.Length == 0 ? null : found, findings);
    }

    private static Finding NoExchanger(MailObservation seen, string domain) =>
        !seen.Check.IsPlanned && seen.Exchangers.Any(e => e.IsImplicit && e.Addresses?.Addresses.Count > 0)
            ? Findings.Warning(MailIdentityFindingCodes.NoExchanger, domain,
                "The domain has no MX record; senders deliver to the address of the domain itself (RFC 5321 5.1).",
                "Make an MX record that names the mail host.", "S42")
            : Findings.Error(MailIdentityFindingCodes.NoExchanger, domain,
                "The domain has no MX record: mail for it is not delivered to the mail host.",
                "Make an MX record that names the mail host.", "S42");

    private static IEnumerable<Finding> AsPlanned(MailObservation seen, string domain)
    {
        string[] found = [.. seen.Exchangers.Select(e => e.StandsFor(seen.Check))];
        string[] planned = [.. seen.Check.Exchangers.Select(e => e.Value)];
        string[] different = [.. planned.Except(found).Select(p => p + " is missing"),
            .. found.Except(planned).Select(f => VisibleText.Of(f) + " is not planned")];
        if (different.Length > 0)
        {
            yield return Findings.Error(MailIdentityFindingCodes.ExchangersNotPlanned, domain,
                $"The exchangers are not those of the plan: {NameList.Describe(different)}.",
                "Correct the MX records, or the plan.", "S42", different);
        }
    }
}
