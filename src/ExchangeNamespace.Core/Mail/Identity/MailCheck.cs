using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>A domain to check, and what a plan or the caller says about it.</summary>
internal sealed class MailCheck
{
    public required Fqdn Domain { get; init; }

    /// <summary>Whether a plan stands behind it, so that differences are errors.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>The name that the organisation's own servers go by; null where it is not known, or where others receive.</summary>
    public Fqdn? ReceivingHost { get; init; }

    /// <summary>The exchangers of the plan; empty without one.</summary>
    public IReadOnlyList<Fqdn> Exchangers { get; init; } = [];

    /// <summary>The addresses of the receiving host; empty where they are not known.</summary>
    public IReadOnlyList<string> ReceivingAddresses { get; init; } = [];

    /// <summary>The name in EHLO of outbound mail; null where it is not known.</summary>
    public Fqdn? SendingHost { get; init; }

    /// <summary>The addresses that mail is sent from; empty where they are not known.</summary>
    public IReadOnlyList<string> SendingAddresses { get; init; } = [];

    /// <summary>The checks of a plan: each mail domain and each child domain.</summary>
    public static IEnumerable<MailCheck> Of(NamespacePlan plan)
    {
        if (plan.MailHost is not { } host || plan.Mail is not { } mail)
        {
            return [];
        }

        bool own = mail.HygieneHosts.Count == 0;
        return plan.SmtpDomains.Concat(mail.ChildDomains).Distinct().Select(domain => new MailCheck
        {
            Domain = domain,
            IsPlanned = true,
            ReceivingHost = own ? host : null,
            Exchangers = own ? [host] : mail.HygieneHosts,
            ReceivingAddresses = own ? mail.Addresses : [],
            SendingHost = mail.SendingHost,
            SendingAddresses = mail.SendingAddresses,
        });
    }
}
