using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Mail.Spf;
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

    /// <summary>The MTA-STS policy; null where no record announces one.</summary>
    public PolicyObservation? Policy { get; init; }

    /// <summary>The exchangers that have TLSA records, or of which DNS did not tell.</summary>
    public IReadOnlyList<TlsaObservation> Keys { get; init; } = [];

    /// <summary>The conversation with an address; null where there was none.</summary>
    public ServerObservation? At(string address) =>
        Exchangers.SelectMany(e => e.Servers).FirstOrDefault(s => s.Smtp.Target.Address == address);
}

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
