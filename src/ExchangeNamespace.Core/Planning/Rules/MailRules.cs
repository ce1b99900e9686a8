using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>Whether the parts of the mail identity agree (S41, S43, S47).</summary>
internal static class MailRules
{
    public static IEnumerable<Finding> Check(PlanDraft draft)
    {
        if (draft.Mail is not { } mail)
        {
            yield break;
        }

        string host = mail.SendingHost.Value;
        if (mail.SendingAddresses.Count == 0)
        {
            yield return Findings.Information(FindingCodes.SendingAddressUnknown, host,
                "The addresses that mail is sent from are not stated, so no PTR and no SPF record can be made.",
                "Give -SendingIPAddress, or -MailIPAddress where mail is sent from the same.", "S43");
        }

        string[] known = [.. draft.DnsRecords
            .Where(r => r.View == DnsView.External && r.Type == DnsRecordType.Address && r.Name.Equals(mail.SendingHost))
            .Select(r => r.Value)
            .OfType<string>()];
        string[] unconfirmed = [.. mail.SendingAddresses.Except(known)];
        if (unconfirmed.Length > 0)
        {
            yield return known.Length == 0
                ? Findings.Information(FindingCodes.SendingAddressNotConfirmed, host,
                    $"The addresses of {host} are not stated, so it is unknown whether the name leads back to the addresses that mail is "
                        + "sent from. Many receivers refuse mail where it does not.",
                    "Give the addresses of the name: -MailIPAddress, or -ExternalIPAddress where it is an external host.", "S43",
                    unconfirmed)
                : Findings.Warning(FindingCodes.SendingAddressNotConfirmed, host,
                    "Mail is sent from addresses that are not addresses of the name: the PTR would lead to a name that does not lead back, "
                        + "and many receivers refuse that.",
                    "Send under a name of its own with -SendingHost, or correct -SendingIPAddress.", "S43", unconfirmed);
        }

        string[] inside = [.. mail.Addresses.Concat(mail.SendingAddresses).Where(AddressScope.IsPrivate).Distinct()];
        if (inside.Length > 0)
        {
            yield return Findings.Warning(FindingCodes.MailAddressPrivate, host,
                "No route on the Internet leads to these addresses; MX, PTR and SPF need public ones.",
                "Give the addresses that the Internet sees.", "S41", inside);
        }

        if (mail.HygieneHosts.Count > 0)
        {
            yield return Findings.Information(FindingCodes.HygieneServiceInFront, draft.Request.MailHost!.Value,
                $"Mail for the domains is delivered to {string.Join(", ", mail.HygieneHosts)}, whose addresses and PTR records belong to "
                    + "the service: PTR, banner and SPF of the plan apply to outbound mail.",
                mail.HygieneRanges.Count > 0 ? string.Empty
                    : "State the ranges that the service delivers from with -HygieneIPRange, so that the receive connector takes mail from "
                        + "the service only.", "S41");
        }
    }
}
