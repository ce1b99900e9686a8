using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Design;

/// <summary>
/// The Active Directory domain, from the full names of the servers, and the mail domains, which are the accepted domains.
/// </summary>
internal static class DomainDesign
{
    public static void Add(DesignDraft draft)
    {
        ActiveDirectory(draft);
        Mail(draft);
    }

    private static void ActiveDirectory(DesignDraft draft)
    {
        Fqdn[] domains = [.. draft.Servers.Select(s => s.Fqdn?.Parent).OfType<Fqdn>().Distinct()];
        if (domains.Length == 0)
        {
            draft.Findings.Add(Findings.Information(DesignFindingCodes.NotCaptured, "ADDomain",
                "No server was captured with its full name, so the Active Directory domain is not known.",
                "Capture Get-ExchangeServer too, or write ADDomain into the design.", DesignFindingCodes.Rule));
            return;
        }

        Fqdn? common = domains[0];
        while (common is not null && !domains.All(d => d.IsIn(common)))
        {
            common = common.Parent;
        }

        if (common is null)
        {
            draft.Findings.Add(Findings.Information(DesignFindingCodes.NotCarried, "ADDomain",
                $"The servers are in domains that have nothing in common: {string.Join(", ", domains.Select(d => d.Value))}.",
                "Write the domain of the internal names into the design.", DesignFindingCodes.Rule));
            return;
        }

        draft.ADDomain = common;
        draft.Put("ADDomain", common.Value, domains.Length == 1 ? DesignCertainty.Certain : DesignCertainty.Guess, domains.Length == 1
            ? "full names of the servers"
            : $"what the domains of the servers have in common: {string.Join(", ", domains.Select(d => d.Value))}");
    }

    private static void Mail(DesignDraft draft)
    {
        if (draft.State.AcceptedDomains.Count == 0)
        {
            draft.Findings.Add(Findings.Information(DesignFindingCodes.NotCaptured, "SmtpDomain",
                "The accepted domains were not captured. The plan takes the zone of the external host for the mail domain.",
                "Capture Get-AcceptedDomain too, or write SmtpDomain into the design.", DesignFindingCodes.Rule));
            return;
        }

        MailDomains domains = State.MailDomains.Of(draft.State);
        draft.MailDomains = [.. domains.Names.Distinct().Select(Fqdn.Parse)];
        draft.Put("SmtpDomain", draft.MailDomains.Select(d => (object?)d.Value).ToList(), DesignCertainty.Certain, "accepted domains",
            shown: draft.MailDomains.Count == 0 ? "(none)" : string.Join(", ", draft.MailDomains));
        foreach (string reason in domains.LeftOut)
        {
            draft.Findings.Add(Findings.Information(DesignFindingCodes.NotCarried, "SmtpDomain", reason,
                "Write it into SmtpDomain where mailboxes have such addresses.", DesignFindingCodes.Rule));
        }
    }
}
