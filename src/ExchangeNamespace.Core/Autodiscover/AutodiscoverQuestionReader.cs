using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Autodiscover;

/// <summary>What the caller states about the clients, unread.</summary>
internal sealed class AutodiscoverInput
{
    public IReadOnlyList<string?> EmailAddresses { get; init; } = [];

    public IReadOnlyList<AutodiscoverClient> Clients { get; init; } = [];

    public bool DomainJoined { get; init; }

    public DnsView? View { get; init; }

    public string? Site { get; init; }

    public string? MailboxSite { get; init; }

    public bool AllSteps { get; init; }
}

/// <summary>Reads who asks: one question for each address and client.</summary>
internal static class AutodiscoverQuestionReader
{
    private const string EmailAddress = "EmailAddress";

    /// <summary>The longest local part (RFC 5321 4.5.3.1.1).</summary>
    private const int LongestLocalPart = 64;

    public static IReadOnlyList<AutodiscoverQuestion> Read(AutodiscoverInput input, List<InputFault> faults, List<InputFault> addressFaults)
    {
        string? site = ReadSite(input.Site, nameof(input.Site), faults);
        string? mailboxSite = ReadSite(input.MailboxSite, nameof(input.MailboxSite), faults);
        List<AutodiscoverQuestion> questions = [];
        foreach (string? text in input.EmailAddresses)
        {
            if (!TryReadAddress(text, out string address, out Fqdn? domain, out InputFault? fault))
            {
                addressFaults.Add(fault!);
                continue;
            }

            questions.AddRange(input.Clients.Distinct().Select(client => new AutodiscoverQuestion
            {
                EmailAddress = address,
                Domain = domain!,
                Client = client,
                DomainJoined = input.DomainJoined,
                View = input.View ?? (input.DomainJoined ? DnsView.Internal : DnsView.External),
                Site = site,
                MailboxSite = mailboxSite,
                AllSteps = input.AllSteps,
            }));
        }

        return questions;
    }

    /// <summary>Whether a server of the organisation is in the site that was named for the mailbox.</summary>
    public static void CheckSite(IAutodiscoverTopology? topology, string? site, string parameter, List<InputFault> faults)
    {
        if (site is not null && topology is not null && !topology.Sites.Contains(site, StringComparer.OrdinalIgnoreCase))
        {
            faults.Add(new InputFault(FaultIds.MailboxSiteUnknown, parameter, site,
                $"No server is in the site '{VisibleText.Short(site)}'. There are: {NameList.Describe([.. topology.Sites])}."));
        }
    }

    /// <summary>Reads a mail address of a client.</summary>
    public static bool TryReadAddress(string? text, out string address, out Fqdn? domain, out InputFault? fault)
    {
        address = text?.Trim() ?? string.Empty;
        int at = address.LastIndexOf('@');
        string local = at < 0 ? string.Empty : address.Substring(0, at);
        if (local.Length is 0 or > LongestLocalPart
            || !Array.TrueForAll(local.ToCharArray(), c => c is > ' ' and <= '~' and not ('"' or '@' or '<' or '>' or '\\')))
        {
            domain = null;
            fault = new InputFault(FaultIds.EmailAddressInvalid, EmailAddress, text,
                $"'{VisibleText.Short(address)}' is no mail address. Give one such as user@contoso.com; the part before @ does not "
                    + "matter.");
            return false;
        }

        return Fqdn.TryParse(address.Substring(at + 1), EmailAddress, out domain, out fault);
    }

    private static string? ReadSite(string? text, string parameter, List<InputFault> faults)
    {
        if (text is not null && !SiteName.IsValid(text))
        {
            faults.Add(new InputFault(FaultIds.SiteNameInvalid, parameter, text, SiteName.Refusal(text)));
            return null;
        }

        return text;
    }
}
