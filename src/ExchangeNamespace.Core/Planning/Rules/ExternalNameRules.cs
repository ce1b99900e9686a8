using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning.Drafts;

namespace ExchangeNamespace.Planning.Rules;

/// <summary>What an external host, its address and a mail domain cannot well be.</summary>
internal static class ExternalNameRules
{
    private static readonly HashSet<string> ServiceLabels = new(
        ["autodiscover", "email", "imap", "legacy", "mail", "mx", "outlook", "owa", "pop", "remote", "smtp", "webmail"],
        StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<Finding> Check(PlanDraft draft)
    {
        SiteDraft[] facing = [.. draft.Sites.Where(s => s.InternetFacing)];
        Fqdn[] hosts = [.. facing.Select(s => s.ExternalHost).Distinct()];
        return Suffixes(draft, hosts).Concat(Servers(draft, hosts)).Concat(Exchanged(draft, hosts)).Concat(MailDomains(draft, hosts))
            .Concat(Addresses(facing));
    }

    private static IEnumerable<Finding> Suffixes(PlanDraft draft, IEnumerable<Fqdn> hosts) => hosts
        .Concat(draft.Zones.SmtpDomains)
        .Distinct()
        .Where(n => PublicSuffixes.Contains(n.Value))
        .Select(n => Findings.Error(FindingCodes.NameIsPublicSuffix, n.Value,
            $"Registries register domains below {n}, so no organisation owns {n} itself.",
            $"Give the whole name, for example mail.contoso.{n}.", "S36"));

    /// <summary>A host of one service counts as much as that of the plan. Inside, the name of a server is what setup writes (S7).</summary>
    private static IEnumerable<Finding> Servers(PlanDraft draft, IEnumerable<Fqdn> hosts)
    {
        HashSet<string> servers = new(draft.Sites.SelectMany(s => s.Servers).Select(s => s.Name), StringComparer.OrdinalIgnoreCase);
        IEnumerable<string> ofServices = draft.Groups.SelectMany(g => g.Services).Select(s => s.External.Value).OfType<string>()
            .Select(HostText.Of);
        return hosts.Select(h => h.Value).Concat(ofServices).Distinct(StringComparer.Ordinal)
            .Where(h => servers.Contains(HostText.FirstLabel(h)))
            .Select(h => Findings.Warning(FindingCodes.ExternalHostIsServer, h,
                $"{h} is the name of one server: every client depends on that machine, and a move to another server changes the name "
                    + "for all of them.",
                "Use a name for the service, for example mail, that DNS can lead to any server.", "S2"));
    }

    /// <summary>Either alone may be right: a server may be called MAIL, and a service may have a number.</summary>
    private static IEnumerable<Finding> Exchanged(PlanDraft draft, IReadOnlyList<Fqdn> hosts)
    {
        Fqdn? server = draft.Sites.SelectMany(s => s.Servers).Select(s => s.Fqdn)
            .FirstOrDefault(f => f is not null && ServiceLabels.Contains(f.FirstLabel));
        Fqdn? host = hosts.FirstOrDefault(
            h => !ServiceLabels.Contains(h.FirstLabel) && h.FirstLabel[h.FirstLabel.Length - 1] is >= '0' and <= '9');
        if (server is not null && host is not null)
        {
            yield return Findings.Warning(FindingCodes.ServerAndHostExchanged, host.Value,
                $"The server {server} has the name of a service, and the external host {host} has the name of a server: were they "
                    + "exchanged?",
                $"If so, give -Server {host} -ExternalHost {server}.", "S2");
        }
    }

    private static IEnumerable<Finding> MailDomains(PlanDraft draft, IEnumerable<Fqdn> hosts) => hosts
        .Where(h => draft.Zones.SmtpDomains.Contains(h) && !PublicSuffixes.Contains(h.Value))
        .Select(h => Findings.Warning(FindingCodes.ExternalHostIsMailDomain, h.Value,
            $"{h} is the mail domain itself: the web site usually answers there, the name cannot be an alias, and clients ask it for "
                + "Autodiscover.",
            $"Use a name below it, for example mail.{h}.", "S2"));

    private static IEnumerable<Finding> Addresses(IEnumerable<SiteDraft> sites)
    {
        foreach (SiteDraft site in sites)
        {
            string[] inside = [.. site.ExternalAddresses.Where(AddressScope.IsPrivate)];
            if (inside.Length > 0)
            {
                yield return Findings.Warning(FindingCodes.ExternalAddressPrivate, site.ExternalHost.Value,
                    "Internet clients cannot reach these addresses; the records of the external view need public ones.",
                    "Give the addresses that the Internet sees with -ExternalIPAddress.", "S2", inside);
            }
        }
    }
}
