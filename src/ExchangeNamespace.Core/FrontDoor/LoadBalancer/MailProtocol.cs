using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>
/// What a balancer must know of a mail protocol. Times: RFC 5321 4.5.3.2 (10 minutes at the end of the data), RFC 3501 5.4 (30 minutes),
/// RFC 1939 3 (10 minutes).
/// </summary>
/// <param name="Service">The protocol.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Port">Its port.</param>
/// <param name="Minutes">How long both sides may be silent.</param>
/// <param name="Banner">What the server says first; null where that is in TLS.</param>
internal sealed record MailProtocol(MailService Service, string Name, int Port, int Minutes, string? Banner)
{
    private static readonly IReadOnlyList<MailProtocol> All =
    [
        new(MailService.Smtp, "SMTP", 25, 10, "220 "),
        new(MailService.Submission, "SMTP submission", 587, 10, "220 "),
        new(MailService.Imap, "IMAP", 143, 30, "* OK"),
        new(MailService.ImapTls, "IMAP (TLS)", 993, 30, null),
        new(MailService.Pop, "POP", 110, 10, "+OK"),
        new(MailService.PopTls, "POP (TLS)", 995, 10, null),
    ];

    /// <summary>How long both sides may be silent.</summary>
    public TimeSpan Idle => TimeSpan.FromMinutes(Minutes);

    /// <summary>Whether servers judge senders by their address.</summary>
    public bool IsSubmission => Service is MailService.Smtp or MailService.Submission;

    public static MailProtocol Of(MailService service) => All.First(p => p.Service == service);
}
