using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Mail.Spf;

/// <summary>What DNS said to one question of a check.</summary>
/// <param name="Status">What came of it.</param>
/// <param name="Records">The records, aliases followed.</param>
/// <param name="WasAsked">Whether a question could be made of the name at all.</param>
internal sealed record SpfAnswer(DnsAnswerStatus Status, IReadOnlyList<DnsAnswerRecord> Records, bool WasAsked = true)
{
    /// <summary>Whether nothing can be told now: no answer, a failure, or aliases that do not end.</summary>
    public bool IsError => Status is not (DnsAnswerStatus.Answered or DnsAnswerStatus.NoData or DnsAnswerStatus.NxDomain);

    /// <summary>Whether the question was asked in vain (RFC 7208 4.6.4).</summary>
    public bool IsVoid => WasAsked && !IsError && Records.Count == 0;
}

/// <summary>Asks the servers one after the other until one can tell.</summary>
/// <param name="resolver">Asks one server.</param>
/// <param name="servers">The servers; with none, every question fails.</param>
/// <param name="planned">Planned records, which take the place of what DNS says.</param>
internal sealed class SpfDns(IDnsResolver resolver, IReadOnlyList<DnsServerAddress> servers,
    IReadOnlyDictionary<string, string>? planned = null)
{
    private static readonly SpfAnswer NoName = new(DnsAnswerStatus.NxDomain, [], WasAsked: false);

    /// <summary>The same, with planned records.</summary>
    public SpfDns With(IReadOnlyDictionary<string, string> records) => new(resolver, servers, records);

    /// <summary>
    /// Asks for the records of a name. A name that DNS cannot carry has none: senders and records choose names (RFC 7208 4.3, 4.8).
    /// </summary>
    public async Task<SpfAnswer> AskAsync(string name, DnsRecordType kind, CancellationToken cancel)
    {
        if (!SpfDomain.CanBeAsked(name))
        {
            return NoName;
        }

        if (kind == DnsRecordType.TXT && planned is not null && planned.TryGetValue(name, out string? text))
        {
            return new SpfAnswer(DnsAnswerStatus.Answered, [new DnsAnswerRecord(name, kind, 0, text)]);
        }

        RecordLookup? lookup = null;
        foreach (DnsServerAddress server in servers)
        {
            lookup = await RecordLookup.AskAsync(resolver, server, name, kind, cancel).ConfigureAwait(false);
            if (lookup.IsConclusive)
            {
                break;
            }
        }

        return lookup is null ? new SpfAnswer(DnsAnswerStatus.Unreachable, []) : new SpfAnswer(lookup.Status, lookup.Records);
    }
}
