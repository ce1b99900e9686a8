using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Probing;

/// <summary>One question to one server.</summary>
/// <param name="Name">The name: lower case, A-labels, no final dot. Labels of services begin with an underscore.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="IsSigned">Whether signatures are asked for too, so that a resolver that validates says whether it has.</param>
internal sealed record DnsQuestion(string Name, DnsRecordType Kind, bool IsSigned = false);

/// <summary>A record as it was answered.</summary>
/// <param name="Owner">The owner: lower case, no final dot.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="Ttl">How many seconds it may be kept.</param>
/// <param name="Value">Address, target, exchanger, name server, the primary server of a zone, the name of an address, a whole
/// text, the data of TLSA, or the value of CAA.</param>
internal sealed record DnsAnswerRecord(string Owner, DnsRecordType Kind, int Ttl, string Value)
{
    /// <summary>The preference of a mail exchanger, or the priority of a service: the lowest comes first.</summary>
    public int Preference { get; init; }

    /// <summary>The weight of a service: among equal priorities the greatest comes first.</summary>
    public int Weight { get; init; }

    /// <summary>The port of a service.</summary>
    public int Port { get; init; }

    /// <summary>The tag of a CAA record; empty for others.</summary>
    public string Tag { get; init; } = string.Empty;

    /// <summary>The flags of a CAA record.</summary>
    public int Flags { get; init; }

    /// <summary>The character-strings of a text, which put together are its value.</summary>
    public IReadOnlyList<string> Strings { get; init; } = [];
}

/// <summary>What one server said to one question.</summary>
internal sealed class DnsAnswer
{
    public required DnsServerAddress Server { get; init; }

    public required DnsAnswerStatus Status { get; init; }

    /// <summary>Whether the server speaks for the zone itself.</summary>
    public bool Authoritative { get; init; }

    /// <summary>Whether the server says that it has proved the answer by signatures (AD, RFC 4035 3.2.3).</summary>
    public bool IsAuthenticated { get; init; }

    public IReadOnlyList<DnsAnswerRecord> Records { get; init; } = [];

    /// <summary>The records of the authority section: the zone of a name that has no such record, or a referral.</summary>
    public IReadOnlyList<DnsAnswerRecord> Authority { get; init; } = [];

    public IEnumerable<DnsAnswerRecord> Of(DnsRecordType kind) => Records.Where(r => r.Kind == kind);

    /// <summary>
    /// Names an answer without an error. A server that neither resolves for others nor speaks for the zone, and has no answer, is lame.
    /// </summary>
    public static DnsAnswer WithoutError(
        DnsServerAddress server, bool authoritative, bool resolves, IReadOnlyList<DnsAnswerRecord> records,
        IReadOnlyList<DnsAnswerRecord> authority, bool isAuthenticated = false)
    {
        bool referral = records.Count == 0 && !authoritative && authority.All(r => r.Kind != DnsRecordType.SOA)
            && (!resolves || authority.Any(r => r.Kind == DnsRecordType.NS));
        DnsAnswerStatus status = records.Count > 0 ? DnsAnswerStatus.Answered : referral ? DnsAnswerStatus.Lame : DnsAnswerStatus.NoData;
        return new DnsAnswer { Server = server, Status = status, Authoritative = authoritative, Records = records, Authority = authority,
            IsAuthenticated = isAuthenticated };
    }
}

/// <summary>Asks one server. Whatever goes wrong is in the status; only cancellation throws.</summary>
internal interface IDnsResolver
{
    System.Threading.Tasks.Task<DnsAnswer> AskAsync(DnsServerAddress server, DnsQuestion question,
        System.Threading.CancellationToken cancel);
}
