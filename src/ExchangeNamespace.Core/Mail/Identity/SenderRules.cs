using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>What receivers learn about a sending address: its name in the three grades of S43, and SPF (S47, S51).</summary>
internal static class SenderRules
{
    public static IEnumerable<MailIdentityLink> Judge(MailObservation seen, SenderObservation sender)
    {
        MailCheck check = seen.Check;
        string[] names = [.. sender.Names.Select(n => n.Name)];
        string? found = names.Length == 0 ? null : string.Join(", ", names);
        string? wanted = check.SendingHost?.Value;
        bool open = !sender.Pointer.IsConclusive;
        yield return open
            ? MailLinks.Of(check, MailLink.PointerRequired, sender.Address, wanted, null,
                [MailLinks.NotTold(sender.Address, sender.Pointer.Status)], MailLinkStatus.Inconclusive)
            : MailLinks.Of(check, MailLink.PointerRequired, sender.Address, wanted, found, [.. Required(seen, sender)]);
        yield return open || names.Length == 0 ? Open(check, MailLink.PointerForwardConfirmed, sender.Address)
            : Confirmed(check, sender, found);
        yield return open || names.Length == 0 ? Open(check, MailLink.PointerMatchesBanner, sender.Address)
            : Matches(seen, sender, names, found);
        yield return Policy(check, MailLink.SenderPolicy, sender.Address, sender.Policy, isHello: false);
        if (sender.HelloPolicy is { } hello)
        {
            yield return Policy(check, MailLink.HelloPolicy, sender.Address, hello, isHello: true);
        }
    }

    private static MailIdentityLink Open(MailCheck check, MailLink link, string subject) =>
        MailLinks.Of(check, link, subject, null, null, [], MailLinkStatus.Inconclusive);

    private static IEnumerable<Finding> Required(MailObservation seen, SenderObservation sender)
    {
        if (sender.Names.Count == 0)
        {
            yield return Findings.Error(MailIdentityFindingCodes.PointerMissing, sender.Address,
                "The address has no name: some receivers refuse mail from it.",
                "Ask the owner of the address, usually the provider, for a PTR record.", "S43");
        }

        if (sender.Names.Count > 1)
        {
            yield return Findings.Warning(MailIdentityFindingCodes.SeveralPointers, sender.Address,
                "The address has several names; receivers may look at any one of them.", "Keep one PTR record.", "S43",
                [.. sender.Names.Select(n => VisibleText.Of(n.Name))]);
        }

        if (seen.SendersAssumed)
        {
            yield return Findings.Information(MailIdentityFindingCodes.SendersAssumed, sender.Address,
                "The sending addresses are not stated, so the address of the exchanger is taken.", "Give -SendingIPAddress.", "S47");
        }
    }

    private static MailIdentityLink Confirmed(MailCheck check, SenderObservation sender, string? found)
    {
        bool confirmed = sender.Names.Any(n => n.Forward?.Addresses.Contains(sender.Address, StringComparer.Ordinal) == true);
        if (!confirmed && sender.Names.FirstOrDefault(n => n.Forward is { IsConclusive: false }) is { Forward: { } open } name)
        {
            return MailLinks.Of(check, MailLink.PointerForwardConfirmed, sender.Address, sender.Address, null,
                [MailLinks.NotTold(name.Name, open.Status)], MailLinkStatus.Inconclusive);
        }

        string back = string.Join(", ", sender.Names.SelectMany(n => n.Forward?.Addresses ?? []).Distinct());
        return MailLinks.Of(check, MailLink.PointerForwardConfirmed, sender.Address, sender.Address, back.Length == 0 ? null : back,
            confirmed ? [] :
            [Findings.Error(MailIdentityFindingCodes.PointerNotConfirmed, sender.Address,
                $"The name {VisibleText.Of(found ?? string.Empty)} does not lead back to the address: most receivers refuse or distrust "
                    + "mail from it.", "Correct the PTR record, or the address record of the name.", "S43")]);
    }

    private static MailIdentityLink Matches(MailObservation seen, SenderObservation sender, string[] names, string? found)
    {
        MailCheck check = seen.Check;
        string? banner = seen.At(sender.Address)?.Smtp.BannerHost?.ToLowerInvariant();
        string? wanted = check.SendingHost?.Value ?? banner;
        if (wanted is null)
        {
            return Open(check, MailLink.PointerMatchesBanner, sender.Address);
        }

        string[] expected = [
            .. new[] { wanted,
                check.SendingHost is null || check.SendingHost.Equals(check.ReceivingHost) ? banner : null }.OfType<string>().Distinct()];
        bool matches = expected.All(e => names.Contains(e, StringComparer.OrdinalIgnoreCase));
        return MailLinks.Of(check, MailLink.PointerMatchesBanner, sender.Address,
            string.Join(", ", expected.Select(e => VisibleText.Of(e))), found, matches ? [] :
            [Findings.Warning(MailIdentityFindingCodes.PointerDiffers, sender.Address,
                $"The address is named {VisibleText.Of(found ?? string.Empty)}, the server goes by "
                    + $"{VisibleText.Of(string.Join(", ", expected))}. Few receivers mind; it is good practice.", "Give both one name.",
                    "S43")]);
    }

    private static MailIdentityLink Policy(MailCheck check, MailLink link, string address, SpfSenderResult result, bool isHello)
    {
        List<Finding> findings = [.. result.Findings.Where(f => !isHello || f.Code != SpfFindingCodes.NoRecord)];
        MailLinkStatus? status = result.Result switch
        {
            SpfResult.Pass => null,
            SpfResult.TempError => MailLinkStatus.Inconclusive,
            SpfResult.None when isHello => MailLinkStatus.Information,
            SpfResult.None or SpfResult.Neutral or SpfResult.Fail or SpfResult.SoftFail or SpfResult.PermError => MailLinkStatus.Failed,
            _ => throw ClosedSet.Outside(result.Result),
        };
        bool isSaid = result.Result is SpfResult.None or SpfResult.PermError
            && findings.Any(f => f.Severity != FindingSeverity.Information);
        if (status == MailLinkStatus.Failed && !isSaid)
        {
            findings.Add(isHello
                ? Findings.Error(MailIdentityFindingCodes.HelloNotAllowed, address,
                    $"The SPF record of {result.Domain}, the name in EHLO, says {result.Result}: {result.Reason}.",
                    "Publish a record for the name as well, for example v=spf1 a -all.", "S51")
                : Findings.Error(MailIdentityFindingCodes.SenderNotAllowed, address,
                    $"The SPF record of {result.Domain} says {result.Result} for the address: {result.Reason}.",
                    "Add the address to the one record of the domain.", "S51"));
        }

        return MailLinks.Of(check, link, address, "Pass", $"{result.Result} {result.Domain}", findings, status);
    }
}
