using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>
/// What a mail server says of itself: connection, banner, EHLO name, STARTTLS, certificate (S45, S47, S49, S50). A link that was not
/// reached is open, never failed.
/// </summary>
internal static class MailServerRules
{
    private static readonly string[] OldVersions = ["SSL 3.0", "TLS 1.0", "TLS 1.1"];

    public static IEnumerable<MailIdentityLink> Judge(MailCheck check, string exchanger, ServerObservation server, DateTime now)
    {
        SmtpObservation smtp = server.Smtp;
        string subject = smtp.Target.ToString();
        (Finding? fault, MailLinkStatus? status) = Connection(smtp, subject);
        string greeting = string.Join(" / ",
            smtp.Banner.Take(1).Select(l => smtp.BannerCode?.ToString(CultureInfo.InvariantCulture) + " " + l));
        yield return MailLinks.Of(check, MailLink.Connection, subject, null, greeting.Length == 0 ? null : greeting,
            fault is null ? [] : [fault], status);

        bool spoke = smtp.Status == SmtpStatus.Answered;
        string wanted = exchanger.ToLowerInvariant();
        yield return !spoke ? Open(check, MailLink.Banner, subject)
            : MailLinks.Of(check, MailLink.Banner, subject, wanted, smtp.BannerHost, [.. Banner(check, smtp, wanted, subject)]);
        yield return !spoke ? Open(check, MailLink.HelloName, subject)
            : MailLinks.Of(check, MailLink.HelloName, subject, smtp.BannerHost, smtp.HelloHost, [.. Hello(smtp, subject)]);
        if (!spoke)
        {
            yield return Open(check, MailLink.StartTls, subject);
        }
        else
        {
            yield return StartTls(check, smtp, subject, wanted);
        }

        if (smtp.Tls is { Status: TlsStatus.Answered or TlsStatus.Incomplete } tls)
        {
            yield return MailLinks.Of(check, MailLink.TlsVersion, subject, null, tls.Protocol, [.. Version(tls, subject)]);
            yield return server.Fault?.Finding(subject) is { } overLimit
                ? MailLinks.Of(check, MailLink.Certificate, subject, exchanger, null, [overLimit], MailLinkStatus.Inconclusive)
                : MailLinks.Of(
                    check, MailLink.Certificate, subject, exchanger, Describe(server.Certificate),
                    [.. Certificate(check, exchanger, server.Certificate, subject, now)]);
        }
        else
        {
            yield return Open(check, MailLink.TlsVersion, subject);
            yield return Open(check, MailLink.Certificate, subject);
        }
    }

    private static MailIdentityLink Open(MailCheck check, MailLink link, string subject) =>
        MailLinks.Of(check, link, subject, null, null, [], MailLinkStatus.Inconclusive);

    private static (Finding? Fault, MailLinkStatus? Status) Connection(SmtpObservation smtp, string subject)
    {
        return smtp.Status switch
        {
            SmtpStatus.Answered => (null, null),
            SmtpStatus.Refused =>
                Inconclusive(MailIdentityFindingCodes.ConnectionRefused, "Nothing listens there, or a firewall refuses the connection.",
                    $"Check that the server runs, and that this network may connect to port {Port(smtp)} outside."),
            SmtpStatus.Timeout when smtp.Stage == SmtpStage.Connect =>
                Inconclusive(MailIdentityFindingCodes.ConnectionTimeout,
                    smtp.Target.Port == 25 ? "No connection in time: many networks block connections to port 25 outside."
                        : $"No connection in time to port {Port(smtp)}.",
                    "Try from another network, or give a longer -SmtpTimeout."),
            SmtpStatus.Timeout =>
                Inconclusive(MailIdentityFindingCodes.Tarpit,
                    $"The server took the connection and then did not finish its {(smtp.Stage == SmtpStage.Banner ? "banner" : "answer")} "
                        + "in time: a tarpit, or a server that is overloaded or waits for a name service.",
                        "Give a longer -SmtpTimeout; look at the tarpit settings and the DNS of the server."),
            SmtpStatus.Unreachable =>
                Inconclusive(MailIdentityFindingCodes.Unreachable, "There is no way to the address from here.",
                    "Try from another network."),
            SmtpStatus.Closed =>
                Inconclusive(MailIdentityFindingCodes.ConnectionClosed, "The server closed the connection before it answered.",
                    "Look in its log: it may block this address."),
            SmtpStatus.Rejected when smtp.IsTemporary =>
                Inconclusive(MailIdentityFindingCodes.TemporaryRejection,
                    $"The server asks to come back later ({Code(smtp)}): greylisting, or it is busy.",
                        "Try again after some minutes, as mail servers do."),
            SmtpStatus.Rejected =>
                (Findings.Error(MailIdentityFindingCodes.PermanentRejection, subject, $"The server refuses this client ({Code(smtp)}).",
                    "Look in its log: block lists, name checks, or the -HelloName that was given.", "S45"), null),
            SmtpStatus.NotSmtp =>
                (Findings.Error(MailIdentityFindingCodes.NotSmtp, subject,
                    $"What the server says is no SMTP{(smtp.Detail.Length == 0 ? "" : ": " + smtp.Detail)}.",
                    "Check what listens on the port.", "S45"), null),
            SmtpStatus.TooMuch =>
                (Findings.Error(
                    MailIdentityFindingCodes.TooMuch, subject,
                    $"The server sends more than any mail server does{(smtp.Detail.Length == 0 ? "" : ": " + smtp.Detail)}.",
                    "Check what listens on the port.", "S45"), null),
            _ => throw ClosedSet.Outside(smtp.Status),
        };

        (Finding?, MailLinkStatus?) Inconclusive(string code, string message, string remedy) =>
            (Findings.Warning(code, subject, message, remedy, "S45"), MailLinkStatus.Inconclusive);
    }

    private static string Port(SmtpObservation smtp) => smtp.Target.Port.ToString(CultureInfo.InvariantCulture);

    private static string Code(SmtpObservation smtp) => smtp.RefusalCode?.ToString(CultureInfo.InvariantCulture) ?? smtp.Detail;

    private static IEnumerable<Finding> Banner(MailCheck check, SmtpObservation smtp, string wanted, string subject)
    {
        if (!Fqdn.TryParse(smtp.BannerHost, nameof(smtp), out Fqdn? host, out _))
        {
            yield return Findings.Warning(MailIdentityFindingCodes.BannerWithoutHost, subject,
                "The banner does not begin with a full host name; a firewall may hide it.",
                "Set the FQDN of the receive connector, and switch the SMTP inspection of the firewall off.", "S47");
        }
        else if (host.Value != wanted)
        {
            yield return Make(check, MailIdentityFindingCodes.BannerDiffers, subject, $"The banner says {host}, not {wanted}.",
                "Set the FQDN of the receive connector that takes mail from the Internet.", "S47");
        }
    }

    private static IEnumerable<Finding> Hello(SmtpObservation smtp, string subject)
    {
        if (!string.Equals(smtp.HelloHost, smtp.BannerHost, StringComparison.OrdinalIgnoreCase))
        {
            yield return Findings.Warning(MailIdentityFindingCodes.HelloDiffers, subject,
                $"The answer to EHLO says {smtp.HelloHost ?? "nothing"}, the banner {smtp.BannerHost ?? "nothing"}.",
                "A banner set by hand hides the FQDN of the connector: give both one name.", "S47");
        }
    }

    private static MailIdentityLink StartTls(MailCheck check, SmtpObservation smtp, string subject, string wanted)
    {
        TlsStatus? handshake = smtp.Tls?.Status;
        if (smtp.StartTls == StartTlsStatus.Started && handshake is TlsStatus.Timeout)
        {
            return MailLinks.Of(check, MailLink.StartTls, subject, null, "no handshake in time",
                [Findings.Warning(MailIdentityFindingCodes.Tarpit, subject,
                    "The server agreed to STARTTLS and then did not finish the handshake in time.", "Give a longer -SmtpTimeout.", "S49")],
                        MailLinkStatus.Inconclusive);
        }

        if (smtp.StartTls == StartTlsStatus.Started && handshake is TlsStatus.NotAgreed)
        {
            return MailLinks.Of(check, MailLink.StartTls, subject, null, "offered",
                [Findings.Warning(MailIdentityFindingCodes.HandshakeNotAgreed, subject,
                    $"STARTTLS is offered, and this computer and the server agree on no handshake{Detail(smtp.Tls!.Detail)}. Another "
                        + "client may.",
                    "Try from a computer of the age of the server, and compare the versions of TLS and the cipher suites.", "S49")],
                        MailLinkStatus.Inconclusive);
        }

        Finding? fault = smtp.StartTls switch
        {
            StartTlsStatus.NotOffered => Findings.Error(MailIdentityFindingCodes.StartTlsMissing, subject,
                "STARTTLS is not offered, so mail comes in clear. Exchange offers it only with a certificate that carries the name of the "
                    + "connector (event 12014).", $"Get a certificate with {wanted}, and enable it for SMTP.", "S49"),
            StartTlsStatus.Started when handshake is TlsStatus.Answered or TlsStatus.Incomplete => null,
            StartTlsStatus.Started =>
                Findings.Error(MailIdentityFindingCodes.StartTlsFailed, subject,
                    $"STARTTLS is offered, but the handshake fails ({handshake}){Detail(smtp.Tls!.Detail)}.",
                    "Check the certificate, its private key and the versions of TLS.", "S49"),
            StartTlsStatus.Unknown or StartTlsStatus.Failed =>
                Findings.Error(
                    MailIdentityFindingCodes.StartTlsFailed, subject, $"STARTTLS is offered and then refused{Detail(smtp.Detail)}.",
                    "Look in the log of the server.", "S49"),
            _ => throw ClosedSet.Outside(smtp.StartTls),
        };
        string found = smtp.StartTls == StartTlsStatus.NotOffered ? "not offered" : "offered";
        return MailLinks.Of(check, MailLink.StartTls, subject, null, found, fault is null ? [] : [fault]);

        static string Detail(string text) => text.Length == 0 ? string.Empty : ": " + text;
    }

    private static IEnumerable<Finding> Version(TlsObservation tls, string subject)
    {
        if (tls.Protocol is { } version && OldVersions.Contains(version, StringComparer.OrdinalIgnoreCase))
        {
            yield return Findings.Warning(MailIdentityFindingCodes.TlsOld, subject,
                $"The server chose {version}, which no client should use any more (RFC 8996).", "Enable TLS 1.2.", "S49");
        }
    }

    private static IEnumerable<Finding> Certificate(MailCheck check, string exchanger, CertificateFacts? certificate, string subject,
        DateTime now)
    {
        if (certificate is null)
        {
            yield return Findings.Error(MailIdentityFindingCodes.CertificateUnreadable, subject, "The certificate cannot be read.",
                "Replace it.", "S49");
            yield break;
        }

        if (now > certificate.NotAfter)
        {
            yield return Findings.Error(MailIdentityFindingCodes.CertificateExpired, subject,
                $"The certificate expired on {DayText.Of(certificate.NotAfter.Value)}. Exchange goes on offering it (event 12016).",
                "Renew it, and enable the new one for SMTP.", "S49");
        }

        if (now < certificate.NotBefore)
        {
            yield return Findings.Error(MailIdentityFindingCodes.CertificateNotYetValid, subject,
                $"The certificate is valid from {DayText.Of(certificate.NotBefore.Value)} on.", "Check the clock of the server, or wait.",
                "S49");
        }

        if (CertificateNameMatcher.Match(certificate, exchanger).Coverage is not (NameCoverage.Covered or NameCoverage.Wildcard))
        {
            yield return Make(check, MailIdentityFindingCodes.CertificateNameDiffers, subject,
                $"The certificate does not carry {VisibleText.Of(exchanger)}: senders that check it (MTA-STS, Domain Security) do not "
                    + "deliver.", "Put the name on the certificate.", "S50");
        }

        if (certificate.IsSelfSigned)
        {
            yield return Findings.Warning(MailIdentityFindingCodes.CertificateSelfSigned, subject,
                "The certificate is self-signed: mail is encrypted, but the receiver is not proven.", "Use one of a public authority.",
                "S49");
        }
    }

    private static string? Describe(CertificateFacts? certificate) =>
        certificate is null ? null
            : string.Join(", ", certificate.DnsNames.DefaultIfEmpty(certificate.Subject))
                + (certificate.NotAfter is { } end ? " until " + DayText.Of(end) : string.Empty);

    /// <summary>A plan says what is meant, so a difference is an error; without one it is worth a warning.</summary>
    private static Finding Make(MailCheck check, string code, string subject, string message, string remedy, string rule) =>
        check.IsPlanned ? Findings.Error(code, subject, message, remedy, rule) : Findings.Warning(code, subject, message, remedy, rule);
}
