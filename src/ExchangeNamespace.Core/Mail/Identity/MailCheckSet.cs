using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>The mail domains to check, each once for each name that its mail is sent under.</summary>
internal sealed class MailCheckSet
{
    private readonly Dictionary<(Fqdn Domain, Fqdn? Host), MailCheck> _checks = [];

    public IReadOnlyCollection<MailCheck> All => _checks.Values;

    /// <summary>Takes the mail domains of a plan.</summary>
    public void Add(NamespacePlan plan, ICollection<InputFault> faults)
    {
        MailCheck[] checks = [.. MailCheck.Of(plan)];
        foreach (MailCheck check in checks)
        {
            _checks[(check.Domain, null)] = check;
        }

        if (checks.Length == 0)
        {
            faults.Add(new InputFault(FaultIds.MailNotPlanned, "Plan", plan.ExternalHost.Value,
                "The plan has no mail host or no mail domain. Give Get-NamespacePlan -MailHost."));
        }
    }

    /// <summary>Takes mail domains that send alike; sending addresses of a domain that was given before are added to those.</summary>
    /// <param name="domains">The domains.</param>
    /// <param name="addresses">The addresses that they send from.</param>
    /// <param name="hostText">The name that they send under; null where it was not given.</param>
    /// <param name="refuse">The fault of a text that cannot be meant as a domain; null for none.</param>
    /// <param name="faults">Takes what was refused. A sender that was refused leaves out all domains.</param>
    public void Add(IEnumerable<string?> domains, IEnumerable<string?> addresses, string? hostText, Func<string?, InputFault?> refuse,
        ICollection<InputFault> faults)
    {
        int before = faults.Count;
        List<string> senders = ReadAddresses(addresses, faults);
        Fqdn? host = null;
        if (hostText is not null && !Fqdn.TryParse(hostText, "SendingHost", out host, out InputFault? wrong))
        {
            faults.Add(wrong);
        }

        if (faults.Count > before)
        {
            return;
        }

        foreach (string? text in domains)
        {
            if (refuse(text) is { } refused)
            {
                faults.Add(refused);
            }
            else if (Fqdn.TryParse(text, "Domain", out Fqdn? domain, out InputFault? fault))
            {
                IEnumerable<string> known = _checks.TryGetValue((domain, host), out MailCheck? check) ? check.SendingAddresses : [];
                _checks[(domain, host)] = new MailCheck
                {
                    Domain = domain,
                    SendingHost = host,
                    SendingAddresses = [.. known.Union(senders, StringComparer.Ordinal)],
                };
            }
            else
            {
                faults.Add(fault);
            }
        }
    }

    private static List<string> ReadAddresses(IEnumerable<string?> texts, ICollection<InputFault> faults)
    {
        List<string> addresses = [];
        foreach (string? text in texts)
        {
            if (AddressSyntax.TryNormalise(text ?? string.Empty, out string? address))
            {
                addresses.Add(address);
            }
            else
            {
                faults.Add(new InputFault(FaultIds.AddressInvalid, "SendingIPAddress", text, AddressSyntax.Refusal(text)));
            }
        }

        return addresses;
    }
}
