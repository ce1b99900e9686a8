using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>What a link comes to by its status, where no finding says more.</summary>
internal static class MailLinkSummary
{
    private const string Rule = "S47";

    public static CheckSummary Of(MailLink link, MailLinkStatus status, IReadOnlyCollection<Finding> findings) => status switch
    {
        MailLinkStatus.Passed => CheckSummary.Passed(WhenPassed(link)),
        MailLinkStatus.Information => CheckSummary.Passed("Nothing is wrong, and no record says more.").In(findings.FirstOrDefault()),
        MailLinkStatus.Warning => CheckSummary.Warning("The link holds, with a consequence to know.", string.Empty, Rule)
            .In(Worst(findings)),
        MailLinkStatus.Failed => CheckSummary.Failed("The link does not hold.", string.Empty, Rule).In(Worst(findings)),
        MailLinkStatus.Inconclusive =>
            CheckSummary.Unknown("The link was not checked, because an earlier link of the chain gave nothing to check.",
                "Correct the earlier links first.", Rule).In(Worst(findings)),
        _ => throw ClosedSet.Outside(status),
    };

    private static Finding? Worst(IEnumerable<Finding> findings) => findings.OrderByDescending(f => f.Severity).FirstOrDefault();

    private static string WhenPassed(MailLink link) => link switch
    {
        MailLink.MailExchanger => "The domain names its mail exchangers.",
        MailLink.ExchangerAddress => "The exchanger has address records of its own.",
        MailLink.Connection => "The mail server answers.",
        MailLink.Banner => "The banner has the right name.",
        MailLink.HelloName => "The answer to EHLO has the name of the banner.",
        MailLink.StartTls => "STARTTLS is offered, and the handshake succeeds.",
        MailLink.TlsVersion => "The server chose a current version of TLS.",
        MailLink.Certificate => "The certificate carries the name of the exchanger.",
        MailLink.PointerRequired => "The address has a name.",
        MailLink.PointerForwardConfirmed => "The name leads back to the address.",
        MailLink.PointerMatchesBanner => "The name is the one that the server goes by.",
        MailLink.SenderPolicy => "The SPF record of the domain lets the address pass.",
        MailLink.HelloPolicy => "The SPF record of the name in EHLO lets the address pass.",
        MailLink.Dmarc => "The domain publishes a DMARC record.",
        MailLink.MtaSts => "The domain publishes an MTA-STS record.",
        MailLink.TlsReport => "The domain publishes a TLS-RPT record.",
        MailLink.MtaStsPolicy => "Senders can fetch the MTA-STS policy, and the exchangers keep it.",
        MailLink.Tlsa => "Every server of the exchanger shows a certificate that fits a TLSA record.",
        _ => throw ClosedSet.Outside(link),
    };
}
