using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>Makes the links of the chain from what was found.</summary>
internal static class MailLinks
{
    /// <summary>A link with the verdict of its worst finding, unless one is stated.</summary>
    public static MailIdentityLink Of(
        MailCheck check, MailLink link, string subject, string? expected, string? found, IReadOnlyList<Finding> findings,
        MailLinkStatus? status = null) => new()
    {
        Domain = check.Domain,
        Link = link,
        Subject = VisibleText.Of(subject),
        Status = status ?? (findings.Count == 0 ? MailLinkStatus.Passed : Worst(findings.Max(f => f.Severity))),
        Expected = expected,
        Found = found is null ? null : VisibleText.Of(found),
        Findings = findings,
    };

    private static MailLinkStatus Worst(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => MailLinkStatus.Failed,
        FindingSeverity.Warning => MailLinkStatus.Warning,
        FindingSeverity.Information => MailLinkStatus.Passed,
        _ => throw ClosedSet.Outside(severity),
    };

    /// <summary>An answer that tells nothing.</summary>
    public static Finding NotTold(string name, DnsAnswerStatus status) => Findings.Warning(
        MailIdentityFindingCodes.DnsNotTold, VisibleText.Of(name), $"DNS did not tell ({status}).",
        "Ask again, give a longer -Timeout, or name another -DnsServer.", "S53");
}
