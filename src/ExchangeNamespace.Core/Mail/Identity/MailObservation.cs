using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Mail.Spf;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Mail.Identity;

/// <summary>What was seen of a domain and its mail servers.</summary>
internal sealed class MailObservation
{
    public required MailCheck Check { get; init; }

    public required RecordLookup MailExchangers { get; init; }

    /// <summary>The exchangers that were looked up, most preferred first; the domain itself where it has none.</summary>
    public required IReadOnlyList<ExchangerObservation> Exchangers { get; init; }

    /// <summary>How many exchangers were left out.</summary>
    public int LeftOut { get; init; }

    public required IReadOnlyList<SenderObservation> Senders { get; init; }

    /// <summary>Whether the sending addresses are those of the exchangers, for want of others.</summary>
    public bool SendersAssumed { get; init; }

    public required RecordLookup Dmarc { get; init; }

    public required RecordLookup MtaSts { get; init; }

    public required RecordLookup TlsReport { get; init; }

    /// <summary>The conversation with an address; null where there was none.</summary>
    public ServerObservation? At(string address) =>
        Exchangers.SelectMany(e => e.Servers).FirstOrDefault(s => s.Smtp.Target.Address == address);
}

/// <summary>One exchanger.</summary>
internal sealed class ExchangerObservation
{
    /// <summary>The name as DNS has it.</summary>
    public required string Name { get; init; }

    public int Preference { get; init; }

    /// <summary>Whether no MX record names it: the domain itself counts then (RFC 5321 5.1).</summary>
    public bool IsImplicit { get; init; }

    /// <summary>Null where the name cannot have addresses.</summary>
    public HostLookup? Addresses { get; init; }

    public IReadOnlyList<ServerObservation> Servers { get; init; } = [];

    /// <summary>
    /// The planned host behind an exchanger that should have been named by it: what else follows from an alias or address is not said
    /// again.
    /// </summary>
    public string StandsFor(MailCheck check) =>
        Addresses?.Chain.LastOrDefault(c => check.Exchangers.Any(e => e.Value == c))
        ?? (check.ReceivingAddresses.Contains(Name) ? check.ReceivingHost?.Value : null)
        ?? Name;
}

/// <summary>One mail server at one address.</summary>
/// <param name="Smtp">What it said.</param>
/// <param name="Certificate">What it presented; null where that was nothing that can be read.</param>
/// <param name="Fault">Why it was not read.</param>
internal sealed record ServerObservation(SmtpObservation Smtp, CertificateFacts? Certificate, CertificateFault? Fault = null);

/// <summary>One sending address.</summary>
internal sealed class SenderObservation
{
    public required string Address { get; init; }

    public required RecordLookup Pointer { get; init; }

    /// <summary>The names of the address, as far as they are host names, with what they lead to.</summary>
    public IReadOnlyList<(string Name, HostLookup? Forward)> Names { get; init; } = [];

    public required SpfSenderResult Policy { get; init; }

    /// <summary>The verdict for the name in EHLO; null where that is not known.</summary>
    public SpfSenderResult? HelloPolicy { get; init; }
}
