using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>Whether an exchanger is a host with addresses of its own (S41, S42).</summary>
internal static class ExchangerRules
{
    private const int SmtpPort = 25;

    public static MailIdentityLink Addresses(MailCheck check, ExchangerObservation exchanger)
    {
        bool isOwn = check.ReceivingHost is { } host && host.Value == exchanger.Name;
        string? expected = isOwn && check.ReceivingAddresses.Count > 0 ? string.Join(", ", check.ReceivingAddresses) : null;
        if (exchanger.Addresses is { IsConclusive: false } open)
        {
            return MailLinks.Of(check, MailLink.ExchangerAddress, exchanger.Name, expected, null,
                [MailLinks.NotTold(exchanger.Name, open.Status)], MailLinkStatus.Inconclusive);
        }

        List<Finding> findings = [.. Judge(exchanger)];
        if (isOwn && exchanger.Addresses is { Addresses.Count: > 0 } found)
        {
            findings.AddRange(AsPlanned(check, exchanger.Name, found.Addresses));
        }

        string? shown = exchanger.Addresses is { Addresses: { Count: > 0 } addresses } ? string.Join(", ", addresses) : null;
        return MailLinks.Of(check, MailLink.ExchangerAddress, exchanger.Name, expected, shown, findings);
    }

    private static IEnumerable<Finding> Judge(ExchangerObservation exchanger)
    {
        string name = VisibleText.Of(exchanger.Name);
        if (exchanger.Addresses is not { } lookup)
        {
            yield return AddressSyntax.TryNormalise(exchanger.Name, out _)
                ? Findings.Error(MailIdentityFindingCodes.ExchangerIsAddress, name, "The exchanger is an address; MX names a host.",
                    "Make an address record for a host, and name the host.", "S42")
                : Findings.Error(MailIdentityFindingCodes.ExchangerNameInvalid, name, "The exchanger is no host name.",
                    "Name a host with letters, digits and hyphens.", "S42");
            yield break;
        }

        if (lookup.Chain.Count > 0)
        {
            yield return Findings.Error(MailIdentityFindingCodes.ExchangerIsAlias, name,
                $"The exchanger is an alias of {VisibleText.Of(lookup.Chain[0])}, which MX must not name (RFC 2181 10.3).",
                "Give the exchanger address records of its own.", "S42");
        }

        if (lookup.Addresses.Count == 0)
        {
            yield return Findings.Error(MailIdentityFindingCodes.ExchangerWithoutAddress, name,
                $"The exchanger has no address ({lookup.Status}).", "Make an address record for it.", "S41");
        }

        string[] inside = IsLaboratory(exchanger) ? [] : [.. lookup.Addresses.Where(AddressScope.IsPrivate)];
        if (inside.Length > 0)
        {
            yield return Findings.Error(MailIdentityFindingCodes.ExchangerPrivate, name,
                "No route on the Internet leads to an address of the exchanger.",
                "Make the record with the address that the Internet sees.", "S41", inside);
        }
    }

    /// <summary>Internet mail uses one port only: another port is a laboratory.</summary>
    private static bool IsLaboratory(ExchangerObservation exchanger) =>
        exchanger.Servers.Count > 0 && exchanger.Servers.All(s => s.Smtp.Target.Port != SmtpPort);

    private static IEnumerable<Finding> AsPlanned(MailCheck check, string name, IReadOnlyList<string> found)
    {
        if (check.ReceivingAddresses.Count == 0)
        {
            yield break;
        }

        string[] different =
        [
            .. check.ReceivingAddresses.Except(found, StringComparer.Ordinal).Select(a => a + " is missing"),
            .. found.Except(check.ReceivingAddresses, StringComparer.Ordinal).Select(a => a + " is not planned"),
        ];
        if (different.Length > 0)
        {
            yield return Findings.Error(MailIdentityFindingCodes.AddressesNotPlanned, name,
                $"The addresses are not those of the plan: {NameList.Describe(different)}.",
                "Correct the address records, or the plan.", "S41", different);
        }
    }
}
