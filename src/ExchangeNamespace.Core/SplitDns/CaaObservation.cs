using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.SplitDns;

/// <summary>Which name a certificate is asked for: a host, or a wildcard over a domain.</summary>
/// <param name="Domain">The host, or the domain below the asterisk.</param>
/// <param name="IsWildcard">Whether it is a wildcard.</param>
internal sealed record CaaQuestion(Fqdn Domain, bool IsWildcard)
{
    /// <inheritdoc/>
    public override string ToString() => (IsWildcard ? "*." : string.Empty) + Domain;
}

/// <summary>What the outside view says about the authorities of a name.</summary>
/// <param name="Question">The name.</param>
/// <param name="At">Where the records were found, or the last name that was asked.</param>
/// <param name="Status">The last answer.</param>
/// <param name="Records">The records that count; empty for none.</param>
internal sealed record CaaObservation(CaaQuestion Question, string At, DnsAnswerStatus Status, IReadOnlyList<DnsAnswerRecord> Records)
{
    /// <summary>Whether the search came to its end.</summary>
    public bool IsConclusive => HostLookup.Conclusive(Status);

    /// <summary>
    /// Climbs the tree as authorities do: the first name from the question up that has CAA records counts; an alias is followed for its own
    /// name alone (RFC 8659 3).
    /// </summary>
    public static async Task<CaaObservation> AskAsync(IDnsResolver resolver, IReadOnlyList<DnsServerAddress> servers, CaaQuestion question,
        CancellationToken cancel)
    {
        string at = question.Domain.Value;
        while (true)
        {
            RecordLookup lookup = await AskAsync(resolver, servers, at, cancel).ConfigureAwait(false);
            int dot = at.IndexOf('.');
            if (!lookup.IsConclusive || lookup.Records.Count > 0 || dot < 0)
            {
                return new CaaObservation(question, at, lookup.Status, lookup.Records);
            }

            at = at.Substring(dot + 1);
        }
    }

    private static async Task<RecordLookup> AskAsync(IDnsResolver resolver, IReadOnlyList<DnsServerAddress> servers, string at,
        CancellationToken cancel)
    {
        RecordLookup lookup = await RecordLookup.AskAsync(resolver, servers[0], at, DnsRecordType.CAA, cancel).ConfigureAwait(false);
        for (int i = 1; i < servers.Count && !lookup.IsConclusive; i++)
        {
            lookup = await RecordLookup.AskAsync(resolver, servers[i], at, DnsRecordType.CAA, cancel).ConfigureAwait(false);
        }

        return lookup;
    }
}
