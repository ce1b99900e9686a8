using System.Collections.Generic;

namespace ExchangeNamespace.Probing;

/// <summary>What came of the dialogue with a mail server up to its answer to EHLO.</summary>
public enum SmtpStatus
{
    /// <summary>The server greeted and answered EHLO.</summary>
    Answered,

    /// <summary>No answer in time; <see cref="SmtpObservation.Stage"/> says to what.</summary>
    Timeout,

    /// <summary>Nothing listens on the port.</summary>
    Refused,

    /// <summary>There is no way to the address.</summary>
    Unreachable,

    /// <summary>The server closed the connection.</summary>
    Closed,

    /// <summary>What the server sends is no SMTP.</summary>
    NotSmtp,

    /// <summary>The server sent more than any mail server does: the limit ended it.</summary>
    TooMuch,

    /// <summary>The server answered with a code that says no, for example 421 or 554.</summary>
    Rejected,
}

/// <summary>How far the dialogue went.</summary>
public enum SmtpStage
{
    /// <summary>The connection.</summary>
    Connect,

    /// <summary>The banner.</summary>
    Banner,

    /// <summary>The answer to EHLO.</summary>
    Hello,

    /// <summary>The answer to STARTTLS, and the handshake.</summary>
    StartTls,

    /// <summary>Everything.</summary>
    Done,
}

/// <summary>What became of STARTTLS.</summary>
public enum StartTlsStatus
{
    /// <summary>The dialogue did not come so far.</summary>
    Unknown,

    /// <summary>The server does not offer it.</summary>
    NotOffered,

    /// <summary>It was offered and then refused, or the connection ended.</summary>
    Failed,

    /// <summary>The server agreed; <see cref="SmtpObservation.Tls"/> has the rest.</summary>
    Started,
}

/// <summary>What a mail server said. Every text is printable.</summary>
internal sealed record SmtpObservation
{
    public required ProbeTarget Target { get; init; }

    public required SmtpStatus Status { get; init; }

    /// <summary>How far the dialogue went.</summary>
    public required SmtpStage Stage { get; init; }

    /// <summary>More about the status; empty for nothing.</summary>
    public string Detail { get; init; } = string.Empty;

    /// <summary>The code of the banner, for example 220; null when none was read.</summary>
    public int? BannerCode { get; init; }

    /// <summary>The code with which the server refused this client; null where it did not.</summary>
    public int? RefusalCode { get; init; }

    /// <summary>
    /// Whether the server refused for the moment only (4xx): greylisting, or too much to do. Nothing follows about its certificate.
    /// </summary>
    public bool IsTemporary => Status == SmtpStatus.Rejected && RefusalCode is >= 400 and < 500;

    /// <summary>The lines of the banner without their codes.</summary>
    public IReadOnlyList<string> Banner { get; init; } = [];

    /// <summary>The lines of the answer to EHLO without their codes.</summary>
    public IReadOnlyList<string> Hello { get; init; } = [];

    /// <summary>
    /// The keywords after the first line of that answer, in capitals, for example <c>STARTTLS</c>, <c>X-ANONYMOUSTLS</c>.
    /// </summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>What became of STARTTLS.</summary>
    public StartTlsStatus StartTls { get; init; }

    /// <summary>The handshake after STARTTLS; null where there was none.</summary>
    public TlsObservation? Tls { get; init; }

    /// <summary>The first word of the banner, which is the name that the server goes by; null without one.</summary>
    public string? BannerHost => Banner.Count > 0 ? FirstWord(Banner[0]) : null;

    /// <summary>The first word of the answer to EHLO; null without one.</summary>
    public string? HelloHost => Hello.Count > 0 ? FirstWord(Hello[0]) : null;

    /// <summary>Whether the dialogue says something about the server. Without it nothing is concluded.</summary>
    public bool IsConclusive => Status is SmtpStatus.Answered or SmtpStatus.NotSmtp || (Status == SmtpStatus.Rejected && !IsTemporary);

    private static string? FirstWord(string line)
    {
        string word = line.Trim().Split(' ')[0];
        return word.Length == 0 ? null : word;
    }
}
