using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Probing;

/// <summary>What one server says about the addresses of one name, aliases followed.</summary>
internal sealed class HostLookup
{
    public required DnsServerAddress Server { get; init; }

    public required DnsAnswerStatus Status { get; init; }

    /// <summary>What became of the other address family where one answered: a failure there is worth knowing, no records are not.</summary>
    public DnsAnswerStatus OtherStatus { get; init; } = DnsAnswerStatus.NoData;

    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The targets of the aliases, in order.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    public bool Authoritative { get; init; }

    public int? Ttl { get; init; }

    public bool IsConclusive => Conclusive(Status);

    public static bool Conclusive(DnsAnswerStatus status) => status <= DnsAnswerStatus.AliasEndless;

    public static async Task<HostLookup> AskAsync(IDnsResolver resolver, DnsServerAddress server, string name, CancellationToken cancel)
    {
        HostLookup[] both = await Task.WhenAll(
            FollowAsync(resolver, server, name, DnsRecordType.A, cancel),
            FollowAsync(resolver, server, name, DnsRecordType.AAAA, cancel)).ConfigureAwait(false);
        return Join(both[0], both[1]);
    }

    private static HostLookup Join(HostLookup four, HostLookup six)
    {
        HostLookup leading = four.Status == DnsAnswerStatus.Answered ? four
            : six.Status == DnsAnswerStatus.Answered ? six
            : !four.IsConclusive ? four
            : !six.IsConclusive ? six
            : four;
        HostLookup other = ReferenceEquals(leading, four) ? six : four;
        return new HostLookup
        {
            Server = leading.Server,
            Status = leading.Status,
            OtherStatus = other.Status,
            Addresses = [.. four.Addresses.OrderBy(a => a, StringComparer.Ordinal),
                .. six.Addresses.OrderBy(a => a, StringComparer.Ordinal)],
            Chain = leading.Chain,
            Authoritative = leading.Authoritative,
            Ttl = other.Ttl < leading.Ttl ? other.Ttl : leading.Ttl,
        };
    }

    private static async Task<HostLookup> FollowAsync(IDnsResolver resolver, DnsServerAddress server, string name, DnsRecordType kind,
        CancellationToken cancel)
    {
        RecordLookup lookup = await RecordLookup.AskAsync(resolver, server, name, kind, cancel).ConfigureAwait(false);
        return new HostLookup
        {
            Server = lookup.Server,
            Status = lookup.Status,
            Addresses = [.. lookup.Records.Select(r => r.Value).Distinct(StringComparer.Ordinal)],
            Chain = lookup.Chain,
            Authoritative = lookup.Authoritative,
            Ttl = lookup.Ttl,
        };
    }
}
